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

// first returns the first of its terms, or -1.
func (s termSet) first() int {
	if s == 0 {
		return -1
	}
	return bits.TrailingZeros64(uint64(s))
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

// speakerIn reports whether a set of terms names one of those whose words are asked for.
func (y *query) speakerIn(held termSet) bool {
	return slices.ContainsFunc(y.Speakers, func(group []question.Word) bool { return y.bearer(group).isIn(held) })
}

// A bearer is somebody by the terms that name them.
type bearer struct {
	needed termSet // all of these
	last   termSet // and this; none where it is nobody
}

// isIn reports whether a set of terms names the bearer.
func (b bearer) isIn(held termSet) bool { return b.last&held != 0 && b.needed&^held == 0 }

// bearer returns whom a group of words names: by the last of the names, as the surname is, and
// the others but for those that no article holds. Where the group has no name it takes all the words.
func (y *query) bearer(group []question.Word) (b bearer) {
	var all, names termSet
	for i, t := range y.terms {
		if !slices.ContainsFunc(group, func(w question.Word) bool { return w.Start == t.Start }) {
			continue
		}
		all.add(i)
		if t.Name {
			names.add(i)
			b.last = 1 << i
		}
	}
	if names == 0 {
		return bearer{all, all}
	}
	b.needed = names &^ y.unknown
	return b
}
