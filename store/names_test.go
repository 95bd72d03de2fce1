package store_test

import (
	"bytes"
	"errors"
	"testing"

	"verbatim/store"
)

// A tenant of which the name cannot be read must not be taken for one that has stored nothing.
func TestATenantWithADamagedNameIsNotEmpty(t *testing.T) {
	whole := sample(t)
	root := -1
	for page := range len(whole) / pageSize {
		if bytes.Contains(at(whole, page), []byte("many")) && bytes.Contains(at(whole, page), []byte("large")) {
			root = page // the last one that was written is the one in use, or another like it
		}
	}
	if root < 0 {
		t.Fatal("no page has the names")
	}
	for field, offset := range map[string]int{"where a name begins": 4, "the length of a name": 8} {
		for entry := range 4 {
			for bit := range 8 {
				file := bytes.Clone(whole)
				flip(at(file, root)[16+16*entry+offset:], bit)
				db, err := store.Open(saved(t, file), store.Options{})
				if err != nil {
					continue
				}
				for tenant, key := range map[string][]byte{"many": number(7), "few": []byte("k"), "large": []byte("k")} {
					lost := false
					err := db.Tenant(tenant).View(func(tx *store.Tx) error { lost = tx.Get(key) == nil; return nil })
					if lost && !errors.Is(err, store.ErrCorrupt) {
						t.Errorf("entry %d, bit %d of %s: %s is empty (%v)", entry, bit, field, tenant, err)
					}
					err = db.Tenant(tenant).Update(func(tx *store.Tx) error { lost = tx.Get(key) == nil; return nil })
					if lost && !errors.Is(err, store.ErrCorrupt) {
						t.Errorf("entry %d, bit %d of %s: %s may be written anew (%v)", entry, bit, field, tenant, err)
					}
				}
				db.Close()
			}
		}
	}
}
