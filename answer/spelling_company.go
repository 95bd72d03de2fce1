package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/index"
	"verbatim/answer/question"
)

// company tells how well each of some words goes with the others of a question: how much
// of those, by weight, the article that has most of them holds in the same sentence, or by
// half in another.
type company struct {
	terms  [][]string // the words', then the others'
	words  int        // how many are words
	weight []float64  // of each other
	best   []float64  // by word

	others []uint8 // of the article at hand, by sentence: the set of the others that are in it
}

// maxCompany is how many other words are looked at, the rarest. Those in more than
// maxCompanySentences tell little and take long.
const (
	maxCompany          = 4
	maxCompanySentences = 3000
)

// weighCompany adds to the odds of some words how well they go with the question. What is
// in very many sentences is taken to go with it by half.
func (y *query) weighCompany(x *index.Index, typed question.Word, words []*spelling) error {
	c := company{}
	var counted []*spelling
	for _, w := range words {
		switch {
		case w.term == "":
			w.odds += companyOdds // a stop word goes with anything
		case len(y.Words) == 1:
			w.odds += aloneOdds
		case w.count > maxCompanySentences:
			w.odds += companyOdds / 2
		default:
			counted = append(counted, w)
			c.terms = append(c.terms, []string{w.term})
		}
	}
	c.words, c.best = len(counted), make([]float64, len(counted))
	if err := y.addCompany(x, typed, &c); err != nil || len(c.weight) == 0 || c.words == 0 {
		return err
	}
	if err := x.Search(c.terms, c.visit); err != nil {
		return err
	}
	for i, w := range counted {
		w.odds += companyOdds * c.best[i]
	}
	return nil
}

// addCompany adds the other words of the question that the articles hold, the rarest of them.
func (y *query) addCompany(x *index.Index, typed question.Word, c *company) error {
	type other struct {
		spellings []string
		count     int
	}
	var all []other
	for _, w := range y.Words {
		if w.Start == typed.Start || w.Weight <= question.SayingWeight {
			continue
		}
		o := other{spellings: y.spellings(w.Of(y.text))}
		var err error
		if o.count, err = countAny(x, o.spellings); err != nil {
			return err
		}
		if o.count > 0 && o.count <= maxCompanySentences {
			all = append(all, o)
		}
	}
	slices.SortStableFunc(all, func(a, b other) int { return cmp.Compare(a.count, b.count) })
	total := 0.0
	for _, o := range all[:min(len(all), maxCompany)] {
		c.terms = append(c.terms, o.spellings)
		c.weight = append(c.weight, idf(o.count, y.size))
		total += idf(o.count, y.size)
	}
	for i := range c.weight {
		c.weight[i] /= total
	}
	return nil
}

// visit looks at an article that holds one of the terms.
func (c *company) visit(h *index.Hits) {
	matches := h.Matches
	first := slices.IndexFunc(matches, func(m index.Match) bool { return m.Term >= c.words })
	if first <= 0 {
		return // words alone, or others alone
	}
	c.others = zeroed(c.others, h.Sentences())
	var all uint8
	for _, m := range matches[first:] {
		c.others[m.Sentence] |= 1 << (m.Term - c.words)
		all |= 1 << (m.Term - c.words)
	}
	for _, m := range matches[:first] {
		goes := (c.share(all) + c.share(c.others[m.Sentence])) / 2
		c.best[m.Term] = max(c.best[m.Term], goes)
	}
}

// share returns how much of the others' weight a set of them has.
func (c *company) share(set uint8) (sum float64) {
	for i, w := range c.weight {
		if set&(1<<i) != 0 {
			sum += w
		}
	}
	return sum
}
