package store

import (
	"bytes"
	"iter"

	"go.etcd.io/bbolt"
)

// Tx is one transaction of one tenant, valid until the closure it was given to returns.
type Tx struct {
	bucket  *bbolt.Bucket // nil when the tenant has stored nothing yet
	changes int           // Puts and Deletes so far: a Scan that sees one seeks its place anew
}

// Get returns the value of key, or nil if there is none. It is read in place: it must
// not be changed, and must be copied to outlive the transaction.
func (tx *Tx) Get(key []byte) []byte {
	if tx.bucket == nil {
		return nil
	}
	return tx.bucket.Get(key)
}

// Put sets the value of key. The value must not change before the transaction ends.
func (tx *Tx) Put(key, value []byte) error {
	if tx.bucket == nil {
		return bbolt.ErrTxNotWritable
	}
	if value == nil {
		value = []byte{} // so that Get tells it from an absent one
	}
	tx.changes++
	return tx.bucket.Put(key, value)
}

// Delete removes key; it is no error if there is none.
func (tx *Tx) Delete(key []byte) error {
	if tx.bucket == nil {
		return bbolt.ErrTxNotWritable
	}
	tx.changes++
	return tx.bucket.Delete(key)
}

// Scan yields the keys that begin with prefix, in the order of their bytes, and their
// values, both read in place. Keys may be put and deleted while it runs: it goes on with
// the first key after the one it yielded.
func (tx *Tx) Scan(prefix []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		if tx.bucket == nil {
			return
		}
		c, seen := tx.bucket.Cursor(), tx.changes
		k, v := c.Seek(prefix)
		for k != nil && bytes.HasPrefix(k, prefix) && yield(k, v) {
			if seen == tx.changes {
				k, v = c.Next()
				continue
			}
			last := k
			seen = tx.changes
			if k, v = c.Seek(last); bytes.Equal(k, last) {
				k, v = c.Next()
			}
		}
	}
}

// Last returns the last key that begins with prefix and its value, or nil and nil.
func (tx *Tx) Last(prefix []byte) (key, value []byte) {
	if tx.bucket == nil {
		return nil, nil
	}
	c := tx.bucket.Cursor()
	k, v := c.Last()
	if end := after(prefix); end != nil {
		if next, _ := c.Seek(end); next != nil {
			k, v = c.Prev()
		}
	}
	if !bytes.HasPrefix(k, prefix) {
		return nil, nil
	}
	return k, v
}

// after returns the first key that follows every key with the prefix, or nil if none does.
func after(prefix []byte) []byte {
	end := bytes.TrimRight(prefix, "\xff")
	if len(end) == 0 {
		return nil
	}
	end = bytes.Clone(end)
	end[len(end)-1]++
	return end
}

// Sequence returns the next number of the tenant's own sequence, from 1. A transaction
// that fails gives its numbers back.
func (tx *Tx) Sequence() (uint64, error) {
	if tx.bucket == nil {
		return 0, bbolt.ErrTxNotWritable
	}
	return tx.bucket.NextSequence()
}
