package store

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"
)

// The list of the tenants stands in a bucket of the database's own: each id is a key, and its
// value the checksum of the id. It changes with the buckets of the tenants, in the same transaction,
// and is asked only where there is no bucket of a name. A file of before gets it when it is
// written to.
const namesBucket = recordBucket + " tenants"

var ownBuckets = []string{recordBucket, namesBucket}

// find returns the bucket of a tenant, nil if it has stored nothing, and ErrCorrupt if what it has
// stored cannot be found.
func (tx *Tx) find(id string) (*bbolt.Bucket, error) {
	if err := tx.db.untold; err != nil {
		return nil, damaged(tx.db.path, err)
	}
	if bucket := tx.bolt.Bucket([]byte(id)); bucket != nil {
		return bucket, nil
	}
	names := tx.bolt.Bucket([]byte(namesBucket))
	switch {
	case names == nil:
		return nil, tx.db.orderly(tx.bolt)
	case names.Get([]byte(id)) != nil:
		return nil, damaged(tx.db.path, fmt.Errorf("%w: %q", errMissing, id))
	}
	return nil, nil
}

// make returns the bucket of a tenant, a new one if it has stored nothing.
func (tx *Tx) make(id string) (*bbolt.Bucket, error) {
	bucket, err := tx.find(id)
	if bucket != nil || err != nil {
		return bucket, err
	}
	if bucket, err = tx.bolt.CreateBucket([]byte(id)); err != nil {
		return nil, err
	}
	return bucket, tx.bolt.Bucket([]byte(namesBucket)).Put([]byte(id), sum(id))
}

// drop deletes the bucket of a tenant, if there is one.
func (tx *Tx) drop(id string) error {
	bucket, err := tx.find(id)
	if bucket == nil || err != nil {
		return err
	}
	if err := tx.bolt.DeleteBucket([]byte(id)); err != nil {
		return err
	}
	return tx.bolt.Bucket([]byte(namesBucket)).Delete([]byte(id))
}

// tenantsOf returns the ids of the tenants that a transaction sees.
func tenantsOf(b *bbolt.Tx) (ids []string, err error) {
	err = b.ForEach(func(name []byte, _ *bbolt.Bucket) error {
		if id := string(name); id != recordBucket && id != namesBucket {
			ids = append(ids, id)
		}
		return nil
	})
	return ids, err
}

// listed reports whether a file has the list of the tenants.
func listed(b *bbolt.Tx) bool { return b.Bucket([]byte(namesBucket)) != nil }

// keepNames gives a file its list of the tenants.
func keepNames(b *bbolt.Tx) error {
	if listed(b) {
		return nil
	}
	ids, err := tenantsOf(b)
	if err != nil {
		return err
	}
	names, err := b.CreateBucket([]byte(namesBucket))
	for _, id := range ids {
		if err == nil {
			err = names.Put([]byte(id), sum(id))
		}
	}
	return err
}

// guard returns ErrCorrupt where a write would spoil what is sound, which is looked at before the
// first one. The caller holds db.writer.
func (db *DB) guard() error {
	if db.guarded {
		return nil
	}
	err := db.transact((*bbolt.DB).View, "", func(tx *Tx) error { return db.orderly(tx.bolt) })
	if err != nil {
		return err
	}
	return db.guardFree()
}

// orderly returns ErrCorrupt if bbolt may take something in the root for what it is not.
func (db *DB) orderly(b *bbolt.Tx) error {
	r, err := db.rootOf(context.Background(), b)
	if err == nil {
		err = r.disorder()
	}
	if err != nil {
		return damaged(db.path, err)
	}
	return nil
}

// Repair puts flipped bits right in the names by which tenants are found, as the list of them
// tells. It returns how many it put right and what Check then finds. Updates wait until it returns.
func (db *DB) Repair(ctx context.Context) (mended int, err error) {
	db.writer.Lock()
	defer db.writer.Unlock()
	var patches []patch
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		if r, err := db.rootOf(ctx, tx.bolt); err == nil { // or else check tells
			patches = r.patches()
		}
		return ctx.Err()
	})
	if err != nil {
		return 0, err
	}
	for _, p := range patches {
		if _, err := db.file.WriteAt(p.bytes, p.at); err != nil {
			return 0, explain(db.path, err)
		}
	}
	if len(patches) > 0 {
		if err := db.file.Sync(); err != nil {
			return 0, explain(db.path, err)
		}
	}
	return len(patches), db.check(ctx)
}
