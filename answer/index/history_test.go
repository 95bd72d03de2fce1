package index

import (
	"fmt"
	"slices"
	"testing"
)

// Every history of the same writes and removals ends in the same answers: in whatever order
// they are, whatever is merged in between, and whichever merges a dying process gives up.
func TestEveryHistoryEndsInTheSameAnswers(t *testing.T) {
	for seed := range uint64(6) {
		c := newCorpus(seed)
		h := newHistory(c)
		plain := newLibrary(t)
		plain.write(slices.DeleteFunc(slices.Clone(h.all), func(a Article) bool { return h.gone[a.Number] })...)
		want := plain.answers(h.asked, c.terms)
		for range 2 {
			l := newLibrary(t)
			h.happen(l)
			for i, got := range l.answers(h.asked, c.terms) {
				if got != want[i] {
					t.Fatalf("corpus %d: it is\n%s, want\n%s", seed, got, want[i])
				}
			}
		}
	}
}

// history is some articles, which of them are removed in the end, and what is asked then.
type history struct {
	*corpus
	all   []Article
	gone  map[uint64]bool
	asked []*Query

	merge *Merge // that is under way

}

func newHistory(c *corpus) *history {
	h := &history{corpus: c, gone: map[uint64]bool{}}
	for range min(c.articles, 60) {
		a := c.article()
		a.Layout = make([]byte, c.IntN(inlineSize/4))
		h.all = append(h.all, a)
		h.gone[a.Number] = c.IntN(3) == 0
	}
	for range questions {
		h.asked = append(h.asked, c.question())
	}
	return h
}

// happen has it all happen to a library, in an order of its own.
func (h *history) happen(l *library) {
	l.Helper()
	h.merge = nil
	left := slices.Clone(h.all)
	h.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
	var doomed []uint64
	for len(left)+len(doomed) > 0 {
		switch n := h.IntN(8); {
		case n < 2 && len(left) > 0:
			batch := left[:1+h.IntN(min(4, len(left)))]
			left = left[len(batch):]
			slices.SortFunc(batch, func(a, b Article) int { return int(a.Number) - int(b.Number) })
			l.write(batch...)
			for _, a := range batch {
				if h.gone[a.Number] {
					doomed = append(doomed, a.Number)
				}
			}
		case n < 4 && len(doomed) > 0:
			l.remove(doomed[0])
			doomed = doomed[1:]
		default:
			h.tend(l)
		}
	}
}

// tend goes on with the merge under way, plans one, or has the process die.
func (h *history) tend(l *library) {
	l.Helper()
	switch {
	case h.merge == nil:
		h.merge = l.made(h.IntN(2) == 0)
	case h.IntN(12) == 0:
		h.merge, l.cache = nil, new(Cache)
	case l.step(h.merge):
		h.merge = nil
	}
}

// answers returns all that a library tells of its articles, questions and terms.
func (l *library) answers(asked []*Query, terms []string) (all []string) {
	l.Helper()
	l.view(func(x *Index) {
		all = append(all, fmt.Sprintf("%+v", x.Size()))
		for _, q := range asked {
			best, whole, err := x.Best(q)
			l.must(err)
			for i := range best {
				best[i].Doc = Doc{}
			}
			all = append(all, fmt.Sprintf("%v %+v", whole, best))
		}
		for _, term := range terms {
			count, err := x.Count(term)
			l.must(err)
			all = append(all, fmt.Sprintf("%s: %d in %v, %v", term, count, l.each(x, term), l.search(x, term)))
		}
		for _, a := range l.articles() {
			all = append(all, fmt.Sprintf("%+v", l.read(x, a.Number)))
		}
		l.must(x.Check())
	})
	return all
}

// each returns the numbers and tags of the articles that hold a term.
func (l *library) each(x *Index, term string) (all []string) {
	l.must(x.Each(term, func(number, tag uint64) bool {
		all = append(all, fmt.Sprint(number, " ", tag))
		return true
	}))
	slices.Sort(all)
	return all
}

// search returns the sentences that hold a term.
func (l *library) search(x *Index, term string) (all []string) {
	l.must(x.Search([][]string{{term}}, func(h *Hits) { all = append(all, fmt.Sprint(h.Article, h.Sentences, h.Matches)) }))
	slices.Sort(all)
	return all
}
