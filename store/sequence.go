package store

import "go.etcd.io/bbolt"

// Given returns the last number that Sequence gave. It is not sealed: a caller whose keys
// hold such numbers can tell whether it is right.
func (tx *Tx) Given() uint64 {
	if tx.bucket == nil {
		return 0
	}
	return tx.bucket.Sequence()
}

// Resume has Sequence go on behind a number.
func (tx *Tx) Resume(number uint64) error {
	return tx.change(func(b *bbolt.Bucket) error { return b.SetSequence(number) })
}
