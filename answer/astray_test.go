package answer

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"verbatim/store"
)

// A bit that was flipped in a key puts it out of order: whoever reads all keys comes upon it,
// whoever looks for it does not.
func TestAnEntryOutOfOrderIsDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(db.Tenant("t"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"The ferry sails.", "The ferry lies in the harbour."} {
		e := l.Editor(Origin{By: "Anna"})
		for _, id := range []string{"one", "three", "two"} {
			if _, err := e.Add(t.Context(), english(id, text)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	key := entryKeyOf(entryKey, 2, "three")
	for from, at := 0, 0; ; from = at + 1 {
		if at = bytes.Index(file[from:], key); at < 0 {
			break
		}
		at += from
		file[at+len(key)-len("three")] ^= 1 << 3 // "|hree", behind "two"
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if db, err = store.Open(path, store.Options{}); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	l, err = Open(db.Tenant("t"))
	if err == nil {
		_, err = l.Editor(Origin{By: "Anna"}).Undo(t.Context(), 2)
	}
	if !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("undoing a change of which an entry is out of order: %v", err)
	}
}
