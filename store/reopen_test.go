package store_test

import (
	"errors"
	"os"
	"testing"

	"verbatim/store"
)

// left opens a database whose list of free pages is not right: before the first Update it is put
// right, and the file is opened anew.
func left(t *testing.T) (db *store.DB, path string) {
	t.Helper()
	whole := sample(t)
	for _, page := range pagesOf(whole, freelist) {
		flip(at(whole, page), 8*16+16)
	}
	path = saved(t, whole)
	return create(t, path), path
}

func nothing(*store.Tx) error { return nil }

// A disk that fails may be gone when the file is opened anew, and an empty folder be in its place.
func TestAFileThatIsGoneIsNotMadeAnew(t *testing.T) {
	db, path := left(t)
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	isForAPerson(t, db.Tenant("few").Update(nothing), path, "is not there any more")
	if _, err := os.Stat(path); err == nil {
		t.Error("there is a file")
	}
	if err := os.WriteFile(path, sample(t), 0o600); err != nil {
		t.Fatal(err)
	}
	isForAPerson(t, db.Tenant("few").View(nothing), path, "another file has taken the database's place")
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	put(t, db.Tenant("few"), "k", "back")
	if got := contents(t, db.Tenant("few")); got["k"] != "back" {
		t.Errorf("it holds %q", got)
	}
	closed(t, db)
}

func TestAFileIsNotOpenedAnewAfterClose(t *testing.T) {
	db, path := left(t)
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	if err := db.Tenant("few").Update(nothing); err == nil {
		t.Error("it is written to")
	}
	closed(t, db)
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	isForAPerson(t, db.Tenant("few").View(nothing), "closed")
	if again, err := store.Open(path, store.Options{}); err != nil || errors.Join(again.Close()) != nil {
		t.Errorf("it cannot be opened: %v", err)
	}
}
