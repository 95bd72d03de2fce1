// Package question reads a question: the words to look for, the kind of answer it
// wants, and whose words it asks for. It knows nothing of any article.
package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// Kind is what an answer has to hold.
type Kind uint8

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
	Speech   bool          // it has a word that may ask for somebody's words: in others PlainSpeaker finds none
	All      []text.Word   // all words as they were read, filler too; those with a hyphen in their parts
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
func Parse(q string, lang text.Lang) Question { return ParseAmong(q, lang, nil) }

// ParseAmong reads a question as Parse does, where speaks tells whether somebody of a name
// is known to speak, however the name is written: they are taken for names in small letters
// too, and for people by one name. Several calls are made for each word.
func ParseAmong(q string, lang text.Lang, speaks func(name string) bool) Question {
	p := newParser(withoutComments(q), lang)
	p.out.All, p.out.Speech = p.words, p.mayAskForWords()
	p.dropFiller()
	if speaks != nil {
		p.findKnown(speaks)
	}
	p.weighSentences()
	p.read()
	p.out.parts = p.split()
	return p.out
}

// parse reads a question with all its words.
func parse(q string, lang text.Lang) *parser {
	p := newParser(q, lang)
	p.weighSentences()
	p.read()
	return p
}

func (p *parser) read() {
	p.readPhrases()
	p.stand()
	p.findHeads()
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

func (p *parser) asks() bool {
	return strings.Contains(p.text, "?") || strings.Contains(p.text, "¿") || slices.ContainsFunc(p.roles, func(r role) bool {
		return r.is(asWhich) || r.asks != Anything
	})
}

func (p *parser) readWords() {
	p.out.Words = p.room.subject[:0]
	for i := range p.words {
		if w := &p.words[i]; !w.Stop && (i == 0 || i != p.second) && !p.out.hasTerm(w.Term) {
			p.out.Words = append(p.out.Words, p.weigh(i))
		}
	}
}

// hasTerm reports whether a term is that of a word of the question.
func (q *Question) hasTerm(term string) bool {
	for i := range q.Words {
		if q.Words[i].Term == term {
			return true
		}
	}
	return false
}

func (p *parser) weigh(i int) Word {
	r := p.roles[i]
	w := Word{Word: p.words[i], Weight: 1, Name: r.is(asName), Quoted: r.is(asQuoted)}
	if r.is(asAside) {
		w.Weight = asideWeight
	}
	switch plain := !r.is(asName | asQuoted); {
	case plain && p.isSaying(i), plain && p.out.Said && r.is(asFrame|asStance|asComparing):
		w.Weight *= SayingWeight
	case plain && r.is(asAsking):
		w.Weight *= askingWeight
	case p.asked > 0 && i == p.asked:
		w.Weight *= askedForWeight
	}
	return w
}
