package answer

import (
	"context"
	"fmt"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
)

// Check reads everything the library holds and reports the first thing that is wrong:
// an article, its layout or the index not as it was stored, or not in agreement. Whatever
// would change the library waits for it.
func (l *Library) Check(ctx context.Context) error {
	l.write.Lock()
	defer l.write.Unlock()
	count := 0
	for a, err := range l.Articles(ctx) {
		if err != nil {
			return err
		}
		if err := l.checkLayout(ctx, a); err != nil {
			return fmt.Errorf("article %s: %w", a.ID, err)
		}
		count++
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.tenant.View(func(tx *store.Tx) error { return checkIndex(tx, count) })
}

func (l *Library) checkLayout(ctx context.Context, a *Article) error {
	_, layout, err := l.Article(ctx, a.ID)
	if err != nil {
		return err
	}
	whole := text.Span{End: len(a.Text)}
	for _, spans := range [][]text.Span{layout.Paragraphs, layout.Sentences} {
		for _, s := range spans {
			if !whole.Contains(s) {
				return store.ErrCorrupt
			}
		}
	}
	return nil
}

// checkIndex checks that the index is sound and holds so many articles.
func checkIndex(tx *store.Tx, articles int) error {
	x, err := index.Open(tx)
	if err != nil {
		return err
	}
	if err := x.Check(); err != nil {
		return err
	}
	if x.Live() != articles {
		return fmt.Errorf("the index holds %d articles of %d: %w", x.Live(), articles, store.ErrCorrupt)
	}
	return nil
}
