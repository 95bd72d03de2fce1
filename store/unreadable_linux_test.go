package store_test

import (
	"errors"
	"syscall"
	"testing"

	"verbatim/store"
)

// Whoever opens a pipe to read it waits until somebody writes to it.
func TestAPipeIsNotWaitedFor(t *testing.T) {
	pipe, path := newPath(t), newPath(t)
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.NewRestore(pipe, path)
	isForAPerson(t, err, pipe, "not a regular file")
	_, err = store.NewRestore(path, pipe)
	isForAPerson(t, err, pipe, "not a regular file")
}

// What the disk does not give is not damaged: nothing is to be put in its place for that. This
// file is one of which nothing can be read where a database begins.
func TestAFailingDiskIsNoDamage(t *testing.T) {
	const unreadable = "/proc/self/mem"
	_, err := store.NewRestore(unreadable, newPath(t))
	isForAPerson(t, err, unreadable, "the disk fails to read")
	if errors.Is(err, store.ErrCorrupt) {
		t.Errorf("it is damaged: %v", err)
	}
}
