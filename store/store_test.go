package store

import (
	"path/filepath"
	"testing"
)

func TestPutThenGetAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "v.db")
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Tenant("a").Update(func(tx *Tx) error { return tx.Put([]byte("k"), []byte("v")) })
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if db, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Tenant("a").View(func(tx *Tx) error {
		if got := tx.Get([]byte("k")); string(got) != "v" {
			t.Errorf("got %q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
