package bot

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"verbatim/store"
	"verbatim/store/storetest"
)

// What is kept, dropped and ended at random is what a map says, and nothing that has ended
// stays behind for good.
func TestMemoryKeepsUntilTheEnd(t *testing.T) {
	type record struct {
		value string
		end   time.Time
	}
	memory := storetest.Open(t).Tenant("m")
	random := rand.New(rand.NewPCG(3, 4))
	model := map[string]record{}
	now := time.Unix(1_700_000_000, 0)
	for i := range 2000 {
		now = now.Add(time.Duration(random.IntN(20)) * time.Second)
		key, value := fmt.Sprint("r/", random.IntN(20)), fmt.Sprint(i)
		long := time.Duration(1+random.IntN(120)) * time.Second
		err := memory.Update(func(tx *store.Tx) error {
			if random.IntN(5) == 0 {
				delete(model, key)
				return drop(tx, key)
			}
			model[key] = record{value, now.Add(long)}
			return keep(tx, key, []byte(value), now, long)
		})
		if err != nil {
			t.Fatal(err)
		}
		_ = memory.View(func(tx *store.Tx) error {
			for n := range 20 {
				key := fmt.Sprint("r/", n)
				got, ok := kept(tx, key, now)
				want, known := model[key]
				if known = known && want.end.After(now); ok != known || known && string(got) != want.value {
					t.Fatalf("step %d: %s is %q, %t; want %q, %t", i, key, got, ok, want.value, known)
				}
			}
			return nil
		})
	}
	now = now.Add(time.Hour)
	for range 20 {
		if err := memory.Update(func(tx *store.Tx) error { return keep(tx, "r/last", nil, now, time.Second) }); err != nil {
			t.Fatal(err)
		}
	}
	_ = memory.View(func(tx *store.Tx) error {
		left := 0
		for range tx.Scan(nil) {
			left++
		}
		if left != 2 {
			t.Errorf("%d keys are left, want the last record and its end", left)
		}
		return nil
	})
}
