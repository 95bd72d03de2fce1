package answer

import (
	"bytes"
	"context"
	"errors"

	"verbatim/store"
)

// Undo takes a change back, all of it or nothing, and returns the change that does so,
// which can be undone too. It returns ErrNotFound for a change that is not there or too
// old, ErrUndone for one that is undone already, and a *Conflict where one of its
// articles is no longer as the change left it.
func (e *Editor) Undo(ctx context.Context, change uint64) (Change, error) {
	l := e.library
	l.write.Lock()
	defer l.write.Unlock()
	var steps []step
	done := false
	err := l.tenant.View(func(tx *store.Tx) error {
		before, err := e.resume(tx, change)
		if done = before != nil; done || err != nil {
			return err
		}
		steps, err = stepsBack(tx, change)
		return err
	})
	if err != nil {
		return Change{}, err
	}
	if !done {
		if err := e.takeBack(ctx, change, steps); err != nil {
			return Change{}, err
		}
	}
	return l.ChangeOf(ctx, e.change)
}

// step is what brings an article back to what it was before a change.
type step struct {
	id   string
	size int // of its record as it was, in bytes; 0 where there was none
}

// stepsBack returns the steps that undo a change, unless something stands against that.
func stepsBack(tx *store.Tx, change uint64) (steps []step, err error) {
	h, err := headerAt(tx, change)
	switch {
	case err != nil:
		return nil, err
	case h.UndoneBy != 0:
		return nil, ErrUndone
	case !h.Open:
		return nil, ErrNotFound
	}
	entries, err := entriesOf(tx, h)
	for _, n := range entries {
		if n.number != 0 {
			id, err := idAt(tx, n.number)
			if err != nil {
				return nil, err
			}
			steps = append(steps, step{id: id})
			continue
		}
		if err := untouched(tx, change, n); err != nil {
			return nil, err
		}
		s := step{id: n.ID, size: len(tx.Get(entryKeyOf(recordKey, change, n.ID)))}
		if (s.size == 0) != (n.Before == nil) {
			return nil, store.ErrCorrupt
		}
		steps = append(steps, s)
	}
	return steps, err
}

// untouched returns a *Conflict if an article is no longer as a change left it. One that is damaged
// is, as far as the history knows.
func untouched(tx *store.Tx, change uint64, n entry) error {
	var now []byte
	damaged := false
	if number, ok := numberOf(tx, n.ID); ok {
		record := recordAt(tx, number)
		_, err := decodeArticle(record)
		now, damaged = recordHash(record), err != nil
	}
	if bytes.Equal(now, n.After) {
		return nil
	}
	later, err := laterChange(tx, change, n.ID)
	if err != nil || later == 0 && damaged {
		return err
	}
	return &Conflict{Later: later, Title: n.Title}
}

// laterChange returns the last change after another that concerns an article and still
// stands; 0 where none does. What was undone does not, nor what undid such a one: of these
// two nothing is left.
func laterChange(tx *store.Tx, change uint64, id string) (later uint64, err error) {
	number, _ := numberOf(tx, id)
	for n := lastChange(tx); n > change; n-- {
		h, err := headerAt(tx, n)
		if err != nil {
			return n, err
		}
		concerned := h.brought(number) || tx.Get(entryKeyOf(entryKey, n, id)) != nil
		if concerned && h.UndoneBy == 0 && h.Undoes <= change {
			return n, nil
		}
	}
	return 0, nil
}

// takeBack goes the steps, as a change that undoes another. What it brings back is analysed
// in batches, the first of them, which is all of it nearly always, before the transaction that
// keeps others from writing. That one transaction holds what it writes in memory.
func (e *Editor) takeBack(ctx context.Context, change uint64, steps []step) error {
	batches := inBatches(steps)
	var back []*Article
	err := e.library.tenant.View(func(tx *store.Tx) (err error) {
		back, err = asBefore(tx, change, batches[0])
		return err
	})
	if err != nil {
		return err
	}
	analyses, err := analyseAll(ctx, back, analyseAnyhow)
	if err != nil {
		return err
	}
	return e.update(change, func(d *edit) error {
		for i, batch := range batches {
			if i > 0 {
				if back, err = asBefore(d.tx, change, batch); err != nil {
					return err
				}
				if analyses, err = analyseAll(ctx, back, analyseAnyhow); err != nil {
					return err
				}
			}
			if err := d.goBack(change, batch, analyses); err != nil {
				return err
			}
		}
		d.journal.wrote = true // also where there was nothing to take back
		return setUndone(d.tx, change, d.journal.number)
	})
}

// inBatches cuts steps, which may be none, into batches of records of so many bytes; there
// is one at least.
func inBatches(steps []step) (batches [][]step) {
	size, start := 0, 0
	for i, s := range steps {
		if size += s.size; size > reindexBatch && i > start {
			batches = append(batches, steps[start:i])
			size, start = s.size, i
		}
	}
	return append(batches, steps[start:])
}

// asBefore returns the articles that steps bring back.
func asBefore(tx *store.Tx, change uint64, steps []step) (back []*Article, err error) {
	for _, s := range steps {
		if s.size == 0 {
			continue
		}
		a, err := decodeArticle(tx.Get(entryKeyOf(recordKey, change, s.id)))
		if err != nil {
			return nil, err
		}
		back = append(back, a)
	}
	return back, nil
}

// goBack goes steps with the analyses of the articles that they bring back.
func (d *edit) goBack(change uint64, steps []step, analyses []*analysis) (err error) {
	for _, s := range steps {
		if s.size == 0 {
			err = d.remove(s.id)
		} else {
			_, err = d.put(analyses[0], bytes.Clone(d.tx.Get(entryKeyOf(recordKey, change, s.id))))
			analyses = analyses[1:]
		}
		if err != nil {
			return err
		}
	}
	return d.flush()
}

// setUndone says of a change which other one took it back, 0 for none that stands. Where
// it took back a third itself, that stands again or does so no more.
func setUndone(tx *store.Tx, change, by uint64) error {
	for change != 0 {
		h, err := headerAt(tx, change)
		if errors.Is(err, ErrNotFound) {
			return nil // too old to be told of
		}
		if err != nil {
			return err
		}
		h.UndoneBy = by
		if err := putSealed(tx, numberKey(changeKey, change), h); err != nil {
			return err
		}
		if by == 0 {
			by = change
		} else {
			by = 0
		}
		change = h.Undoes
	}
	return nil
}
