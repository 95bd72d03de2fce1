package answer

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A choice is a passage that became a quote, with those that tell otherwise of the same thing.
type choice struct {
	*passage
	quote  Quote
	beside []*choice
}

// chooser makes quotes of passages. It reads the words of those that become one, and of those
// that may have most of their words in common with one.
type chooser struct {
	chosen []choice
	aligner
}

// choosers are those that were released, with their memory.
var choosers = sync.Pool{New: func() any { return new(chooser) }}

func (c *chooser) release() {
	clear(c.chosen)
	c.chosen = c.chosen[:0]
	choosers.Put(c)
}

// mostBeside is how many quotes stand beside one that they differ from.
const mostBeside = 2

// quotes returns the first passages that do not overlap, best first: at most limit of them,
// and right behind each those that tell another number or date of the same thing. What
// several articles tell in the same or nearly the same words is one quote, with all of them as its sources.
func quotes(passages []*passage, limit int) ([]Quote, error) {
	if len(passages) == 0 {
		return nil, nil
	}
	c := choosers.Get().(*chooser)
	defer c.release()
	for _, p := range passages {
		if err := c.consider(p, limit); err != nil {
			return nil, err
		}
	}
	all := make([]Quote, 0, len(c.chosen))
	for o := range c.each {
		slices.SortStableFunc(o.quote.Also, func(a, b Quote) int { return cmp.Compare(b.Article.Published, a.Article.Published) })
		all = append(all, o.quote)
	}
	return all, nil
}

// each yields the choices in the order in which they are quoted.
func (c *chooser) each(yield func(*choice) bool) {
	for i := range c.chosen {
		o := &c.chosen[i]
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
func (c *chooser) consider(p *passage, limit int) error {
	for o := range c.each {
		if o.overlaps(p) {
			return nil
		}
		if echoes, err := c.echoes(o, p); echoes || err != nil {
			return err
		}
	}
	for i := range c.chosen {
		if differs, err := c.differs(&c.chosen[i], p); differs || err != nil {
			return err
		}
	}
	if len(c.chosen) == limit {
		return nil
	}
	if err := p.load(); err != nil {
		return err
	}
	c.chosen = append(c.chosen, choice{passage: p, quote: p.quote()})
	return nil
}

// echoes reports whether p has all the words of o, or nearly the same, or o those of p: they
// are shown once. In the first case the article of p is noted as another source of them.
func (c *chooser) echoes(o *choice, p *passage) (bool, error) {
	if !o.resembles(p, likeOutline) && !o.mayHold(p) {
		return false, nil
	}
	if err := p.load(); err != nil {
		return false, err
	}
	mine, words := o.quote.Text(), p.span().Of(p.article.Text)
	if at := strings.Index(words, mine); at >= 0 {
		same := p.quoteOf(p.span())
		same.Start += at
		same.End = same.Start + len(mine)
		o.quote.addSource(same)
		return true, nil
	}
	if strings.Contains(mine, words) {
		return true, nil
	}
	if o.lang != p.lang || !sameVoice(o.passage, p) {
		return false, nil
	}
	if same, ok := c.alike(o.passage, p); ok {
		o.quote.addSource(p.quoteOf(same))
		return true, nil
	}
	part, ok := c.alike(p, o.passage)
	return ok && o.span().Contains(part), nil
}

// differs reports whether p tells otherwise than o of the same thing; where there is room it
// is shown beside o.
func (c *chooser) differs(o *choice, p *passage) (bool, error) {
	inO, inP, err := c.contradictions(o.passage, p)
	if len(inO) == 0 || err != nil {
		return false, err
	}
	if len(o.beside) < mostBeside {
		o.quote.mark(inO)
		other := &choice{passage: p, quote: p.quote()}
		other.quote.mark(inP)
		other.quote.Differs = true
		o.beside = append(o.beside, other)
	}
	return true, nil
}
