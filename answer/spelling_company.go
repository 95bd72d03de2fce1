package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/index"
	"verbatim/answer/question"
)

// company tells how well each of some words goes with the others of a question: how much
// of those, by weight, an article holds, half for the article and half for the sentence.
type company struct {
	words   []*spelling
	terms   [][]string // the words', then the others'
	weight  []float64  // of each other, of 1 for all
	article [maxCompany]int
	seen    [][companySets]bool // by word: which sets of the others an article and a sentence hold with it

	others []companySet // of the article at hand, by sentence
	beside []other
}

// other is another word of the question.
type other struct {
	spellings []string
	count     int // of the sentences that hold it
}

func (c *company) reset() {
	*c = company{words: c.words[:0], terms: c.terms[:0], weight: c.weight[:0], seen: c.seen[:0], others: c.others, beside: c.beside[:0]}
}

// companySet is a set of others; a pair of them is that of an article and of its sentence.
type companySet uint8

// maxCompany is how many other words are looked at, the rarest. Those in more than
// maxCompanySentences tell little and take long.
const (
	maxCompany          = 4
	maxCompanySentences = 3000

	companySets = 1 << (2 * maxCompany)
)

// weighCompany adds to the odds of some words how well they go with the question.
func (y *query) weighCompany(x *index.Index, typed question.Word, words []*spelling, c *company) error {
	c.reset()
	for _, w := range words {
		switch {
		case w.terms == nil:
			w.odds += companyOdds // a stop word goes with anything
		case len(y.Words) == 1:
			w.odds += aloneOdds
		case w.count > maxCompanySentences:
			w.odds += companyOdds / 2
		default:
			c.words = append(c.words, w)
			c.terms = append(c.terms, w.terms)
		}
	}
	if len(c.words) == 0 {
		return nil
	}
	if err := y.addCompany(x, typed, c); err != nil || len(c.weight) == 0 {
		return err
	}
	c.seen = zeroed(c.seen, len(c.words))
	if err := x.Search(c.terms, c.visit); err != nil {
		return err
	}
	c.weigh(x.Size().Articles)
	return nil
}

// addCompany adds the other words of the question that the articles hold, the rarest of them.
func (y *query) addCompany(x *index.Index, typed question.Word, c *company) error {
	all := c.beside
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
	c.beside = all
	slices.SortStableFunc(all, func(a, b other) int { return cmp.Compare(a.count, b.count) })
	all = all[:min(len(all), maxCompany)]
	total := 0.0
	for _, o := range all {
		total += idf(o.count, y.size)
	}
	for _, o := range all {
		c.terms = append(c.terms, o.spellings)
		c.weight = append(c.weight, idf(o.count, y.size)/total)
	}
	return nil
}

// visit notes what an article holds together.
func (c *company) visit(h *index.Hits) {
	first := slices.IndexFunc(h.Matches, func(m index.Match) bool { return m.Term >= len(c.words) })
	if first < 0 {
		return
	}
	c.others = zeroed(c.others, h.Sentences)
	var all companySet
	for _, m := range h.Matches[first:] {
		other := companySet(1) << (m.Term - len(c.words))
		c.others[m.Sentence] |= other
		all |= other
	}
	for i := range c.weight {
		if all&(1<<i) != 0 {
			c.article[i]++
		}
	}
	for _, m := range h.Matches[:first] {
		c.seen[m.Term][int(all)<<maxCompany|int(c.others[m.Sentence])] = true
	}
}

// weigh adds to the odds of the words. That an article holds another says less the more of
// all articles do.
func (c *company) weigh(articles int) {
	for i, w := range c.words {
		best := 0.0
		for set, seen := range c.seen[i] {
			if seen {
				best = max(best, c.share(companySet(set>>maxCompany), companySet(set&(1<<maxCompany-1)), articles))
			}
		}
		w.odds += companyOdds * best
	}
}

func (c *company) share(article, sentence companySet, articles int) (sum float64) {
	for i, weight := range c.weight {
		if article&(1<<i) != 0 {
			sum += weight / 2 * (1 - float64(c.article[i])/float64(max(1, articles)))
		}
		if sentence&(1<<i) != 0 {
			sum += weight / 2
		}
	}
	return sum
}
