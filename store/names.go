package store

import (
	"bytes"
	"context"

	"go.etcd.io/bbolt"
)

// find opens what a tenant has stored, if there is something. Where there is nothing the names of
// all tenants are looked at, for one that is damaged may be this one's: it would be taken for empty.
func (tx *Tx) find(tenant string) error {
	if tx.bucket = tx.bolt.Bucket([]byte(tenant)); tx.bucket != nil {
		return nil
	}
	w := newWalk(context.Background(), tx.db.file, tx.db.bolt.Info().PageSize, tx.bolt.Size())
	w.shallow = true
	err := w.tree(uint64(tx.bolt.Cursor().Bucket().Root()))
	if err == nil {
		err = inOrder(tx.bolt)
	}
	if err != nil {
		return damaged(tx.db.path, err)
	}
	return nil
}

// inOrder makes sure that the names of tenants follow each other.
func inOrder(b *bbolt.Tx) error {
	var last []byte
	return b.ForEach(func(name []byte, of *bbolt.Bucket) error {
		if of == nil || bytes.Compare(name, last) <= 0 {
			return errPage
		}
		last = name
		return nil
	})
}
