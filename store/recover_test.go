package store_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"verbatim/store"
)

func TestASingleFlippedBitIsRecovered(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{1, 2, 7, 100, 4096} {
		body := make([]byte, size)
		for i := range body {
			body[i] = byte(random.Uint32())
		}
		for bit := 0; bit < 8*(size+4); bit += 1 + size/50 {
			sealed := store.Seal(body)
			sealed[bit/8] ^= 1 << (bit % 8)
			if _, err := store.Unseal(sealed); !errors.Is(err, store.ErrCorrupt) {
				t.Fatalf("bit %d of %d bytes is not noticed: %v", bit, size, err)
			}
			if got, ok := store.Recover(sealed); !ok || !bytes.Equal(got, body) {
				t.Fatalf("bit %d of %d bytes is not recovered", bit, size)
			}
			other := (bit + 1 + random.IntN(8*(size+4)-1)) % (8 * (size + 4))
			sealed[other/8] ^= 1 << (other % 8)
			if got, ok := store.Recover(sealed); ok && !bytes.Equal(got, body) {
				t.Fatalf("bits %d and %d of %d bytes are taken for one", bit, other, size)
			}
		}
	}
	for _, short := range [][]byte{nil, {1}, {1, 2, 3, 4}} {
		if _, ok := store.Recover(short); ok {
			t.Errorf("%v is recovered", short)
		}
	}
}
