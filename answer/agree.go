package answer

import "verbatim/answer/text"

// Two wordings tell the same where they have so many words in common and nothing in one
// stands in the place of anything in the other. Of few words it takes all.
const (
	leastEqual = 3
	leastAlike = 6
	alikeShare = .8
)

// likeOutline is how much of the longer one the outlines of stretches share that tell the
// same. It is less than alikeShare, since who speaks may be told in many words.
const likeOutline = .5

// tellSame reports whether two wordings are nearly the same: the one has words more than the
// other, as agency copy has that was shortened, but none that is a name, a number, a date
// or a denial, and what both have is equal.
func (a *aligner) tellSame(one, other wording) bool {
	al, ok := a.align(one, other, alikeShare)
	equal := al.all && al.words >= leastEqual
	if !ok || al.instead || !equal && al.words < leastAlike {
		return false
	}
	for _, f := range al.figures {
		if !f[0].same(f[1]) {
			return false
		}
	}
	for _, k := range al.only {
		if k.figure != nil || k.name || k.denies {
			return false
		}
	}
	return true
}

// alike returns the stretch of a passage's paragraph, around the passage, that tells the
// same as another passage does; it is not ok where none does.
func (a *aligner) alike(to, p *passage) (at text.Span, ok bool) {
	a.said = a.said[:0]
	outline := to.outline(to.from, to.to)
	low, high := p.paragraph(p.from)
	for from := max(low, p.from-maxSentences+1); from < p.to; from++ {
		for end := max(from, p.from) + 1; end <= min(high, from+maxSentences); end++ {
			s := passage{source: p.source, from: from, to: end}
			if !outline.shares(p.outline(from, end), likeOutline) || overlapsAny(p.furniture, s.span()) {
				continue
			}
			if len(a.said) == 0 {
				a.said = to.appendWording(a.said, to.from, to.to)
			}
			if a.window = p.appendWording(a.window[:0], from, end); a.tellSame(a.said, a.window) {
				return s.span(), true
			}
		}
	}
	return text.Span{}, false
}

// sameVoice reports whether two passages may be of the same speaker: it is one by name, or
// that of one is not sure.
func sameVoice(p, q *passage) bool {
	a, _ := p.voice(p.span())
	b, _ := q.voice(q.span())
	if a.Empty() || b.Empty() {
		return true
	}
	one, other := a.Of(p.article.Text), b.Of(q.article.Text)
	return newPerson(one).is(other, q.lang) || newPerson(other).is(one, p.lang)
}
