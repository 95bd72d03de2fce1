package answer

import (
	"slices"
	"time"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// Two sentences tell of the same thing where they have so many words in common. Where they
// have no name in common it takes more of them: there is more than one company, and one flood.
const (
	leastShared   = 3
	leastNameless = 6
	sharedShare   = .6
)

// The outlines of two sentences that tell otherwise of the same thing share so much of the
// longer one, or of the shorter one.
const (
	differOutline   = .5
	anchoredOutline = .6
)

// contradictions returns the figures by which two passages of different articles tell
// otherwise of the same thing, as ranges of these; none where it is not sure that they do.
func (a *aligner) contradictions(p, q *passage) (inP, inQ []text.Span, err error) {
	if p.number == q.number || p.lang != q.lang {
		return nil, nil, nil
	}
	for i := p.from; i < p.to; i++ {
		for j := q.from; j < q.to; j++ {
			if !p.query.mayContradict(p.line(i, p.query), q.line(j, q.query)) {
				continue
			}
			if err := q.load(); err != nil {
				return nil, nil, err
			}
			if p.refersBack(i) || q.refersBack(j) {
				continue
			}
			for _, f := range a.contradiction(p, q, i, j) {
				if f[0].ofOneYear(p.article, q.article) {
					inP, inQ = append(inP, f[0].Span), append(inQ, f[1].Span)
				}
			}
		}
	}
	return inP, inQ, nil
}

// mayContradict reports whether two sentences may tell otherwise of the same thing. Where the
// question asks for a number or a time what both have of its words may be little of one of them.
func (y *query) mayContradict(one, other *line) bool {
	return one.outline.shares(other.outline, differOutline) ||
		y.asksFigure() && one.outline.sharesLess(other.outline, anchoredOutline)
}

// contradiction finds the figures in sentence i of one passage and j of another.
func (a *aligner) contradiction(p, q *passage, i, j int) [][2]*figure {
	one, other := p.wording(i), q.wording(j)
	context := p.query.namesIn(p) & p.query.namesIn(q)
	if figures := a.contradicting(one, other, context != 0, p.query.Kind); figures != nil {
		return figures
	}
	return p.query.contradiction(one, other, context)
}

// refersBack reports whether a sentence begins with a pronoun: what it tells of stands in another.
func (p *passage) refersBack(sentence int) bool {
	words := p.words(sentence)
	return len(words) > 0 && question.IsPronoun(words[0].Form, p.lang)
}

// longestApart is how long articles may be apart that mean the same year by 3 March: what
// happens each year is on another day each time.
const longestApart = 180 * 24 * time.Hour

// ofOneYear reports whether a figure, if it is a date without a year, means one of the same
// year in two articles, as far as it is known when they are from.
func (f *figure) ofOneYear(a, b *Article) bool {
	if !f.isDate || f.year != 0 {
		return true
	}
	first, ok := question.FirstDay(a.Published)
	second, known := question.FirstDay(b.Published)
	if !ok || !known {
		return true
	}
	day, _ := time.Parse(time.DateOnly, first)
	other, _ := time.Parse(time.DateOnly, second)
	return day.Sub(other).Abs() <= longestApart
}

// contradicting returns the figures of two sentences that go together word by word, each figure with
// one of the same unit, where neither has a name, a figure or a denial that the other lacks.
func (a *aligner) contradicting(one, other wording, named bool, asked question.Kind) (figures [][2]*figure) {
	al, ok := a.align(one, other, sharedShare)
	if !ok || al.words < leastShared || al.instead || !named && al.names == 0 && al.words < leastNameless {
		return nil
	}
	for _, k := range al.only {
		if k.figure != nil || k.name || k.denies || hasDigit(k.term) {
			return nil
		}
	}
	for _, f := range al.figures {
		if f[0].contradicts(f[1]) && (f[0].isDate || asked != question.Time) {
			figures = append(figures, f)
		}
	}
	for _, f := range figures {
		if f[0].isDate != figures[0][0].isDate { // of another time: both may be right
			return nil
		}
	}
	return slices.DeleteFunc(figures, func(f [2]*figure) bool { return other.tells(f[0]) || one.tells(f[1]) })
}

// tells reports whether a wording has a figure, anywhere.
func (w wording) tells(f *figure) bool {
	return slices.ContainsFunc(w, func(k token) bool { return k.figure != nil && k.figure.alike(f) && !k.figure.contradicts(f) })
}
