package answer

import (
	"slices"
	"strings"

	"verbatim/answer/text"
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

// echoes reports whether q has all the words of one of the quotes, or that one all of
// its words: they are shown once. In the first case q is noted as another source of them.
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
	q := Quote{Article: p.article, Span: p.span(), Score: p.score, Paragraph: p.paragraphNumber()}
	longest := 0
	for i := p.from; i < p.to; i++ {
		l := p.lines[i]
		q.Marks = append(q.Marks, l.marks(p.query.named|p.query.plain)...)
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

// marks returns the words of a line that are terms of a set.
func (l *line) marks(s termSet) (all []text.Span) {
	for w, t := range l.terms {
		if t >= 0 && s.has(t) {
			all = append(all, l.words[w].Span)
		}
	}
	return all
}

// paragraphNumber counts paragraphs as a reader does: from 1, without furniture and the headline.
func (p *passage) paragraphNumber() int {
	n, at := 1, p.span()
	for _, paragraph := range p.layout.Paragraphs {
		if paragraph.Contains(at) {
			break
		}
		if !overlapsAny(p.article.Furniture, paragraph) && paragraph.Of(p.article.Text) != p.article.Title {
			n++
		}
	}
	return n
}
