package store_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"verbatim/store"
)

// hollow makes a database of which most is free pages.
func hollow(t *testing.T, path string) *store.DB {
	t.Helper()
	db := create(t, path)
	fill(t, db.Tenant("a"), 20_000)
	fill(t, db.Tenant("b"), 1000)
	put(t, db.Tenant("large"), "k", string(make([]byte, 1<<20)))
	update(t, db.Tenant("a"), func(tx *store.Tx) error {
		for n := range 19_000 {
			if err := tx.Delete(number(n)); err != nil {
				return err
			}
		}
		return nil
	})
	return db
}

func allOf(t *testing.T, db *store.DB) map[string]map[string]string {
	t.Helper()
	ids, err := db.Tenants()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	for _, id := range ids {
		all[id] = contents(t, db.Tenant(id))
	}
	return all
}

func TestCompactLeavesAllButFreePages(t *testing.T) {
	path := newPath(t)
	db := hollow(t, path)
	update(t, db.Tenant("a"), func(tx *store.Tx) error { return ignore(tx.Sequence()) })
	want, before := allOf(t, db), db.Stats()
	last := int64(0)
	if err := db.Compact(t.Context(), func(done, total int64) { last = done }); err != nil {
		t.Fatal(err)
	}
	after := db.Stats()
	if after.Size > before.Used()+1<<20 || after.Size > before.Size/2 || last == 0 {
		t.Errorf("%+v became %+v, with %d bytes copied", before, after, last)
	}
	if got := allOf(t, db); !equal(got, want) {
		t.Error("it holds something else")
	}
	put(t, db.Tenant("a"), "new", "v") // goes to the new file
	update(t, db.Tenant("a"), func(tx *store.Tx) error {
		if n, err := tx.Sequence(); err != nil || n != 2 {
			t.Errorf("the next number is %d, %v", n, err)
		}
		return nil
	})
	closed(t, db)
	onlyIn(t, path)
	db = create(t, path)
	defer closed(t, db)
	want["a"]["new"] = "v"
	if got := allOf(t, db); !equal(got, want) {
		t.Error("opened again it holds something else")
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

func ignore[T any](_ T, err error) error { return err }

func equal(a, b map[string]map[string]string) bool { return maps.EqualFunc(a, b, maps.Equal) }

// What is written while the copy is made is not in it.
func TestCompactGivesUpWhenSomethingIsWritten(t *testing.T) {
	path := newPath(t)
	db := hollow(t, path)
	defer closed(t, db)
	var once sync.Once
	err := db.Compact(t.Context(), func(int64, int64) {
		once.Do(func() { put(t, db.Tenant("b"), "between", "v") })
	})
	if !errors.Is(err, store.ErrBusy) {
		t.Errorf("got %v", err)
	}
	isForAPerson(t, err, path, "when less happens")
	if got := contents(t, db.Tenant("b")); got["between"] != "v" {
		t.Error("what was written is lost")
	}
	onlyIn(t, path)
}

func TestCompactDoesNotWaitForALongView(t *testing.T) {
	path := newPath(t)
	db := hollow(t, path)
	defer closed(t, db)
	err := db.Tenant("b").View(func(*store.Tx) error {
		compacted := make(chan error)
		go func() { compacted <- db.Compact(t.Context(), nil) }()
		return <-compacted
	})
	if !errors.Is(err, store.ErrBusy) {
		t.Errorf("got %v", err)
	}
	onlyIn(t, path)
}

// The lock goes from one file to the other.
func TestTheFileIsHeldWhileAndAfterItIsCompacted(t *testing.T) {
	t.Parallel() // it waits for a lock
	path := newPath(t)
	db := hollow(t, path)
	defer closed(t, db)
	var once sync.Once
	locked := func() {
		if got := output(t, child(t, "open", path)); len(got) != 1 || got[0][:6] != "locked" {
			t.Errorf("another process is told %q", got)
		}
	}
	if err := db.Compact(t.Context(), func(int64, int64) { once.Do(locked) }); err != nil {
		t.Fatal(err)
	}
	locked()
}

// Whoever was waiting for the old file must not be left with it when it is let go.
func TestOpenTakesTheFileThatIsThereWhenItsTurnComes(t *testing.T) {
	path := newPath(t)
	db := hollow(t, path)
	waited := make(chan []string)
	var once sync.Once
	err := db.Compact(t.Context(), func(int64, int64) {
		once.Do(func() { go func() { waited <- output(t, child(t, "open", path)) }() })
	})
	if err != nil {
		t.Fatal(err)
	}
	put(t, db.Tenant("a"), "k", "v")
	closed(t, db)
	<-waited
	db = create(t, path)
	defer closed(t, db)
	if got := contents(t, db.Tenant("a")); got["k"] != "v" {
		t.Error("what was written to the new file is lost")
	}
}

func TestCompactInterruptedOrImpossibleChangesNothing(t *testing.T) {
	path := newPath(t)
	db := hollow(t, path)
	want := allOf(t, db)
	ended, end := context.WithCancel(t.Context())
	err := db.Compact(ended, func(int64, int64) { end() })
	isForAPerson(t, err, "canceled")
	moved := filepath.Join(filepath.Dir(path), "moved.db")
	if err := os.Rename(path, moved); err != nil {
		t.Fatal(err)
	}
	isForAPerson(t, db.Compact(t.Context(), nil), path, "is not there any more")
	if got := allOf(t, db); !equal(got, want) {
		t.Error("it holds something else")
	}
	onlyIn(t, moved)
	closed(t, db)
	isForAPerson(t, db.Compact(t.Context(), nil), path, "closed")
}

func TestReadersSeeTheSameWhileTheFileIsExchanged(t *testing.T) {
	path := newPath(t)
	db := hollow(t, path)
	defer closed(t, db)
	want := contents(t, db.Tenant("b"))
	var readers sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if got := contents(t, db.Tenant("b")); !maps.Equal(got, want) {
					t.Errorf("a reader sees %d keys", len(got))
					return
				}
			}
		})
	}
	compacted := 0
	for range 10 {
		switch err := db.Compact(t.Context(), nil); {
		case err == nil:
			compacted++
		case !errors.Is(err, store.ErrBusy):
			t.Error(err)
		}
		put(t, db.Tenant("c"), "n", fmt.Sprint(compacted))
	}
	close(stop)
	readers.Wait()
	if compacted == 0 {
		t.Error("it was never compacted")
	}
}
