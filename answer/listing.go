package answer

import (
	"context"
	"slices"

	"verbatim/answer/text"
	"verbatim/store"
)

// Listing chooses articles; an empty field leaves all.
type Listing struct {
	Words         string // each begins a word of the title, the outlet or the id, case and accents aside
	Outlet        string // has these words, side by side
	After, Before string // dates, as in question.Filter
	In            string // a collection
	Lang          text.Lang
	Offset, Limit int // which of them; no Limit means all from Offset on
}

// List returns the articles that a listing chooses, those loaded last first, and how many
// it chooses in all. It leaves out those that are damaged, which Check names.
func (l *Library) List(ctx context.Context, q Listing) (articles []*Article, total int, err error) {
	err = l.view(func(tx *store.Tx) error {
		numbers, err := chosen(tx, q)
		if err != nil {
			return err
		}
		total = len(numbers)
		numbers = numbers[min(max(q.Offset, 0), total):]
		if q.Limit > 0 {
			numbers = numbers[:min(q.Limit, len(numbers))]
		}
		for _, number := range numbers {
			if a, err := articleAt(tx, number); err == nil {
				articles = append(articles, a)
			}
		}
		return ctx.Err()
	})
	return articles, total, err
}

// chosen returns the numbers of the articles that a listing chooses, the highest first. It
// reads their cards alone.
func chosen(tx *store.Tx, q Listing) (numbers []uint64, err error) {
	words := foldedWords(q.Words)
	of, within, in := from(q.Outlet), between(q.After, q.Before), members(tx, named(q.In))
	for c, err := range cards(tx) {
		if err != nil {
			continue // damaged, as Check will say
		}
		if (q.In == "" || in.has(c.number)) && of(c.outlet) && (q.After+q.Before == "" || within(c.tag())) && (q.Lang == "" || q.Lang == c.lang) && c.holdsAll(words) {
			numbers = append(numbers, c.number)
		}
	}
	slices.Reverse(numbers)
	return numbers, nil
}

// holdsAll reports whether each of some folded words begins a word of the title, the outlet
// or the id of an article.
func (c card) holdsAll(words []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc([][]byte{c.title, c.outlet, c.id}, func(name []byte) bool {
			return mayStartWord(name, word) && startsWord(folded(string(name)), word)
		}) {
			return false
		}
	}
	return true
}
