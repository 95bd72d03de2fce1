package store

import (
	"fmt"
	"slices"

	"go.etcd.io/bbolt"
)

// fill is how full a page is left when it is split. Most keys come in order: bbolt's own half
// would leave half of their pages empty for good.
const fill = .9

// Tenant is a place in the database: it can name no key outside it.
type Tenant struct {
	db *DB
	id string
}

// Tenant returns the tenant of that id, any 1 to 32,768 bytes but the names that the database
// has for itself; with another id every View and Update fails. Nothing is stored before the first Update.
func (db *DB) Tenant(id string) *Tenant { return &Tenant{db, id} }

// Tenants returns the ids of the tenants that the database holds, in the order of
// their bytes.
func (db *DB) Tenants() (ids []string, err error) {
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) (err error) {
		ids, err = tenantsOf(tx.bolt)
		return err
	})
	return ids, err
}

// ID returns the id that t was asked for by.
func (t *Tenant) ID() string { return t.id }

// View runs f in a transaction that sees the tenant as it is at this moment, whatever
// is written meanwhile, and cannot write. It returns what f returns, or ErrCorrupt when
// f comes upon damage. A tenant that has stored nothing is empty, and stays unknown.
func (t *Tenant) View(f func(*Tx) error) error {
	if err := t.valid(); err != nil {
		return err
	}
	return t.db.transact((*bbolt.DB).View, t.id, f)
}

// Update runs f in a transaction that may write, after the Updates before it. When
// Update returns nil all that f wrote is on disk and survives a kill or a power cut.
// When f returns an error nothing of it is kept, and Update returns that error. What f
// writes is in memory until then, and more than some 100,000 keys out of order in one
// Update are slow.
//
// Any other error leaves the outcome unknown. It does not mean that nothing was
// written: a sync may fail after the write. So let f be such that it can be run again
// with the same result. An Update that changes nothing syncs too, so when a repetition
// succeeds the work of the first attempt is on disk as well.
func (t *Tenant) Update(f func(*Tx) error) error {
	return t.write(func(tx *Tx) (err error) {
		if tx.bucket, err = tx.make(t.id); err != nil {
			return err
		}
		tx.bucket.FillPercent = fill
		tx.inBolt = false
		return f(tx)
	})
}

// Drop deletes the tenant and all it has stored, as an Update would. It is no error if
// it has stored nothing.
func (t *Tenant) Drop() error {
	return t.write(func(tx *Tx) error { return tx.drop(t.id) })
}

// write runs f in a transaction that may write. One that puts nothing is not held to
// the limit of the file's size: it needs some pages before it can free others.
func (t *Tenant) write(f func(*Tx) error) error {
	if err := t.valid(); err != nil {
		return err
	}
	t.db.writer.Lock()
	defer t.db.writer.Unlock()
	return t.db.update(func(tx *Tx) error {
		err := f(tx)
		t.db.bolt.MaxSize = 0
		if tx.puts {
			t.db.bolt.MaxSize = t.db.maxSize
		}
		return err
	})
}

// update runs f in a transaction that may write, and before it, where the file has no record
// yet, gives it one. The caller holds db.writer.
func (db *DB) update(f func(*Tx) error) error {
	if err := db.settle(); err != nil {
		return err
	}
	if err := db.guard(); err != nil {
		return err
	}
	if err := db.confirm(); err != nil {
		return err
	}
	recorded, wanted := db.recorded, false
	err := db.transact((*bbolt.DB).Update, "", func(tx *Tx) error {
		db.start.Store(db.bolt.Info().Data)
		if !recorded {
			if err := keepRecord(tx.bolt); err != nil {
				return err
			}
		}
		err := f(tx)
		wanted = err == nil
		return err
	})
	if wanted && err != nil {
		db.confirmed = false // it may be a sync that failed
	}
	if failedToCommit(wanted, err) || lostMapping(err) {
		db.leave()
	}
	db.recorded = recorded || err == nil
	return err
}

func (t *Tenant) valid() error {
	switch {
	case len(t.id) == 0 || len(t.id) > bbolt.MaxKeySize:
		return fmt.Errorf("a tenant's id has 1 to %d bytes, not %d", bbolt.MaxKeySize, len(t.id))
	case slices.Contains(ownBuckets, t.id):
		return errOwnName
	}
	return nil
}
