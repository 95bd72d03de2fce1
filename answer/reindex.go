package answer

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"

	"verbatim/answer/index"
	"verbatim/store"
)

// ErrRemaking is returned for a library while its index is made again, and once that was broken
// off: then Reindex, or the next Open, makes it whole.
var ErrRemaking = errors.New("the index is being made again: try again in a while, and run verbatim check --repair if nobody does")

// Reindex makes the layouts, the cards and the index again from the articles, a batch at a
// time: one is analysed while another is written. It leaves out those that are damaged, which
// Examine names. It tells progress how many of how many articles are done. Meanwhile, and if it
// is stopped half-way, the error of whatever wants the articles is ErrRemaking.
func (l *Library) Reindex(ctx context.Context, progress func(done, total int)) error {
	l.write.Lock()
	defer l.write.Unlock()
	return l.reindex(ctx, progress)
}

func (l *Library) reindex(ctx context.Context, progress func(done, total int)) error {
	total, lost, err := l.survey(ctx)
	if err != nil {
		return err
	}
	l.remaking.Store(true)
	err = l.remake(ctx, lost, func(done int) { progress(done, total) })
	l.remaking.Store(err != nil && !l.isWhole())
	return err
}

// isWhole reports whether the index is known to be whole, as it may be where remake failed: before it
// deleted anything, or once all was written.
func (l *Library) isWhole() bool {
	whole, err := IsCurrent(l.tenant)
	return whole && err == nil
}

func (l *Library) remake(ctx context.Context, lost []lostArticle, progress func(done int)) error {
	if err := l.tenant.Update(func(tx *store.Tx) error { return clearAnalysis(ctx, tx, lost) }); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	done := 0
	for batch, err := range ahead(ctx, l.batches(ctx)) {
		if err != nil {
			return err
		}
		if err := l.tenant.Update(func(tx *store.Tx) error { return putAgain(tx, batch) }); err != nil {
			return err
		}
		done += len(batch)
		progress(done)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.tenant.Update(func(tx *store.Tx) error { return putLast(tx, lost) })
}

// putLast stores what is kept of the lost articles, and that all is made.
func putLast(tx *store.Tx, lost []lostArticle) error {
	for _, c := range lost {
		if err := c.putCard(tx); err != nil {
			return err
		}
	}
	return tx.Put([]byte(versionKey), []byte(analysisVersion))
}

// lostArticle is an article that is damaged, and its card, sealed, where there is one.
type lostArticle struct {
	number uint64
	card   []byte
}

// survey counts the sound articles, and returns the others.
func (l *Library) survey(ctx context.Context) (sound int, lost []lostArticle, err error) {
	for n, err := range l.filed(ctx) {
		switch {
		case err == nil:
			sound++
		case !errors.Is(err, store.ErrCorrupt) || n.number == 0:
			return 0, nil, err
		default:
			card, _ := l.cardOf(n.number)
			lost = append(lost, lostArticle{n.number, card})
		}
	}
	return sound, lost, ctx.Err()
}

// putCard stores the card of a lost article among those of the articles that could be read, so
// that people still know which it is.
func (n lostArticle) putCard(tx *store.Tx) error {
	c, err := decodeCard(n.number, n.card)
	if err != nil {
		return nil
	}
	return errors.Join(insertInBlock(tx, cardKey, blockValue{n.number, n.card}), countLanguage(tx, c.lang, 1))
}

// ahead yields what a sequence yields while the next of it is being made. It is for one that
// ends soon after ctx does.
func ahead[T any](ctx context.Context, seq iter.Seq2[T, error]) iter.Seq2[T, error] {
	type made struct {
		value T
		err   error
	}
	return func(yield func(T, error) bool) {
		next := make(chan made)
		go func() {
			defer close(next)
			for value, err := range seq {
				select {
				case next <- made{value, err}:
				case <-ctx.Done():
					return
				}
			}
		}()
		for m := range next {
			if !yield(m.value, m.err) {
				return
			}
		}
	}
}

// reindexBatch is how many bytes of text are analysed for one transaction.
const reindexBatch = 4 << 20

// batches yields the analyses of the sound articles, some MiB of text at a time.
func (l *Library) batches(ctx context.Context) iter.Seq2[[]*analysis, error] {
	return func(yield func([]*analysis, error) bool) {
		var batch []filed
		size := 0
		for n, err := range l.filed(ctx) {
			if errors.Is(err, store.ErrCorrupt) {
				continue
			}
			if err != nil {
				yield(nil, err)
				return
			}
			batch, size = append(batch, n), size+len(n.article.Text)
			if size < reindexBatch {
				continue
			}
			if !yield(analyseNumbered(ctx, batch)) {
				return
			}
			batch, size = nil, 0
		}
		if len(batch) > 0 {
			yield(analyseNumbered(ctx, batch))
		}
	}
}

func analyseNumbered(ctx context.Context, batch []filed) ([]*analysis, error) {
	articles := make([]*Article, len(batch))
	for i, n := range batch {
		articles[i] = n.article
	}
	analyses, err := analyseAll(ctx, articles, analyseAnyhow)
	if err != nil {
		return nil, err
	}
	for i := range analyses {
		analyses[i].number = batch[i].number
	}
	return analyses, nil
}

// putAgain stores what is derived from articles, and what finds them.
func putAgain(tx *store.Tx, batch []*analysis) error {
	if err := putFinders(tx, batch); err != nil {
		return err
	}
	return putAnalyses(tx, batch)
}

// oldLayoutKey is where layouts stood before the index kept them.
const oldLayoutKey = "l/"

// clearAnalysis deletes what is derived from the articles, and leaves what leads to the lost ones.
func clearAnalysis(ctx context.Context, tx *store.Tx, lost []lostArticle) error {
	if err := recount(tx); err != nil {
		return err
	}
	if err := index.Clear(tx); err != nil {
		return err
	}
	var kept []pair
	for p := range byID.pairs(tx) {
		if _, found := slices.BinarySearchFunc(lost, p.number, lostArticle.compare); found {
			kept = append(kept, p)
		}
	}
	for _, part := range []string{oldLayoutKey, cardKey, idKey, hashKey, sketchKey, languageKey} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := deleteAll(tx, part); err != nil {
			return err
		}
	}
	return errors.Join(byID.put(tx, kept), tx.Delete([]byte(versionKey)))
}

func (n lostArticle) compare(number uint64) int { return cmp.Compare(n.number, number) }

func deleteAll(tx *store.Tx, part string) error {
	for key := range tx.Scan([]byte(part)) {
		if err := tx.Delete(key); err != nil {
			return err
		}
	}
	return nil
}
