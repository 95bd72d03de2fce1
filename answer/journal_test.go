package answer

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

func TestOnlyTheLastChangesAreKept(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	for n := range keptHeaders + 10 {
		o := Origin{Request: fmt.Sprint("request ", n)}
		if _, err := l.Editor(o).Add(ctx, english("a", fmt.Sprintf("Ferry %d.", n)), english(fmt.Sprint(n%30), fmt.Sprint("Boat ", n))); err != nil {
			t.Fatal(err)
		}
		if n == 2*KeptChanges {
			n, err := l.History(ctx, 0, keptHeaders)
			if err != nil || len(n) != 2*KeptChanges+1 || n[KeptChanges-1].Open == n[KeptChanges].Open {
				t.Errorf("%d changes are told, %v", len(n), err)
			}
		}
	}
	all, err := l.History(ctx, 0, 2*keptHeaders)
	if err != nil || len(all) != keptHeaders || all[0].Number != keptHeaders+10 {
		t.Errorf("%d changes are told, %v", len(all), err)
	}
	page, err := l.History(ctx, 500, 2)
	if err != nil || len(page) != 2 || page[0].Number != 499 {
		t.Errorf("before 500: %+v, %v", page, err)
	}
	kept := map[string]int{changeKey: keptHeaders, requestKey: keptHeaders, entryKey: 2 * KeptChanges, recordKey: 2 * KeptChanges}
	for part, want := range kept {
		if got := keysIn(t, tenant, part); got != want {
			t.Errorf("%d keys %q are kept, want %d", got, part, want)
		}
	}
	if _, err := l.Editor(Origin{}).Undo(ctx, keptHeaders+10-KeptChanges); !errors.Is(err, ErrNotFound) {
		t.Errorf("undid what is too old: %v", err)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

func keysIn(t *testing.T, tenant *store.Tenant, part string) (n int) {
	t.Helper()
	err := tenant.View(func(tx *store.Tx) error {
		for range tx.Scan([]byte(part)) {
			n++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTheJournalIsChecked(t *testing.T) {
	for _, part := range []string{changeKey, entryKey, recordKey} {
		for name, harm := range map[string]func(*testing.T, *store.Tenant){
			"a bit flipped": func(t *testing.T, tenant *store.Tenant) { flipABit(t, tenant, part) },
			"a key lost":    func(t *testing.T, tenant *store.Tenant) { loseAKey(t, tenant, part) },
		} {
			tenant := storetest.Open(t).Tenant("t")
			l, err := Open(tenant)
			if err != nil {
				t.Fatal(err)
			}
			for n := range 3 {
				edited(t, l, adding(english("a", fmt.Sprintf("Ferry %d sails.", n))))
			}
			harm(t, tenant)
			err = l.Check(ctx)
			if ok := errors.Is(err, store.ErrCorrupt); !ok && (part != changeKey || name != "a key lost") {
				t.Errorf("%s, %s: checked: %v", part, name, err)
			}
		}
	}
}

// loseAKey deletes the first key that begins with prefix.
func loseAKey(t *testing.T, tenant *store.Tenant, prefix string) {
	t.Helper()
	err := tenant.Update(func(tx *store.Tx) error {
		for key := range tx.Scan([]byte(prefix)) {
			return tx.Delete(key)
		}
		return errors.New("nothing to lose")
	})
	if err != nil {
		t.Fatal(err)
	}
}

// threeChanges is a library that kim, lee and ann have changed, and its tenant.
func threeChanges(t *testing.T) (*Library, *store.Tenant) {
	t.Helper()
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	for n, by := range []string{"kim", "lee", "ann"} {
		e := l.Editor(Origin{By: by, Request: by})
		if _, err := e.Add(ctx, english("a", fmt.Sprintf("Ferry %d sails.", n)), english(by, "A ferry of "+by+".")); err != nil {
			t.Fatal(err)
		}
	}
	return l, tenant
}

// who tells who made the changes, the newest first, and those that can be undone in capitals.
func who(t *testing.T, l *Library) (all []string) {
	t.Helper()
	changes, err := l.History(ctx, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		if c.Open {
			c.By = strings.ToUpper(c.By)
		}
		all = append(all, c.By)
	}
	return all
}

// A change is old by how many came after it: one that seems to be the trillionth makes all others old.
func TestAFlippedBitInTheKeyOfTheLastChangeCostsNoOther(t *testing.T) {
	for bit := 2; bit < 64; bit++ {
		l, tenant := threeChanges(t)
		err := tenant.Update(func(tx *store.Tx) error {
			key := numberKey(changeKey, 3)
			value := bytes.Clone(tx.Get(key))
			return errors.Join(tx.Delete(key), tx.Put(numberKey(changeKey, 3^1<<bit), value))
		})
		if err != nil {
			t.Fatal(err)
		}
		if bit%2 == 0 {
			edited(t, l, adding(english("b", "A boat.")))
		} else if err := l.Repair(ctx, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		if got := who(t, l); !slices.Contains(got, "KIM") {
			t.Errorf("bit %d: the history tells of %q", bit, got)
		}
		if err := errors.Join(l.Repair(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
			t.Errorf("bit %d: %v", bit, err)
		}
	}
}

// What was noted of a change is not lost with what it takes to undo it, nor that of the others.
func TestARepairLeavesInTheHistoryWhatIsSound(t *testing.T) {
	for name, c := range map[string]struct {
		harm func(*testing.T, *store.Tenant)
		want []string
	}{
		"an entry":            {func(t *testing.T, tenant *store.Tenant) { flip(t, tenant, entryKeyOf(entryKey, 2, "a"), 10, 12) }, []string{"ANN", "lee", "KIM"}},
		"a record":            {func(t *testing.T, tenant *store.Tenant) { flip(t, tenant, entryKeyOf(recordKey, 2, "a"), 10, 12) }, []string{"ANN", "lee", "KIM"}},
		"a header":            {func(t *testing.T, tenant *store.Tenant) { flip(t, tenant, numberKey(changeKey, 2), 10, 12) }, []string{"ANN", "", "KIM"}},
		"a request":           {func(t *testing.T, tenant *store.Tenant) { flip(t, tenant, requestKeyOf("lee"), 7, 7) }, []string{"ANN", "LEE", "KIM"}},
		"the key of a header": {func(t *testing.T, tenant *store.Tenant) { loseAKey(t, tenant, string(numberKey(changeKey, 2))) }, []string{"ANN", "", "KIM"}},
	} {
		t.Run(name, func(t *testing.T) {
			l, tenant := threeChanges(t)
			c.harm(t, tenant)
			if got := who(t, l); len(got) != 3 {
				t.Errorf("before it is repaired the history tells of %q", got)
			}
			if err := errors.Join(l.Repair(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
				t.Error(err)
			}
			if got := who(t, l); !slices.Equal(got, c.want) {
				t.Errorf("the history tells of %q, want %q", got, c.want)
			}
			if change, err := l.ChangeOf(ctx, 2); err != nil || change.UndoneBy != 0 || c.want[1] != "" && change.Replaced != 1 {
				t.Errorf("of the change it says %+v, %v", change, err)
			}
			edited(t, l, adding(english("b", "A boat.")))
			if err := l.Check(ctx); err != nil {
				t.Error(err)
			}
		})
	}
}

// Where a request leads is no more than a number: one that is damaged leads to what another asked for.
func TestNoRequestGoesOnWithTheChangeOfAnother(t *testing.T) {
	l, tenant := threeChanges(t)
	flip(t, tenant, requestKeyOf("lee"), 7, 7) // from 2 to 3
	e := l.Editor(Origin{By: "lee", Request: "lee"})
	if _, err := e.Add(ctx, english("c", "A canoe.")); err != nil {
		t.Fatal(err)
	}
	if of, err := l.ChangeOf(ctx, 3); err != nil || of.Loaded != 1 {
		t.Errorf("the change of ann says %+v, %v", of, err)
	}
}

// flip flips the lowest bits of the bytes of a value from one to another.
func flip(t *testing.T, tenant *store.Tenant, key []byte, from, to int) {
	t.Helper()
	err := tenant.Update(func(tx *store.Tx) error {
		value := bytes.Clone(tx.Get(key))
		for i := from; i <= to; i++ {
			value[i] ^= 1
		}
		return tx.Put(key, value)
	})
	if err != nil {
		t.Fatal(err)
	}
}
