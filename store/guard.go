package store

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"syscall"

	"go.etcd.io/bbolt"
)

// On a damaged page bbolt panics, and reading a page that the file no longer has is a
// fault that would end the process. The two functions here make ErrCorrupt of both,
// and let every other panic, which is a caller's mistake, run its course.

var (
	errEarlier = errors.New("as an earlier transaction found")
	errPage    = errors.New("a page is not what was written")
)

// sense makes an error of a panic that damage caused. What the runtime says of it, an
// index out of range and the like, tells a person nothing.
func sense(p any) error {
	if _, ok := p.(runtime.Error); ok {
		return errPage
	}
	return fmt.Errorf("%v", p)
}

// begin is a method of bbolt's that starts a transaction and ends it.
type begin func(*bbolt.DB, func(*bbolt.Tx) error) error

// transact runs f in a transaction, which sees a tenant, unless f opens one or needs none:
// that is told by an empty id. An error of f is returned as it is, but that ErrCorrupt gets
// the file's name. When bbolt panics outside f its locks may stay held, and db is used no
// more.
func (db *DB) transact(begin begin, tenant string, f func(*Tx) error) (err error) {
	if gate := db.gate.Load(); gate != nil {
		<-*gate
	}
	for db.left.Load() {
		if err := db.reopen(); err != nil {
			return err
		}
	}
	db.swap.RLock()
	defer db.swap.RUnlock()
	if db.left.Load() {
		return explain(db.path, syscall.EIO)
	}
	if db.broken.Load() {
		return damaged(db.path, errEarlier)
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	tx := &Tx{db: db}
	defer func() {
		if tx.inside {
			return
		}
		if p := recover(); p != nil {
			db.broken.Store(true)
			err = damaged(db.path, sense(p))
		}
	}()
	err = begin(db.bolt, func(b *bbolt.Tx) error {
		tx.bolt, tx.inBolt, tx.inside = b, true, true
		tx.said = tx.guard(tenant, f)
		tx.inside = false
		return tx.said
	})
	if tx.said != nil {
		return named(db.path, tx.said)
	}
	return explain(db.path, err)
}

// guard runs f and makes an error of a panic that damage caused. bbolt then ends the
// transaction as after any error, and the database can still be used.
func (tx *Tx) guard(tenant string, f func(*Tx) error) (err error) {
	defer func() {
		p := recover()
		switch {
		case p == nil:
		case tx.inBolt || tx.db.lacks(p):
			err = damaged(tx.db.path, sense(p))
		default:
			panic(p)
		}
	}()
	if tenant != "" {
		if tx.bucket, err = tx.find(tenant); err != nil {
			return err
		}
		tx.inBolt = false
	}
	return f(tx)
}

// lacks reports whether a panic is a fault at an address where the mapped file has no
// page. A fault where it has one is a caller writing to bytes that may only be read.
func (db *DB) lacks(p any) bool {
	fault, ok := p.(interface{ Addr() uintptr })
	if !ok {
		return false
	}
	info, err := db.file.Stat()
	start := db.bolt.Info().Data
	return err != nil || fault.Addr() < start || fault.Addr() >= start+uintptr(info.Size())
}
