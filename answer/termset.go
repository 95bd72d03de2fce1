package answer

import (
	"math/bits"
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

// size returns how many terms the set has.
func (s termSet) size() int { return bits.OnesCount64(uint64(s)) }

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

// names reports whether a set of terms names whom a group of words does: it holds the
// last of the names, as the surname is, and the others but for those that no article
// holds. Where the group has no name it has to hold all the words.
func (y *query) names(group []question.Word, held termSet) bool {
	var all, names termSet
	last := -1
	for i, t := range y.terms {
		if !slices.ContainsFunc(group, func(w question.Word) bool { return w.Start == t.Start }) {
			continue
		}
		all.add(i)
		if t.Name {
			names.add(i)
			last = i
		}
	}
	if last < 0 {
		return all != 0 && all&^held == 0
	}
	return held.has(last) && names&^held&^y.unknown == 0
}
