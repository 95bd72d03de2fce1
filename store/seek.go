package store

import (
	"bytes"
	"iter"

	"go.etcd.io/bbolt"
)

// Seek returns the first key from the given one on that begins with prefix, with its
// value, or nil and nil.
func (tx *Tx) Seek(prefix, from []byte) (key, value []byte) {
	if tx.bucket == nil {
		return nil, nil
	}
	if bytes.Compare(from, prefix) < 0 {
		from = prefix
	}
	tx.inBolt = true
	c := tx.cursor()
	key, value = seek(c, from)
	tx.spare = c
	tx.inBolt = false
	if !bytes.HasPrefix(key, prefix) {
		return nil, nil
	}
	return key, value
}

// seek has c stand on the first key from one on. Where keys are out of order bbolt may find one that is
// before it, with which a caller who goes from key to key would go round for good.
func seek(c *bbolt.Cursor, from []byte) (key, value []byte) {
	key, value = c.Seek(from)
	if key != nil && bytes.Compare(key, from) < 0 {
		panic(errPage)
	}
	return key, value
}

// Scan yields the keys that begin with prefix, in the order of their bytes, with their
// values. The loop may put and delete keys, the one at hand included: Scan goes on
// with the first key that then follows it.
func (tx *Tx) Scan(prefix []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		if tx.bucket == nil {
			return
		}
		tx.inBolt = true
		c := tx.cursor()
		defer func() { tx.spare = c }()
		k, v := seek(c, prefix)
		for bytes.HasPrefix(k, prefix) && k != nil {
			changes := tx.changes
			tx.inBolt = false
			if !yield(k, v) {
				return
			}
			tx.inBolt = true
			k, v = next(c, k, tx.changes != changes)
		}
		tx.inBolt = false
	}
}

// next returns what follows the key that c stands on, which after a change of the
// bucket c has to find anew: the entries of its page may have moved.
func next(c *bbolt.Cursor, key []byte, changed bool) (k, v []byte) {
	if changed {
		if k, v = seek(c, key); !bytes.Equal(k, key) {
			return k, v
		}
	}
	return c.Next()
}

// Last returns the last key that begins with prefix, with its value, or nil and nil.
func (tx *Tx) Last(prefix []byte) (key, value []byte) {
	if tx.bucket == nil {
		return nil, nil
	}
	tx.inBolt = true
	c := tx.cursor()
	k, v := before(c, after(prefix))
	tx.spare = c
	tx.inBolt = false
	if !bytes.HasPrefix(k, prefix) {
		return nil, nil
	}
	return k, v
}

// before returns the last key before end, or the last of all if end is nil. A page that
// this transaction has emptied stops c.Prev, and makes c.Last loop for good when there
// is no other; so a key to be found is made sure of first.
func before(c *bbolt.Cursor, end []byte) (k, v []byte) {
	first, _ := c.First()
	if first == nil || end != nil && bytes.Compare(first, end) >= 0 {
		return nil, nil
	}
	if end == nil {
		return c.Last()
	}
	if next, _ := c.Seek(end); next == nil {
		return c.Last()
	}
	for k == nil {
		k, v = c.Prev()
	}
	return k, v
}

// after returns the first key that follows all keys with the prefix, or nil if none can.
func after(prefix []byte) []byte {
	end := bytes.Clone(bytes.TrimRight(prefix, "\xff"))
	if len(end) == 0 {
		return nil
	}
	end[len(end)-1]++
	return end
}
