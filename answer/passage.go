package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/evidence"
	"verbatim/answer/speech"
	"verbatim/answer/text"
	"verbatim/store"
)

// source is an article that is looked at closely.
type source struct {
	article *Article
	layout  *Layout
	number  uint64          // the article's
	lines   map[int]*line   // by sentence of the layout
	seen    map[[2]int]bool // the passages that were considered, by their sentences

	readings []reading // of the sentences that were quoted or compared
}

func openSource(tx *store.Tx, number uint64) (*source, error) {
	a, err := articleAt(tx, number)
	if err != nil {
		return nil, err
	}
	l, err := layoutAt(tx, number)
	return &source{article: a, number: number, layout: l, lines: map[int]*line{}, seen: map[[2]int]bool{}}, err
}

// load makes the text and the fields of the article known, where they are not yet.
func (s *source) load() error { return nil }

// line returns a sentence read against the question; each is read once.
func (s *source) line(i int, y *query) *line {
	l := s.lines[i]
	if l == nil {
		l = y.read(s, s.layout.Sentences[i])
		s.lines[i] = l
	}
	return l
}

// paragraph returns the sentences [from, to) of the paragraph that holds a sentence.
func (s *source) paragraph(sentence int) (from, to int) {
	at := s.layout.Sentences[sentence]
	n, _ := slices.BinarySearchFunc(s.layout.Paragraphs, at, func(p, at text.Span) int { return cmp.Compare(p.End, at.End) })
	p := s.layout.Paragraphs[n]
	from, to = sentence, sentence+1
	for from > 0 && p.Contains(s.layout.Sentences[from-1]) {
		from--
	}
	for to < len(s.layout.Sentences) && p.Contains(s.layout.Sentences[to]) {
		to++
	}
	return from, to
}

// first reports whether a passage comes up for the first time: it may lie around several candidates.
func (s *source) first(w *passage) bool {
	at := [2]int{w.from, w.to}
	seen := s.seen[at]
	s.seen[at] = true
	return !seen
}

// passage is one to three sentences of one paragraph, which may become a quote.
type passage struct {
	*source
	query     *query
	from, to  int // sentences of the layout
	candidate candidate

	paragraphFrom, paragraphTo int     // sentences of its paragraph
	own                        termSet // the terms that its words or its speaker's name hold
	holds                      termSet // the terms that its paragraph holds
	numbers                    evidence.Numbers
	rank                       float64
	score                      float64
}

// maxSentences is how many sentences a quote has at most.
const maxSentences = 3

// passages returns the stretches of up to maxSentences that hold a candidate and no
// furniture. None cuts a quotation that it has room for, unless there is no other.
func (s *source) passages(c candidate, y *query) (all []*passage) {
	var cutting []*passage
	low, high := s.paragraph(c.sentence)
	for from := max(low, c.sentence-maxSentences+1); from <= c.sentence; from++ {
		for to := c.sentence + 1; to <= min(high, from+maxSentences); to++ {
			p := &passage{source: s, query: y, from: from, to: to, candidate: c, paragraphFrom: low, paragraphTo: high}
			switch {
			case overlapsAny(s.article.Furniture, p.span()):
			case s.cuts(p.span()):
				cutting = append(cutting, p)
			default:
				all = append(all, p)
			}
		}
	}
	if len(all) == 0 {
		return cutting
	}
	return all
}

// span returns the bytes from the first sentence to the last.
func (p *passage) span() text.Span {
	return text.Span{Start: p.layout.Sentences[p.from].Start, End: p.layout.Sentences[p.to-1].End}
}

// cuts reports whether a range holds only part of a quotation that a quote has room for.
func (s *source) cuts(at text.Span) bool {
	voices := s.layout.Speech
	for i := s.layout.firstVoice(at); i < len(voices) && voices[i].Said.Start < at.End; i++ {
		if said := voices[i].Said; voices[i].Kind != speech.Reported && !at.Contains(said) && len(s.layout.within(said)) <= maxSentences {
			return true
		}
	}
	return false
}
