package answer

import (
	"bytes"
	"cmp"
	"math"
	"slices"

	"verbatim/answer/evidence"
)

// maxPassages is how many passages are ranked for one question.
const maxPassages = 20

// sorted returns the best passages that do not overlap, best first. They are the picker's.
func (p *picker) sorted() []*passage {
	p.rank()
	p.chosen = p.chosen[:0]
	for _, o := range p.order {
		if len(p.chosen) == maxPassages {
			break
		}
		if w := p.all[o.place]; !overlapsChosen(p.chosen, w) {
			p.chosen = append(p.chosen, w)
		}
	}
	p.score()
	return p.chosen
}

// equals is how near ranks are that say nothing of which passage is better.
const equals = .02

// ordered is a passage in the order in which passages are chosen.
type ordered struct {
	behind, first int32 // its ranks, as far as they differ
	published     []byte
	place         int32 // among all
}

// rank puts the passages in order: the best as the first quote, and behind it the others by their worth as
// one behind it; the newest first among equals.
func (p *picker) rank() {
	p.order = p.order[:0]
	for i, w := range p.all {
		w.rank, w.behind = w.numbers.Ranks()
		p.order = append(p.order, ordered{rounded(w.behind), rounded(w.rank), w.published, int32(i)})
	}
	if len(p.order) == 0 {
		return
	}
	first := 0
	for i := range p.order {
		if asFirst(&p.order[i], &p.order[first]) < 0 {
			first = i
		}
	}
	p.order[0], p.order[first] = p.order[first], p.order[0]
	slices.SortFunc(p.order[1:], func(a, b ordered) int {
		if a.behind != b.behind {
			return cmp.Compare(b.behind, a.behind)
		}
		return cmp.Or(bytes.Compare(b.published, a.published), asFirst(&a, &b))
	})
}

// asFirst compares two passages as the first quote; equals go by which came up first.
func asFirst(a, b *ordered) int {
	if a.first != b.first {
		return cmp.Compare(b.first, a.first)
	}
	return cmp.Or(bytes.Compare(b.published, a.published), cmp.Compare(a.place, b.place))
}

// rounded returns a rank in steps of equals.
func rounded(rank float64) int32 {
	return int32(max(math.MinInt32, min(math.MaxInt32, math.Round(rank/equals))))
}

func overlapsChosen(chosen []*passage, w *passage) bool {
	for _, c := range chosen {
		if c.overlaps(w) {
			return true
		}
	}
	return false
}

func (p *passage) overlaps(o *passage) bool {
	return p.number == o.number && p.from < o.to && o.from < p.to
}

// score says how likely each of the chosen passages answers, none likelier than one that is ranked higher.
func (p *picker) score() {
	f := p.standing()
	most := 1.0
	for _, w := range p.chosen {
		p.stand(w, f)
		w.score, w.hasAnswer = w.numbers.Score()
		w.score = min(most, w.score)
		most = w.score
	}
}

// farthest is how far apart ranks are told.
const farthest = 6

// field is what every passage has to be compared with.
type field struct {
	crowd  float64 // logarithm of the sum of the exponentials of all ranks
	best   *source // of the best passage
	second float64 // the highest rank of another source
}

// standing surveys all passages.
func (p *picker) standing() (f field) {
	f.second = -math.MaxFloat64
	opened := p.sources.all[:p.sources.lent]
	for _, s := range opened {
		s.best = -math.MaxFloat64
	}
	for _, w := range p.all {
		w.best = max(w.best, w.rank)
	}
	for _, s := range opened {
		switch {
		case f.best == nil:
			f.best = s
		case s.best > f.best.best:
			f.second, f.best = f.best.best, s
		default:
			f.second = max(f.second, s.best)
		}
	}
	sum := 0.0
	for _, w := range p.all {
		sum += math.Exp(w.rank - f.best.best) // beside the highest, so that none is too large
	}
	if sum > 0 {
		f.crowd = f.best.best + math.Log(sum)
	}
	return f
}

// stand adds to the evidence for a passage how it stands among the others.
func (p *picker) stand(w *passage, f field) {
	other := f.second
	if w.source != f.best {
		other = f.best.best
	}
	next := other
	for _, o := range p.all {
		if o.source == w.source && o != w && !o.overlaps(w) {
			next = max(next, o.rank)
		}
	}
	w.numbers[evidence.Best] = w.rank
	w.numbers[evidence.Lead] = min(farthest, w.rank-next)
	w.numbers[evidence.Apart] = min(farthest, w.rank-other)
	w.numbers[evidence.Crowd] = f.crowd - w.rank
}
