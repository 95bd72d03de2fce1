package upkeep

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

func TestTheWarningComesBeforeTheLimit(t *testing.T) {
	for used, want := range map[int64]int{0: 0, 799: 0, 801: 1, 949: 1, 951: 2, 2000: 2} {
		if got := fullness(store.Stats{Size: used + 500, Free: 500, Limit: 1000}); got != want {
			t.Errorf("%d of 1000 passes %d marks", used, got)
		}
	}
	if got := fullness(store.Stats{Size: 1 << 40}); got != 0 {
		t.Errorf("without a limit it passes %d marks", got)
	}
}

// write puts bytes into a database, where nothing else is written over with them.
func write(t *testing.T, db *store.DB, key string, bytes int) {
	t.Helper()
	err := db.Tenant(key).Update(func(tx *store.Tx) error { return tx.Put([]byte("k"), make([]byte, bytes)) })
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheKeeperCompactsWhenNobodyWrites(t *testing.T) {
	db := storetest.Open(t)
	k := keeper{db: db, log: slog.New(slog.DiscardHandler)}
	write(t, db, "large", hollowFrom+1<<20)
	write(t, db, "large", 0)
	write(t, db, "small", 0)
	full := db.Stats().Size
	k.look(t.Context())
	write(t, db, "small", 1)
	k.look(t.Context())
	if size := db.Stats().Size; size != full {
		t.Fatalf("while somebody writes it goes from %d to %d", full, size)
	}
	k.look(t.Context())
	if size := db.Stats().Size; size > full/10 {
		t.Errorf("it is at %d of %d", size, full)
	}
	before := db.Stats()
	k.look(t.Context())
	if db.Stats() != before {
		t.Error("it compacts what is compact")
	}
}

func TestTheKeeperWarnsOnceAtEachMark(t *testing.T) {
	db := storetest.OpenFile(t, t.TempDir()+"/a.db", store.Options{MaxSize: 64 << 20})
	var said bytes.Buffer
	k := keeper{db: db, log: slog.New(slog.NewTextHandler(&said, nil))}
	for _, step := range []struct {
		key             string
		bytes, warnings int
	}{{"small", 1, 0}, {"large", 52 << 20, 1}, {"small", 2, 1}, {"medium", 19 << 19, 2}, {"large", 0, 2}} {
		write(t, db, step.key, step.bytes)
		k.look(context.Background())
		if got := strings.Count(said.String(), "--max-size"); got != step.warnings {
			t.Errorf("with %d bytes: %s", step.bytes, said.String())
		}
	}
}
