package answer

import (
	"context"
	"errors"
	"iter"
	"sync"
	"sync/atomic"

	"verbatim/answer/index"
	"verbatim/store"
)

// ErrNotFound is returned for an article the library does not have.
var ErrNotFound = errors.New("no such article")

// Library is a tenant's articles and their index. It may be used from many goroutines.
type Library struct {
	tenant  *store.Tenant
	cache   index.Cache
	write   sync.Mutex // held by whatever changes the library
	merge   sync.Mutex // held by whatever merges segments of the index
	tending tending

	remaking atomic.Bool // the index and what leads to articles are not whole
}

// Open returns the library that a tenant holds, for one at a time to write to. Where an older analysis made its
// index, that is made again from the articles first, which may take a while. Where a newer one
// did Open fails with ErrNewer.
func Open(t *store.Tenant) (*Library, error) {
	l := At(t)
	current, err := IsCurrent(t)
	if err != nil || current {
		return l, err
	}
	return l, l.Reindex(context.Background(), func(int, int) {})
}

// At returns the library that a tenant holds as it is, whatever analysis made its index, to be
// examined, repaired or read without that.
func At(t *store.Tenant) *Library { return &Library{tenant: t} }

// view runs f in a transaction, unless what is not made again yet would seem not to be there.
func (l *Library) view(f func(*store.Tx) error) error {
	if l.remaking.Load() {
		return ErrRemaking
	}
	return l.tenant.View(func(tx *store.Tx) error {
		if l.remaking.Load() { // since, so that the transaction may see what is half made
			return ErrRemaking
		}
		return f(tx)
	})
}

// Remove takes an article out, or returns ErrNotFound. No history tells of it.
func (l *Library) Remove(ctx context.Context, id string) error {
	return (&Editor{library: l}).Remove(ctx, id)
}

// Article returns an article and its layout, or ErrNotFound.
func (l *Library) Article(ctx context.Context, id string) (a *Article, layout *Layout, err error) {
	err = l.view(func(tx *store.Tx) error {
		number, ok := numberOf(tx, id)
		if !ok {
			return ErrNotFound
		}
		if a, err = articleAt(tx, number); err != nil {
			return err
		}
		if a.ID != id {
			return store.ErrCorrupt // the number stored for the id is another article's
		}
		layout, err = layoutAt(tx, number)
		return err
	})
	return a, layout, err
}

// Articles yields the articles in the order they were loaded; for one that is damaged an
// error, a Finding, and then the next. No transaction is open between two of them.
func (l *Library) Articles(ctx context.Context) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		for n, err := range l.filed(ctx) {
			if errors.Is(err, store.ErrCorrupt) && n.number > 0 {
				_, c := l.cardOf(n.number) // it may tell what is damaged
				err = lost(string(c.id), n.number)
			}
			if !yield(n.article, err) {
				return
			}
		}
	}
}

// filed is an article and its number.
type filed struct {
	article *Article
	number  uint64
}

// filed yields the articles with their numbers; for one that is damaged its number and an
// error, and where none behind it can be read either no number, and then no more.
func (l *Library) filed(ctx context.Context) iter.Seq2[filed, error] {
	return func(yield func(filed, error) bool) {
		for last := uint64(0); ctx.Err() == nil; {
			n, err := l.after(last)
			if n.number == 0 && err == nil || !yield(n, err) || n.number == 0 {
				return
			}
			last = n.number
		}
	}
}

// after returns the first article whose number is higher than the one given, without its
// text where it is damaged, and nothing behind the last.
func (l *Library) after(last uint64) (n filed, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		for number, record := range records(tx, last+1) {
			n.number = number
			n.article, err = decodeArticle(record)
			return err
		}
		return nil
	})
	return n, err
}
