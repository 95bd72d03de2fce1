package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"go.etcd.io/bbolt"

	"verbatim/store"
)

// tenants are those of a small file, all on its root page but one.
var tenants = []string{"able", "baker", "charlie", "large"}

// rooted makes a file of these, and returns it and its root page.
func rooted(t *testing.T) (file []byte, page int) {
	t.Helper()
	path := newPath(t)
	db := create(t, path)
	for _, id := range tenants {
		put(t, db.Tenant(id), "whose", id)
	}
	put(t, db.Tenant("large"), "k", string(make([]byte, 3*pageSize)))
	closed(t, db)
	inFile(t, path, func(tx *bbolt.Tx) error { return nil })
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	inFile(t, path, func(tx *bbolt.Tx) error {
		page = int(tx.Cursor().Bucket().Root())
		return nil
	})
	return file, page
}

// Whatever bit of the page is flipped where the tenants are found, none of them looks as if it had
// stored nothing or has what is another's, to whoever reads or writes, and check tells of it.
func TestAFlippedBitTakesNoTenantAway(t *testing.T) {
	whole, page := rooted(t)
	told, repaired, names := 0, 0, 0
	head := 16 + 16*int(binary.NativeEndian.Uint16(at(whole, page)[10:]))
	for bit := 0; bit < 8*(head+16); bit++ {
		path := flip(t, whole, page*pageSize+bit/8, bit%8)
		db, err := store.Open(path, store.Options{})
		if err != nil {
			t.Fatalf("bit %d: %v", bit, err)
		}
		sound := true
		for _, id := range tenants {
			sound = keepsTenant(t, db, id) && sound
		}
		checked := db.Check(t.Context())
		if checked == nil && !sound {
			t.Errorf("bit %d of byte %d: a tenant is not found, and check finds nothing", bit%8, bit/8)
		}
		if checked != nil {
			told++
		}
		db.Close()
		_, _ = repaired, names
	}
	t.Logf("%d of %d are told", told, 8*(head+16))
}

// keepsTenant tells whether a tenant is as it was, and fails if it is another and no error says so.
func keepsTenant(t *testing.T, db *store.DB, id string) bool {
	t.Helper()
	whose := ""
	read := func(tx *store.Tx) error {
		whose = string(tx.Get([]byte("whose")))
		return nil
	}
	for _, transaction := range []func(func(*store.Tx) error) error{db.Tenant(id).View, db.Tenant(id).Update} {
		err := transaction(read)
		if err == nil && whose == id {
			continue
		}
		if !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("of %s is read %q, %v", id, whose, err)
		}
		return false
	}
	return true
}

// Each bit of the names, and of the list of them, is put right.
func TestFlippedBitsOfNamesArePutRight(t *testing.T) {
	whole, _ := rooted(t)
	want := map[string]string{}
	for _, name := range append(slices.Clone(tenants), own, own+" tenants") {
		for from := 0; ; {
			i := bytes.Index(whole[from:], []byte(name))
			if i < 0 {
				break
			}
			for bit := range 8 * len(name) {
				path := flip(t, whole, from+i+bit/8, bit%8)
				db := create(t, path)
				if db.Check(t.Context()) == nil {
					closed(t, db)
					continue // a page of before, or a value
				}
				mended, err := db.Repair(t.Context())
				if mended != 1 || err != nil {
					t.Errorf("%q, bit %d: put right %d, %v", name, bit, mended, err)
				}
				for _, id := range tenants {
					if got := contents(t, db.Tenant(id)); got["whose"] != id {
						t.Errorf("%q, bit %d: of %s is read %q", name, bit, id, got["whose"])
					}
				}
				want[name] = path
				closed(t, db)
			}
			from += i + 1
		}
	}
	if len(want) != len(tenants)+2 {
		t.Errorf("these were put right: %q", slices.Sorted(maps.Keys(want)))
	}
}

// flip returns the path of a file in which a bit is another.
func flip(t *testing.T, whole []byte, at, bit int) string {
	t.Helper()
	file := bytes.Clone(whole)
	file[at] ^= 1 << bit
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
