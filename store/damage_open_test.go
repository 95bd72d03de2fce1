package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"verbatim/store"
)

// astray makes all branches of the file lead to a page that to tells of them.
func astray(file []byte, to func(page int) uint64) []byte {
	file = bytes.Clone(file)
	for _, page := range pagesOf(file, branch) {
		for i := range binary.NativeEndian.Uint16(at(file, page)[10:]) {
			binary.NativeEndian.PutUint64(at(file, page)[16+16*i+8:], to(page))
		}
	}
	return file
}

func TestBranchesThatLeadAstrayAreNoticedAndCrashNothing(t *testing.T) {
	whole := sample(t)
	var files [][]byte
	for _, to := range []func(page int) uint64{
		func(page int) uint64 { return uint64(page) },
		func(int) uint64 { return 0 },
		func(int) uint64 { return uint64(len(whole)/pageSize) + 1 },
		func(int) uint64 { return 1 << 30 },
		func(int) uint64 { return 1<<64 - 1 },
	} {
		files = append(files, astray(whole, to))
	}
	for i, got := range verdicts(t, files) {
		if !strings.HasPrefix(got, "corrupt: ") {
			t.Errorf("of file %d it is said: %s", i, got)
		}
	}
}

func TestTransactionsThatComeUponDamageEndWithAnError(t *testing.T) {
	whole := sample(t)
	for name, file := range map[string][]byte{
		"beyond the file":    astray(whole, func(int) uint64 { return uint64(len(whole) / pageSize) }),
		"beyond the mapping": astray(whole, func(int) uint64 { return 1 << 30 }),
		"beyond all":         astray(whole, func(int) uint64 { return 1 << 60 }),
		"to a meta page":     astray(whole, func(int) uint64 { return 1 }),
	} {
		t.Run(name, func(t *testing.T) {
			path := newPath(t)
			if err := os.WriteFile(path, file, 0o600); err != nil {
				t.Fatal(err)
			}
			db := create(t, path)
			defer closed(t, db)
			for what, f := range map[string]func(tx *store.Tx) error{
				"Get":    func(tx *store.Tx) error { tx.Get(number(7)); return nil },
				"Last":   func(tx *store.Tx) error { tx.Last(nil); return nil },
				"Seek":   func(tx *store.Tx) error { tx.Seek(nil, nil); return nil },
				"Scan":   func(tx *store.Tx) error { tx.Scan(nil)(func(_, _ []byte) bool { return true }); return nil },
				"Put":    func(tx *store.Tx) error { return tx.Put(number(7), nil) },
				"Delete": func(tx *store.Tx) error { return tx.Delete(number(7)) },
			} {
				if err := db.Tenant("many").Update(f); !errors.Is(err, store.ErrCorrupt) {
					t.Errorf("%s in Update: %v", what, err)
				}
				if what == "Put" || what == "Delete" {
					continue
				}
				if err := db.Tenant("many").View(f); !errors.Is(err, store.ErrCorrupt) {
					t.Errorf("%s in View: %v", what, err)
				}
			}
			put(t, db.Tenant("few"), "k", "still written")
			if got := contents(t, db.Tenant("few")); got["k"] != "still written" {
				t.Errorf("the sound tenant holds %q", got)
			}
		})
	}
}

func TestDamageThatACallerFindsIsSaidWithTheFilesName(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	defer closed(t, db)
	found := fmt.Errorf("article 7: %w", store.ErrCorrupt)
	for _, transaction := range []func(func(*store.Tx) error) error{db.Tenant("a").View, db.Tenant("a").Update} {
		err := transaction(func(*store.Tx) error { return found })
		if want := path + ": article 7: the database is damaged: put a backup back"; err.Error() != want || !errors.Is(err, found) {
			t.Errorf("got %q, want %q", err, want)
		}
	}
}

func TestAFileThatIsCutWhileItIsOpen(t *testing.T) {
	path := newPath(t)
	if err := os.WriteFile(path, sample(t), 0o600); err != nil {
		t.Fatal(err)
	}
	db := create(t, path)
	defer closed(t, db)
	err := db.Tenant("large").View(func(tx *store.Tx) error {
		v := tx.Get([]byte("k"))
		if err := os.Truncate(path, 2*pageSize); err != nil {
			return err
		}
		t.Errorf("a page that is no more has %d letters", bytes.Count(v, []byte("L")))
		return nil
	})
	if !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("reading a value: %v", err)
	}
	if _, err := db.Tenants(); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("Tenants: %v", err)
	}
	if _, err := db.WriteTo(new(bytes.Buffer)); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("WriteTo: %v", err)
	}
	if err := db.Check(t.Context()); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("Check: %v", err)
	}
}

// bbolt panics in such a commit and in the rollback after it, and keeps its locks.
func TestACommitThatPanicsLeavesNobodyWaiting(t *testing.T) {
	path := newPath(t)
	whole := sample(t)
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	db := create(t, path)
	nothing := func(tx *store.Tx) error { return nil }
	update(t, db.Tenant("few"), nothing) // before the first one the list of free pages is looked at
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pagesOf(whole, freelist) {
		clear(at(whole, page))
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil { // the same file, in place
		t.Fatal(err)
	}
	for i, f := range []func(func(*store.Tx) error) error{db.Tenant("few").Update, db.Tenant("few").Update, db.Tenant("few").View} {
		if err := f(nothing); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("transaction %d: %v", i, err)
		}
	}
	closed(t, db)
}
