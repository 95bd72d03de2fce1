package evidence

import (
	"cmp"
	"math"
	"slices"
)

// Part is what one number adds to a sum.
type Part struct {
	Feature       Feature
	Value, Weight float64
}

// Adds returns what it adds.
func (p Part) Adds() float64 { return p.Value * p.Weight }

// Sum is a weighed sum with the parts that are not 0, those that count most first.
type Sum struct {
	Base  float64 // what is added to the parts
	Parts []Part
}

// Total returns the whole of a sum.
func (s Sum) Total() float64 {
	total := s.Base
	for _, p := range s.Parts {
		total += p.Adds()
	}
	return total
}

// Explanation is how a score came about: what the passage is ranked by as the first quote, and
// the logits of the two halves of its score.
type Explanation struct{ Rank, Tells, Answers Sum }

// Explain takes a rank and a score apart.
func (n *Numbers) Explain() Explanation {
	costly := ranking
	costly[Words] -= perWord * 10
	return Explanation{n.parts(&costly, 0), n.parts(&tells, tellsBias), n.parts(&answers, answersBias)}
}

func (n *Numbers) parts(weights *Numbers, base float64) Sum {
	s := Sum{Base: base}
	for f, w := range weights {
		if p := (Part{Feature(f), n[f], w}); p.Adds() != 0 {
			s.Parts = append(s.Parts, p)
		}
	}
	slices.SortStableFunc(s.Parts, func(a, b Part) int { return cmp.Compare(math.Abs(b.Adds()), math.Abs(a.Adds())) })
	return s
}
