package store

import (
	"context"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// errChecked ends the transaction of a Check without a commit.
var errChecked = errors.New("checked")

// Check reads the structure of the whole file and returns ErrCorrupt with the first
// thing that is wrong: a page that is lost, used twice or no page, keys out of order, or a
// tenant that is not found. It cannot see a change within a key or a value. The list of free
// pages, which follows from the rest, it puts right. Updates wait until it returns.
func (db *DB) Check(ctx context.Context) error {
	db.writer.Lock()
	defer db.writer.Unlock()
	return db.check(ctx)
}

// check is Check for a caller that holds db.writer.
func (db *DB) check(ctx context.Context) error {
	if err := db.guard(); err != nil {
		return err
	}
	err := db.transact((*bbolt.DB).Update, "", func(tx *Tx) error {
		if err := db.walk(ctx, tx.bolt); err != nil {
			return err
		}
		if err := checkTrees(tx.bolt); err != nil {
			return damaged(db.path, err)
		}
		if err := db.checkRoot(ctx, tx.bolt); err != nil {
			return damaged(db.path, err)
		}
		if _, err := recordOf(tx.bolt); err != nil {
			return err
		}
		return errChecked
	})
	if err == errChecked {
		return nil
	}
	return err
}

// walk makes sure that checkTrees is safe to run.
func (db *DB) walk(ctx context.Context, b *bbolt.Tx) error {
	w := newWalk(ctx, db.file, db.bolt.Info().PageSize, b.Size())
	err := w.tree(uint64(b.Cursor().Bucket().Root()))
	if err == nil || ctx.Err() != nil {
		return err
	}
	return damaged(db.path, err)
}

// checkRoot holds the tenants against the list of them.
func (db *DB) checkRoot(ctx context.Context, b *bbolt.Tx) error {
	r, err := db.rootOf(ctx, b)
	if err == nil {
		err = r.damage()
	}
	return err
}

// checkTrees is bbolt's own check. It goes on to its end, since the transaction must
// not be closed before.
func checkTrees(b *bbolt.Tx) (first error) {
	n := 0
	for err := range b.Check() {
		if n++; first == nil {
			first = err
		}
	}
	if n > 1 {
		return fmt.Errorf("%w, and %d more findings", first, n-1)
	}
	return first
}
