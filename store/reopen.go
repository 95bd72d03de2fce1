package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// failedToCommit reports whether an Update came to nothing because the disk failed. What the
// system shows of the file may then not be what the disk holds, and need not stay as it is:
// bbolt, which takes its list of free pages from what it is shown at that moment, would write
// over pages that are in use.
func failedToCommit(wanted bool, err error) bool { return wanted && errors.Is(err, syscall.EIO) }

// lostMapping reports whether bbolt may no longer have the file mapped: where there is no room for
// a larger mapping it has let go of the one before, and never takes that again.
func lostMapping(err error) bool { return errors.Is(err, errUnmapped) }

// leave has the next transaction open the file anew. The caller holds db.writer.
func (db *DB) leave() {
	db.swap.Lock()
	defer db.swap.Unlock()
	if db.broken.Load() || db.left.Load() {
		return
	}
	db.left.Store(true)
	db.confirmed = false
	db.bolt.Close() // whatever comes of it: nothing is left to be written
}

// reopen opens a file that was left, if nobody else has yet. It makes none: where the disk failed
// an empty folder may be in its place, and what would be written there is not what people have.
func (db *DB) reopen() error {
	db.swap.Lock()
	defer db.swap.Unlock()
	if !db.left.Load() {
		return nil
	}
	if err := db.stands(); err != nil {
		return explain(db.path, err)
	}
	if err := db.open(db.path, mapAtOnce()); err != nil {
		return err
	}
	db.left.Store(false)
	return nil
}

// stands returns an error if the file is not at its path.
func (db *DB) stands() error {
	switch _, err := os.Stat(db.path); {
	case errors.Is(err, fs.ErrNotExist):
		return errGone
	case err == nil && db.replaced():
		return errMoved
	default:
		return err
	}
}
