package question

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"verbatim/answer/text"
)

// Signs are what a word of a text tells a question, as a set. All but how it stands is the same
// wherever the word is written the same way.
type Signs uint64

// How a word stands: these are the bits of a mark.
const (
	parted  Signs = 1 << iota // more than one byte stands between it and the word before, as with few words
	opening                   // a quotation opens with it
	aside                     // a bracket or a comma stands between it and the word before
)

// What a word may be a sign of.
const (
	ofCopula Signs = 1 << (8 + iota)
	ofMeaning
	ofPlace
	ofMeans
	ofMoney
	ofShare
	ofUnit
	ofSpan
	ofAge
	ofCount
	ofAmount // that is no number
	ofCause
	ofPurpose
	ofCalendar
	ofMonth
	ofPeriod
	ofMoment // told by what happened then
	ofPerson
	ofYear   // a number from 1000 to 2199, or a decade such as 1990s
	ofDay    // a number that a day of a month may have
	ofDigit  // it has a digit
	ofGerund // it ends as the verb of a manner does
	ofNoun   // it is one of the nouns that the question asks about

	isStop
	isCapital // it is written as a name is
	isSaid    // the question has it
	isPole    // it has an opposite

	Pronoun  // it stands for somebody or something that was named before, in the question's language
	Denial   // it says not, unless a number follows it
	Opposite // it is in a pair of opposites of which the question has one
	Turned   // it may be a word of the question with a prefix that turns it around, or without
	Figure   // it is a number in digits
)

// MarkOf returns how a word stands in a text. Before is the word before it in its sentence, or
// an empty range at its start where it is the first.
func MarkOf(t string, before, at text.Span) uint8 {
	var s Signs
	gap := at.Start - before.End
	s.addIf(parted, gap < 0 || gap > 1)
	mark, _ := utf8.DecodeLastRuneInString(t[:at.Start])
	s.addIf(opening, isQuotationMark(mark) || mark == '‘' || mark == '\'')
	s.addIf(aside, gap > 0 && strings.ContainsAny(t[before.End:at.Start], "(,"))
	return uint8(s)
}

// Reader reads words of texts in one language for a question, for one goroutine at a time.
type Reader struct {
	question *Question
	lex      *lexicon
	same     bool // the language is that of the question
	pronouns map[string]bool
	places   []int32 // memory for those of the question's words in a text
}

// Open makes the reader one of texts in a language for a question.
func (r *Reader) Open(q *Question, lang text.Lang) {
	r.question, r.lex, r.same, r.pronouns = q, lexiconOf(lang), lang == q.Lang, lexiconOf(q.Lang).pronouns
}

// Bare returns the signs of a word that no lexicon and no question knows, and that has no digit.
func Bare(stop, capital bool) (s Signs) {
	if stop {
		s |= isStop
	}
	if capital {
		s |= isCapital
	}
	return s
}

// IsCapital reports whether a word is written as a name is.
func (s Signs) IsCapital() bool { return s&isCapital != 0 }

// Signs returns the signs of a word, how it stands aside: whether it is written with a capital,
// and whether its term is one of the question's, only the caller knows. Its form or its term may be
// left out where they tell nothing, as Telling, Nouns, Turned and Opposites say.
func (r *Reader) Signs(w *text.Word, capital, said bool) Signs {
	s := Bare(w.Stop, capital)
	s.addIf(isSaid, said)
	if w.Form != "" {
		s |= r.toldByForm(w)
	}
	if w.Term != "" && !w.Stop {
		s |= r.lex.signs[w.Term]
	}
	if s&ofMonth != 0 && r.lex.capital && !capital {
		s &^= ofMonth | ofCalendar
	}
	for _, noun := range r.question.nouns {
		s.addIf(ofNoun, noun == w.Term)
	}
	s.addIf(Opposite, r.same && s&isPole != 0 && r.lex.poles[key(*w)]&(r.question.poles[0]|r.question.poles[1]) != 0)
	return s
}

