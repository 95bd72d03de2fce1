package answer

import (
	"slices"

	"verbatim/answer/question"
)

// termSet is a set of the terms of a query.
type termSet uint64

func (s *termSet) add(term int)     { *s |= 1 << term }
func (s termSet) has(term int) bool { return s&(1<<term) != 0 }

func (s *termSet) addIf(term int, in bool) {
	if in {
		s.add(term)
	}
}

// share returns how much of the question's weight a set of its terms has.
func (y *query) share(s termSet) float64 {
	held := 0.0
	for i := range y.terms {
		if s.has(i) {
			held += y.terms[i].weight
		}
	}
	return held / y.total
}

// part returns how much of the weight of one set of terms another has; 0 where the one has none.
func (y *query) part(of, s termSet) float64 {
	all := y.share(of)
	if all == 0 {
		return 0
	}
	return y.share(s&of) / all
}

// heaviest returns the share of the term of a set that weighs most.
func (y *query) heaviest(s termSet) (share float64) {
	for i := range y.terms {
		if s.has(i) {
			share = max(share, y.terms[i].weight/y.total)
		}
	}
	return share
}

// speakerIn reports whether a set of terms names one of those whose words are asked for.
func (y *query) speakerIn(held termSet) bool {
	return slices.ContainsFunc(y.Speakers, func(group []question.Word) bool { return y.names(group, held) })
}

// names reports whether a set of terms holds all the names of a group, or all its words where none is a name.
func (y *query) names(group []question.Word, held termSet) bool {
	var all, names termSet
	for i := range y.terms {
		in := slices.ContainsFunc(group, func(w question.Word) bool { return w.Start == y.terms[i].Start })
		all.addIf(i, in)
		names.addIf(i, in && y.terms[i].Name)
	}
	if names != 0 {
		all = names
	}
	return all != 0 && all&^held == 0
}
