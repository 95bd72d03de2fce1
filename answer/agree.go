package answer

// Two wordings tell the same where they have so many words in common and nothing in one
// stands in the place of anything in the other. Of few words it takes all.
const (
	leastEqual = 3
	leastAlike = 6
	alikeShare = .8
)

// tellSame reports whether two wordings are nearly the same: the one has words more than the
// other, as agency copy has that was shortened, but none that is a name, a number, a date
// or a denial, and what both have is equal.
func tellSame(a, b wording) bool {
	al := align(a, b)
	equal := al.share() == 1 && al.words >= leastEqual
	if al.instead || !equal && (al.words < leastAlike || al.share() < alikeShare) {
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
// same as another passage does, nil where none does.
func (all wordings) alike(to, p *passage) *passage {
	said := all.of(to.source, to.query, to.from, to.to)
	low, high := p.paragraph(p.from)
	for from := max(low, p.from-maxSentences+1); from < p.to; from++ {
		for end := max(from, p.from) + 1; end <= min(high, from+maxSentences); end++ {
			s := &passage{source: p.source, query: p.query, from: from, to: end, score: p.score}
			if !overlapsAny(p.article.Furniture, s.span()) && tellSame(said, all.of(s.source, s.query, from, end)) {
				return s
			}
		}
	}
	return nil
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
	return newPerson(one).is(other, q.article.Lang) || newPerson(other).is(one, p.article.Lang)
}
