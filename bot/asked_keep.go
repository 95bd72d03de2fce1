package bot

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"verbatim/store"
)

// shorten has what was asked end after so many days, also what is kept already for longer;
// after none it is dropped at once. Of what is on the shelf nobody knows since when it is there.
func (t *turn) shorten(ctx context.Context, n int) error {
	for _, prefix := range []string{askedKey, feedbackKey, conversationKey} {
		if err := t.endAllAfter(ctx, prefix, days(n)); err != nil {
			return err
		}
	}
	err := t.reviseAll(ctx, shelfKey, func(tx *store.Tx, r record) error { return endWithin(tx, r, days(n), t.bot.now()) })
	if err != nil || days(n) >= t.settings.sent {
		return err
	}
	return t.reviseAll(ctx, sentKey, func(tx *store.Tx, r record) error {
		var s sent
		if json.Unmarshal(r.value, &s) != nil {
			return drop(tx, r.key)
		}
		s.forgetPeople()
		value, err := json.Marshal(s)
		if err != nil {
			return err
		}
		return renew(tx, r.key, value)
	})
}

// endAllAfter has all records under a prefix end so long after their time, unless they end before.
func (t *turn) endAllAfter(ctx context.Context, prefix string, long time.Duration) error {
	return t.reviseAll(ctx, prefix, func(tx *store.Tx, r record) error { return endAfter(tx, r, long, t.bot.now()) })
}

// revisedAtOnce is how many records are changed in one transaction.
const revisedAtOnce = 200

// reviseAll changes all records under a prefix.
func (t *turn) reviseAll(ctx context.Context, prefix string, f func(*store.Tx, record) error) error {
	var keys []string
	for r, err := range t.bot.records(ctx, t.memory, prefix, prefix) {
		if err != nil {
			return err
		}
		keys = append(keys, r.key)
	}
	return t.revise(ctx, keys, f)
}

// revise changes some records, as far as they are still kept.
func (t *turn) revise(ctx context.Context, keys []string, f func(*store.Tx, record) error) error {
	for some := range slices.Chunk(keys, revisedAtOnce) {
		err := t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error {
			for _, key := range some {
				value, ok := kept(tx, key, t.bot.now())
				if !ok {
					continue
				}
				if err := f(tx, record{key, slices.Clone(value)}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// endAfter has a record end so long after its time, unless it ends before.
func endAfter(tx *store.Tx, r record, long time.Duration, now time.Time) error {
	var made struct{ At time.Time }
	if err := json.Unmarshal(r.value, &made); err != nil {
		return drop(tx, r.key)
	}
	return endWithin(tx, r, made.At.Add(long).Sub(now), now)
}

// endWithin has a record end after so long at the latest, at once after nothing.
func endWithin(tx *store.Tx, r record, long time.Duration, now time.Time) error {
	switch record := tx.Get([]byte(r.key)); {
	case long <= 0:
		return drop(tx, r.key)
	case !ended(record, now.Add(long)):
		return keep(tx, r.key, r.value, now, long)
	}
	return nil
}
