package question

import (
	"strings"

	"verbatim/answer/text"
)

// parser reads a question by what each of its words may be, which is looked up once.
type parser struct {
	text    string
	lex     *lexicon
	words   []text.Word
	roles   []role // by word
	weights []sentenceWeight
	heads   []int // the question words that nothing but stop words stands before in their clause
	partly  bool  // not all of its words stand in quotation marks
	asked   int   // the word that names what is asked for, as year in "which year"; 0 is none, since a question word precedes it
	second  int   // the second word of "how many"; 0 is none
	out     Question

	room struct { // for nearly all questions
		words   [24]text.Word
		subject [12]Word
		roles   [32]role
		weights [4]sentenceWeight
		heads   [4]int
		units   [4]text.Span
		nouns   [mostNouns]string

		paragraphs, sentences [4]text.Span
	}
}

func newParser(q string, lang text.Lang) *parser {
	p := &parser{text: q, lex: lexiconOf(lang)}
	p.words = appendParts(p.room.words[:0], q, lang)
	p.roles, p.weights, p.heads = p.room.roles[:0], p.room.weights[:0], p.room.heads[:0]
	p.out.Lang = lang
	for i := range p.words {
		r := p.lex.roleOf(&p.words[i])
		if startsUpper(p.words[i].Of(q)) {
			r.class |= asCapital
		}
		p.roles = append(p.roles, r)
	}
	return p
}

// is reports whether word i may be one of some classes.
func (p *parser) is(i int, any class) bool { return p.roles[i].is(any) }

// mark gives words [from, to) a class more.
func (p *parser) mark(from, to int, c class) {
	for i := from; i < to; i++ {
		p.roles[i].class |= c
	}
}

// stand notes how each word stands in its sentence.
func (p *parser) stand() {
	const standing = asOpening | asAside | asName
	for i := range p.words {
		c := p.roles[i].class &^ standing
		found := false
		for _, s := range p.weights {
			if !s.Contains(p.words[i].Span) {
				continue
			}
			if !found && s.weight < 1 {
				c |= asAside
			}
			if found = true; i == 0 || p.words[i-1].End <= s.Start {
				c |= asOpening
			}
		}
		if p.roles[i].class = c; p.isName(i) {
			p.roles[i].class |= asName
		}
	}
}

// isName reports whether a word is written with a capital that its place does not call
// for: the first word of a sentence is taken for a name only where it stands alone or
// before another name.
func (p *parser) isName(i int) bool {
	switch {
	case p.is(i, asKnown):
		return true
	case !p.is(i, asCapital):
		return false
	case !p.is(i, asOpening):
		return true
	}
	alone := len(p.words) == 1
	before := i+1 < len(p.words) && p.is(i+1, asCapital)
	return !p.words[i].Stop && (alone || before)
}

type sentenceWeight struct {
	text.Span
	weight float64
}

// weighSentences weighs the sentences: where some are questions, the others are asides.
func (p *parser) weighSentences() {
	asks := false
	for _, paragraph := range text.AppendParagraphs(p.room.paragraphs[:0], p.text) {
		for _, s := range text.AppendSentences(p.room.sentences[:0], p.text, paragraph, p.out.Lang) {
			w := sentenceWeight{s, asideWeight}
			if strings.HasSuffix(strings.TrimRight(s.Of(p.text), "\"'”’»)!"), "?") {
				w.weight, asks = 1, true
			}
			p.weights = append(p.weights, w)
		}
	}
	if !asks {
		for i := range p.weights {
			p.weights[i].weight = 1
		}
	}
}
