package answer

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

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
}

// Open returns the library that a tenant holds, for one at a time to write to. Where an older analysis made its
// index, that is made again from the articles first, which may take a while.
func Open(t *store.Tenant) (*Library, error) {
	l := &Library{tenant: t}
	current, err := IsCurrent(t)
	if err != nil || current {
		return l, err
	}
	return l, l.Reindex(context.Background())
}

// IsCurrent reports whether the index of a tenant's library was made by this version of the
// analysis, so that Open takes no time. An empty library counts: its first articles will be.
func IsCurrent(t *store.Tenant) (current bool, err error) {
	err = t.View(func(tx *store.Tx) error {
		current = isCurrent(tx)
		return nil
	})
	return current, err
}

// Remove takes an article out, or returns ErrNotFound. No history tells of it.
func (l *Library) Remove(ctx context.Context, id string) error {
	return (&Editor{library: l}).Remove(ctx, id)
}

// Article returns an article and its layout, or ErrNotFound.
func (l *Library) Article(ctx context.Context, id string) (a *Article, layout *Layout, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
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
// error, and then the next. No transaction is open between two of them.
func (l *Library) Articles(ctx context.Context) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		for number := uint64(0); ctx.Err() == nil; {
			a, next, err := l.after(number)
			if a == nil && err == nil || !yield(a, err) || next == 0 {
				return
			}
			number = next
		}
	}
}

// after returns the first article whose number is higher than the one given, and its
// number, also where the article is damaged; nil and 0 behind the last.
func (l *Library) after(number uint64) (a *Article, next uint64, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		for n, record := range records(tx, number+1) {
			next = n
			if a, err = decodeArticle(record); err != nil {
				return fmt.Errorf("article number %d: %w", next, err)
			}
			return nil
		}
		return nil
	})
	return a, next, err
}

// Reindex makes the layouts, the cards and the index again from the articles, a batch at a time, and
// leaves out those that are damaged, which Check names. If it is stopped half-way, the
// next Open begins again.
func (l *Library) Reindex(ctx context.Context) error {
	l.write.Lock()
	defer l.write.Unlock()
	if err := l.tenant.Update(clearAnalysis); err != nil {
		return err
	}
	for number := uint64(0); ; {
		batch, err := l.batchAfter(ctx, number)
		if err != nil {
			return err
		}
		if len(batch) == 0 {
			break
		}
		number = batch[len(batch)-1].number
		if err := l.tenant.Update(func(tx *store.Tx) error { return putAgain(tx, batch) }); err != nil {
			return err
		}
	}
	return l.tenant.Update(func(tx *store.Tx) error {
		return tx.Put([]byte(versionKey), []byte(analysisVersion))
	})
}

// putAgain stores what is derived from articles, and what finds them.
func putAgain(tx *store.Tx, batch []*analysis) error {
	if err := putFinders(tx, batch); err != nil {
		return err
	}
	return putAnalyses(tx, batch)
}

// reindexBatch is how many bytes of text Reindex analyses in one transaction.
const reindexBatch = 4 << 20

func (l *Library) batchAfter(ctx context.Context, number uint64) ([]*analysis, error) {
	var numbers []uint64
	var articles []*Article
	for size := 0; size < reindexBatch; {
		a, next, err := l.after(number)
		if next == 0 {
			if err != nil {
				return nil, err
			}
			break
		}
		if number = next; err != nil {
			continue
		}
		size += len(a.Text)
		numbers = append(numbers, number)
		articles = append(articles, a)
	}
	batch, err := analyseAll(ctx, articles, analyseAnyhow)
	if err != nil {
		return nil, err
	}
	for i := range batch {
		batch[i].number = numbers[i]
	}
	return batch, nil
}

// oldLayoutKey is where layouts stood before the index kept them.
const oldLayoutKey = "l/"

func clearAnalysis(tx *store.Tx) error {
	if err := index.Clear(tx); err != nil {
		return err
	}
	for _, part := range []string{oldLayoutKey, cardKey, hashKey, sketchKey, languageKey} {
		for key := range tx.Scan([]byte(part)) {
			if err := tx.Delete(key); err != nil {
				return err
			}
		}
	}
	return tx.Delete([]byte(versionKey))
}

func isCurrent(tx *store.Tx) bool {
	for range records(tx, 0) {
		return string(tx.Get([]byte(versionKey))) == analysisVersion
	}
	return true // there is nothing yet that another could have made
}
