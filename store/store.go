// Package store keeps what tenants put, in one bbolt file. It knows no key and no
// value: the packages above state their key schemas.
package store

import "iter"

// Options say how to open a DB; the zero Options are right for a bot.
type Options struct{}

// DB is one database file, held by one process at a time.
type DB struct{}

// Tenant is a place in the database: it can name no key outside it.
type Tenant struct{}

// Tx is one transaction of one tenant, valid until the closure it was given to returns.
type Tx struct{}

func Open(path string, o Options) (*DB, error)              { return nil, nil }
func (db *DB) Close() error                                 { return nil }
func (db *DB) Tenant(id string) *Tenant                     { return nil }
func (t *Tenant) ID() string                                { return "" }
func (t *Tenant) View(f func(*Tx) error) error              { return nil }
func (t *Tenant) Update(f func(*Tx) error) error            { return nil }
func (tx *Tx) Get(key []byte) []byte                        { return nil }
func (tx *Tx) Put(key, value []byte) error                  { return nil }
func (tx *Tx) Delete(key []byte) error                      { return nil }
func (tx *Tx) Scan(prefix []byte) iter.Seq2[[]byte, []byte] { return nil }
func (tx *Tx) Sequence() (uint64, error)                    { return 0, nil }
