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
}

func newParser(q string, lang text.Lang) *parser {
	p := &parser{text: q, lex: lexiconOf(lang), words: parts(q, lang), weights: sentenceWeights(q, lang)}
	p.out.Lang = lang
	p.roles = make([]role, len(p.words))
	for i := range p.words {
		p.roles[i] = p.lex.roleOf(&p.words[i])
		if startsUpper(p.words[i].Of(q)) {
			p.roles[i].class |= asCapital
		}
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

// sentenceWeights weighs the sentences of a question: where some are questions, the others are asides.
func sentenceWeights(q string, lang text.Lang) []sentenceWeight {
	var all []sentenceWeight
	asks := false
	for _, p := range text.Paragraphs(q) {
		for _, s := range text.Sentences(q, p, lang) {
			w := sentenceWeight{s, asideWeight}
			if strings.HasSuffix(strings.TrimRight(s.Of(q), "\"'”’»)!"), "?") {
				w.weight, asks = 1, true
			}
			all = append(all, w)
		}
	}
	if !asks {
		for i := range all {
			all[i].weight = 1
		}
	}
	return all
}
