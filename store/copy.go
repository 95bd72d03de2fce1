package store

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"

	"go.etcd.io/bbolt"
)

// batchSize is the bytes that are copied in one transaction: the memory that a copy takes.
const batchSize = 8 << 20

var errNested = errors.New("a bucket within a bucket")

// copyInto writes all that db holds into next, which is empty, with keys in order and the
// pages filled, has it on disk and makes sure that it holds the same. It returns the state
// that it copied.
func (db *DB) copyInto(ctx context.Context, next *DB, progress func(done, total int64)) (state uint64, err error) {
	next.bolt.NoSync, next.bolt.NoGrowSync = true, true // once, at the end
	c := &copying{ctx: ctx, into: next.bolt, total: db.Stats().Used(), progress: progress}
	var sum uint32
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) (err error) {
		state = uint64(tx.bolt.ID())
		if err = c.all(tx.bolt); err == nil {
			sum, err = sumOf(ctx, tx.bolt)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	next.bolt.NoSync, next.bolt.NoGrowSync = false, false
	if err := next.bolt.Sync(); err != nil {
		return 0, explain(db.path, err)
	}
	return state, next.holds(ctx, sum)
}

// copying is a copy of what a transaction sees into another file.
type copying struct {
	ctx         context.Context
	into        *bbolt.DB
	tx          *bbolt.Tx // of into
	batch       int       // bytes since it began
	done, total int64
	progress    func(done, total int64)
}

// all copies everything. The last commit is for the second of the pages that lead to the rest: should
// the first be lost, it leads to the same, where it would lead to a file that holds nothing.
func (c *copying) all(from *bbolt.Tx) (err error) {
	if c.tx, err = c.into.Begin(true); err != nil {
		return err
	}
	defer func() { _ = c.tx.Rollback() }() // of no effect after its commit
	if err := from.ForEach(c.bucket); err != nil {
		return err
	}
	r, err := recordOf(from)
	if err == nil && r.Format > 0 {
		r.Add = r.changes(from) - uint64(c.tx.ID()) - 1
		err = r.put(c.tx)
	}
	if err == nil {
		err = c.tx.Commit()
	}
	if err != nil {
		return err
	}
	return c.into.Update(func(*bbolt.Tx) error { return nil })
}

func (c *copying) bucket(name []byte, from *bbolt.Bucket) error {
	to, err := c.tx.CreateBucket(name)
	if err == nil {
		err = to.SetSequence(from.Sequence())
	}
	cursor := from.Cursor()
	for k, v := cursor.First(); k != nil && err == nil; k, v = cursor.Next() {
		if v == nil {
			return errNested
		}
		if c.batch >= batchSize {
			if err := c.commit(); err != nil {
				return err
			}
			to = c.tx.Bucket(name)
		}
		to.FillPercent = fill
		err = to.Put(k, v)
		c.count(len(k) + len(v))
	}
	return err
}

// commit ends the transaction and begins the next.
func (c *copying) commit() (err error) {
	if err = c.ctx.Err(); err == nil {
		err = c.tx.Commit()
	}
	if err == nil {
		c.tx, err = c.into.Begin(true)
	}
	c.batch = 0
	return err
}

func (c *copying) count(n int) {
	c.batch += n
	c.done += int64(n)
	if c.progress != nil {
		c.progress(c.done, max(c.done, c.total))
	}
}

// holds makes sure that a file is sound and that the sum of what it holds is as it should be.
func (db *DB) holds(ctx context.Context, want uint32) error {
	if err := db.Check(ctx); err != nil {
		return err
	}
	return db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		got, err := sumOf(ctx, tx.bolt)
		if err == nil && got != want {
			err = fmt.Errorf("%w (a copy of it differs)", ErrCorrupt)
		}
		return err
	})
}

// sumOf returns a checksum of all that a transaction sees but the record.
func sumOf(ctx context.Context, b *bbolt.Tx) (sum uint32, err error) {
	add := func(p []byte) { sum = crc32.Update(sum, castagnoli, p) }
	err = b.ForEach(func(name []byte, of *bbolt.Bucket) error {
		if string(name) == recordBucket {
			return nil
		}
		add(name)
		add(order.AppendUint64(nil, of.Sequence()))
		return of.ForEach(func(k, v []byte) error {
			add(k)
			add(v)
			return ctx.Err()
		})
	})
	return sum, err
}
