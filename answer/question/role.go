package question

import (
	"strings"

	"verbatim/answer/text"
)

// role is what a word may be in a question.
type role struct {
	class
	asks Kind // as a question word: who
	noun Kind // as a noun behind one: the year of "which year"
	want want // with either
}

// class is a set of what a word may be.
type class uint64

// By their forms, as they are written down.
const (
	asWhich class = 1 << iota
	asTopic
	asAccording
	asAnd
	asSource
	asSaidNoun
	asAuxiliary
	asCopula
	asCalled

	// By their forms, as words are read.
	asLink
	asHow
	asThey
	asTheir
	asIt
	asThat
	asPreposition
	asArticle
	asChat
	asAbout

	// By their forms, where phrases of several words have them first or last.
	opensPair
	opensAbout
	opensMore
	opensFiller
	closesFiller

	// By their terms.
	asSaying
	asFrame
	asStance
	asComparing
	asAsking
	asSort
	asNamed
	asNaming

	// By how they stand in the question.
	asCapital // it is written with one
	asOpening // it is the first of a sentence
	asAside   // it stands in a sentence that is no question beside one that is
	asQuoted  // it stands in quotation marks
	asKnown   // it names a known speaker
	asName    // it is written as a name
	asFiller  // it only leads in or thanks
)

// is reports whether a word may be one of some.
func (c class) is(any class) bool { return c&any != 0 }

// classify notes the classes of the words of a language.
func (w *words) classify(lex *lexicon, lang text.Lang) {
	for class, list := range map[class]string{
		asWhich: w.which, asTopic: w.topic, asAccording: w.according, asAnd: w.and, asSource: w.sources, asSaidNoun: w.saidNouns,
		asAuxiliary: w.kinds.auxiliary, asCopula: w.kinds.copula, asCalled: w.kinds.called,
	} {
		note(lex.forms, forms(list), class)
	}
	for class, list := range map[class]string{
		asLink: w.links, asHow: w.how, asThey: w.they, asTheir: w.their, asIt: w.it, asThat: w.that, asPreposition: w.prepositions,
		asArticle: w.articles, asChat: w.chat, asAbout: w.about,
	} {
		for _, phrase := range forms(list) {
			note(lex.forms, []string{formsOf(parts(phrase, lang))}, class)
		}
	}
	for class, list := range map[class]string{
		asSaying: w.says, asFrame: w.frame, asStance: w.stances, asComparing: w.compares, asAsking: w.kinds.asking,
		asSort: w.kinds.sorts, asNamed: w.kinds.named, asNaming: w.kinds.naming,
	} {
		note(lex.terms, terms(list, lang), class)
	}
}

// note adds a class to what some words may be.
func note(roles map[string]role, words []string, c class) {
	for _, w := range words {
		r := roles[w]
		r.class |= c
		roles[w] = r
	}
}

// roleOf returns what a word may be, wherever it stands.
func (l *lexicon) roleOf(w *text.Word) role {
	r, of := l.forms[w.Form], l.terms[w.Term]
	r.class |= of.class
	r.noun, r.want = of.noun, of.want
	return r
}

// phraseSet is a set of phrases, each by the forms of its words with a space between two.
type phraseSet struct {
	all   map[string]bool
	opens class // what the first words are
}

// longestPhrase is how many words a phrase has at most: i would like to know.
const longestPhrase = 5

// phraseSet reads a list of phrases, and notes their first and last words.
func (l *lexicon) phraseSet(list string, lang text.Lang, opens, closes class) phraseSet {
	s := phraseSet{map[string]bool{}, opens}
	for _, phrase := range forms(list) {
		words := parts(phrase, lang)
		s.all[formsOf(words)] = true
		note(l.forms, []string{words[0].Form}, opens)
		note(l.forms, []string{words[len(words)-1].Form}, closes)
	}
	return s
}

// has reports whether words are a phrase of the set.
func (s *phraseSet) has(words []text.Word) bool {
	var room [64]byte // for nearly all
	b := room[:0]
	for i := range words {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, words[i].Form...)
	}
	return s.all[string(b)]
}

// formsOf joins the forms of words with spaces.
func formsOf(words []text.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Form
	}
	return strings.Join(all, " ")
}
