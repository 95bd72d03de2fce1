package answer

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ErrUndone is returned for a change that was taken back already.
var ErrUndone = errors.New("this change was undone already")

// Origin says who changes a library, from where, and in answer to what.
type Origin struct {
	Request string    // the same each time that the same change is asked for; what is done again for it is part of the same change. Empty: a change of its own
	By      string    // who, for people
	ByID    string    // who, as the chat names them
	From    string    // from where, for people
	At      time.Time // when it was asked for; the zero time means when it is done
}

// Change is one thing that somebody did to a library: a load of one or many articles, a
// removal, an undoing. The numbers are of what it did in the end: an article that one
// change loads twice counts once.
type Change struct {
	Number uint64 // from 1 on
	Origin
	Loaded, Replaced, Removed int
	Titles                    []string // of the first few articles that it concerned; the id where there is no title
	Undoes                    uint64   // the change that this one took back; 0 for none
	UndoneBy                  uint64   // the change that took this one back; 0 for none
	Open                      bool     // it can be undone, as far as it is kept: one of the last 20, and not undone
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
func (l *Library) History(ctx context.Context, before uint64, n int) ([]Change, error) {
	return nil, nil
}

// ChangeOf returns the change of a number, or ErrNotFound.
func (l *Library) ChangeOf(ctx context.Context, number uint64) (Change, error) {
	return Change{}, ErrNotFound
}

// Concerned returns the ids of the first n articles that a change concerned, in the order
// in which it came to them. Of a change that is too old to be undone there are none.
func (l *Library) Concerned(ctx context.Context, change uint64, n int) ([]string, error) {
	return nil, nil
}

// Latest returns a number that grows with each change to the articles of whatever kind,
// also one that no history tells of; 0 for a library that was never changed.
func (l *Library) Latest(ctx context.Context) (uint64, error) { return 0, nil }
