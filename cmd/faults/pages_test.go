package faults

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"verbatim/store"
)

// longValue has pages of its own in the file.
var longValue = bytes.Repeat([]byte("v"), 8<<20)

// coldDatabase is a database on a disk, of which nothing is in memory.
func coldDatabase(t *testing.T, d *mountedDisk, put func(*store.Tx) error) *store.DB {
	t.Helper()
	warm, cold := filepath.Join(t.TempDir(), "a.db"), filepath.Join(d.at, "a.db")
	db, err := store.Open(warm, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Tenant("a").Update(put), db.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(warm)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cold, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if db, err = store.Open(cold, store.Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// The disk does not give a page of what is read in place. That is an error of the disk, which ends no
// process and tells of no damage, and is over when the disk gives it again.
func TestAPageThatTheDiskDoesNotGive(t *testing.T) {
	d := mountDisk(t)
	db := coldDatabase(t, d, func(tx *store.Tx) error { return tx.Put([]byte("k"), longValue) })
	read := func(fails func()) error {
		return db.Tenant("a").View(func(tx *store.Tx) error {
			value := tx.Get([]byte("k"))
			fails()
			if !bytes.Equal(value, longValue) {
				return errors.New("another value")
			}
			return nil
		})
	}
	err := read(func() { d.fail(1) })
	d.fail(0)
	if !errors.Is(err, syscall.EIO) || errors.Is(err, store.ErrCorrupt) {
		t.Errorf("got %v", err)
	}
	if err := read(func() {}); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// The same of a page that a commit needs: of those beside what was deleted.
func TestAPageThatACommitIsNotGiven(t *testing.T) {
	d := mountDisk(t)
	const keys = 40_000
	key := func(n int) []byte { return fmt.Appendf(nil, "%06d", n) }
	db := coldDatabase(t, d, func(tx *store.Tx) error {
		for i := range keys {
			if err := tx.Put(key(i*7919%keys), longValue[:100]); err != nil { // so that neighbours lie apart
				return err
			}
		}
		return nil
	})
	remove := func(fails func()) error {
		return db.Tenant("a").Update(func(tx *store.Tx) error {
			for n := range 500 {
				if err := tx.Delete(key(20_000 + n)); err != nil {
					return err
				}
			}
			fails()
			return nil
		})
	}
	err := remove(func() { d.fail(1) })
	d.fail(0)
	if !errors.Is(err, syscall.EIO) || errors.Is(err, store.ErrCorrupt) {
		t.Errorf("got %v", err)
	}
	if err := errors.Join(remove(func() {}), db.Check(t.Context())); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}
