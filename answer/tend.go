package answer

import (
	"context"
	"sync"
	"time"

	"verbatim/answer/index"
	"verbatim/store"
)

// tending is the work on the index that no load waits for: its segments are merged beside
// reads and writes, a part of a second at a time.
type tending struct {
	mu      sync.Mutex
	running bool
	written bool // since it was last looked at
}

// rest is how long nothing is written before also segments are merged that could wait for more.
const rest = time.Second

// tend has what was written merged in the background. An error ends it until the next write:
// what it had done stays, and is of no harm.
func (l *Library) tend() {
	l.tending.mu.Lock()
	defer l.tending.mu.Unlock()
	l.tending.written = true
	if !l.tending.running {
		l.tending.running = true
		go l.mergeAll()
	}
}

// mergeAll merges what is due, and once nothing is written any more what is left.
func (l *Library) mergeAll() {
	for more := true; more; {
		l.tending.look()
		err := l.mergeWhile(false)
		if time.Sleep(rest); err == nil && !l.tending.news() {
			err = l.mergeWhile(true)
		}
		more = l.tending.goOn(err)
	}
}

// mergeWhile makes one merge after the other while one is due.
func (l *Library) mergeWhile(atRest bool) error {
	for {
		if more, err := l.mergeDue(atRest); !more || err != nil {
			return err
		}
	}
}

// look says that all that was written so far is about to be seen.
func (t *tending) look() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.written = false
}

// news reports whether something was written since the last look.
func (t *tending) news() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.written
}

// goOn reports whether there is more to do: something was written since the last look, and no
// error stands in the way.
func (t *tending) goOn(err error) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.running = t.written && err == nil
	return t.running
}

// Settle merges all that can be merged, so that the next question is answered as fast as can
// be. After a load it need not be called: it only comes about sooner.
func (l *Library) Settle(ctx context.Context) error {
	for {
		if more, err := l.mergeDue(true); !more || err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// mergeDue makes one merge if one is due. No transaction is open while it is made.
func (l *Library) mergeDue(atRest bool) (more bool, err error) {
	l.merge.Lock()
	defer l.merge.Unlock()
	var m *index.Merge
	err = l.tenant.View(func(tx *store.Tx) (err error) {
		m, err = index.Plan(tx, &l.cache, atRest)
		return err
	})
	if err != nil || m == nil {
		return false, err
	}
	if err := m.Make(); err != nil {
		return false, err
	}
	for done := false; !done; {
		err := l.tenant.Update(func(tx *store.Tx) (err error) {
			done, err = m.Step(tx)
			return err
		})
		if err != nil {
			return false, err
		}
	}
	return true, nil
}
