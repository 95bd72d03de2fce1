package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// update runs f in an Update that must succeed.
func update(t testing.TB, tenant *store.Tenant, f func(*store.Tx) error) {
	t.Helper()
	if err := tenant.Update(f); err != nil {
		t.Fatal(err)
	}
}

func TestGetTellsAnEmptyValueFromNone(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	look := func(tx *store.Tx) error {
		if v := tx.Get([]byte("nil")); v == nil || len(v) != 0 {
			t.Errorf("the empty value is %v", v)
		}
		if v := tx.Get([]byte("none")); v != nil {
			t.Errorf("the absent value is %v", v)
		}
		return nil
	}
	update(t, tenant, func(tx *store.Tx) error { return errors.Join(tx.Put([]byte("nil"), nil), look(tx)) })
	if err := tenant.View(look); err != nil {
		t.Fatal(err)
	}
}

func TestAFailedUpdateKeepsNothing(t *testing.T) {
	db := storetest.Open(t)
	tenant, refused := db.Tenant("a"), errors.New("refused")
	put(t, tenant, "old", "1")
	err := tenant.Update(func(tx *store.Tx) error {
		n, err := tx.Sequence()
		return errors.Join(err, tx.Put([]byte("new"), []byte(fmt.Sprint(n))), tx.Delete([]byte("old")), refused)
	})
	if !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
	if got := contents(t, tenant); len(got) != 1 || got["old"] != "1" {
		t.Errorf("the tenant holds %q", got)
	}
	if err := db.Tenant("b").Update(func(*store.Tx) error { return refused }); err != refused {
		t.Errorf("the error of the closure became %v", err)
	}
	if ids, err := db.Tenants(); err != nil || !slices.Equal(ids, []string{"a"}) {
		t.Errorf("the tenants are %q, %v", ids, err)
	}
}

func TestAPanicInTheClosureIsTheCallersAndKeepsNothing(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	value := strings.Repeat("v", 5000) // too long for a page that is copied on the way
	put(t, tenant, "k", value)
	var null *store.Options
	mistakes := map[string]func(tx *store.Tx){
		"a panic":            func(*store.Tx) { panic("mistake") },
		"a nil dereference":  func(*store.Tx) { null.MaxSize++ },
		"a write in place":   func(tx *store.Tx) { tx.Get([]byte("k"))[0]++ },
		"a panic while scan": func(tx *store.Tx) { tx.Scan(nil)(func(_, _ []byte) bool { panic("mistake") }) },
	}
	for name, mistake := range mistakes {
		for kind, run := range map[string]func(func(*store.Tx) error) error{"View": tenant.View, "Update": tenant.Update} {
			if name == "a write in place" && kind == "Update" {
				continue // where the value may stand in memory of its own
			}
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s in %s went unnoticed", name, kind)
					}
				}()
				err := run(func(tx *store.Tx) error {
					tx.Put([]byte("torn"), nil)
					mistake(tx)
					return nil
				})
				t.Errorf("%s in %s became %v", name, kind, err)
			}()
		}
	}
	if got := contents(t, tenant); len(got) != 1 || got["k"] != value {
		t.Errorf("the tenant holds %q", got)
	}
}

func TestAViewCannotWrite(t *testing.T) {
	db := storetest.Open(t)
	put(t, db.Tenant("old"), "k", "v")
	for _, id := range []string{"old", "new"} {
		err := db.Tenant(id).View(func(tx *store.Tx) error {
			_, err := tx.Sequence()
			for i, err := range []error{err, tx.Put([]byte("k"), nil), tx.Delete([]byte("k"))} {
				if err == nil {
					t.Errorf("write %d in a View of %s succeeded", i, id)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAViewSeesOneMoment(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	put(t, tenant, "k", "before")
	err := tenant.View(func(tx *store.Tx) error {
		written := make(chan error)
		go func() {
			written <- tenant.Update(func(tx *store.Tx) error { return tx.Put([]byte("k"), []byte("after")) })
		}()
		if err := <-written; err != nil {
			return err
		}
		if got := tx.Get([]byte("k")); string(got) != "before" {
			t.Errorf("got %q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSequenceCountsFromOnePerTenant(t *testing.T) {
	db := storetest.Open(t)
	for _, id := range []string{"a", "b"} {
		for want := uint64(1); want <= 3; want++ {
			update(t, db.Tenant(id), func(tx *store.Tx) error {
				got, err := tx.Sequence()
				if got != want {
					t.Errorf("%s got %d, want %d", id, got, want)
				}
				return err
			})
		}
	}
}

func TestKeysThatCannotBe(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	update(t, tenant, func(tx *store.Tx) error {
		for _, key := range [][]byte{nil, {}, make([]byte, 32769)} {
			if tx.Put(key, []byte("v")) == nil {
				t.Errorf("a key of %d bytes was put", len(key))
			}
			if v := tx.Get(key); v != nil {
				t.Errorf("a key of %d bytes has the value %q", len(key), v)
			}
		}
		return tx.Put(make([]byte, 32768), []byte("v"))
	})
}

func TestLargeValues(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	sizes := []int{0, 1, 4095, 4096, 1 << 20, 100_000_000}
	value := bytes.Repeat([]byte("0123456789abcde"), sizes[len(sizes)-1]/15+1)
	for _, size := range sizes {
		update(t, tenant, func(tx *store.Tx) error { return tx.Put(fmt.Append(nil, size), value[:size]) })
	}
	err := tenant.View(func(tx *store.Tx) error {
		for _, size := range sizes {
			if !bytes.Equal(tx.Get(fmt.Append(nil, size)), value[:size]) {
				t.Errorf("the value of %d bytes differs", size)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var keys = []string{"a", "a/", "a/1", "a/2", "a/\xff", "a/\xff\xff", "a0", "b", "\xff", "\xff\xff", "\xff\xff1"}
