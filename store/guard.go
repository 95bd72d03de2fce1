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
// the file's name. When bbolt panics outside f its locks may stay held, and it is used no
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
			err = damaged(db.path, db.cause(p))
			db.giveUp(tx, err)
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
		case tx.inBolt || tx.db.lacks(p) || tx.db.unreadable(p):
			err = damaged(tx.db.path, tx.db.cause(p))
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

// cause is sense for what may be the disk's failure.
func (db *DB) cause(p any) error {
	if db.unreadable(p) {
		return syscall.EIO
	}
	return sense(p)
}

// fault is a panic of the runtime that has the address of the memory which it could not use.
type fault interface{ Addr() uintptr }

// lacks reports whether a panic is a fault at an address where the mapped file has no
// page.
func (db *DB) lacks(p any) bool {
	f, ok := p.(fault)
	return ok && !db.has(f.Addr())
}

// unreadable reports whether a panic is a fault at a page of the mapped file that the disk does not give:
// then it is not in memory. Where it is there a caller has written to bytes that may only be read.
func (db *DB) unreadable(p any) bool {
	f, ok := p.(fault)
	return ok && db.has(f.Addr()) && !resident(f.Addr())
}

// has reports whether the mapped file has a page at an address. To ask bbolt where it is mapped reads the
// first page, which may be the one that is not given.
func (db *DB) has(address uintptr) bool {
	info, err := db.file.Stat()
	start := db.start.Load()
	return err == nil && address >= start && address < start+uintptr(info.Size())
}
