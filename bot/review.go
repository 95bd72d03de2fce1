package bot

import (
	"context"
	"encoding/json"
	"errors"
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
		r.settings, err = a.bot.settingsIn(tx)
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

// lookAtAnswers orders a correction of each answer that quoted what has gone since it was
// looked at last, or what had gone by then and stands again.
func (r *review) lookAtAnswers(ctx context.Context) error {
	known := map[string]bool{} // the same words are quoted again and again
	for s, err := range each[sent](ctx, r.bot, r.memory, sentKey, sentKey) {
		if err != nil {
			return err
		}
		changed, err := r.changed(ctx, s.is, known)
		if err != nil {
			return err
		}
		if len(changed) == 0 {
			continue
		}
		if err := r.order(ctx, func(tx *store.Tx) error { return r.correct(tx, s.key, changed) }); err != nil {
			return err
		}
	}
	return nil
}

// changed returns which quotes of an answer stand no more in their sources and did until
// now, or the other way round: by their names whether they stand.
func (r *review) changed(ctx context.Context, s sent, known map[string]bool) (map[string]bool, error) {
	changed := map[string]bool{}
	for _, p := range s.Parts {
		for _, source := range p.Sources {
			quoted := source.quoting(p.Words)
			stands, ok := known[quoted]
			if !ok {
				var err error
				stands, err = r.library.Stands(ctx, source.ID, source.At, source.said(p.Words))
				if errors.Is(err, store.ErrCorrupt) {
					continue // it cannot be read, which is for check to tell
				}
				if err != nil {
					return nil, err
				}
				known[quoted] = stands
			}
			if stands != source.Gone.IsZero() {
				changed[quoted] = stands
			}
		}
	}
	return changed, nil
}

// quoting names what stands in a source of some words that were quoted.
func (s source) quoting(words string) string {
	return hashed(s.ID, strconv.Itoa(s.At.Start), s.said(words))
}

// correct marks what of an answer stands and what has gone, and orders its correction once
// it is known where it is.
func (r *review) correct(tx *store.Tx, key string, changed map[string]bool) error {
	s, ok := keptAs[sent](tx, key, r.now)
	if !ok {
		return nil
	}
	s.Corrected++
	for i, p := range s.Parts {
		for j, source := range p.Sources {
			stands, is := changed[source.quoting(p.Words)]
			switch {
			case is && stands:
				s.Parts[i].Sources[j].Gone = time.Time{}
			case is && source.Gone.IsZero():
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
