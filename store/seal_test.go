package store_test

import (
	"bytes"
	"errors"
	"testing"

	"verbatim/store"
)

func TestSealNoticesAnyChange(t *testing.T) {
	for _, body := range []string{"", "a", "a quote, to the letter"} {
		sealed := store.Seal([]byte(body))
		if got, err := store.Unseal(sealed); err != nil || string(got) != body {
			t.Errorf("%q became %q, %v", body, got, err)
		}
		for bit := range len(sealed) * 8 {
			changed := bytes.Clone(sealed)
			changed[bit/8] ^= 1 << (bit % 8)
			if _, err := store.Unseal(changed); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("bit %d of %q flipped: %v", bit, body, err)
			}
		}
		for n := range sealed {
			if _, err := store.Unseal(sealed[:n]); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("%q cut to %d: %v", body, n, err)
			}
		}
	}
}
