package answer

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"verbatim/store"
)

// become puts another key and value in the place of one.
func become(t *testing.T, tenant *store.Tenant, from, key, value []byte) {
	t.Helper()
	err := tenant.Update(func(tx *store.Tx) error { return errors.Join(tx.Delete(from), tx.Put(key, value)) })
	if err != nil {
		t.Fatal(err)
	}
}

// flips calls visit with each of some bits of a copy flipped.
func flips(of []byte, step int, visit func(bit int, flipped []byte)) {
	for bit := 0; bit < 8*len(of); bit += step {
		flipped := bytes.Clone(of)
		flipped[bit/8] ^= 1 << (bit % 8)
		visit(bit, flipped)
	}
}

// What is derived and stands many to a value or a key has seals of its own: whichever bit of it is
// flipped, Examine finds something.
func TestAFlippedBitInACardOrAFinderIsFound(t *testing.T) {
	l, tenant := fullLibrary(t)
	var long strings.Builder
	for i := range 100 {
		fmt.Fprintf(&long, "Keeper number %d lit lamp number %d on evening %d. ", i, i*i, 1000-i)
	}
	load(t, l, english("long", long.String()))
	for _, prefix := range []string{cardKey, idKey, hashKey, sketchKey} {
		var key, value []byte
		err := tenant.View(func(tx *store.Tx) error {
			k, v := tx.Last([]byte(prefix))
			key, value = bytes.Clone(k), bytes.Clone(v)
			return nil
		})
		if err != nil || key == nil {
			t.Fatalf("%s: %v", prefix, err)
		}
		flips(value, 11, func(bit int, flipped []byte) {
			become(t, tenant, key, key, flipped)
			if len(findings(t, l)) == 0 {
				t.Errorf("%s: bit %d of %d bytes is not found", prefix, bit, len(value))
			}
		})
		flips(key[len(prefix):], 1, func(bit int, number []byte) {
			flipped := append([]byte(prefix), number...)
			become(t, tenant, key, flipped, value)
			if len(findings(t, l)) == 0 {
				t.Errorf("%s: bit %d of its key is not found", prefix, bit)
			}
			become(t, tenant, flipped, key, value)
		})
	}
}

// A key that is out of sight takes what it leads to with it: silence would say that there is nothing.
func TestNoSilenceWhereAPartOfTheIndexIsOutOfSight(t *testing.T) {
	l, tenant := fullLibrary(t)
	if a := ask(t, l, "How tall is the giraffe?"); !a.Abstained() || a.Damaged {
		t.Fatalf("got %+v", a)
	}
	if err := l.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	for _, key := range keysOf(t, tenant) {
		if strings.HasPrefix(key, "x/s") {
			err := tenant.Update(func(tx *store.Tx) error { return tx.Delete([]byte(key)) })
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := l.Ask(ctx, Question{Text: "Where does lighthouse number 2 stand?"}); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("asked: %v", err)
	}
	if err := l.Repair(ctx, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if a := ask(t, l, "Where does lighthouse number 2 stand?"); a.Abstained() || a.Damaged {
		t.Errorf("got %+v", a)
	}
}
