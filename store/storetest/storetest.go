// Package storetest opens databases for tests.
package storetest

import (
	"context"
	"path/filepath"
	"testing"

	"verbatim/store"
)

// Open opens a new database in a folder of the test's own. When the test ends the
// database is checked and closed, and the test fails if it is not sound. The test does
// not close it itself.
func Open(t testing.TB) *store.DB {
	t.Helper()
	return OpenFile(t, filepath.Join(t.TempDir(), "test.db"), store.Options{})
}

// OpenFile is Open for a file and options of the test's choice.
func OpenFile(t testing.TB, path string, o store.Options) *store.DB {
	t.Helper()
	db, err := store.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Check(context.Background()); err != nil {
			t.Error(err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}
