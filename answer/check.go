package answer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"verbatim/answer/text"
	"verbatim/store"
)

// Finding is something that a library holds and that is not as it was stored, or does not
// agree with the rest.
type Finding struct {
	Article string // the id of the article that it concerns, or what is known of it; empty for none
	What    string // what is damaged, in words
	Lost    bool   // no Repair mends it: the article has to be loaded again or removed
}

func (f Finding) Error() string {
	if f.Article == "" {
		return f.What + " is damaged"
	}
	return fmt.Sprintf("article %s: %s is damaged", f.Article, f.What)
}

// Unwrap returns store.ErrCorrupt.
func (f Finding) Unwrap() error { return store.ErrCorrupt }

// Check reads everything the library holds and returns the first Finding of Examine.
func (l *Library) Check(ctx context.Context) error {
	var first error
	_, err := l.Examine(ctx, func(f Finding) {
		if first == nil {
			first = f
		}
	}, func(int) {})
	if err != nil {
		return err
	}
	return first
}

// Examine reads everything the library holds and reports all that is wrong: articles, their
// layouts and cards, the index, what finds articles, collections and the history. It tells
// read of each article that it has read, and returns how many there are, sound or not.
// Whatever would change the library waits for it.
func (l *Library) Examine(ctx context.Context, found func(Finding), read func(articles int)) (articles int, err error) {
	l.write.Lock()
	defer l.write.Unlock()
	e := examination{Library: l, ctx: ctx, langs: map[text.Lang]uint64{}}
	for a, err := range l.filed(ctx) {
		if err := e.article(a, err); err != nil {
			return e.articles, err
		}
		e.tell(found)
		e.articles++
		read(e.articles)
	}
	for _, part := range []struct {
		what  string
		check func(*store.Tx) error
	}{
		{"the count of the articles in each language", e.languages},
		{"the index", e.index},
		{"what leads to articles", e.finders},
		{"the list of articles", e.cards},
		{"the numbering of articles", e.numbering},
		{"the list of collections", e.collections},
		{"what is in a collection", e.members},
		{"the history", e.journal},
	} {
		if err := e.part(part.what, part.check); err != nil {
			return e.articles, err
		}
		e.tell(found)
	}
	return e.articles, nil
}

// examination is one Examine and what it has seen so far.
type examination struct {
	*Library
	ctx      context.Context
	untold   []Finding
	articles int
	lost     int                  // of these
	carded   int                  // those of which there is a card to be
	langs    map[text.Lang]uint64 // of these
}

// found notes what is found. It is told when no transaction is open, since that may take a while.
func (e *examination) found(f Finding) { e.untold = append(e.untold, f) }

func (e *examination) tell(told func(Finding)) {
	for _, f := range e.untold {
		told(f)
	}
	e.untold = nil
}

// part checks one part of what the library holds, and reports an error of damage by its name.
func (e *examination) part(what string, check func(*store.Tx) error) error {
	if err := e.ctx.Err(); err != nil {
		return err
	}
	err := e.tenant.View(check)
	if errors.Is(err, store.ErrCorrupt) {
		e.found(Finding{What: what})
		return nil
	}
	return err
}

// article checks one article with what is derived from it.
func (e *examination) article(n filed, err error) error {
	if err != nil && !errors.Is(err, store.ErrCorrupt) {
		return err
	}
	if err != nil {
		e.lose(n.number)
		return nil
	}
	e.carded++
	e.langs[n.article.Lang]++
	for _, derived := range []struct {
		what  string
		check func(*store.Tx, filed) (bool, error)
	}{
		{"what leads to it by its id", isFound},
		{"its place in the index", isLaidOut},
		{"what it is listed and compared by", isListed},
	} {
		sound := false
		err := e.tenant.View(func(tx *store.Tx) (err error) {
			sound, err = derived.check(tx, n)
			return err
		})
		if err != nil && !errors.Is(err, store.ErrCorrupt) {
			return err
		}
		if err != nil || !sound {
			e.found(Finding{Article: n.article.ID, What: derived.what})
		}
	}
	return e.ctx.Err()
}

// lose reports an article that is not as it was stored.
func (e *examination) lose(number uint64) {
	e.lost++
	_, c := e.cardOf(number)
	if c.number != 0 {
		e.carded++
		e.langs[c.lang]++
	}
	e.found(lost(string(c.id), number))
}

// lost is an article that is not as it was stored, by its id, if that is known, or its number.
func lost(id string, number uint64) Finding {
	if id == "" {
		id = fmt.Sprintf("number %d", number)
	}
	return Finding{Article: id, What: "what was stored", Lost: true}
}

// cardOf returns the card of an article as it is stored, and what it says; nothing where it cannot be read.
func (l *Library) cardOf(number uint64) (sealed []byte, c card) {
	err := l.tenant.View(func(tx *store.Tx) (err error) {
		sealed = bytes.Clone(inBlock(tx, cardKey, number))
		c, err = decodeCard(number, sealed)
		return err
	})
	if err != nil {
		return nil, card{}
	}
	return sealed, c
}

// isFound reports whether the id of an article leads to it.
func isFound(tx *store.Tx, n filed) (bool, error) {
	numbers := byID.find(tx, hashOf(n.article.ID))
	if len(numbers) == 0 {
		number, ok := oldNumberOf(tx, n.article.ID)
		return ok && number == n.number, nil
	}
	return numbers[0] == n.number, nil
}

// isLaidOut reports whether the index has the layout of an article, within its text.
func isLaidOut(tx *store.Tx, n filed) (bool, error) {
	layout, err := layoutAt(tx, n.number)
	if err != nil {
		return false, err
	}
	whole := text.Span{End: len(n.article.Text)}
	outside := func(s text.Span) bool { return !whole.Contains(s) }
	if slices.ContainsFunc(layout.Paragraphs, outside) || slices.ContainsFunc(layout.Sentences, outside) {
		return false, nil
	}
	return bytes.Equal(inBlock(tx, cardKey, n.number), encodeCard(n.article, layout)), nil
}

// isListed reports whether an article is found by its text and its sketch.
func isListed(tx *store.Tx, n filed) (bool, error) {
	if !slices.Contains(byText.find(tx, hashOf(n.article.Text)), n.number) {
		return false, nil
	}
	for _, band := range sketch(n.article) {
		if !slices.Contains(bySketch.find(tx, band), n.number) {
			return false, nil
		}
	}
	return true, nil
}
