package answer

import (
	"cmp"
	"slices"

	"verbatim/store"
)

// picker chooses quotes among the passages around the candidates.
type picker struct {
	tx      *store.Tx
	query   *query
	sources map[uint64]*source
	best    []*passage // of each candidate
}

func newPicker(tx *store.Tx, y *query) *picker {
	return &picker{tx: tx, query: y, sources: map[uint64]*source{}}
}

// consider keeps the best passage around a candidate.
func (p *picker) consider(c candidate) error {
	s := p.sources[c.article]
	if s == nil {
		var err error
		if s, err = openSource(p.tx, c.article); err != nil {
			return err
		}
		p.sources[c.article] = s
	}
	var best *passage
	for _, w := range s.passages(c) {
		w.score = p.query.weigh(w).score()
		if best == nil || w.score > best.score {
			best = w
		}
	}
	if best != nil {
		p.best = append(p.best, best)
	}
	return nil
}

// silence is the score below which a passage is no answer.
const silence = .5

// beside is the score below which a passage is not worth a place beside one that answers.
const beside = .03

// answers returns the passages that answer, best first: none where even the best does
// not; beside one that does, those that add to it.
func (p *picker) answers() []*passage {
	slices.SortStableFunc(p.best, func(a, b *passage) int { return cmp.Compare(b.score, a.score) })
	if len(p.best) == 0 || p.best[0].score < silence {
		return nil
	}
	end := slices.IndexFunc(p.best, func(w *passage) bool { return w.score < beside })
	if end < 0 {
		return p.best
	}
	return p.best[:end]
}

// interleave takes the first of each list, then the second of each, and so on.
func interleave(lists [][]*passage) []*passage {
	var all []*passage
	for i, more := 0, true; more; i++ {
		more = false
		for _, list := range lists {
			if i < len(list) {
				all, more = append(all, list[i]), true
			}
		}
	}
	return all
}

// quotes returns the first passages that do not overlap; the same words elsewhere are
// named beside the first.
func quotes(passages []*passage, limit int) []Quote {
	var chosen []*passage
	var quotes []Quote
	for _, w := range passages {
		if overlapsChosen(chosen, w) {
			continue
		}
		q := w.quote()
		if i := slices.IndexFunc(quotes, func(o Quote) bool { return o.Text() == q.Text() }); i >= 0 {
			quotes[i].Also = append(quotes[i].Also, q)
			continue
		}
		if len(quotes) == limit {
			break
		}
		chosen, quotes = append(chosen, w), append(quotes, q)
	}
	return quotes
}

func overlapsChosen(chosen []*passage, w *passage) bool {
	return slices.ContainsFunc(chosen, func(c *passage) bool {
		return c.article.ID == w.article.ID && c.span().Overlaps(w.span())
	})
}

// quote returns a passage as a quote, with who speaks in it and where the question's words stand.
func (p *passage) quote() Quote {
	q := Quote{Article: p.article, Span: p.span(), Score: p.score}
	_, _, number := p.paragraph(p.from)
	q.Paragraph = number + 1
	longest := 0
	for i := p.from; i < p.to; i++ {
		l := p.lines[i]
		for w, t := range l.terms {
			if t >= 0 {
				q.Marks = append(q.Marks, l.words[w].Span)
			}
		}
		if l.who < 0 {
			continue
		}
		if u := p.layout.Speech[l.who]; overlap(u.Said, q.Span) > longest {
			longest = overlap(u.Said, q.Span)
			q.Speaker, q.Role = u.Speaker, u.Role
		}
	}
	return q
}
