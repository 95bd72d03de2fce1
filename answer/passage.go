package answer

import (
	"cmp"
	"errors"
	"slices"

	"verbatim/answer/evidence"
	"verbatim/answer/index"
	"verbatim/answer/speech"
	"verbatim/answer/text"
	"verbatim/store"
)

// source is an article that is looked at closely.
type source struct {
	article *Article // nil until it is loaded
	layout  *Layout
	number  uint64 // the article's

	readings []reading // of the sentences that were quoted or compared

	// Of one that is looked at for a question alone:
	bearings
	picker *picker
	record index.Record
	types  index.Types
	lexis  int          // by which its words are read
	named  []namedTerms // by list of names: the terms that they hold
	best   float64      // what its best passage is ranked by
	place  uint64       // among the sources
}

// namedTerms are the terms that a list of names holds, once that is known.
type namedTerms struct {
	held  termSet
	known bool
}

// openSource opens an article with its text.
func openSource(tx *store.Tx, number uint64) (*source, error) {
	a, err := articleAt(tx, number)
	if err != nil {
		return nil, err
	}
	l, err := layoutAt(tx, number)
	return &source{article: a, number: number, layout: l}, err
}

// load makes the text and the fields of the article known, where they are not yet.
func (s *source) load() (err error) {
	if s.article != nil {
		return nil
	}
	s.article, err = articleAt(s.picker.tx, s.number)
	if errors.Is(err, store.ErrCorrupt) {
		return unreadable{s.number}
	}
	return err
}

// line returns a sentence read against the question; each is read once.
func (s *source) line(i int, _ *query) *line { return s.picker.line(s, i) }

// paragraph returns the sentences [from, to) of the paragraph that holds a sentence.
func (s *source) paragraph(sentence int) (from, to int) {
	sentences := s.layout.Sentences
	at := sentences[sentence]
	n, _ := slices.BinarySearchFunc(s.layout.Paragraphs, at, func(p, at text.Span) int { return cmp.Compare(p.End, at.End) })
	p := s.layout.Paragraphs[n]
	from, to = sentence, sentence+1
	for from > 0 && p.Contains(sentences[from-1]) {
		from--
	}
	for to < len(sentences) && p.Contains(sentences[to]) {
		to++
	}
	return from, to
}

// passage is one to three sentences of one paragraph, which may become a quote.
type passage struct {
	*source
	query     *query
	from, to  int // sentences of the layout
	candidate *candidate

	paragraphFrom, paragraphTo int     // sentences of its paragraph
	own                        termSet // the terms that its words or its speaker's name hold
	holds                      termSet // the terms that its paragraph holds
	numbers                    evidence.Numbers
	rank, behind               float64 // as the first quote, and as one behind it
	score                      float64
	hasAnswer                  float64 // where the library tells of what is asked
}

// maxSentences is how many sentences a quote has at most.
const maxSentences = 3

// stretch is the sentences [from, to) of a source.
type stretch struct{ from, to int }

// stretches appends the stretches of up to maxSentences of a paragraph [low, high) that hold a sentence
// and no furniture. None cuts a quotation that it has room for, unless there is no other.
func (s *source) stretches(all []stretch, sentence, low, high int) []stretch {
	first := len(all)
	cutting := false
	for _, cuts := range [...]bool{false, true} {
		for from := max(low, sentence-maxSentences+1); from <= sentence; from++ {
			for to := sentence + 1; to <= min(high, from+maxSentences); to++ {
				at := s.layout.span(from, to)
				switch {
				case overlapsAny(s.furniture, at):
				case s.cuts(at) == cuts:
					all = append(all, stretch{from, to})
				default:
					cutting = true
				}
			}
		}
		if len(all) > first || !cutting {
			break
		}
	}
	return all
}

// span returns the bytes from the first sentence to the last.
func (p *passage) span() text.Span { return p.layout.span(p.from, p.to) }

// span returns the bytes of the sentences [from, to).
func (l *Layout) span(from, to int) text.Span {
	return text.Span{Start: l.Sentences[from].Start, End: l.Sentences[to-1].End}
}

// cuts reports whether a range holds only part of a quotation that a quote has room for.
func (s *source) cuts(at text.Span) bool {
	voices := s.layout.Speech
	if len(voices) == 0 {
		return false
	}
	for i := s.layout.firstVoice(at); i < len(voices) && voices[i].Said.Start < at.End; i++ {
		if said := voices[i].Said; voices[i].Kind != speech.Reported && !at.Contains(said) && len(s.layout.within(said)) <= maxSentences {
			return true
		}
	}
	return false
}
