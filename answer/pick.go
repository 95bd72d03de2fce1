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
	err     error      // the first that came up where none could be returned
}

func newPicker(tx *store.Tx, y *query) *picker {
	return &picker{tx: tx, query: y, sources: map[uint64]*source{}}
}

// consider keeps the best passage around a candidate.
func (p *picker) consider(c candidate) error {
	s, err := p.source(c.article)
	if err != nil {
		return err
	}
	var best *passage
	for _, w := range s.passages(c, p.query) {
		if !p.query.scope.hears(s, w.span()) {
			continue
		}
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

// source returns an article to be looked at closely; each is opened once.
func (p *picker) source(article uint64) (s *source, err error) {
	if s = p.sources[article]; s != nil {
		return s, nil
	}
	if s, err = openSource(p.tx, article); err != nil {
		return nil, err
	}
	p.sources[article] = s
	return s, nil
}

// hears reports whether a sentence may be a candidate as far as its speaker goes.
func (p *picker) hears(article uint64, sentence int) bool {
	s, err := p.source(article)
	if err != nil {
		p.err = cmp.Or(p.err, err)
		return false
	}
	return p.query.scope.hears(s, s.layout.Sentences[sentence])
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

// answering returns the sorted passages that answer: none where even the best scores less
// than a question asks for, by default silence; beside one that does, those that add to it.
func answering(sorted []*passage, asked float64) []*passage {
	least := cmp.Or(asked, silence)
	if len(sorted) == 0 || sorted[0].score < least {
		return nil
	}
	end := slices.IndexFunc(sorted, func(w *passage) bool { return w.score < min(beside, least) })
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
