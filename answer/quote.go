package answer

import (
	"slices"
	"strings"
)

// quotes returns the first passages that do not overlap; the same words elsewhere are
// named beside the first.
func quotes(passages []*passage, limit int) []Quote {
	var chosen []*passage
	var quotes []Quote
	for _, w := range passages {
		if overlapsChosen(chosen, w) {
			continue
		}
		if q := w.quote(); !echoes(quotes, q) && len(quotes) < limit {
			chosen, quotes = append(chosen, w), append(quotes, q)
		}
	}
	return quotes
}

func overlapsChosen(chosen []*passage, w *passage) bool {
	return slices.ContainsFunc(chosen, func(c *passage) bool {
		return c.article.ID == w.article.ID && c.span().Overlaps(w.span())
	})
}

// echoes reports whether q says no more than one of the quotes. Where it has all the
// words of that one it is noted there as another source of them.
func echoes(quotes []Quote, q Quote) bool {
	for i := range quotes {
		o := &quotes[i]
		if at := strings.Index(q.Text(), o.Text()); at >= 0 {
			o.addSource(q, at)
			return true
		}
		if strings.Contains(o.Text(), q.Text()) {
			return true
		}
	}
	return false
}

// addSource notes that the words of q stand in other too, at an offset, unless its article is noted already.
func (q *Quote) addSource(other Quote, at int) {
	known := func(o Quote) bool { return o.Article.ID == other.Article.ID }
	if known(*q) || slices.ContainsFunc(q.Also, known) {
		return
	}
	other.Start += at
	other.End = other.Start + q.Len()
	other.Marks = nil
	q.Also = append(q.Also, other)
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