// toldByForm returns the signs that the form of a word is told by.
func (r *Reader) toldByForm(w *text.Word) Signs {
	s := r.lex.stops[w.Form]
	if !w.Stop {
		s &= Denial | Pronoun
	}
	if !r.same {
		s &^= Pronoun
		s.addIf(Pronoun, r.pronouns[w.Form])
	}
	s.addIf(Denial, strings.HasSuffix(w.Form, notEnding))
	s.addIf(ofGerund, r.lex.gerund != "" && strings.HasSuffix(w.Form, r.lex.gerund))
	s.addIf(Turned, r.same && r.mayTurn(w))
	return s | r.digits(w.Form)
}

func (s *Signs) addIf(sign Signs, is bool) {
	if is {
		*s |= sign
	}
}

// digits returns the signs of a form that has some.
func (r *Reader) digits(form string) (s Signs) {
	if !hasDigit(form) {
		return 0
	}
	s = ofDigit
	s.addIf(ofYear, isYear(form))
	s.addIf(ofDay, len(form) <= len("31st"))
	s.addIf(Figure, form[0] >= '0' && form[0] <= '9')
	return s
}

// Telling returns what Reader.Signs tells words of a language by, as far as it can make a difference to a question
// for a kind of answer: those that are no stop words by their terms, stop words by their forms, and of the others
// some by their forms. Words with a digit are told by that, and in questions that ask for what is not, and how,
// some are by their endings.
func Telling(lang text.Lang, kind Kind) (terms, stops, forms []string) {
	lex := lexiconOf(lang)
	for term, s := range lex.signs {
		if s&counts[kind] != 0 {
			terms = append(terms, term)
		}
	}
	for form, s := range lex.stops {
		if s&(counts[kind]|Denial|Pronoun) == 0 {
			continue
		}
		stops = append(stops, form)
		if s&(Denial|Pronoun) != 0 && (isContent(form, lang) || isContent(strings.ToUpper(form), lang)) { // he; IT
			forms = append(forms, form)
		}
	}
	return terms, stops, forms
}

// isContent reports whether a word may be no stop word as it is written.
func isContent(word string, lang text.Lang) bool {
	words := text.Words(word, text.Span{End: len(word)}, lang)
	return len(words) != 1 || !words[0].Stop
}

// counts are the signs that can make a difference to each kind of answer.
var counts = [Kinds]Signs{
	Person: ofPerson | ofMeans | ofPlace | ofCalendar | ofMonth,
	Place:  ofPlace | ofCalendar | ofMonth | ofPeriod,
	Name:   ofMeaning,
	Time:   ofCalendar | ofMonth | ofPeriod | ofMoment,
	Number: ofCount | ofAmount | ofMonth | ofMoney | ofShare | ofUnit | ofSpan | ofAge,
	Reason: ofCause | ofPurpose, Manner: ofMeans, Meaning: ofMeaning | ofCopula,
}

// IsManner reports whether the question asks how something is done: endings of verbs tell that too.
func (q *Question) IsManner() bool { return q.Kind == Manner }

// Nouns returns the terms of the nouns that the question asks about.
func (q *Question) Nouns() []string { return q.nouns }

// Opposites yields the words that are on either side of an opposite of the question, by their terms
// or, where they are stop words, by their forms.
func (q *Question) Opposites(yield func(word string) bool) {
	both := q.poles[0] | q.poles[1]
	for lex := lexiconOf(q.Lang); both != 0; both &= both - 1 {
		for _, word := range lex.sides[bits.TrailingZeros64(uint64(both))] {
			if !yield(word) {
				return
			}
		}
	}
}

// Turned yields the forms that may turn a word of the question around, in two parts.
func (q *Question) Turned(yield func(prefix, rest string) bool) {
	for _, p := range q.prefixed {
		if !yield("", p.bare) {
			return
		}
	}
	for _, prefix := range lexiconOf(q.Lang).prefixes {
		for i := range q.Words {
			if !yield(prefix, q.Words[i].Form) {
				return
			}
		}
	}
}
