package store

import (
	"bytes"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Tx is one transaction of one tenant, valid until the closure it was given to
// returns, in the goroutine of that closure. Keys have 1 to 32,768 bytes; values have
// up to 2 GiB, and an empty one is a value.
//
// The keys and values it returns are read in place: they must not be changed, and must
// be copied to outlive the transaction.
type Tx struct {
	db      *DB
	bolt    *bbolt.Tx
	bucket  *bbolt.Bucket // nil when the tenant has stored nothing
	spare   *bbolt.Cursor // one that is in no use, whose memory need not be made again; nil where there is none
	inBolt  bool          // a panic now is bbolt's and no caller's
	changes int           // so far, for a Scan to notice
	puts    bool          // something, and not only deletes
	inside  bool          // what it was begun for runs
	said    error         // what that returned
}

// Get returns the value of key, or nil if there is none.
func (tx *Tx) Get(key []byte) []byte {
	if tx.bucket == nil {
		return nil
	}
	tx.inBolt = true
	c := tx.cursor()
	k, v := c.Seek(key)
	tx.spare = c
	tx.inBolt = false
	if k == nil || !bytes.Equal(k, key) {
		return nil
	}
	return v
}

// cursor returns a cursor that stands nowhere. Who has it may make it the spare one when he is done with it.
func (tx *Tx) cursor() *bbolt.Cursor {
	c := tx.spare
	if c == nil {
		return tx.bucket.Cursor()
	}
	tx.spare = nil
	return c
}

// Put sets the value of key. The value must not be changed before the transaction ends.
func (tx *Tx) Put(key, value []byte) error {
	if value == nil {
		value = []byte{} // or Get would take it for none until the commit
	}
	tx.puts = true
	return tx.change(func(b *bbolt.Bucket) error { return b.Put(key, value) })
}

// Delete removes key. It is no error if there is none.
func (tx *Tx) Delete(key []byte) error {
	return tx.change(func(b *bbolt.Bucket) error { return b.Delete(key) })
}

// Sequence returns the next number of the tenant's own sequence, the first being 1. A
// transaction that fails gives its numbers back.
func (tx *Tx) Sequence() (n uint64, err error) {
	err = tx.change(func(b *bbolt.Bucket) error {
		n, err = b.NextSequence()
		return err
	})
	return n, err
}

func (tx *Tx) change(f func(*bbolt.Bucket) error) error {
	if tx.bucket == nil {
		return berrors.ErrTxNotWritable
	}
	tx.changes++
	tx.inBolt = true
	err := f(tx.bucket)
	tx.inBolt = false
	return err
}
