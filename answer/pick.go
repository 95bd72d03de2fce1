package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/text"
	"verbatim/store"
)

// picker chooses quotes among the passages around the candidates.
type picker struct {
	tx      *store.Tx
	query   *query
	sources map[uint64]*source
	best    best       // of the candidates
	all     []*passage // around them
	err     error      // the first that came up where none could be returned
}

func newPicker(tx *store.Tx, y *query) *picker {
	return &picker{tx: tx, query: y, sources: map[uint64]*source{}}
}

// considerAll adds the passages around candidates, which come best first.
func (p *picker) considerAll(candidates []candidate) error {
	for _, c := range candidates {
		p.best.add(c)
	}
	for rank, c := range candidates {
		if err := p.consider(c, rank); err != nil {
			return err
		}
	}
	return nil
}

// consider adds the passages around a candidate.
func (p *picker) consider(c candidate, rank int) error {
	s, err := p.source(c.article)
	if err != nil {
		return err
	}
	for _, w := range s.passages(c, p.query) {
		if s.first(w) && p.query.scope.hears(s, w.span()) && p.query.quotedIn(w) {
			w.numbers = p.query.weigh(w, p.best, rank)
			p.all = append(p.all, w)
		}
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

// lets reports whether a sentence may be a candidate: as far as its speaker goes, and the
// words in quotation marks, one phrase of which it has to hold.
func (p *picker) lets(article uint64, sentence int) bool {
	s, err := p.source(article)
	if err != nil {
		p.err = cmp.Or(p.err, err)
		return false
	}
	return p.query.scope.hears(s, s.layout.Sentences[sentence]) &&
		(len(p.query.Phrases) == 0 || slices.ContainsFunc(p.query.Phrases, func(phrase []text.Word) bool { return s.line(sentence, p.query).has(phrase) }))
}

// silence is the score below which a passage is no answer.
const silence = .5

// A passage is not worth a place beside one that answers with a score below beside, nor
// where it hardly has the answer, however much is told of the subject.
const (
	beside    = .1
	hasAnswer = .02
)

// answering returns the sorted passages that answer: none where even the best scores less
// than a question asks for, by default silence; beside one that does, those that add to it.
func answering(sorted []*passage, asked float64) []*passage {
	least := cmp.Or(asked, silence)
	if len(sorted) == 0 || sorted[0].score < least {
		return nil
	}
	all := sorted[:1:1]
	for _, w := range sorted[1:] {
		if w.score >= min(beside, least) && w.numbers.HasAnswer() >= hasAnswer {
			all = append(all, w)
		}
	}
	return all
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
