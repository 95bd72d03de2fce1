package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
)

// patience is how long Compact waits for the open Views to end. Those that come meanwhile wait
// as long at most.
const patience = 100 * time.Millisecond

// Compact puts in the place of the file one that holds the same and has no free pages. Reads
// go on meanwhile, and so do Updates but while the file is checked first. When one of these
// changes something, or a View does not end, Compact gives up with ErrBusy: it is for a time
// at which little happens. It needs room on the disk for the new file. progress is as for Backup.
//
// On an error the database goes on as before. The new file takes the place of the old once it
// is whole, found to hold the same, and on disk; a kill or a power cut leaves one or the other.
func (db *DB) Compact(ctx context.Context, progress func(done, total int64)) error {
	db.compacting.Lock()
	defer db.compacting.Unlock()
	if err := db.Check(ctx); err != nil {
		return err
	}
	file := compactName(db.path)
	if err := discard(file); err != nil {
		return explain(db.path, err)
	}
	next := &DB{path: db.path, guarded: true}
	if err := next.open(file, mapAtOnce()); err != nil {
		return errors.Join(err, discard(file))
	}
	giveAway(next.file, db.path)
	state, err := db.copyInto(ctx, next, progress)
	if err == nil {
		err = db.exchange(next, file, state)
	}
	if err != nil {
		return errors.Join(err, next.Close(), discard(file))
	}
	return nil
}

// compactName returns the name of a file on its way to the place of the one at path. A kill may
// leave it behind, to be cleared away by who holds the other.
func compactName(path string) string {
	path = Target(path)
	return beside(path, "."+filepath.Base(path)+".compact")
}

// discard removes a file, if it is there.
func discard(file string) error {
	if err := os.Remove(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// exchange has db go on with the file of next, and gives it the name of its own, unless
// something changed since the state of which it is a copy. The lock of one of them is held
// at every moment, and the file under the name is always a whole one.
func (db *DB) exchange(next *DB, file string, state uint64) error {
	db.writer.Lock()
	defer db.writer.Unlock()
	switch current, err := db.state(); {
	case err != nil:
		return err
	case current != state || !db.quiet():
		return &failure{db.path + ": the database is in use: compact it when less happens", ErrBusy, nil}
	}
	defer db.swap.Unlock()
	if db.broken.Load() {
		return damaged(db.path, errEarlier)
	}
	if db.left.Load() { // since, in a View
		return explain(db.path, syscall.EIO)
	}
	if err := db.stands(); err != nil {
		return explain(db.path, err)
	}
	if err := os.Rename(file, Target(db.path)); err != nil {
		return explain(db.path, err)
	}
	old := db.bolt
	db.start.Store(next.start.Load())
	db.bolt, db.file, db.own, db.unsettled = next.bolt, next.file, next.own, true
	_ = old.Close() // it was unlinked: nothing of it is needed
	_ = db.settle() // or else the next Update does
	return nil
}

// quiet holds new Views back, waits for the open ones to end, and then takes hold of swap. A
// plain Lock would hold them back for as long as the longest View takes.
func (db *DB) quiet() bool {
	gate := make(chan struct{})
	db.gate.Store(&gate)
	defer close(gate)
	defer db.gate.Store(nil)
	for end := time.Now().Add(patience); !db.swap.TryLock(); time.Sleep(patience / 1000) {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}

// settle has the name of a new file on disk. Before that no Update may be acknowledged, which
// a power cut would take away with the file. The caller holds db.writer.
func (db *DB) settle() error {
	if !db.unsettled {
		return nil
	}
	err := syncFolder(folder(Target(db.path)))
	db.unsettled = err != nil
	return explain(db.path, err)
}

// state returns the number of the last transaction that wrote.
func (db *DB) state() (n uint64, err error) {
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		n = uint64(tx.bolt.ID())
		return nil
	})
	return n, err
}
