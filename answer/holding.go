package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// holding is which terms of a query are held by a passage and by what is around it.
type holding struct {
	own, exact, kin, order, voiced, quoted termSet // by the passage
	related                                termSet // by words of it that say them in other words
	paragraph, titled, article             termSet // by what is around it too, each by the one before and more
	beside                                 [2]termSet
	pairs, triples                         places
	peak, weight, close, kind              float64
	words, content, novel, newNames, run   int
	ending                                 uint8
	opposed, misnumbered                   int
	negative                               bool
}

// gather fills holding.
func (p *picker) gather(w *passage) {
	h := &p.holding
	*h = holding{}
	for i := w.from; i < w.to; i++ {
		p.hold(h, p.line(w.source, i))
	}
	if w.from > w.paragraphFrom {
		h.beside[0] = p.line(w.source, w.from-1).own
	}
	if w.to < w.paragraphTo {
		h.beside[1] = p.line(w.source, w.to).own
	}
	h.paragraph = h.own | w.candidate.paragraph
	h.titled = h.paragraph | w.candidate.title
	h.article = h.titled | w.candidate.all
}

// hold adds a sentence of the passage.
func (p *picker) hold(h *holding, l *line) {
	h.own |= l.own
	if p.query.Said || !p.query.Asks {
		h.own |= l.voiced
		h.exact |= l.voiced
	}
	h.quoted |= l.quoted
	h.exact, h.kin, h.order, h.voiced = h.exact|l.exact, h.kin|l.kin, h.order|l.order, h.voiced|l.voiced
	for _, r := range l.related {
		if !h.related.has(r.term) {
			h.related.add(r.term)
			p.related[r.term] = 0
		}
		p.related[r.term] = max(p.related[r.term], r.weight)
	}
	h.pairs, h.triples = h.pairs|l.pairs, h.triples|l.triples
	h.peak, h.close, h.kind = max(h.peak, l.share), max(h.close, l.close), max(h.kind, l.kind)
	h.weight += l.weight
	h.run = max(h.run, l.run)
	h.words += l.words
	h.ending = l.ending
	h.content, h.novel, h.newNames = h.content+l.content, h.novel+l.novel, h.newNames+l.newNames
	h.opposed, h.misnumbered = max(h.opposed, l.opposed), max(h.misnumbered, l.misnumbered)
	h.negative = h.negative || l.negative
}

// How a sentence ends.
const (
	ends    = iota
	asks    // with a question mark
	endless // with no mark, as a headline does
)

// endingOf returns how a sentence ends, quotation marks and brackets aside.
func endingOf(sentence string) uint8 {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(sentence, " \"'”’»“‘)]*"))
	switch {
	case last == '?':
		return asks
	case unicode.IsLetter(last) || unicode.IsDigit(last):
		return endless
	}
	return ends
}
