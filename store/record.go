package store

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// format is the version of the file that is written, and the newest that is known: raise it
// with whatever an older version could not read. Files of format 1 have no record.
const format = 2

// The record stands in a bucket of its own, under one key, as JSON behind a checksum. Its
// field of the format is for all versions to come. No tenant has a name like that of a
// bucket of the database's own.
const recordBucket = "\x00verbatim"

var (
	recordKey  = []byte("record")
	errOwnName = errors.New("no tenant can have an id that the database has for itself")
)

// record is what a file says of itself.
//
// Changes are counted: that is the number of the transaction and what the record adds to it,
// so it costs no Update anything. It never falls, whatever is put back, and two files of one
// identity and one count hold the same.
type record struct {
	Format   int       `json:"format"`
	Identity string    `json:"identity,omitempty"` // of the database, which its copies share; random
	Made     time.Time `json:"made"`               // the database, or its first record
	Add      uint64    `json:"add,omitempty"`
	Taken    *moment   `json:"taken,omitempty"` // of a copy: what it is a copy of
	Kept     string    `json:"kept,omitempty"`  // before which upgrade a copy was kept last
}

// moment is a state of a database.
type moment struct {
	At      time.Time `json:"at"`
	Changes uint64    `json:"changes"`
}

func now() time.Time { return time.Now().UTC().Truncate(time.Second) }

// changes returns the count of changes that a transaction sees, its own among them.
func (r record) changes(b *bbolt.Tx) uint64 { return r.Add + uint64(b.ID()) }

// recordOf returns the record of a file, ErrCorrupt when it is damaged, and the zero record
// when there is none.
func recordOf(b *bbolt.Tx) (r record, err error) {
	bucket := b.Bucket([]byte(recordBucket))
	if bucket == nil {
		return record{}, nil
	}
	body, err := Unseal(bucket.Get(recordKey))
	if err == nil {
		err = json.Unmarshal(body, &r)
	}
	if err != nil {
		return record{}, fmt.Errorf("%w (its record of itself)", ErrCorrupt)
	}
	return r, nil
}

func (r record) put(b *bbolt.Tx) error {
	bucket, err := b.CreateBucketIfNotExists([]byte(recordBucket))
	if err != nil {
		return err
	}
	body, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return bucket.Put(recordKey, Seal(body))
}

// stays reports whether a record may stay as it is when the database is written to.
func (r record) stays() bool { return r.Format == format && r.Identity != "" && r.Taken == nil }

// keepRecord gives a file the record it needs before anything is written to it. A damaged
// record is made anew, for it is not worth refusing the articles. A copy that is written to
// is no longer the copy of anything, but a database of its own.
func keepRecord(b *bbolt.Tx) error {
	if err := keepNames(b); err != nil {
		return err
	}
	r, err := recordOf(b)
	if err == nil && r.stays() {
		return nil
	}
	if r.Identity == "" || r.Taken != nil {
		r = record{Identity: rand.Text(), Made: now(), Add: r.Add}
	}
	r.Format = format
	return r.put(b)
}

// amend changes the record in a transaction of its own. The caller holds db.writer.
func (db *DB) amend(change func(r *record, b *bbolt.Tx)) error {
	if err := db.guard(); err != nil {
		return err
	}
	if err := db.confirm(); err != nil {
		return err
	}
	return db.transact((*bbolt.DB).Update, "", func(tx *Tx) error {
		r, err := recordOf(tx.bolt)
		if err != nil {
			return err
		}
		r.Format = format
		change(&r, tx.bolt)
		return r.put(tx.bolt)
	})
}

// known reads the record, and returns ErrNewer if the file is of a format that this version
// does not know. A damaged record is no hindrance: Check tells of it.
func (db *DB) known() error {
	return db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		_, db.untold = db.rootOf(context.Background(), tx.bolt)
		r, err := recordOf(tx.bolt)
		db.recorded = err == nil && r.stays() && listed(tx.bolt)
		if err != nil || r.Format <= format {
			return nil
		}
		return &failure{fmt.Sprintf("%s: made by a newer Verbatim (format %d, this one knows %d): "+
			"use that one, or put back a backup made before the upgrade", db.path, r.Format, format), ErrNewer, nil}
	})
}
