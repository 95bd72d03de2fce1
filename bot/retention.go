package bot

import (
	"context"
	"slices"
	"time"

	"verbatim/store"
)

const (
	sweepEvery = time.Hour
	// sweptAtOnce is how many records are dropped in one transaction, beside which others are written.
	sweptAtOnce = 500
)

// Sweep drops what has ended from the memory of all tenants, at once and then each hour, until
// ctx ends. A write of a tenant drops some of it too; an idle one has this alone. What was
// kept for longer than KeepQuestions and KeepAnswers is to end by then, first of all.
func (b *Bot) Sweep(ctx context.Context) {
	s := &sweeper{b, map[string]bool{}}
	every := time.NewTicker(sweepEvery)
	defer every.Stop()
	for {
		b.everyTenant(ctx, s.shortenOnce)
		b.everyTenant(ctx, b.dropAllEnded)
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
	}
}

// A sweeper knows the tenants of which what is kept ends when it is to: one where that failed, as for a
// full disk, is seen to again.
type sweeper struct {
	*Bot
	shortened map[string]bool
}

func (s *sweeper) shortenOnce(ctx context.Context, tenant string) error {
	if s.shortened[tenant] {
		return nil
	}
	err := s.shorten(ctx, tenant)
	s.shortened[tenant] = err == nil
	return err
}

// everyTenant does something for each tenant of which something is remembered. What goes wrong for
// one is logged, and the others are seen to.
func (b *Bot) everyTenant(ctx context.Context, do func(ctx context.Context, tenant string) error) {
	tenants, err := b.tenants.Remembered()
	if err != nil {
		b.log.Error("what has ended is not dropped", "error", err)
	}
	for _, tenant := range tenants {
		if ctx.Err() != nil {
			return
		}
		if err := do(ctx, tenant); err != nil && ctx.Err() == nil {
			b.found(err)
			b.log.Error("what has ended is not dropped", "tenant", tenant, "error", err)
		}
	}
}

// dropAllEnded drops what has ended from the memory of a tenant.
func (b *Bot) dropAllEnded(ctx context.Context, tenant string) error {
	for {
		now, more := b.now(), false
		err := b.tenants.Memory(tenant).View(func(tx *store.Tx) error {
			more = len(endedKeys(tx, now, 1)) > 0
			return nil
		})
		if err != nil {
			return err
		}
		if !more {
			return b.dropOverdue(ctx, tenant)
		}
		err = b.write(ctx, tenant, func(tx *store.Tx) error { return dropEnded(tx, now, sweptAtOnce) })
		if err != nil {
			return err
		}
	}
}

// dropOverdue drops the records that have ended though the first note of an end tells of a later one: a
// flipped bit in the key of a note would have all behind it stay for good.
func (b *Bot) dropOverdue(ctx context.Context, tenant string) error {
	for {
		var overdue []string
		now := b.now()
		err := b.tenants.Memory(tenant).View(func(tx *store.Tx) error {
			overdue = overdueKeys(tx, now)
			return ctx.Err()
		})
		if err != nil || overdue == nil {
			return err
		}
		err = b.write(ctx, tenant, func(tx *store.Tx) error {
			for _, key := range overdue {
				if err := drop(tx, key); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
}

func overdueKeys(tx *store.Tx, now time.Time) (keys []string) {
	for key := range tx.Scan([]byte(endKey)) {
		rest := key[len(endKey):]
		if len(rest) <= stampSize || !ended(rest, now) {
			continue
		}
		record := tx.Get(rest[stampSize:])
		if len(record) >= stampSize && ended(record, now) {
			keys = append(keys, string(rest[stampSize:]))
		}
		if len(keys) == sweptAtOnce {
			break
		}
	}
	return keys
}

// shorten has what is kept of a tenant end as KeepQuestions and KeepAnswers want it.
func (b *Bot) shorten(ctx context.Context, tenant string) error {
	t := &turn{bot: b, Message: Message{Tenant: tenant}, memory: b.tenants.Memory(tenant)}
	s, err := b.settingsOf(t.memory)
	t.settings = s
	if err == nil {
		err = t.shorten(ctx, s.Questions)
	}
	if err == nil && s.sent < keepSent {
		err = t.endAllAfter(ctx, sentKey, s.sent)
	}
	return err
}

// endedKeys returns the first keys, at most so many, that say what has ended.
func endedKeys(tx *store.Tx, now time.Time, most int) (keys [][]byte) {
	for key := range tx.Scan([]byte(endKey)) {
		rest := key[len(endKey):]
		if len(keys) == most || len(rest) >= stampSize && !ended(rest, now) {
			break
		}
		keys = append(keys, slices.Clone(key))
	}
	return keys
}

// dropEnded drops so many records that have ended. One that was kept anew meanwhile, until
// another end that is noted, stays.
func dropEnded(tx *store.Tx, now time.Time, most int) error {
	for _, key := range endedKeys(tx, now, most) {
		if err := tx.Delete(key); err != nil {
			return err
		}
		if end := string(key[len(endKey):]); endsThen(tx, end) || isEndless(tx, end) {
			if err := tx.Delete([]byte(end[stampSize:])); err != nil {
				return err
			}
		}
	}
	return nil
}

// isEndless reports whether the record that was to end as the rest of a key says has another end, of
// which there is no note: one that is damaged, and may never come.
func isEndless(tx *store.Tx, end string) bool {
	if len(end) <= stampSize {
		return false
	}
	key := end[stampSize:]
	record := tx.Get([]byte(key))
	return len(record) >= stampSize && tx.Get(slices.Concat([]byte(endKey), record[:stampSize], []byte(key))) == nil
}
