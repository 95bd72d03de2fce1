package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// moments are when a keeper's commands are stopped: at random in the time that they usually
// take, or at one of the writes that they usually make.
type moments struct {
	k     *keeper
	usual map[string]extent
}

// extent is how long an act takes, and how often it writes.
type extent struct {
	time   time.Duration
	writes int
}

func newMoments(k *keeper) moments { return moments{k, map[string]extent{}} }

// stopIn calls stop at a random moment of an act, if it has not ended by then, and returns the
// process when it has ended. The first act of each kind is left alone.
func (m moments) stopIn(a *act, stop func(*process)) *process {
	m.k.Helper()
	kind := fmt.Sprint(a.kind, len(a.parts)) // what takes times of its own
	at, start := m.at(m.usual[kind]), time.Now()
	r := m.k.begin(a)
	stopped := make(chan struct{})
	stops := func() { stop(r); close(stopped) }
	w := watch(m.k, filepath.Dir(m.k.db), at.writes, stops)
	timer := time.AfterFunc(at.time, stops)
	r.end()
	if w.end(); !timer.Stop() {
		<-stopped
	}
	if r.status == done {
		m.usual[kind] = extent{time.Since(start), int(w.seen.Load())}
	}
	return r
}

// never is the extent of what is not stopped.
var never = extent{time.Hour, 1 << 30}

func (m moments) at(usual extent) extent {
	at := never
	switch r := m.k.random; {
	case usual == (extent{}):
	case r.IntN(3) == 0:
		at.time = time.Duration((.1 + 1.1*r.Float64()) * float64(usual.time))
	default:
		at.writes = 1 + r.IntN(usual.writes+1)
	}
	return at
}

// watching counts the writes to the files of a folder, as the kernel tells of them. Writes
// that follow one another faster than they are told of may count as one.
type watching struct {
	events *os.File
	seen   atomic.Int64
	ended  chan struct{}
}

// watch calls then after n writes.
func watch(t testing.TB, folder string, n int, then func()) *watching {
	t.Helper()
	fd, err := syscall.InotifyInit1(syscall.IN_NONBLOCK | syscall.IN_CLOEXEC)
	if err == nil {
		_, err = syscall.InotifyAddWatch(fd, folder, syscall.IN_MODIFY)
	}
	if err != nil {
		t.Fatal(err)
	}
	w := &watching{events: os.NewFile(uintptr(fd), "inotify"), ended: make(chan struct{})}
	go func() {
		defer close(w.ended)
		for one := make([]byte, 2*syscall.SizeofInotifyEvent); ; { // with a short name
			if _, err := w.events.Read(one); err != nil {
				return // ended
			}
			if w.seen.Add(1) == int64(n) {
				then()
			}
		}
	}()
	return w
}

// end ends the watch, and nothing is called any more.
func (w *watching) end() {
	w.events.Close()
	<-w.ended
}
