package store_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// hostile are ids that try to name what is not theirs: each other's places, those of
// an encoding with separators, the database's own.
var hostile = []string{
	"a", "A", "a\x00", "\x00a", "\x00", "a/", "/a", "a/b", "a/../b", "..", ".", "../a", "b",
	"a:b", "slack:T1", "slack:T1/..", "slack", "slack:", "*", "%", "a%00", "\xff", "\xff\xff", "\xfe\xff",
	"\u202Ea", "é", "e\u0301", " a", "a ", "a\n", "root", "meta", "freelist", "local",
	strings.Repeat("a", 32768), strings.Repeat("a", 32767), strings.Repeat("\xff", 32768),
}

func TestTenantsAreApart(t *testing.T) {
	db := storetest.Open(t)
	for _, id := range hostile {
		put(t, db.Tenant(id), "k", "value of "+id, "own of "+id[:min(len(id), 9)], "", id[:min(len(id), 100)], "id")
	}
	if got, err := db.Tenants(); err != nil || !slices.Equal(got, slices.Sorted(slices.Values(hostile))) {
		t.Errorf("the tenants are %.20q, %v", got, err)
	}
	for _, id := range hostile {
		want := map[string]string{"k": "value of " + id, "own of " + id[:min(len(id), 9)]: "", id[:min(len(id), 100)]: "id"}
		if got := contents(t, db.Tenant(id)); !maps.Equal(got, want) {
			t.Errorf("%.20q holds %.99q", id, got)
		}
	}
}

func TestDropTakesOneTenant(t *testing.T) {
	db := storetest.Open(t)
	left := slices.Sorted(slices.Values(hostile))
	for _, id := range hostile {
		put(t, db.Tenant(id), "k", id)
	}
	for _, id := range hostile {
		if err := errors.Join(db.Tenant(id).Drop(), db.Tenant(id).Drop()); err != nil {
			t.Fatal(err)
		}
		left = slices.DeleteFunc(left, func(s string) bool { return s == id })
		if got, err := db.Tenants(); err != nil || !slices.Equal(got, left) {
			t.Errorf("after dropping %.20q the tenants are %.20q, %v", id, got, err)
		}
		if got := contents(t, db.Tenant(id)); len(got) != 0 {
			t.Errorf("%.20q still holds %.99q", id, got)
		}
		for _, other := range left {
			if got := contents(t, db.Tenant(other)); got["k"] != other {
				t.Errorf("%.20q holds %.99q", other, got)
			}
		}
	}
}

func TestATenantIsUnknownUntilItsFirstUpdate(t *testing.T) {
	db := storetest.Open(t)
	tenant := db.Tenant("a")
	err := tenant.View(func(tx *store.Tx) error {
		k, _ := tx.Last(nil)
		s, _ := tx.Seek(nil, nil)
		if v := tx.Get([]byte("k")); v != nil || k != nil || s != nil {
			t.Errorf("an unknown tenant holds %q, %q, %q", v, k, s)
		}
		for k := range tx.Scan(nil) {
			t.Errorf("an unknown tenant holds %q", k)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if ids, err := db.Tenants(); err != nil || len(ids) != 0 {
		t.Errorf("a View made %q, %v", ids, err)
	}
	put(t, tenant)
	if ids, err := db.Tenants(); err != nil || !slices.Equal(ids, []string{tenant.ID()}) {
		t.Errorf("the tenants are %q, %v", ids, err)
	}
}

func TestIdsThatCannotBe(t *testing.T) {
	db := storetest.Open(t)
	never := func(*store.Tx) error { t.Error("the closure ran"); return nil }
	for _, id := range []string{"", strings.Repeat("a", 32769)} {
		tenant := db.Tenant(id)
		for _, err := range []error{tenant.View(never), tenant.Update(never), tenant.Drop()} {
			isForAPerson(t, err, "a tenant's id has 1 to 32768 bytes")
		}
	}
}
