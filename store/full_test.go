package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"verbatim/store"
)

// fillUp fills a database until an Update fails. It returns that error and those of
// reading all that was acknowledged, deleting half of it, and writing and checking again.
func fillUp(db *store.DB) []error {
	tenant, n := db.Tenant("a"), 0
	putOne := func(tx *store.Tx) error { return tx.Put(number(n), make([]byte, 30_000)) }
	full := tenant.Update(putOne)
	for ; full == nil; full = tenant.Update(putOne) {
		n++
	}
	read := tenant.View(func(tx *store.Tx) error {
		for i := range n {
			if len(tx.Get(number(i))) != 30_000 {
				return fmt.Errorf("value %d of %d is lost", i, n)
			}
		}
		if tx.Get(number(n)) != nil {
			return fmt.Errorf("the value that did not fit is there")
		}
		return nil
	})
	deleted := tenant.Update(func(tx *store.Tx) (err error) {
		for i := range n / 2 {
			err = errors.Join(err, tx.Delete(number(i)))
		}
		return err
	})
	n = 0 // reads and deletes go on, and then there is room once more
	return []error{full, read, deleted, errors.Join(tenant.Update(func(*store.Tx) error { return nil }), tenant.Update(putOne), db.Check(context.Background()))}
}

func TestMaxSizeIsKeptTo(t *testing.T) {
	for _, limit := range []int64{2 << 20, 5 << 20} {
		path := newPath(t)
		db, err := store.Open(path, store.Options{MaxSize: limit})
		if err != nil {
			t.Fatal(err)
		}
		results := fillUp(db)
		if !errors.Is(results[0], store.ErrFull) {
			t.Errorf("got %v", results[0])
		}
		isForAPerson(t, results[0], path, "size limit", "delete something")
		for i, err := range results[1:] {
			if err != nil {
				t.Errorf("step %d: %v", i+1, err)
			}
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if short := limit - info.Size(); short < -1<<20 || short > 2<<20 {
			t.Errorf("with a limit of %d the file grew to %d", limit, info.Size())
		}
		closed(t, db)
	}
}

func TestAFileOverItsLimitCanStillBeReadAndEmptied(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", strings.Repeat("v", 5<<20))
	closed(t, db)
	db, err := store.Open(path, store.Options{MaxSize: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, db)
	if got := contents(t, db.Tenant("a")); len(got["k"]) != 5<<20 {
		t.Errorf("the value has %d bytes", len(got["k"]))
	}
	if err := db.Tenant("a").Drop(); err != nil {
		t.Error(err)
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
