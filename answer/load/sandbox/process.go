package sandbox

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"

	"github.com/dustin/go-humanize"
)

// process is a child as the parent sees it.
type process struct {
	*wire
	cmd   *exec.Cmd
	pipes [2]*os.File
	said  *head         // on its standard error
	gone  chan struct{} // closed when it is
	alarm *time.Timer   // ends it
	late  atomic.Bool   // the alarm did
	data  []byte        // room for a chunk
	idle  time.Time     // since when, if it is

	preparing, prepared bool // is, or was at some time, at what takes time of no input
}

// start starts a child. Of the environment, which has secrets in it, it gets no more than folders.
func start(cmd *exec.Cmd) (*process, error) {
	orders, toChild, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	fromChild, reports, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, orders.Close(), toChild.Close())
	}
	p := &process{
		wire: newWire(fromChild, toChild), cmd: cmd, pipes: [2]*os.File{toChild, fromChild},
		said: &head{}, gone: make(chan struct{}), data: make([]byte, chunk),
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = orders, reports, p.said
	cmd.Env = folders()
	cmd.WaitDelay = time.Second
	detach(cmd)
	err = cmd.Start()
	orders.Close()
	reports.Close()
	if err != nil {
		p.close()
		return nil, fmt.Errorf("cannot be read: the program that reads files does not start (%w)", err)
	}
	p.alarm = time.AfterFunc(time.Hour, func() { p.late.Store(true); p.kill() })
	p.alarm.Stop()
	go func() {
		_ = cmd.Wait() // how it ended is told by what it said
		close(p.gone)
	}()
	return p, nil
}

// folders is what a child is told of where files may be: the compiled reader of PDFs is kept there, which
// takes seconds to compile, and elsewhere nothing may be writable.
func folders() []string {
	told := []string{"TMPDIR=" + os.TempDir()}
	if cache, err := os.UserCacheDir(); err == nil {
		told = append(told, "XDG_CACHE_HOME="+cache)
	}
	return told
}

func (p *process) kill() { _ = p.cmd.Process.Kill() } // it fails where the process is gone

// lives reports whether the child is there; the system may end one to get at its memory.
func (p *process) lives() bool {
	select {
	case <-p.gone:
		return false
	default:
		return true
	}
}

func (p *process) close() {
	for _, f := range p.pipes {
		f.Close()
	}
}

// end ends the child and returns when it is gone.
func (p *process) end() {
	p.alarm.Stop()
	p.kill()
	<-p.gone
	p.close()
}

// endings are what the runtime says before it ends a process, and what people are told.
var endings = []struct{ says, why string }{
	{"out of memory", "needs more than " + humanize.IBytes(maxMemory) + " of memory to read; save its text as .txt"},
	{"cannot allocate memory", "needs more than " + humanize.IBytes(maxMemory) + " of memory to read; save its text as .txt"},
	{"stack overflow", "is nested too deeply to be read; save its text as .txt"},
	{"stack exceeds", "is nested too deeply to be read; save its text as .txt"},
}

// why says why the child, which has ended, did.
func (p *process) why() string {
	switch {
	case p.late.Load() && p.preparing:
		return fmt.Sprintf("cannot be read: what reads it was not ready within %d s; save its text as .txt", int(preparation.Seconds()))
	case p.late.Load():
		return fmt.Sprintf("takes longer than %d s to read; save its text as .txt", int(patience.Seconds()))
	}
	said := p.said.String()
	for _, e := range endings {
		if strings.Contains(said, e.says) {
			return e.why
		}
	}
	return "cannot be read: it makes the program that reads it fail; save its text as .txt"
}

// head keeps the first bytes that are written to it, as many as tell how a process ended.
type head struct{ strings.Builder }

func (h *head) Write(p []byte) (int, error) {
	h.Builder.Write(p[:min(len(p), 4096-min(h.Len(), 4096))])
	return len(p), nil
}
