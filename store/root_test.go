package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
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
	told := 0
	head := 16 + 16*int(binary.NativeEndian.Uint16(at(whole, page)[10:]))
	for bit := 0; bit < 8*(head+16); bit += 5 {
		path := flipped(t, whole, page*pageSize+bit/8, bit%8)
		db, err := store.Open(path, store.Options{})
		if err != nil {
			if told++; !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("bit %d: %v", bit, err)
			}
			continue
		}
		sound := true
		for _, id := range tenants {
			sound = keepsTenant(t, db, fmt.Sprintf("bit %d of byte %d", bit%8, bit/8), id) && sound
		}
		checked := db.Check(t.Context())
		if checked == nil && !sound {
			t.Errorf("bit %d of byte %d: a tenant is not found, and check finds nothing", bit%8, bit/8)
		}
		if checked != nil {
			told++
		}
		db.Close()
	}
	if told < head {
		t.Errorf("%d were told of", told)
	}
}

// keepsTenant tells whether a tenant is as it was, and fails if it is another and no error says so.
func keepsTenant(t *testing.T, db *store.DB, what, id string) bool {
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
			t.Errorf("%s: of %s is read %q, %v", what, id, whose, err)
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
			for bit := 0; bit < 8*len(name); bit += 3 {
				path := flipped(t, whole, from+i+bit/8, bit%8)
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

// flipped returns the path of a file in which a bit is another.
func flipped(t *testing.T, whole []byte, at, bit int) string {
	t.Helper()
	file := bytes.Clone(whole)
	file[at] ^= 1 << bit
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A file of before gets its list when it is written to, and a tenant that is dropped leaves it.
func TestTheListFollowsTheTenants(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v")
	put(t, db.Tenant("b"), "k", "v")
	closed(t, db)
	inFile(t, path, func(tx *bbolt.Tx) error {
		return errors.Join(tx.DeleteBucket([]byte(own)), tx.DeleteBucket([]byte(own+" tenants")))
	})
	db = create(t, path)
	put(t, db.Tenant("c"), "k", "v")
	if err := errors.Join(db.Tenant("b").Drop(), db.Tenant("never").Drop()); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	inFile(t, path, func(tx *bbolt.Tx) error {
		var listed []string
		err := tx.Bucket([]byte(own + " tenants")).ForEach(func(id, _ []byte) error {
			listed = append(listed, string(id))
			return nil
		})
		if !slices.Equal(listed, []string{"a", "c"}) {
			t.Errorf("listed are %q", listed)
		}
		return errors.Join(err, tx.DeleteBucket([]byte("a")))
	})
	db = create(t, path)
	defer closed(t, db)
	nothing := func(*store.Tx) error { return nil }
	for _, err := range []error{db.Tenant("a").View(nothing), db.Tenant("a").Update(nothing), db.Tenant("a").Drop(), db.Check(t.Context())} {
		isForAPerson(t, err, path+": the database is damaged: put a backup back", `"a"`)
	}
	if got := contents(t, db.Tenant("b")); len(got) > 0 {
		t.Errorf("of what was dropped is read %q", got)
	}
}

// Whichever of its first two pages a file has lost that was just made, the other leads to all of it.
func TestACopyHasTwoPagesThatLeadToAllOfIt(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.db")
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v")
	for i := range 2 { // so that the count of transactions is even and odd
		put(t, db.Tenant("a"), "more", fmt.Sprint(i))
		if err := db.Backup(t.Context(), filepath.Join(folder, fmt.Sprintf("copy%d.db", i)), nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Compact(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	r, err := store.NewRestore(filepath.Join(folder, "copy0.db"), filepath.Join(folder, "restored.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Run(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	r.Close()
	for _, name := range []string{"a.db", "copy0.db", "copy1.db", "restored.db"} {
		whole, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		for page := range 2 {
			file := bytes.Clone(whole)
			clear(at(file, page))
			path := saved(t, file)
			db := create(t, path)
			if got := contents(t, db.Tenant("a")); got["k"] != "v" {
				t.Errorf("%s without page %d holds %q", name, page, got)
			}
			closed(t, db)
		}
	}
}
