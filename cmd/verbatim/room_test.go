package main

import (
	"path/filepath"
	"testing"

	"verbatim/cmd/verbatim/health"
	"verbatim/store"
)

// The bot of serve knows the room that its database has.
func TestTheBotKnowsItsRoom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := store.Open(path, store.Options{MaxSize: 8 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Tenant("a").Update(func(tx *store.Tx) error { return tx.Put([]byte("key"), make([]byte, 1<<20)) }); err != nil {
		t.Fatal(err)
	}
	free, known := health.FreeAt(path)
	used, most := (&app{database: path}).tenantsOf(db, "").forBot(nil).Room()
	if used < 1<<20 || used > most || most > 8<<20 || most < 8<<20 && (!known || free > 8<<20) {
		t.Errorf("%d of %d are used, %d are free on the disk", used, most, free)
	}
}
