package answer

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
)

// Check reads everything the library holds and reports the first thing that is wrong:
// an article, its layout, its card, the index, a collection or the history not as it was
// stored, or not in agreement. Whatever would change the library waits for it.
func (l *Library) Check(ctx context.Context) error {
	l.write.Lock()
	defer l.write.Unlock()
	count, langs := 0, map[text.Lang]uint64{}
	for a, err := range l.Articles(ctx) {
		if err != nil {
			return err
		}
		if err := l.checkDerived(ctx, a); err != nil {
			return fmt.Errorf("article %s: %w", a.ID, err)
		}
		count++
		langs[a.Lang]++
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.tenant.View(func(tx *store.Tx) error {
		if !maps.Equal(langs, maps.Collect(languageCounts(tx))) {
			return fmt.Errorf("the articles of each language are counted wrongly: %w", store.ErrCorrupt)
		}
		if err := checkIndex(tx, count); err != nil {
			return err
		}
		if err := checkCards(tx, count); err != nil {
			return err
		}
		if err := checkCollections(tx); err != nil {
			return err
		}
		return checkJournal(tx)
	})
}

func (l *Library) checkDerived(ctx context.Context, a *Article) error {
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
	return l.checkCard(a, layout)
}

// checkCard checks that an article's card is the one that is made of it and its layout, and
// that it is found by its text and its sketch.
func (l *Library) checkCard(a *Article, layout *Layout) error {
	return l.tenant.View(func(tx *store.Tx) error {
		number, _ := numberOf(tx, a.ID)
		if !bytes.Equal(inBlock(tx, cardKey, number), encodeCard(a, layout)) {
			return store.ErrCorrupt
		}
		if !slices.Contains(byText.find(tx, hashOf(a.Text)), number) {
			return store.ErrCorrupt
		}
		for _, band := range sketch(a) {
			if !slices.Contains(bySketch.find(tx, band), number) {
				return store.ErrCorrupt
			}
		}
		return nil
	})
}

// checkIndex checks that the index is sound and holds so many articles.
func checkIndex(tx *store.Tx, articles int) error {
	x, err := index.Open(tx, nil)
	if err != nil {
		return err
	}
	defer x.Close()
	if err := x.Check(); err != nil {
		return err
	}
	if x.Live() != articles {
		return fmt.Errorf("the index holds %d articles of %d: %w", x.Live(), articles, store.ErrCorrupt)
	}
	return nil
}

// checkCards checks that there is a card for so many articles and no more.
func checkCards(tx *store.Tx, articles int) error {
	n := 0
	for _, err := range cards(tx) {
		if err != nil {
			return err
		}
		n++
	}
	if n != articles {
		return fmt.Errorf("there are cards of %d articles of %d: %w", n, articles, store.ErrCorrupt)
	}
	return nil
}

// checkCollections checks that the collections have their names, and that what is in one is
// in one that there is.
func checkCollections(tx *store.Tx) error {
	for key, sealed := range tx.Scan([]byte(collectionKey)) {
		shown, err := store.Unseal(sealed)
		if err != nil || collectionName(string(shown)) != string(key[len(collectionKey):]) {
			return fmt.Errorf("the name of a collection: %w", store.ErrCorrupt)
		}
	}
	for key, sealed := range tx.Scan([]byte(memberKey)) {
		name, id, _ := bytes.Cut(key[len(memberKey):], []byte{0})
		stored, err := store.Unseal(sealed)
		if err != nil || !bytes.Equal(stored, id) || tx.Get(append([]byte(collectionKey), name...)) == nil {
			return fmt.Errorf("what is in a collection: %w", store.ErrCorrupt)
		}
	}
	return nil
}
