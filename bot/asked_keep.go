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
	latest := t.bot.now().Add(days(n))
	err := t.endAll(ctx, shelfKey, func(record) time.Time { return latest })
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
	return t.endAll(ctx, prefix, func(r record) time.Time {
		var made struct{ At time.Time }
		if json.Unmarshal(r.value, &made) != nil {
			return time.Time{}
		}
		if made.At.IsZero() { // a conversation of before that was noted of it
			made.At = r.ends.Add(-keepConversation)
		}
		return made.At.Add(long)
	})
}

// endAll has all records under a prefix end when f says, unless they end before.
func (t *turn) endAll(ctx context.Context, prefix string, f func(record) time.Time) error {
	var late []string
	for r, err := range t.bot.records(ctx, t.memory, prefix, prefix) {
		if err != nil {
			return err
		}
		if f(r).Before(r.ends) {
			late = append(late, r.key)
		}
	}
	return t.revise(ctx, late, func(tx *store.Tx, r record) error {
		now := t.bot.now()
		switch end := f(r); {
		case !end.After(now):
			return drop(tx, r.key)
		case end.Before(r.ends):
			return keep(tx, r.key, r.value, now, end.Sub(now))
		}
		return nil
	})
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
				r, ok := recordOf(tx, key, t.bot.now())
				if !ok {
					continue
				}
				if err := f(tx, r); err != nil {
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
