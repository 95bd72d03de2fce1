package answer

import (
	"cmp"
	"slices"
	"sync"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
)

// picker chooses quotes among the passages around the candidates of a query. The memory that it
// takes is used again for the next one.
type picker struct {
	tx     *store.Tx
	x      *index.Index
	query  *query
	shares shares
	reader reader
	weigher

	sources stock[source]
	opened  memo // by where an article stands: which source it is
	lines   stock[line]
	read    memo // by source and sentence: which line it is
	seen    memo // the passages that were considered, by source and sentences
	made    stock[passage]

	stretches []stretch
	order     []ordered
	best      best       // of the candidates
	all       []*passage // around them
	chosen    []*passage
	err       error // the first that came up where none could be returned
}

var pickers = sync.Pool{New: func() any { return new(picker) }}

// newPicker returns a picker for a query, to be released when nothing that it gave is needed any more.
func newPicker(tx *store.Tx, x *index.Index, y *query) *picker {
	p := pickers.Get().(*picker)
	p.tx, p.x, p.query, p.err = tx, x, y, nil
	p.best, p.all = best{}, p.all[:0]
	p.shares.open(y)
	p.reader.open(y, &p.shares)
	p.openWeigher()
	p.sources.lent, p.lines.lent, p.made.lent = 0, 0, 0
	p.opened.forget()
	p.read.forget()
	p.seen.forget()
	return p
}

// release gives the picker's memory back.
func (p *picker) release() {
	for _, s := range p.sources.all[:p.sources.lent] {
		s.article, s.readings = nil, s.readings[:0]
	}
	p.tx, p.x, p.query, p.reader.query = nil, nil, nil, nil
	pickers.Put(p)
}

// considerAll adds the passages around candidates, which come best first.
func (p *picker) considerAll(candidates []candidate) error {
	for i := range candidates {
		p.best.add(&candidates[i])
	}
	for rank := range candidates {
		if err := p.consider(&candidates[rank], rank); err != nil {
			return err
		}
	}
	return nil
}

// consider adds the passages around a candidate.
func (p *picker) consider(c *candidate, rank int) error {
	s, err := p.source(c.doc)
	if err != nil {
		return err
	}
	p.meet(s, c, rank)
	low, high := s.paragraph(c.sentence)
	p.stretches = s.stretches(p.stretches[:0], c.sentence, low, high)
	for _, at := range p.stretches {
		if !p.isNew(s, at) || !p.query.scope.hears(s, s.layout.span(at.from, at.to)) || !p.quotes(s, at) {
			continue
		}
		w := p.made.next()
		w.source, w.query, w.candidate = s, p.query, c
		w.from, w.to, w.paragraphFrom, w.paragraphTo = at.from, at.to, low, high
		p.weigh(w)
		p.all = append(p.all, w)
	}
	return p.err
}

// isNew reports whether a passage comes up for the first time: it may lie around several candidates.
func (p *picker) isNew(s *source, at stretch) bool {
	_, known := p.seen.at(s.place<<40 | uint64(at.from)<<8 | uint64(at.to-at.from))
	return !known
}

// source returns an article to be looked at closely; each is opened once.
func (p *picker) source(doc index.Doc) (*source, error) {
	value, known := p.opened.at(uint64(uint32(doc.Segment))<<32 | uint64(uint32(doc.Ordinal)))
	if known {
		return p.sources.all[*value], nil
	}
	*value = uint32(p.sources.lent)
	s := p.sources.next()
	s.place, s.picker = uint64(*value), p
	return s, s.open(doc)
}

// open reads what is kept of an article for picking passages.
func (s *source) open(doc index.Doc) error {
	if err := s.picker.x.Record(doc, &s.record); err != nil {
		return err
	}
	s.decode(s.record.Layout())
	s.layout, s.number, s.types = &s.bearings.Layout, s.record.Article(), s.record.Types()
	s.lexis = s.picker.reader.lexis(doc.Segment, s.lang)
	s.named = zeroed(s.named, len(s.names))
	return nil
}

// line returns a sentence read against the question; each is read once.
func (p *picker) line(s *source, sentence int) *line {
	value, known := p.read.at(s.place<<32 | uint64(sentence))
	if !known {
		*value = uint32(p.lines.lent)
		p.reader.read(p.lines.next(), s, sentence)
	}
	return p.lines.all[*value]
}

// lets reports whether a sentence may be a candidate: as far as its speaker goes, and the
// words in quotation marks, one phrase of which it has to hold.
func (p *picker) lets(doc index.Doc, sentence int) bool {
	s, err := p.source(doc)
	if err != nil {
		p.err = cmp.Or(p.err, err)
		return false
	}
	return p.query.scope.hears(s, s.layout.Sentences[sentence]) &&
		(len(p.query.Phrases) == 0 || slices.ContainsFunc(p.query.Phrases, func(phrase []text.Word) bool { return p.has(s, sentence, phrase) }))
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
	all := append(make([]*passage, 0, len(sorted)), sorted[0])
	for _, w := range sorted[1:] {
		if w.score >= min(beside, least) && w.hasAnswer >= hasAnswer {
			all = append(all, w)
		}
	}
	return all
}

// isNear reports whether a passage or its speaker's name holds a word that was looked for as it was
// asked. One with nothing but a verb of saying, or with a word that one of the question's was taken for,
// is near to no question.
func (w *passage) isNear() bool { return w.own&(w.query.named|w.query.plain)&^w.query.taken() != 0 }

// near returns the passages that are.
func near(sorted []*passage) (all []*passage) {
	for _, w := range sorted {
		if w.isNear() {
			all = append(all, w)
		}
	}
	return all
}

// interleave takes the first of each list, then the second of each, and so on.
func interleave(lists [][]*passage) []*passage {
	if len(lists) == 1 {
		return lists[0]
	}
	if len(lists) == 1 {
		return lists[0]
	}
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
