package bot

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"time"

	"verbatim/store"
)

// A review looks, after the articles have changed, which answers quoted what no longer
// stands, and which questions are answered now that found nothing. What it finds is
// ordered, and marked as such, in one transaction: so it can break off at any moment and
// begin anew.
type review struct {
	*attendant
	settings settings
	now      time.Time
	orders   []func(*store.Tx) error // what it found and did not yet write
}

// ordersAtOnce is how many findings are written in one transaction.
const ordersAtOnce = 50

// reviewIfChanged makes a review unless the last one saw the articles as they are.
func (a *attendant) reviewIfChanged(ctx context.Context) error {
	latest, err := a.library.Latest(ctx)
	if err != nil {
		return err
	}
	r := &review{attendant: a, now: a.bot.now()}
	last := ""
	err = a.memory.View(func(tx *store.Tx) (err error) {
		last = string(tx.Get([]byte(reviewedKey)))
		r.settings, err = settingsIn(tx)
		return err
	})
	this := strconv.FormatUint(latest, 10)
	if err != nil || last == this {
		return err
	}
	if err := r.look(ctx); err != nil {
		return err
	}
	r.orders = append(r.orders, func(tx *store.Tx) error {
		if string(tx.Get([]byte(reviewedKey))) != last {
			return nil // it is wanted once more
		}
		return tx.Put([]byte(reviewedKey), []byte(this))
	})
	return r.write(ctx)
}

func (r *review) look(ctx context.Context) error {
	if r.settings.Corrections {
		if err := r.lookAtAnswers(ctx); err != nil {
			return err
		}
	}
	if r.settings.AnswerLater {
		return r.lookAtQuestions(ctx)
	}
	return nil
}

// order has a finding written, with others.
func (r *review) order(ctx context.Context, f func(*store.Tx) error) error {
	if r.orders = append(r.orders, f); len(r.orders) < ordersAtOnce {
		return nil
	}
	return r.write(ctx)
}

func (r *review) write(ctx context.Context) error {
	orders := r.orders // which may still be written after ctx ends
	r.orders = nil
	return r.bot.write(ctx, r.tenant, func(tx *store.Tx) error {
		for _, f := range orders {
			if err := f(tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// lookAtAnswers orders a correction of each answer that quoted what has gone since it was looked at last.
func (r *review) lookAtAnswers(ctx context.Context) error {
	stands := map[string]bool{} // the same words are quoted again and again
	for s, err := range each[sent](ctx, r.bot, r.memory, sentKey, sentKey) {
		if err != nil {
			return err
		}
		gone, err := r.gone(ctx, s.is, stands)
		if err != nil {
			return err
		}
		if len(gone) == 0 {
			continue
		}
		if err := r.order(ctx, func(tx *store.Tx) error { return r.takeBack(tx, s.key, gone) }); err != nil {
			return err
		}
	}
	return nil
}

// gone returns which quotes of an answer stand no more in their sources, and did until now.
func (r *review) gone(ctx context.Context, s sent, stands map[string]bool) (gone []string, err error) {
	for _, p := range s.Parts {
		for _, source := range p.Sources {
			if !source.Gone.IsZero() {
				continue
			}
			quoted := source.quoting(p.Words)
			still, known := stands[quoted]
			if !known {
				still, err = r.library.Stands(ctx, source.ID, source.At, p.Words)
				if errors.Is(err, store.ErrCorrupt) {
					still, err = true, nil // it cannot be read, which is for check to tell
				}
				if err != nil {
					return nil, err
				}
				stands[quoted] = still
			}
			if !still {
				gone = append(gone, quoted)
			}
		}
	}
	return gone, nil
}

// quoting names some words of a source.
func (s source) quoting(words string) string { return hashed(s.ID, strconv.Itoa(s.At.Start), words) }

// takeBack marks what has gone of an answer, and orders its correction once it is known where it is.
func (r *review) takeBack(tx *store.Tx, key string, gone []string) error {
	s, ok := keptAs[sent](tx, key, r.now)
	if !ok {
		return nil
	}
	for i, p := range s.Parts {
		for j, source := range p.Sources {
			if slices.Contains(gone, source.quoting(p.Words)) && source.Gone.IsZero() {
				s.Parts[i].Sources[j].Gone = r.now
			}
		}
	}
	value, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := renew(tx, key, value); err != nil || s.Where == "" {
		return err
	}
	return r.bot.order(tx, recall(key[len(sentKey):], s))
}
