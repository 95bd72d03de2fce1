package answer

import (
	"cmp"
	"slices"

	"verbatim/store"
)

// picker chooses quotes among the passages around the candidates.
type picker struct {
	tx      *store.Tx
	query   *query
	sources map[uint64]*source
	best    []*passage // of each candidate
}

func newPicker(tx *store.Tx, y *query) *picker {
	return &picker{tx: tx, query: y, sources: map[uint64]*source{}}
}

// consider keeps the best passage around a candidate.
func (p *picker) consider(c candidate) error {
	s := p.sources[c.article]
	if s == nil {
		var err error
		if s, err = openSource(p.tx, c.article); err != nil {
			return err
		}
		p.sources[c.article] = s
	}
	var best *passage
	for _, w := range s.passages(c, p.query) {
		e := p.query.weigh(w)
		w.score = e.score()
		if best == nil || w.score > best.score {
			best = w
		}
	}
	if best != nil {
		p.best = append(p.best, best)
	}
	return nil
}

// silence is the score below which a passage is no answer.
const silence = .5

// beside is the score below which a passage is not worth a place beside one that answers.
const beside = .25

// sorted returns the passages, best first.
func (p *picker) sorted() []*passage {
	slices.SortStableFunc(p.best, func(a, b *passage) int { return cmp.Compare(b.score, a.score) })
	return p.best
}

// answering returns the sorted passages that answer: none where even the best does not;
// beside one that does, those that add to it.
func answering(sorted []*passage) []*passage {
	if len(sorted) == 0 || sorted[0].score < silence {
		return nil
	}
	end := slices.IndexFunc(sorted, func(w *passage) bool { return w.score < beside })
	if end < 0 {
		return sorted
	}
	return sorted[:end]
}

// near returns the passages that hold, or whose speaker's name holds, a word that was looked
// for as it was asked. One with nothing but a verb of saying, or with a word that one of the
// question's was taken for, is near to no question.
func near(sorted []*passage) (all []*passage) {
	for _, w := range sorted {
		if w.own&(w.query.named|w.query.plain)&^w.query.taken() != 0 {
			all = append(all, w)
		}
	}
	return all
}

// interleave takes the first of each list, then the second of each, and so on.
func interleave(lists [][]*passage) []*passage {
	var all []*passage
	for i, more := 0, true; more; i++ {
		more = false
		for _, list := range lists {
			if i < len(list) {
				all, more = append(all, list[i]), true
			}
		}
	}
	return all
}
