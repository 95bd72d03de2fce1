package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"verbatim/store"
)

// Whatever bit of the list of free pages is flipped, no write spoils what is sound.
func TestAFlippedBitInTheFreeListSpoilsNothing(t *testing.T) {
	whole := sample(t)
	folder := t.TempDir()
	sound := filepath.Join(folder, "sound.db")
	if err := os.WriteFile(sound, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	want, refused := held(t, sound), 0
	for _, page := range pagesOf(whole, freelist) {
		for bit := 8 * 16; bit < 8*(16+8*2); bit += 3 { // of the first numbers
			file := bytes.Clone(whole)
			at(file, page)[bit/8] ^= 1 << (bit % 8)
			path := filepath.Join(t.TempDir(), "a.db")
			if err := os.WriteFile(path, file, 0o600); err != nil {
				t.Fatal(err)
			}
			db, err := store.Open(path, store.Options{})
			if err != nil {
				continue
			}
			err = db.Tenant("new").Update(func(tx *store.Tx) error { return tx.Put([]byte("k"), make([]byte, 3*pageSize)) })
			switch {
			case errors.Is(err, store.ErrCorrupt):
				refused++
			case err != nil:
				t.Errorf("page %d, bit %d: %v", page, bit, err)
			}
			for key, value := range stored(t, db) {
				if before, is := want[key]; is && before != value {
					t.Errorf("page %d, bit %d: %q is another", page, bit, key)
				}
			}
			db.Close()
		}
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
}
