package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func init() { afterWrites = notified }

// notified has the kernel tell of each write. Writes that follow one another faster than
// they are told of may count as one.
func notified(t *testing.T, folder string, n int, then func()) (stop func()) {
	t.Helper()
	fd, err := syscall.InotifyInit1(syscall.IN_NONBLOCK | syscall.IN_CLOEXEC)
	if err == nil {
		_, err = syscall.InotifyAddWatch(fd, folder, syscall.IN_MODIFY)
	}
	if err != nil {
		t.Fatal(err)
	}
	events := os.NewFile(uintptr(fd), "inotify")
	go func() {
		one := make([]byte, 2*syscall.SizeofInotifyEvent) // with a short name
		for ; n > 0; n-- {
			if _, err := events.Read(one); err != nil {
				return // stopped
			}
		}
		then()
	}()
	return func() { events.Close() }
}

// A library that is killed while it is made is there with all its seeds, or made by the
// next command.
func TestAKilledStartIsMadeGood(t *testing.T) {
	killed := true
	for n := 1; killed; n += 1 + n/2 {
		folder := t.TempDir()
		db := filepath.Join(folder, "a.db")
		c := program(t, folder, "list", "--db", db)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		stop := notified(t, folder, n, func() { c.Process.Kill() })
		killed = c.Wait() != nil
		stop()
		if n == 1 && !killed {
			t.Error("it was not killed")
		}
		verbatim(t, "", "check", "--db", db)
		if listed := verbatim(t, "", "list", "--db", db); strings.Count(listed, "\n") != 5 {
			t.Errorf("killed at write %d it lists %q", n, listed)
		}
	}
}
