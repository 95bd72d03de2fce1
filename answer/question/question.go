// Package question reads a question: the words to look for, the kind of answer it
// wants, and whose words it asks for. It knows nothing of any article.
package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// Kind is what an answer has to hold.
type Kind int

// The kinds of answer. Anything is asked for where no other kind is.
const (
	Anything Kind = iota
	Person
	Time
	Place
	Number
	Reason
	Name    // what something is called, or the name of a thing of a sort
	Thing   // a thing of a sort that the question names: which animal
	Manner  // how it is done
	Meaning // what something or somebody is

	Kinds // how many there are
)

// Word is a word to look for.
type Word struct {
	text.Word
	Weight float64 // 1, or less where the word says more of the question than of its answer
	Name   bool    // it is written as a name
	Quoted bool    // it stands in quotation marks: it is meant as it is written
}

// Question is a question as it was understood.
type Question struct {
	Lang     text.Lang
	Kind     Kind
	Words    []Word        // in order, each once, without stop words
	Asks     bool          // it is written as a question, not as words to look for
	Said     bool          // it asks for what somebody said, or who said it
	Speakers [][]Word      // whose words it asks for, each by the words that name them; they are among Words
	Phrases  [][]text.Word // what it has in quotation marks, each with its stop words
	Negated  bool          // it asks for what is not: which countries did not sign

	want     want     // which time or number
	poles    [2]poles // the opposites that it has on each side
	figures  []figure
	prefixed []prefixed
	parts    []Question // the questions that it is, where it is several
	nouns    []string   // terms of the nouns that are counted or that name the sort of thing asked for
}

// Parse reads a question that is written in a language. Greetings, thanks and the words
// that only lead it in are no part of it, nor are comments of HTML.
func Parse(q string, lang text.Lang) Question {
	return ParseAmong(q, lang, func(string) bool { return false })
}

// ParseAmong reads a question as Parse does, where speaks tells whether somebody of a name
// is known to speak, however the name is written: they are taken for names in small letters
// too, and for people by one name. Several calls are made for each word.
func ParseAmong(q string, lang text.Lang, speaks func(name string) bool) Question {
	p := newParser(withoutComments(q), lang)
	p.dropFiller()
	p.findKnown(speaks)
	p.read()
	p.out.parts = p.split()
	return p.out
}

// parse reads a question with all its words.
func parse(q string, lang text.Lang) *parser {
	p := newParser(q, lang)
	p.read()
	return p
}

func newParser(q string, lang text.Lang) *parser {
	p := &parser{text: q, lex: lexiconOf(lang), words: parts(q, lang), weights: sentenceWeights(q, lang)}
	p.out.Lang = lang
	return p
}

func (p *parser) read() {
	p.readPhrases()
	p.out.Asks = p.asks()
	p.readKind()
	p.readSpeakers()
	p.readWords()
	p.readContrary()
}

// What a word weighs less when it speaks of the question: "which *year*", "*say*".
const (
	askedForWeight = .4
	askingWeight   = .5 // as far as its language has such words listed
	SayingWeight   = .2
	asideWeight    = .3 // in a sentence that is no question beside one that is
)

type parser struct {
	text    string
	lex     *lexicon
	words   []text.Word
	weights []sentenceWeight
	quoted  []bool // by word: it stands in quotation marks
	known   []bool // by word: it names a known speaker; nil where nobody is known
	asked   int    // the word that names what is asked for, as year in "which year"; 0 is none, since a question word precedes it
	second  int    // the second word of "how many"; 0 is none
	out     Question
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

func (p *parser) weightAt(s text.Span) float64 {
	for _, w := range p.weights {
		if w.Contains(s) {
			return w.weight
		}
	}
	return 1
}

func (p *parser) asks() bool {
	return strings.ContainsAny(p.text, "?¿") || slices.ContainsFunc(p.words, func(w text.Word) bool {
		return p.lex.which[w.Form] || p.lex.asks[w.Form] != Anything
	})
}

func (p *parser) readWords() {
	seen := map[string]bool{}
	for i, w := range p.words {
		if !w.Stop && !seen[w.Term] && (i == 0 || i != p.second) {
			seen[w.Term] = true
			p.out.Words = append(p.out.Words, p.weigh(i))
		}
	}
}

func (p *parser) weigh(i int) Word {
	w := Word{Word: p.words[i], Weight: p.weightAt(p.words[i].Span), Name: p.isName(i), Quoted: p.quoted[i]}
	switch {
	case p.isSaying(i) && !w.Name && !w.Quoted:
		w.Weight *= SayingWeight
	case p.out.Said && !w.Name && !w.Quoted && (p.lex.frame[w.Term] || p.lex.stances[w.Term] || p.lex.compares[w.Term]):
		w.Weight *= SayingWeight
	case p.lex.asking[w.Term] && !w.Name && !w.Quoted:
		w.Weight *= askingWeight
	case p.asked > 0 && i == p.asked:
		w.Weight *= askedForWeight
	}
	return w
}

// isName reports whether a word is written with a capital that its place does not call
// for: the first word of a sentence is taken for a name only where it stands alone or
// before another name.
func (p *parser) isName(i int) bool {
	if p.isKnown(i, i) {
		return true
	}
	if !startsUpper(p.words[i].Of(p.text)) {
		return false
	}
	if !p.opensSentence(i) {
		return true
	}
	alone := len(p.words) == 1
	before := i+1 < len(p.words) && startsUpper(p.words[i+1].Of(p.text))
	return !p.words[i].Stop && (alone || before)
}

func (p *parser) opensSentence(i int) bool {
	return slices.ContainsFunc(p.weights, func(s sentenceWeight) bool {
		return s.Contains(p.words[i].Span) && (i == 0 || p.words[i-1].End <= s.Start)
	})
}
