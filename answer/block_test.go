package answer

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// putInBlock has another value take the place of one.
func putInBlock(tx *store.Tx, prefix string, number uint64, other []byte) error {
	key, block := tx.Seek([]byte(prefix), numberKey(prefix, number))
	var all []blockValue
	for n, value := range valuesIn(key, block) {
		if n == number {
			value = other
		}
		all = append(all, blockValue{n, value})
	}
	return tx.Put(key, encodeBlock(all))
}

func TestBlocksHoldWhatWasPutIntoThem(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	held, number := map[uint64]string{}, uint64(0)
	for round := range 60 {
		err := tenant.Update(func(tx *store.Tx) error {
			var all []blockValue
			for range rand.IntN(40) {
				number += 1 + rand.Uint64N(3)
				held[number] = strings.Repeat(fmt.Sprint(number, " "), rand.IntN(600))
				if rand.IntN(50) == 0 {
					held[number] = strings.Repeat("long ", blockSize)
				}
				all = append(all, blockValue{number, []byte(held[number])})
			}
			if err := putBlocks(tx, "b/", all); err != nil {
				return err
			}
			for range rand.IntN(20) {
				gone := 1 + rand.Uint64N(number+1)
				delete(held, gone)
				if err := dropFromBlock(tx, "b/", gone); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		checkBlocks(t, tenant, round, held, number)
	}
}

func checkBlocks(t *testing.T, tenant *store.Tenant, round int, held map[uint64]string, last uint64) {
	t.Helper()
	tenant.View(func(tx *store.Tx) error {
		for n := range last + 3 {
			want, there := held[n]
			if got := inBlock(tx, "b/", n); string(got) != want || (got != nil) != there {
				t.Errorf("round %d: %d is %.20q, want %.20q", round, n, got, want)
			}
		}
		var numbers []uint64
		for key, block := range tx.Scan([]byte("b/")) {
			for n := range valuesIn(key, block) {
				numbers = append(numbers, n)
			}
		}
		if want := slices.Sorted(maps.Keys(held)); !slices.Equal(numbers, want) {
			t.Errorf("round %d: it yields %d, want %d", round, numbers, want)
		}
		return nil
	})
}

func TestFindersFindWhatWasPutIntoThem(t *testing.T) {
	for _, f := range []finder{{"f/", 64, true}, {"h/", 40, false}} {
		tenant := storetest.Open(t).Tenant("t")
		held := map[pair]bool{}
		for round := range 40 {
			err := tenant.Update(func(tx *store.Tx) error {
				var pairs []pair
				for range rand.IntN(300) {
					p := pair{rand.Uint64N(500) << 50, rand.Uint64N(9)}
					if f.once {
						maps.DeleteFunc(held, func(old pair, _ bool) bool { return old.hash == p.hash })
						pairs = slices.DeleteFunc(pairs, func(old pair) bool { return old.hash == p.hash })
					}
					held[p] = true
					pairs = append(pairs, p)
				}
				if err := f.put(tx, pairs); err != nil {
					return err
				}
				for range rand.IntN(150) {
					gone := pair{rand.Uint64N(500) << 50, rand.Uint64N(9)}
					delete(held, gone)
					if err := f.remove(tx, gone.hash, gone.number); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			tenant.View(func(tx *store.Tx) error {
				for hash := range uint64(500) {
					var want []uint64
					for number := range uint64(9) {
						if held[pair{hash << 50, number}] {
							want = append(want, number)
						}
					}
					if got := f.find(tx, hash<<50); !slices.Equal(got, want) {
						t.Fatalf("%s, round %d: %d leads to %d, want %d", f.prefix, round, hash, got, want)
					}
				}
				return nil
			})
		}
	}
}
