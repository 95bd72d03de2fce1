package answer

import (
	"cmp"
	"slices"
	"strings"
)

// A choice is a passage that becomes a quote, with those that tell otherwise of the same thing.
type choice struct {
	*passage
	quote   Quote
	outline outline
	beside  []*choice
}

// chooser makes quotes of passages.
type chooser struct {
	chosen []*choice
	read   wordings
}

// mostBeside is how many quotes stand beside one that they differ from.
const mostBeside = 2

// quotes returns the first passages that do not overlap, best first: at most limit of them,
// and right behind each those that tell another number or date of the same thing. What
// several articles tell in the same or nearly the same words is one quote, with all of them as its sources.
func quotes(passages []*passage, limit int) (all []Quote) {
	c := chooser{read: wordings{}}
	for _, w := range passages {
		c.consider(w, limit)
	}
	for o := range c.each {
		slices.SortStableFunc(o.quote.Also, func(a, b Quote) int { return cmp.Compare(b.Article.Published, a.Article.Published) })
		all = append(all, o.quote)
	}
	return all
}

// each yields the choices in the order in which they are quoted.
func (c *chooser) each(yield func(*choice) bool) {
	for _, o := range c.chosen {
		if !yield(o) {
			return
		}
		for _, other := range o.beside {
			if !yield(other) {
				return
			}
		}
	}
}

// consider chooses a passage where nothing chosen has its words, or notes it where they are.
func (c *chooser) consider(w *passage, limit int) {
	p := &choice{passage: w, quote: w.quote(), outline: w.outline()}
	for o := range c.each {
		if o.overlaps(p) || c.echoes(o, p) {
			return
		}
	}
	for _, o := range c.chosen {
		if c.differs(o, p) {
			return
		}
	}
	if len(c.chosen) < limit {
		c.chosen = append(c.chosen, p)
	}
}

func (p *choice) overlaps(o *choice) bool {
	return o.article.ID == p.article.ID && o.span().Overlaps(p.span())
}

// leastOutline is how much the outlines of passages share that have most of their words in common.
const leastOutline = .6

// echoes reports whether p has all the words of o, or nearly the same, or o those of p: they
// are shown once. In the first case the article of p is noted as another source of them.
func (c *chooser) echoes(o, p *choice) bool {
	if at := strings.Index(p.quote.Text(), o.quote.Text()); at >= 0 {
		same := p.quote
		same.Start += at
		same.End = same.Start + o.quote.Len()
		o.quote.addSource(same)
		return true
	}
	if strings.Contains(o.quote.Text(), p.quote.Text()) {
		return true
	}
	if o.article.Lang != p.article.Lang || o.outline.shared(p.outline) < leastOutline || !sameVoice(o.passage, p.passage) {
		return false
	}
	if same := c.read.alike(o.passage, p.passage); same != nil {
		o.quote.addSource(same.quote())
		return true
	}
	part := c.read.alike(p.passage, o.passage)
	return part != nil && o.span().Contains(part.span())
}

// differs reports whether p tells otherwise than o of the same thing; where there is room it
// is shown beside o.
func (c *chooser) differs(o, p *choice) bool {
	if o.outline.shared(p.outline) < leastOutline {
		return false
	}
	inO, inP := c.read.contradictions(o.passage, p.passage)
	if len(inO) == 0 {
		return false
	}
	if len(o.beside) < mostBeside {
		o.quote.mark(inO)
		p.quote.mark(inP)
		p.quote.Differs = true
		o.beside = append(o.beside, p)
	}
	return true
}
