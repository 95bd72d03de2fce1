package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"verbatim/store"
)

// mostFound is how many articles Find returns at most: somebody has to choose among them.
const mostFound = 10

// Find returns the articles that somebody may mean by a name, at most 10, the best first:
// the one with that id alone, or else those whose title is it, begins with it or holds all
// its words, case and accents aside. Of titles alike those loaded last come first.
func (l *Library) Find(ctx context.Context, name string) (found []*Article, err error) {
	err = l.view(func(tx *store.Tx) error {
		numbers, err := meant(tx, name)
		if err != nil {
			return err
		}
		for _, number := range numbers {
			if a, err := articleAt(tx, number); err == nil { // or it is damaged, as Check will say
				found = append(found, a)
			}
		}
		return ctx.Err()
	})
	return found, err
}

// meant returns the numbers of the articles that Find returns.
func meant(tx *store.Tx, name string) ([]uint64, error) {
	name = strings.TrimSpace(name)
	if number, ok := numberOf(tx, name); ok {
		return []uint64{number}, nil
	}
	words := foldedWords(name)
	if len(words) == 0 {
		return nil, nil
	}
	var fits []fit
	for c, err := range cards(tx) {
		if err != nil {
			continue // damaged, as Check will say
		}
		if rank := titleRank(c.title, words); rank > 0 {
			fits = append(fits, fit{c.number, rank})
		}
	}
	slices.SortFunc(fits, func(a, b fit) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.number, a.number))
	})
	var numbers []uint64
	for _, f := range fits[:min(mostFound, len(fits))] {
		numbers = append(numbers, f.number)
	}
	return numbers, nil
}

// fit is an article that may be meant, and how well it fits.
type fit struct {
	number uint64
	rank   int
}

// titleRank returns how well a title fits words: 3 where it is them, 2 where it begins with
// them, 1 where each begins a word of it, in any order, and 0 otherwise.
func titleRank(title []byte, words []string) int {
	if !(card{title: title}).holdsAll(words) {
		return 0
	}
	all := foldedWords(string(title))
	switch {
	case slices.Equal(all, words):
		return 3
	case len(all) >= len(words) && slices.Equal(all[:len(words)-1], words[:len(words)-1]) && strings.HasPrefix(all[len(words)-1], words[len(words)-1]):
		return 2
	}
	return 1
}
