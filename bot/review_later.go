package bot

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"verbatim/store"
)

// lookAtQuestions orders an answer to each question of the last 30 days that found nothing
// when it was asked, and does now.
func (r *review) lookAtQuestions(ctx context.Context) error {
	open, err := r.open(ctx)
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(open)) {
		now, err := r.answers(ctx, open[key])
		if err != nil {
			return err
		}
		if !now {
			continue
		}
		if err := r.order(ctx, func(tx *store.Tx) error { return r.answerLater(tx, key) }); err != nil {
			return err
		}
	}
	return nil
}

// open returns the questions that still wait for an answer where they were asked, by their
// keys: of those of the same words at the same place the last, unless that was answered.
func (r *review) open(ctx context.Context) (map[string]inquiry, error) {
	open, last := map[string]inquiry{}, map[string]string{}
	for q, err := range each[inquiry](ctx, r.bot, r.memory, askedKey, askedFrom(r.now.Add(-keepSent))) {
		if err != nil {
			return nil, err
		}
		if q.is.Place == "" {
			continue
		}
		there := hashed(q.is.Place, topicOf(q.is.Text).form)
		delete(open, last[there])
		if q.is.silent() && !q.is.Later {
			open[q.key], last[there] = q.is, q.key
		}
	}
	return open, nil
}

// answers reports whether the articles answer a question now, as it would be answered in its channel.
func (r *review) answers(ctx context.Context, q inquiry) (bool, error) {
	t, err := r.turn(q.Channel, q.Thread, q.Of)
	if err != nil {
		return false, err
	}
	a, err := t.find(ctx, q.Text, 0)
	if errors.Is(err, store.ErrCorrupt) {
		return false, nil // as long as what it would be answered with cannot be read
	}
	return err == nil && !a.Abstained(), err
}

// answerLater orders an answer to a question, if it still waits for one.
func (r *review) answerLater(tx *store.Tx, key string) error {
	q, ok := keptAs[inquiry](tx, key, r.now)
	if !ok || q.Later {
		return nil
	}
	if err := r.bot.markLater(tx, key, true); err != nil {
		return err
	}
	return r.bot.order(tx, later(key))
}

// markLater notes of a question whether it is answered since it was asked.
func (b *Bot) markLater(tx *store.Tx, key string, is bool) error {
	q, ok := keptAs[inquiry](tx, key, b.now())
	if !ok {
		return nil
	}
	q.Later = is
	value, err := json.Marshal(q)
	if err != nil {
		return err
	}
	return renew(tx, key, value)
}
