package store_test

import (
	"bytes"
	"errors"
	"testing"

	"verbatim/store"
)

// Who goes from key to key comes to an end, whatever bit of them or of where they stand is flipped.
func TestKeysOutOfOrderLeadNobodyRound(t *testing.T) {
	whole, told := sample(t), 0
	for _, page := range pagesOf(whole, 2) {
		for bit := 8 * 24; bit < 8*25; bit++ { // of the length of its first key
			file := bytes.Clone(whole)
			flip(at(file, page), bit)
			db, err := store.Open(saved(t, file), store.Options{})
			if err != nil {
				continue
			}
			err = db.Tenant("many").View(func(tx *store.Tx) error {
				steps := 0
				for key, _ := tx.Seek(nil, nil); key != nil; key, _ = tx.Seek(nil, append(bytes.Clone(key), 0)) {
					if steps++; steps > 2000 {
						t.Fatalf("page %d, bit %d: it goes round", page, bit)
					}
				}
				return nil
			})
			if errors.Is(err, store.ErrCorrupt) {
				told++
			}
			closed(t, db)
		}
	}
	if told == 0 {
		t.Error("nobody is told")
	}
}
