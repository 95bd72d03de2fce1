package index

import (
	"cmp"
	"slices"
)

// keep remembers a sentence that is among the best so far.
func (r *scratch) keep(c Candidate) {
	if r.best = append(r.best, c); len(r.best) > 4*r.query.Limit {
		r.cut(r.query.Limit)
	}
	if len(r.least) < r.query.Limit {
		r.least = append(r.least, c.Score)
		if len(r.least) == r.query.Limit {
			slices.Sort(r.least) // which makes a heap of it
			r.floor = r.least[0]
		}
		return
	}
	r.raise(c.Score)
}

// raise puts a score in the place of the lowest of the best.
func (r *scratch) raise(score float64) {
	i := 0
	for {
		child := 2*i + 1
		if child+1 < len(r.least) && r.least[child+1] < r.least[child] {
			child++
		}
		if child >= len(r.least) || r.least[child] >= score {
			break
		}
		r.least[i] = r.least[child]
		i = child
	}
	r.least[i] = score
	r.floor = r.least[0]
}

// cut sorts the sentences that were kept and drops all but the first n.
func (r *scratch) cut(n int) []Candidate {
	slices.SortFunc(r.best, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Sentence, b.Sentence))
	})
	r.best = r.best[:min(len(r.best), n)]
	return r.best
}

func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
