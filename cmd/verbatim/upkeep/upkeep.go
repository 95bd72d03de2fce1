// Package upkeep looks after the size of a database while the bot runs: it gives free pages back
// to the disk, knows how much room there is, and warns before that ends.
package upkeep

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"verbatim/cmd/verbatim/health"
	"verbatim/store"
)

const (
	// keepEvery is how often a keeper looks. An Update between two looks means that the bot is in use.
	keepEvery = time.Minute

	// hollowFrom are the bytes of free pages from which on it is worth it to be rid of them.
	hollowFrom = 64 << 20

	// restLooks is how many looks pass after a compaction that came to nothing before the
	// next: each writes a copy of all that the database holds.
	restLooks = 60
)

// ErrMended tells that a database mended itself as it was opened.
var ErrMended = errors.New("a flipped bit at the start of the database or in its list of free pages was put right, and nothing is lost: where that happens again the disk fails")

// Keep gives free pages of a database, whose file is at path, back to the disk when nobody
// writes, and warns in the log before the limit is reached. It looks every minute, until ctx ends.
func Keep(ctx context.Context, db *store.DB, path string, log *slog.Logger) {
	k := keeper{db: db, path: path, log: log}
	for tick := time.NewTicker(keepEvery); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			k.look(ctx)
		}
	}
}

// keeper looks after one database.
type keeper struct {
	db     *store.DB
	path   string // of its file
	log    *slog.Logger
	seen   uint64 // Updates, at the last look
	warned int    // marks that were passed then
	rest   int    // looks until the next compaction
	mended bool   // as was told
}

func (k *keeper) look(ctx context.Context) {
	s := k.db.Stats()
	idle := s.Updates == k.seen
	k.seen = s.Updates
	if passed := fullness(s); passed != k.warned {
		if k.warned = passed; passed > 0 {
			k.log.Warn(nearlyFull(s))
		}
	}
	if s.Mended && !k.mended {
		k.mended = true
		k.log.Warn(ErrMended.Error())
	}
	switch {
	case k.rest > 0:
		k.rest--
	case idle && hollow(s):
		k.compact(ctx, s)
	}
}

// hollow reports whether most of a file is free, and much of it.
func hollow(s store.Stats) bool { return s.Free > hollowFrom && s.Free > s.Size/2 }

// fitsBeside reports whether a disk with so many free bytes has room for a compaction, and for the
// bot to go on meanwhile.
func fitsBeside(s store.Stats, free int64) bool { return free >= s.Used()+health.LeastFree }

var errNoRoom = errors.New("the disk has no room for the copy that takes its place")

func (k *keeper) compact(ctx context.Context, before store.Stats) {
	err := errNoRoom
	if free, known := health.FreeAt(k.path); !known || fitsBeside(before, free) {
		err = k.db.Compact(ctx, nil)
	}
	if err == nil {
		after := k.db.Stats()
		k.seen = after.Updates
		k.log.Info("the database is compacted", "before", before.Size, "after", after.Size)
		return
	}
	k.rest = restLooks
	if !errors.Is(err, store.ErrBusy) && ctx.Err() == nil {
		k.log.Warn("the database cannot be compacted", "error", err)
	}
}
