package answer

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"verbatim/store"
)

// entries counts the entries that are kept one by one.
func entries(t *testing.T, l *Library) (n int) {
	t.Helper()
	err := l.tenant.View(func(tx *store.Tx) error {
		for range tx.Scan([]byte(entryKey)) {
			n++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func fleet(from, to int) (all []*Article) {
	for n := from; n < to; n++ {
		all = append(all, english(fmt.Sprint(n), fmt.Sprintf("Ferry %d sails.", n)))
	}
	return all
}

// What stands as it was loaded is noted by its number alone, and has an entry once it goes.
func TestWhatStandsAsItWasLoadedHasNoEntry(t *testing.T) {
	l := openLibrary(t)
	one, other := l.Editor(Origin{}), l.Editor(Origin{})
	for n := range 4 { // two loads at a time take turns
		for i, e := range []*Editor{one, other} {
			if _, err := e.Add(ctx, fleet(1000*i+10*n, 1000*i+10*n+10)...); err != nil {
				t.Fatal(err)
			}
		}
	}
	steps := []struct {
		name string
		do   func() error
		want int // entries
	}{
		{"loaded", func() error { return nil }, 0},
		{"removed", func() error { return l.Editor(Origin{}).Remove(ctx, "3", "1003") }, 4},
		{"removed, and not noted", func() error { return l.Remove(ctx, "5") }, 5},
		{"replaced by the same change", func() error { _, err := one.Add(ctx, english("7", "Ferry 7 sinks.")); return err }, 6},
		{"removed by the same change", func() error { return one.Remove(ctx, "8") }, 6}, // nothing is left of that
		{"loaded again by the same change", func() error { _, err := one.Add(ctx, english("8", "Ferry 8 sails.")); return err }, 6},
	}
	for _, s := range steps {
		if err := s.do(); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		if got := entries(t, l); got != s.want {
			t.Errorf("%s: %d entries, want %d", s.name, got, s.want)
		}
		if err := l.Check(ctx); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
	}
	for _, e := range []*Editor{one, other} {
		if c, err := l.ChangeOf(ctx, e.Change()); err != nil || c.Loaded != 40 {
			t.Errorf("it loaded %d, %v", c.Loaded, err)
		}
	}
	concerned, err := l.Concerned(ctx, one.Change(), 12)
	if want := []string{"0", "1", "2", "3", "4", "5", "6", "7", "9", "10", "11", "12"}; err != nil || !slices.Equal(concerned, want) {
		t.Errorf("concerned %q, %v, want %q", concerned, err, want)
	}
	conflict := (*Conflict)(nil)
	if _, err := l.Editor(Origin{}).Undo(ctx, other.Change()); !errors.As(err, &conflict) || conflict.Later != 3 || conflict.Title != "1003" {
		t.Errorf("undone though an article was removed: %v", err)
	}
	if _, err := l.Editor(Origin{}).Undo(ctx, 3); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Editor(Origin{}).Undo(ctx, other.Change()); err != nil {
		t.Errorf("not undone though all stands as it was loaded: %v", err)
	}
	if got := len(ids(t, l)); got != 39 {
		t.Errorf("%d articles are left", got)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}
