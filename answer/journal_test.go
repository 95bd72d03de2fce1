package answer

import (
	"errors"
	"fmt"
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
