package answer

import (
	"encoding/binary"
	"fmt"
	"iter"

	"verbatim/answer/text"
	"verbatim/store"
)

// A card holds what an article can be chosen by, so that choosing reads no article: some
// hundred bytes for each. It is derived, and valid for as long as its transaction.
type card struct {
	number    uint64
	id        []byte
	published []byte
	lang      text.Lang
	outlet    []byte
	title     []byte
	voices    []byte // what speakers reads
}

// encodeCard returns an article's card, sealed: its fields, then who speaks in it and how many
// quotations of each can be listed.
func encodeCard(a *Article, l *Layout) []byte {
	var names []string
	counts := map[string]int{}
	for _, u := range l.Speech {
		name := u.Speaker.Of(a.Text)
		if name == "" {
			continue
		}
		n, known := counts[name]
		if !known {
			names = append(names, name)
		}
		if isQuotation(a, u) {
			n++
		}
		counts[name] = n
	}
	var out []byte
	for _, field := range []string{a.ID, a.Published, string(a.Lang), a.Source, a.Title} {
		out = appendText(out, field)
	}
	for _, name := range names {
		out = binary.AppendUvarint(appendText(out, name), uint64(counts[name]))
	}
	return store.Seal(out)
}

// putCards stores the cards of articles.
func putCards(tx *store.Tx, analyses []*analysis) error {
	all := make([]blockValue, len(analyses))
	for i, n := range analyses {
		all[i] = blockValue{n.number, encodeCard(n.article, &n.layout)}
	}
	return putBlocks(tx, cardKey, all)
}

func decodeCard(number uint64, sealed []byte) (c card, err error) {
	in, err := store.Unseal(sealed)
	if err != nil {
		return card{}, fmt.Errorf("the card of article number %d: %w", number, err)
	}
	c.number = number
	c.id, in = cutText(in)
	c.published, in = cutText(in)
	lang, in := cutText(in)
	c.lang = text.Lang(lang)
	c.outlet, in = cutText(in)
	c.title, c.voices = cutText(in)
	return c, nil
}

// cardAt returns the card of an article.
func cardAt(tx *store.Tx, number uint64) (card, error) {
	return decodeCard(number, inBlock(tx, cardKey, number))
}

// tag returns the tag of the card's article.
func (c card) tag() tag { return newTag(string(c.published), c.lang) }

// speakers yields the names of those who speak in the article, and how many quotations of
// each can be listed.
func (c card) speakers() iter.Seq2[[]byte, int] {
	return func(yield func([]byte, int) bool) {
		for in := c.voices; len(in) > 0; {
			name, rest := cutText(in)
			count, n := binary.Uvarint(rest)
			if !yield(name, int(count)) {
				return
			}
			in = rest[n:]
		}
	}
}

func appendText(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

func cutText(in []byte) (s, rest []byte) {
	length, n := binary.Uvarint(in)
	if n <= 0 || length > uint64(len(in)-n) {
		return nil, nil // what was sealed is no card, as its key was damaged
	}
	end := n + int(length)
	return in[n:end], in[end:]
}

// cards yields the cards of all articles, in the order they were loaded, and an error for one
// that is damaged.
func cards(tx *store.Tx) iter.Seq2[card, error] {
	return func(yield func(card, error) bool) {
		for key, block := range tx.Scan([]byte(cardKey)) {
			if len(key) != len(cardKey)+8 {
				if !yield(card{}, fmt.Errorf("the card of no article: %w", store.ErrCorrupt)) {
					return
				}
				continue
			}
			for number, sealed := range valuesIn(key, block) {
				if !yield(decodeCard(number, sealed)) {
					return
				}
			}
		}
	}
}

// carded returns the numbers of the articles from one to another of which there are cards, and
// whether these are all that can be.
func carded(tx *store.Tx, from, to uint64) (numbers []uint64, all bool) {
	all = true
	for key, block := range numberedKeys(tx, cardKey, from) {
		for number, sealed := range valuesIn(key, block) {
			if number > to {
				return numbers, all
			}
			if _, err := store.Unseal(sealed); err != nil {
				all = false
			} else if number >= from {
				numbers = append(numbers, number)
			}
		}
	}
	return numbers, all
}

// cardsOf yields the cards of some articles, as cards does.
func cardsOf(tx *store.Tx, articles numbers) iter.Seq2[card, error] {
	return func(yield func(card, error) bool) {
		for number := range articles.each {
			c, err := cardAt(tx, number)
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}
