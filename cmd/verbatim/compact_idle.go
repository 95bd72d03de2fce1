package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"verbatim/store"
)

const (
	// keepEvery is how often a keeper looks. An Update between two looks means that the bot is in use.
	keepEvery = time.Minute

	// hollowFrom are the bytes of free pages from which on it is worth it to be rid of them.
	hollowFrom = 64 << 20
)

// keeper looks after the size of a database while the bot runs: it gives free pages back to
// the disk when nobody writes, and warns before the limit is reached.
type keeper struct {
	db     *store.DB
	log    *slog.Logger
	seen   uint64 // Updates, at the last look
	warned int    // marks that were passed then
	mended bool   // as was told
}

// keep looks every minute, until ctx ends.
func (k *keeper) keep(ctx context.Context) error {
	for tick := time.NewTicker(keepEvery); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return nil
		case <-tick.C:
			k.look(ctx)
		}
	}
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
		k.log.Warn(errMended.Error())
	}
	if idle && hollow(s) {
		k.compact(ctx, s)
	}
}

// hollow reports whether most of a file is free, and much of it.
func hollow(s store.Stats) bool { return s.Free > hollowFrom && s.Free > s.Size/2 }

func (k *keeper) compact(ctx context.Context, before store.Stats) {
	err := k.db.Compact(ctx, nil)
	switch {
	case err == nil:
		after := k.db.Stats()
		k.seen = after.Updates
		k.log.Info("the database is compacted", "before", before.Size, "after", after.Size)
	case !errors.Is(err, store.ErrBusy) && ctx.Err() == nil:
		k.log.Warn("the database cannot be compacted", "error", err)
	}
}
