package question

import (
	"unicode"

	"verbatim/answer/text"
)

// Answers returns how sure it is that the words of a text hold an answer of the kind the
// question asks for, from 0 to 1, beyond what the question says itself: said tells whether
// it has a term. It is sure where any answer will do.
func (q *Question) Answers(t string, words []text.Word, lang text.Lang, said func(term string) bool) (sure float64) {
	if q.Kind == Anything {
		return 1
	}
	var few [128]int16 // enough for nearly all sentences, on the stack
	r := reading{question: q, lex: lexiconOf(lang), text: t, words: words, far: few[:0]}
	r.measure(said)
	for i := range words {
		if r.far[i] > 0 {
			sure = max(sure, r.sure(i)*r.nearness(i))
		}
	}
	return sure
}

// sure returns how sure it is that word i answers. The numbers that the functions for the
// kinds return made the right sentences of questions in six languages likeliest against
// the others around them.
func (r *reading) sure(i int) float64 {
	switch r.question.Kind {
	case Person:
		return r.person(i)
	case Place:
		return r.place(i)
	case Name:
		return r.name(i)
	case Thing:
		return r.thing(i)
	case Time:
		return r.time(i)
	case Number:
		return r.number(i)
	case Reason:
		return r.reason(i)
	case Manner:
		return r.manner(i)
	case Meaning:
		return r.meaning(i)
	}
	return 0
}

// reading is a text that is read for an answer.
type reading struct {
	question *Question
	lex      *lexicon
	text     string
	words    []text.Word
	far      []int16 // by word: how many words the nearest of the question is away
}

// farAway is for all that is no nearer.
const farAway = 100

// measure fills far.
func (r *reading) measure(said func(term string) bool) {
	d := int16(farAway)
	for _, w := range r.words {
		if d = min(d+1, farAway); said(w.Term) {
			d = 0
		}
		r.far = append(r.far, d)
	}
	d = farAway
	for i := len(r.far) - 1; i >= 0; i-- {
		d = min(d+1, r.far[i])
		r.far[i] = d
	}
}

// nearness is 1 beside a word of the question, and falls to farShare far from all.
func (r *reading) nearness(i int) float64 {
	const farShare, half = .6, 8
	return farShare + (1-farShare)/(1+float64(r.far[i]-1)/half)
}

// said reports whether word i is one of the question's.
func (r *reading) said(i int) bool { return r.holds(i) && r.far[i] == 0 }

func (r *reading) holds(i int) bool { return i >= 0 && i < len(r.words) }

// sign returns what word i is a sign of.
func (r *reading) sign(i int) sign {
	if !r.holds(i) {
		return 0
	}
	s := r.lex.signs[key(r.words[i])]
	if s&ofMonth != 0 && r.lex.capital && !startsUpper(r.words[i].Of(r.text)) {
		s &^= ofMonth | ofCalendar
	}
	return s
}

// signs returns what the words from one to another are signs of.
func (r *reading) signs(from, to int) (all sign) {
	for i := from; i <= to; i++ {
		all |= r.sign(i)
	}
	return all
}

// behind reports whether one of some signs stands before word i, with a stop word between
// or without: by the king.
func (r *reading) behind(i int, any sign) bool {
	return r.sign(i-1)&any != 0 || r.sign(i-2)&any != 0 && r.words[i-1].Stop
}

// isCounted reports whether word i is one of the nouns that the question asks about.
func (r *reading) isCounted(i int) bool {
	if !r.holds(i) {
		return false
	}
	for _, noun := range r.question.nouns {
		if noun == r.words[i].Term {
			return true
		}
	}
	return false
}

// isYear reports whether a form is a number from 1000 to 2199, or a decade such as 1990s.
func isYear(form string) bool {
	return len(form) >= 4 && len(form) <= 5 && (form[0] == '1' || form[0] == '2' && form[1] < '2') &&
		digits(form[:4]) && (len(form) == 4 || form[4] == 's')
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool {
	for _, r := range s {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
