package answer

import (
	"cmp"
	"math"
	"slices"

	"verbatim/answer/evidence"
)

// maxPassages is how many passages are ranked for one question.
const maxPassages = 20

// sorted returns the best passages that do not overlap, best first.
func (p *picker) sorted() (chosen []*passage) {
	byRank(p.all, false)
	byRank(p.all[min(1, len(p.all)):], true)
	for _, w := range p.all {
		if len(chosen) == maxPassages {
			break
		}
		if !overlapsChosen(chosen, w) {
			chosen = append(chosen, w)
		}
	}
	p.score(chosen)
	return chosen
}

// equals is how near ranks are that say nothing of which passage is better.
const equals = .02

// byRank sorts passages by their worth as the first quote or as one behind it, the newest
// first among equals.
func byRank(all []*passage, behind bool) {
	for _, w := range all {
		w.rank = w.numbers.Rank(behind)
	}
	slices.SortStableFunc(all, func(a, b *passage) int {
		return cmp.Or(cmp.Compare(math.Round(b.rank/equals), math.Round(a.rank/equals)), cmp.Compare(b.article.Published, a.article.Published))
	})
}

func overlapsChosen(chosen []*passage, w *passage) bool {
	return slices.ContainsFunc(chosen, func(c *passage) bool { return c.overlaps(w) })
}

func (p *passage) overlaps(o *passage) bool {
	return p.number == o.number && p.from < o.to && o.from < p.to
}

// score says how likely each of the chosen passages answers, none likelier than one that is ranked higher.
func (p *picker) score(chosen []*passage) {
	for _, w := range p.all {
		w.rank = w.numbers.Rank(false)
	}
	most := 1.0
	for _, w := range chosen {
		p.stand(w)
		w.score = min(most, w.numbers.Score())
		most = w.score
	}
}

// farthest is how far apart ranks are told.
const farthest = 6

// stand adds to the evidence for a passage how it stands among the others.
func (p *picker) stand(w *passage) {
	next, other, crowd := -math.MaxFloat64, -math.MaxFloat64, 0.0
	for _, o := range p.all {
		crowd += math.Exp(o.rank - w.rank)
		switch {
		case o == w || o.overlaps(w):
			continue
		case o.article != w.article:
			other = max(other, o.rank)
		}
		next = max(next, o.rank)
	}
	w.numbers[evidence.Best] = w.rank
	w.numbers[evidence.Lead] = min(farthest, w.rank-next)
	w.numbers[evidence.Apart] = min(farthest, w.rank-other)
	w.numbers[evidence.Crowd] = math.Log(crowd)
}
