package store_test

import (
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
