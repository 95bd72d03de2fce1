package answer

import (
	"bytes"
	"context"
	"errors"
	"time"

	"verbatim/store"
)

// Editor changes a library on somebody's behalf, and notes it in the history in the same
// transaction. All that it adds and removes is one change, as long as nobody undoes that
// meanwhile and it is among the last 20; each undoing is one of its own. It is not for two
// goroutines at once.
type Editor struct {
	library *Library
	origin  *Origin  // nil: nothing is noted
	seen    *Article // as it has to be still for anything to be changed; nil for none
	change  uint64
	again   bool // the change was begun by another editor for the same request, and perhaps broken off
}

// Editor returns an editor on behalf of an origin.
func (l *Library) Editor(o Origin) *Editor { return &Editor{library: l, origin: &o} }

// ErrChanged is returned where an article is not as While was told any more, or gone.
var ErrChanged = errors.New("the article was changed meanwhile")

// While has the editor change nothing, and return ErrChanged, unless the library has an article as it is
// given, to the byte. It returns the editor.
func (e *Editor) While(seen *Article) *Editor {
	e.seen = seen
	return e
}

// Change returns the number of the editor's change, which may have begun with another
// editor of the same request; 0 while nothing was changed.
func (e *Editor) Change() uint64 { return e.change }

// Remove takes all of the articles out, or none and returns ErrNotFound. Where its request
// was answered before it leaves what others made since of those that this took out.
func (e *Editor) Remove(ctx context.Context, ids ...string) error {
	e.library.write.Lock()
	defer e.library.write.Unlock()
	return e.update(0, func(d *edit) error {
		removed := map[string]bool{}
		for _, id := range ids {
			if removed[id] || e.removedBefore(d.tx, id) {
				continue
			}
			removed[id] = true
			if err := d.remove(id); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
}

// removedBefore reports whether the change that is done again has taken out an article.
func (e *Editor) removedBefore(tx *store.Tx, id string) bool {
	if !e.again {
		return false
	}
	done, err := entryAt(tx, e.change, id)
	return err == nil && done != nil && done.After == nil
}

// addedBefore returns what became of an article when the change that is done again stored
// it; empty where it has not.
func (e *Editor) addedBefore(tx *store.Tx, a *Article) (Status, error) {
	if !e.again {
		return "", nil
	}
	h, err := headerAt(tx, e.change)
	if err != nil {
		return "", err
	}
	if number, ok := numberOf(tx, a.ID); ok && h.brought(number) {
		if stored, err := articleAt(tx, number); err != nil || !same(stored, a) {
			return "", err
		}
		return Loaded, nil
	}
	done, err := entryAt(tx, e.change, a.ID)
	switch {
	case done == nil || err != nil || !bytes.Equal(done.After, recordHash(encodeArticle(a))):
		return "", err
	case done.Before == nil:
		return Loaded, nil
	}
	return Replaced, nil
}

// update runs f in a transaction, on an edit that is noted in the editor's change or, if
// it undoes another, in one that undoes that.
func (e *Editor) update(undoes uint64, f func(*edit) error) error {
	if e.library.remaking.Load() {
		return ErrRemaking // what is there already would be stored beside itself
	}
	var j *journal
	err := e.library.tenant.Update(func(tx *store.Tx) (err error) {
		if err := errors.Join(recount(tx), renumber(tx)); err != nil {
			return err
		}
		if e.seen != nil && !isStored(tx, e.seen) {
			return ErrChanged
		}
		if j, err = e.journal(tx, undoes); err != nil {
			return err
		}
		d := newEdit(tx, j)
		if err := f(d); err != nil {
			return err
		}
		return d.close()
	})
	if err == nil && j != nil && j.wrote {
		e.change = j.number
	}
	if err == nil {
		e.library.tend()
	}
	return err
}

// journal returns the journal of the change that the editor goes on with, or of a new one.
func (e *Editor) journal(tx *store.Tx, undoes uint64) (*journal, error) {
	if e.origin == nil {
		return nil, nil
	}
	h, err := e.resume(tx, undoes)
	if err != nil {
		return nil, err
	}
	if h == nil {
		h = &header{Change: Change{Number: lastChange(tx) + 1, Origin: *e.origin, Undoes: undoes}}
		if h.At.IsZero() {
			h.At = time.Now()
		}
		h.At = h.At.UTC().Round(0)
		if err := dropEntries(tx, h.Number); err != nil { // of one that was lost
			return nil, err
		}
	}
	return &journal{tx: tx, number: h.Number, header: *h}, nil
}

// resume returns the header of the change that the editor goes on with: its own, or the
// one that answered its request. It is nil where there is none, or none that can be undone,
// so that what is done now could not be either.
func (e *Editor) resume(tx *store.Tx, undoes uint64) (*header, error) {
	number, again := e.change, e.again
	if number == 0 && e.origin != nil {
		number, again = requested(tx, e.origin.Request), true
	}
	e.again = false
	h, err := headerAt(tx, number)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil || !h.Open || h.Undoes != undoes || again && h.Request != e.origin.Request {
		return nil, err
	}
	e.change, e.again = number, again
	return h, nil
}
