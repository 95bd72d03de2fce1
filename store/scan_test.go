package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

func TestCursorsKeepToThePrefix(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	for _, k := range keys {
		put(t, tenant, k, "value of "+k)
	}
	sorted := slices.Sorted(slices.Values(keys))
	err := tenant.View(func(tx *store.Tx) error {
		for _, prefix := range append([]string{"", "c", "\x00", "a/1x"}, keys...) {
			var want []string
			for _, k := range sorted {
				if strings.HasPrefix(k, prefix) {
					want = append(want, k)
				}
			}
			checkCursors(t, tx, prefix, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// checkCursors compares Scan, Last and Seek with the keys that have the prefix.
func checkCursors(t *testing.T, tx *store.Tx, prefix string, want []string) {
	t.Helper()
	var got []string
	for k, v := range tx.Scan([]byte(prefix)) {
		got = append(got, string(k))
		if string(v) != "value of "+string(k) {
			t.Errorf("the value of %q is %q", k, v)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("Scan(%q) yields %q, want %q", prefix, got, want)
	}
	first, last := "", ""
	if len(want) > 0 {
		first, last = want[0], want[len(want)-1]
	}
	if k, _ := tx.Last([]byte(prefix)); string(k) != last {
		t.Errorf("Last(%q) is %q, want %q", prefix, k, last)
	}
	if k, _ := tx.Seek([]byte(prefix), nil); string(k) != first {
		t.Errorf("Seek(%q) is %q, want %q", prefix, k, first)
	}
	if k, _ := tx.Seek([]byte(prefix), []byte(last)); string(k) != last {
		t.Errorf("Seek(%q, %q) is %q", prefix, last, k)
	}
}

func TestScanStopsEarly(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	put(t, tenant, "1", "", "2", "", "3", "")
	update(t, tenant, func(tx *store.Tx) error {
		for k := range tx.Scan(nil) {
			if string(k) == "2" {
				return tx.Delete(k)
			}
		}
		return nil
	})
	if got := contents(t, tenant); len(got) != 2 {
		t.Errorf("left are %q", got)
	}
}

// number is a key that sorts as its number does.
func number(n int) []byte { return binary.BigEndian.AppendUint64(nil, uint64(n)) }

// fill gives the tenant n keys on many pages.
func fill(t testing.TB, tenant *store.Tenant, n int) {
	t.Helper()
	update(t, tenant, func(tx *store.Tx) error {
		for i := range n {
			if err := tx.Put(number(i), make([]byte, 100)); err != nil {
				return err
			}
		}
		return nil
	})
}

// scanned is how many keys the loops below scan.
const scanned = 3000

// loops change a tenant's keys while they are scanned, at the i-th.
var loops = []struct {
	name   string
	step   int // from one key that is yielded to the next
	change func(tx *store.Tx, i int) error
}{
	{"delete it", 1, func(tx *store.Tx, i int) error { return tx.Delete(number(i)) }},
	{"delete the one before", 1, func(tx *store.Tx, i int) error { return tx.Delete(number(i - 1)) }},
	{"delete the one behind", 2, func(tx *store.Tx, i int) error { return tx.Delete(number(i + 1)) }},
	{"delete many behind", 200, func(tx *store.Tx, i int) (err error) {
		for j := i; j < i+200; j++ {
			err = errors.Join(err, tx.Delete(number(j)))
		}
		return err
	}},
	{"put it anew", 1, func(tx *store.Tx, i int) error { return tx.Put(number(i), []byte("new")) }},
	{"put one before", 1, func(tx *store.Tx, i int) error { return tx.Put(append(number(i)[:7], 0), nil) }},
}

func TestTheLoopOfAScanMayChangeWhatItScans(t *testing.T) {
	for _, loop := range loops {
		for _, changed := range []int{0, scanned} { // before, in the same transaction
			t.Run(fmt.Sprintf("%s after %d", loop.name, changed), func(t *testing.T) {
				tenant := storetest.Open(t).Tenant("a")
				fill(t, tenant, scanned)
				update(t, tenant, func(tx *store.Tx) error {
					for i := 0; i < changed; i += 10 {
						if err := tx.Put(number(i), []byte("changed")); err != nil {
							return err
						}
					}
					return scanAndChange(tx, loop.step, loop.change)
				})
			})
		}
	}
}

func scanAndChange(tx *store.Tx, step int, change func(tx *store.Tx, i int) error) error {
	i := 0
	for k := range tx.Scan(nil) {
		if !bytes.Equal(k, number(i)) {
			return fmt.Errorf("%x was yielded for %d", k, i)
		}
		if err := change(tx, i); err != nil {
			return err
		}
		i += step
	}
	if i != scanned {
		return fmt.Errorf("the scan ended before %d, not %d", i, scanned)
	}
	return nil
}

// bbolt's cursor stops at, or circles for good among, the pages that the transaction
// itself has emptied.
func TestCursorsPassEmptiedPages(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	fill(t, tenant, 3000)
	update(t, tenant, func(tx *store.Tx) error {
		last := func(prefix []byte) int {
			k, _ := tx.Last(prefix)
			if k == nil {
				return -1
			}
			return int(binary.BigEndian.Uint64(k))
		}
		end := number(1 << 8)[:7] // the keys under 256 have the prefix before it
		for _, c := range []struct{ from, to, last, lastUnder256 int }{
			{1000, 2999, 2999, 255},
			{2999, 3000, 999, 255},
			{100, 1000, 99, 99},
			{0, 99, 99, 99},
			{99, 100, -1, -1},
		} {
			for i := c.from; i < c.to; i++ {
				if err := tx.Delete(number(i)); err != nil {
					return err
				}
			}
			if got := last(nil); got != c.last {
				t.Errorf("with %d to %d deleted the last is %d, want %d", c.from, c.to, got, c.last)
			}
			if got := last(number(0)[:7]); got != c.lastUnder256 {
				t.Errorf("with %d to %d deleted the last under 256 is %d, want %d", c.from, c.to, got, c.lastUnder256)
			}
			if k, _ := tx.Seek(end, end); c.last < 256 && k != nil {
				t.Errorf("Seek finds %x", k)
			}
		}
		return nil
	})
}
