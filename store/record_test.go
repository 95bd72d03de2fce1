package store_test

import (
	"bytes"
	"errors"
	"testing"

	"go.etcd.io/bbolt"

	"verbatim/store"
	"verbatim/store/storetest"
)

// own is the bucket that the database has for itself.
const own = "\x00verbatim"

// inFile changes a file behind the store's back.
func inFile(t *testing.T, path string, change func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// setRecord puts bytes in the place of a file's record of itself.
func setRecord(value []byte) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error { return tx.Bucket([]byte(own)).Put([]byte("record"), value) }
}

func TestAFileOfANewerFormatIsRefused(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v")
	closed(t, db)
	inFile(t, path, setRecord(store.Seal([]byte(`{"format":3,"shape":{"new":true}}`))))
	_, err := store.Open(path, store.Options{})
	if !errors.Is(err, store.ErrNewer) {
		t.Errorf("got %v", err)
	}
	isForAPerson(t, err, path, "made by a newer Verbatim (format 3, this one knows 2)", "put back a backup made before the upgrade")
	if _, err := store.Open(path, store.Options{}); !errors.Is(err, store.ErrNewer) {
		t.Errorf("once more: %v", err)
	}
}

func TestADamagedRecordIsToldOfAndKeepsNobodyFromTheRest(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v")
	closed(t, db)
	for _, value := range [][]byte{{}, []byte("record"), store.Seal([]byte("{"))} {
		inFile(t, path, setRecord(value))
		db = create(t, path)
		if err := db.Check(t.Context()); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("of %q a check says %v", value, err)
		}
		put(t, db.Tenant("a"), "k", "v") // makes it anew
		if err := db.Check(t.Context()); err != nil {
			t.Error(err)
		}
		closed(t, db)
	}
}

// A file of before has no record. It gets one when it is written to, and not before.
func TestAFileOfBeforeIsTakenAsItIs(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v")
	closed(t, db)
	inFile(t, path, func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte(own)) })
	db = create(t, path)
	if got := contents(t, db.Tenant("a")); got["k"] != "v" {
		t.Errorf("it holds %q", got)
	}
	closed(t, db)
	recorded := func() (has bool) {
		inFile(t, path, func(tx *bbolt.Tx) error { has = tx.Bucket([]byte(own)) != nil; return nil })
		return has
	}
	if recorded() {
		t.Error("reading gave it a record")
	}
	db = create(t, path)
	put(t, db.Tenant("a"), "k", "w")
	closed(t, db)
	if !recorded() {
		t.Error("writing gave it no record")
	}
}

func TestTheDatabasesOwnPlaceIsNoTenants(t *testing.T) {
	db := storetest.Open(t)
	nothing := func(*store.Tx) error { return nil }
	for _, err := range []error{db.Tenant(own).View(nothing), db.Tenant(own).Update(nothing), db.Tenant(own).Drop()} {
		isForAPerson(t, err, "no tenant can have")
	}
	put(t, db.Tenant("a"), "k", "v")
	if ids, err := db.Tenants(); err != nil || len(ids) != 1 {
		t.Errorf("the tenants are %q, %v", ids, err)
	}
}

func TestStatsTellHowMuchOfTheFileIsInUse(t *testing.T) {
	path := newPath(t)
	db, err := store.Open(path, store.Options{MaxSize: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	put(t, db.Tenant("a"), "small", "v")
	before := db.Stats()
	put(t, db.Tenant("a"), "large", string(bytes.Repeat([]byte("v"), 8<<20)))
	full := db.Stats()
	put(t, db.Tenant("a"), "large", "")
	put(t, db.Tenant("a"), "small", "w")
	emptied := db.Stats()
	if grown := full.Used() - before.Used(); grown < 8<<20 || grown > 9<<20 {
		t.Errorf("8 MiB made it %d longer", grown)
	}
	if emptied.Used() > before.Used()+1<<20 || emptied.Size != full.Size || emptied.Free < 8<<20 {
		t.Errorf("without them it is %+v, before %+v", emptied, full)
	}
	if before.Limit != 64<<20 || before.Broken || emptied.Updates != full.Updates+2 {
		t.Errorf("got %+v, then %+v", before, emptied)
	}
	closed(t, db)
	if got := db.Stats(); got.Size != 0 {
		t.Errorf("closed: %+v", got)
	}
}
