package answer

import (
	"context"
	"errors"
	"fmt"
	"time"

	"verbatim/store"
)

// ErrUndone is returned for a change that was taken back already.
var ErrUndone = errors.New("this change was undone already")

// Origin says who changes a library, from where, and in answer to what.
type Origin struct {
	// Request is the same each time that the same change is asked for: what is done again
	// for it is part of the same change. Empty, it is a change of its own.
	Request string    `json:"request,omitempty"`
	By      string    `json:"by,omitempty"`   // who, for people
	ByID    string    `json:"byID,omitempty"` // who, as the chat names them
	From    string    `json:"from,omitempty"` // from where, for people
	At      time.Time `json:"at"`             // when it was asked for; the zero time means when it is done
}

// Change is one thing that somebody did to a library: a load of one or many articles, a
// removal, an undoing. It counts what it did in the end: an article that it loaded twice
// counts once, and one that is again as it was before does not count.
type Change struct {
	Number uint64 `json:"-"` // from 1 on
	Origin
	Loaded   int      `json:"loaded,omitempty"`
	Replaced int      `json:"replaced,omitempty"`
	Removed  int      `json:"removed,omitempty"`
	Titles   []string `json:"titles,omitempty"`   // of the first few articles that it came to, or their ids; each once
	Undoes   uint64   `json:"undoes,omitempty"`   // the change that this one took back; 0 for none
	UndoneBy uint64   `json:"undoneBy,omitempty"` // the change that took this one back; 0 for none that still stands
	Open     bool     `json:"-"`                  // it can be undone, as far as it is kept: one of the last 20, and not undone
}

// Conflict is why a change cannot be undone: a later one touched the same article.
type Conflict struct {
	Later uint64 // the last change that did, to be undone first; 0 where the history does not have it
	Title string // of the article
}

func (c *Conflict) Error() string {
	if c.Later == 0 {
		return fmt.Sprintf("%q was changed since, and that is not in the history", c.Title)
	}
	return fmt.Sprintf("change %d came later and concerns %q too: undo that first", c.Later, c.Title)
}

// History returns n changes, the newest first: those before the one of a number, or from
// the newest on where that is 0. The last 1,000 are kept.
func (l *Library) History(ctx context.Context, before uint64, n int) (changes []Change, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		last := lastChange(tx)
		if before == 0 || before > last {
			before = last + 1
		}
		first, _ := tx.Seek([]byte(changeKey), nil)
		for len(changes) < n && ctx.Err() == nil {
			if before--; before == 0 || before < keyNumber(first) || before+keptHeaders <= last {
				return nil
			}
			h, err := headerAt(tx, before)
			if errors.Is(err, store.ErrCorrupt) || errors.Is(err, ErrNotFound) {
				changes = append(changes, Change{Number: before, Titles: []string{whatWasNoted}})
				continue
			}
			if err != nil {
				return err
			}
			changes = append(changes, h.Change)
		}
		return ctx.Err()
	})
	return changes, err
}

// ChangeOf returns the change of a number, or ErrNotFound.
func (l *Library) ChangeOf(ctx context.Context, number uint64) (c Change, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		h, err := headerAt(tx, number)
		if err != nil {
			return err
		}
		c = h.Change
		return ctx.Err()
	})
	return c, err
}

// Concerned returns the ids of the first n articles that a change concerned, in the order
// in which it came to them. Of a change that is too old to be undone there are none.
func (l *Library) Concerned(ctx context.Context, change uint64, n int) (ids []string, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		if !isKept(change, lastChange(tx)) {
			return nil // what is left of it goes soon
		}
		h, err := headerAt(tx, change)
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		entries, err := entriesOf(tx, h)
		for _, e := range entries[:min(n, len(entries))] {
			if e.number != 0 {
				id, err := idAt(tx, e.number)
				if err != nil {
					continue // damaged, as Check will say
				}
				e.ID = id
			}
			ids = append(ids, e.ID)
		}
		return errors.Join(err, ctx.Err())
	})
	return ids, err
}

// Latest returns a number that grows with each change to the articles or to what is in a
// collection, of whatever kind,
// also one that no history tells of; 0 for a library that was never changed.
func (l *Library) Latest(ctx context.Context) (number uint64, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		number = latest(tx)
		return ctx.Err()
	})
	return number, err
}
