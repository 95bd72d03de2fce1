package store

import "go.etcd.io/bbolt"

// Tenant is a place in the database: it can name no key outside it.
type Tenant struct {
	db *DB
	id string
}

// Tenant returns the tenant of that id. Nothing is stored until its first Update.
func (db *DB) Tenant(id string) *Tenant { return &Tenant{db, id} }

// ID returns the id that t was asked for by.
func (t *Tenant) ID() string { return t.id }

// View runs f in a transaction that sees one moment of the tenant and changes nothing.
func (t *Tenant) View(f func(*Tx) error) error {
	return t.db.bolt.View(func(b *bbolt.Tx) error {
		return f(&Tx{bucket: b.Bucket([]byte(t.id))})
	})
}

// Update runs f in a transaction that is on disk, all of it, when Update returns nil.
// When f returns an error nothing of it is kept.
func (t *Tenant) Update(f func(*Tx) error) error {
	return t.db.bolt.Update(func(b *bbolt.Tx) error {
		bucket, err := b.CreateBucketIfNotExists([]byte(t.id))
		if err != nil {
			return err
		}
		return f(&Tx{bucket: bucket})
	})
}
