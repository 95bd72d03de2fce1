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

// lostMapping reports whether bbolt may no longer have the file mapped: where there is no room for
// a larger mapping it has let go of the one before, and never takes that again.
func lostMapping(err error) bool { return errors.Is(err, errUnmapped) }

// leave has the next transaction open the file anew. The caller holds db.writer.
func (db *DB) leave() {
	if db.left.Load() {
		return
	}
	db.swap.Lock()
	defer db.swap.Unlock()
	if db.broken.Load() || db.left.Load() {
		return
	}
	db.left.Store(true)
	db.confirmed = false
	db.bolt.Close() // whatever comes of it: nothing is left to be written
}

// giveUp has bbolt, which panicked and may hold its locks, be used no more. When the disk failed the next
// transaction opens the file anew.
func (db *DB) giveUp(tx *Tx, err error) {
	switch ended := tx.bolt != nil && tx.bolt.DB() == nil; {
	case !errors.Is(err, syscall.EIO):
		db.broken.Store(true)
	case !ended: // and has its locks
		db.stuck.Store(true)
		db.left.Store(true)
	}
}

// reopen opens a file that was left, if nobody else has yet. It makes none: where the disk failed
// an empty folder may be in its place, and what would be written there is not what people have.
func (db *DB) reopen() error {
	if !db.takeHold() {
		return explain(db.path, syscall.EIO)
	}
	defer db.swap.Unlock()
	if !db.left.Load() {
		return nil
	}
	if db.stuck.Load() { // what bbolt has of the file stays until the process ends, but for the lock
		unlock(db.file)
		db.file.Close()
	}
	if err := db.stands(); err != nil {
		return explain(db.path, err)
	}
	if err := db.open(db.path, mapAtOnce()); err != nil {
		return err
	}
	db.stuck.Store(false)
	db.left.Store(false)
	return nil
}

// takeHold takes hold of swap, but not where transactions may wait for locks of bbolt's for good.
func (db *DB) takeHold() bool {
	if db.stuck.Load() {
		return db.quiet()
	}
	db.swap.Lock()
	return true
}
