package answer

import (
	"slices"

	"verbatim/answer/question"
)

// anchoredShare is how much of a question two sentences hold that both answer it, with the
// names that stand in their articles.
const anchoredShare = .8

// contradiction finds the one where the question asks for a number or a time: two sentences
// have the words of the question with one such figure each, and nothing else between them.
// The context is the names of the question that both articles have.
func (y *query) contradiction(a, b wording, context termSet) [][2]*figure {
	if !y.asksFigure() || context == 0 {
		return nil
	}
	f, words, held := y.anchored(a)
	g, others, heldToo := y.anchored(b)
	switch {
	case f == nil || g == nil || !f.alike(g) || !f.contradicts(g):
		return nil
	case y.share(held&heldToo|context) < anchoredShare || !slices.Equal(words, others):
		return nil
	case a.timesContradict(b, y.Kind) || a.addsName(b) && b.addsName(a):
		return nil
	}
	return [][2]*figure{{f, g}}
}

func (y *query) asksFigure() bool { return y.Kind == question.Number || y.Kind == question.Time }

// anchored returns the one figure of a sentence that is of the kind asked for, the words
// from there to those of the question, without names, in order of the alphabet, and which
// of the question's terms the sentence holds; no figure where there are several.
func (y *query) anchored(w wording) (f *figure, words []string, held termSet) {
	first, last := len(w), -1
	for i, k := range w {
		switch terms := y.termsSpelled(k.term); {
		case k.figure != nil && k.figure.isDate == (y.Kind == question.Time):
			if f != nil {
				return nil, nil, 0
			}
			f = k.figure
		case k.figure != nil || terms&(y.named|y.plain) == 0:
			continue
		default:
			held |= terms
		}
		first, last = min(first, i), max(last, i)
	}
	for _, k := range w[min(first, last+1) : last+1] {
		if k.figure != f && y.termsSpelled(k.term)&y.named == 0 {
			words = append(words, k.term)
		}
	}
	slices.Sort(words)
	return f, words, held
}

// namesIn returns the names of the question that a passage or what is around it holds.
func (y *query) namesIn(p *passage) termSet {
	return y.named & (p.own | p.candidate.paragraph | p.candidate.title | p.candidate.all)
}

// timesContradict reports whether two sentences that tell no times by themselves are of different times.
func (w wording) timesContradict(o wording, kind question.Kind) bool {
	return kind != question.Time && slices.ContainsFunc(w, func(k token) bool {
		return k.figure != nil && k.figure.isDate && !o.tells(k.figure) && slices.ContainsFunc(o, func(k token) bool { return k.figure != nil && k.figure.isDate })
	})
}

// addsName reports whether a sentence has a name that another lacks.
func (w wording) addsName(o wording) bool {
	return slices.ContainsFunc(w, func(k token) bool {
		return k.name && !slices.ContainsFunc(o, func(other token) bool { return other.term == k.term })
	})
}
