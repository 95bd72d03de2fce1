package upkeep

import (
	"log/slog"
	"testing"

	"verbatim/cmd/verbatim/health"
	"verbatim/store"
	"verbatim/store/storetest"
)

// What cannot be compacted now is not copied again every minute to find that out.
func TestTheKeeperRestsAfterACompactionThatCameToNothing(t *testing.T) {
	db := storetest.Open(t)
	k := keeper{db: db, log: slog.New(slog.DiscardHandler)}
	write(t, db, "large", hollowFrom+1<<20)
	write(t, db, "large", 0)
	k.look(t.Context())
	full := db.Stats().Size
	if err := db.Tenant("large").View(func(*store.Tx) error { k.look(t.Context()); return nil }); err != nil {
		t.Fatal(err)
	}
	for n := range restLooks {
		if k.look(t.Context()); db.Stats().Size != full {
			t.Fatalf("it tries again at look %d", n)
		}
	}
	if k.look(t.Context()); db.Stats().Size > full/10 {
		t.Errorf("it never tries again: it is at %d of %d", db.Stats().Size, full)
	}
}

// The copy of a compaction must not take the room that the bot needs to go on.
func TestACompactionLeavesRoomOnTheDisk(t *testing.T) {
	s := store.Stats{Size: 10 << 30, Free: 7 << 30}
	for free, want := range map[int64]bool{0: false, 3 << 30: false, 3<<30 + health.LeastFree - 1: false, 3<<30 + health.LeastFree: true} {
		if fitsBeside(s, free) != want {
			t.Errorf("with %d bytes free: %t", free, !want)
		}
	}
}
