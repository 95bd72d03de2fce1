package store

import (
	"errors"
	"syscall"
)

// failedToCommit reports whether an Update came to nothing because the disk failed. What the
// system shows of the file may then not be what the disk holds, and need not stay as it is:
// bbolt, which takes its list of free pages from what it is shown at that moment, would write
// over pages that are in use.
func failedToCommit(wanted bool, err error) bool { return wanted && errors.Is(err, syscall.EIO) }

// leave has the next transaction open the file anew. The caller holds db.writer.
func (db *DB) leave() {
	db.swap.Lock()
	defer db.swap.Unlock()
	if db.broken.Load() || db.left.Load() {
		return
	}
	db.left.Store(true)
	db.bolt.Close() // whatever comes of it: nothing is left to be written
}

// reopen opens a file that was left, if nobody else has yet.
func (db *DB) reopen() error {
	db.swap.Lock()
	defer db.swap.Unlock()
	if !db.left.Load() {
		return nil
	}
	if err := db.open(db.path, mapAtOnce()); err != nil {
		return err
	}
	db.left.Store(false)
	return nil
}
