package answer

import "verbatim/answer/text"

// Two sentences tell of the same thing where they have so many words in common.
const (
	leastShared = 3
	sharedShare = .7
)

// contradiction returns the figures by which two sentences of different articles tell
// otherwise of the same thing; none where it is not sure that they do. It is sure where
// they go together word by word, each figure with one of the same unit, and neither has a
// name, a figure or a denial that the other lacks.
func contradiction(a, b wording) (figures [][2]*figure) {
	al := align(a, b)
	if al.words < leastShared || al.share() < sharedShare || al.instead {
		return nil
	}
	for _, k := range al.only {
		if k.figure != nil || k.name || k.denies {
			return nil
		}
	}
	for _, f := range al.figures {
		if f[0].contradicts(f[1]) {
			figures = append(figures, f)
		}
	}
	for _, f := range figures {
		if f[0].isDate != figures[0][0].isDate { // of another time: both may be right
			return nil
		}
	}
	return figures
}

// contradictions returns the figures by which two passages tell otherwise, as ranges of
// their articles.
func (all wordings) contradictions(p, q *passage) (inP, inQ []text.Span) {
	if p.article.ID == q.article.ID || p.article.Lang != q.article.Lang || !sameVoice(p, q) {
		return nil, nil
	}
	for i := p.from; i < p.to; i++ {
		for j := q.from; j < q.to; j++ {
			for _, f := range contradiction(all.of(p.source, p.query, i, i+1), all.of(q.source, q.query, j, j+1)) {
				inP, inQ = append(inP, f[0].Span), append(inQ, f[1].Span)
			}
		}
	}
	return inP, inQ
}
