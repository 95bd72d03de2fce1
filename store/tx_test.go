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

// update runs f in an Update that must succeed.
func update(t testing.TB, tenant *store.Tenant, f func(*store.Tx) error) {
	t.Helper()
	if err := tenant.Update(f); err != nil {
		t.Fatal(err)
	}
}

func TestGetTellsAnEmptyValueFromNone(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	look := func(tx *store.Tx) error {
		if v := tx.Get([]byte("nil")); v == nil || len(v) != 0 {
			t.Errorf("the empty value is %v", v)
		}
		if v := tx.Get([]byte("none")); v != nil {
			t.Errorf("the absent value is %v", v)
		}
		return nil
	}
	update(t, tenant, func(tx *store.Tx) error { return errors.Join(tx.Put([]byte("nil"), nil), look(tx)) })
	if err := tenant.View(look); err != nil {
		t.Fatal(err)
	}
}

func TestAFailedUpdateKeepsNothing(t *testing.T) {
	db := storetest.Open(t)
	tenant, refused := db.Tenant("a"), errors.New("refused")
	put(t, tenant, "old", "1")
	err := tenant.Update(func(tx *store.Tx) error {
		n, err := tx.Sequence()
		return errors.Join(err, tx.Put([]byte("new"), []byte(fmt.Sprint(n))), tx.Delete([]byte("old")), refused)
	})
	if !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
	if got := contents(t, tenant); len(got) != 1 || got["old"] != "1" {
		t.Errorf("the tenant holds %q", got)
	}
	if err := db.Tenant("b").Update(func(*store.Tx) error { return refused }); err != refused {
		t.Errorf("the error of the closure became %v", err)
	}
	if ids, err := db.Tenants(); err != nil || !slices.Equal(ids, []string{"a"}) {
		t.Errorf("the tenants are %q, %v", ids, err)
	}
}

func TestAPanicInTheClosureIsTheCallersAndKeepsNothing(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	value := strings.Repeat("v", 5000) // too long for a page that is copied on the way
	put(t, tenant, "k", value)
	var null *store.Options
	mistakes := map[string]func(tx *store.Tx){
		"a panic":            func(*store.Tx) { panic("mistake") },
		"a nil dereference":  func(*store.Tx) { null.MaxSize++ },
		"a write in place":   func(tx *store.Tx) { tx.Get([]byte("k"))[0]++ },
		"a panic while scan": func(tx *store.Tx) { tx.Scan(nil)(func(_, _ []byte) bool { panic("mistake") }) },
	}
	for name, mistake := range mistakes {
		for kind, run := range map[string]func(func(*store.Tx) error) error{"View": tenant.View, "Update": tenant.Update} {
			if name == "a write in place" && kind == "Update" {
				continue // where the value may stand in memory of its own
			}
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s in %s went unnoticed", name, kind)
					}
				}()
				err := run(func(tx *store.Tx) error {
					tx.Put([]byte("torn"), nil)
					mistake(tx)
					return nil
				})
				t.Errorf("%s in %s became %v", name, kind, err)
			}()
		}
	}
	if got := contents(t, tenant); len(got) != 1 || got["k"] != value {
		t.Errorf("the tenant holds %q", got)
	}
}

func TestAViewCannotWrite(t *testing.T) {
	db := storetest.Open(t)
	put(t, db.Tenant("old"), "k", "v")
	for _, id := range []string{"old", "new"} {
		err := db.Tenant(id).View(func(tx *store.Tx) error {
			_, err := tx.Sequence()
			for i, err := range []error{err, tx.Put([]byte("k"), nil), tx.Delete([]byte("k"))} {
				if err == nil {
					t.Errorf("write %d in a View of %s succeeded", i, id)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAViewSeesOneMoment(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	put(t, tenant, "k", "before")
	err := tenant.View(func(tx *store.Tx) error {
		written := make(chan error)
		go func() {
			written <- tenant.Update(func(tx *store.Tx) error { return tx.Put([]byte("k"), []byte("after")) })
		}()
		if err := <-written; err != nil {
			return err
		}
		if got := tx.Get([]byte("k")); string(got) != "before" {
			t.Errorf("got %q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSequenceCountsFromOnePerTenant(t *testing.T) {
	db := storetest.Open(t)
	for _, id := range []string{"a", "b"} {
		for want := uint64(1); want <= 3; want++ {
			update(t, db.Tenant(id), func(tx *store.Tx) error {
				got, err := tx.Sequence()
				if got != want {
					t.Errorf("%s got %d, want %d", id, got, want)
				}
				return err
			})
		}
	}
}

func TestKeysThatCannotBe(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	update(t, tenant, func(tx *store.Tx) error {
		for _, key := range [][]byte{nil, {}, make([]byte, 32769)} {
			if tx.Put(key, []byte("v")) == nil {
				t.Errorf("a key of %d bytes was put", len(key))
			}
			if v := tx.Get(key); v != nil {
				t.Errorf("a key of %d bytes has the value %q", len(key), v)
			}
		}
		return tx.Put(make([]byte, 32768), []byte("v"))
	})
}

func TestLargeValues(t *testing.T) {
	tenant := storetest.Open(t).Tenant("a")
	sizes := []int{0, 1, 4095, 4096, 1 << 20, 100_000_000}
	value := bytes.Repeat([]byte("0123456789abcde"), sizes[len(sizes)-1]/15+1)
	for _, size := range sizes {
		update(t, tenant, func(tx *store.Tx) error { return tx.Put(fmt.Append(nil, size), value[:size]) })
	}
	err := tenant.View(func(tx *store.Tx) error {
		for _, size := range sizes {
			if !bytes.Equal(tx.Get(fmt.Append(nil, size)), value[:size]) {
				t.Errorf("the value of %d bytes differs", size)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var keys = []string{"a", "a/", "a/1", "a/2", "a/\xff", "a/\xff\xff", "a0", "b", "\xff", "\xff\xff", "\xff\xff1"}

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
