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
	lex := lexiconOf(lang)
	for i, w := range words {
		if !said(w.Term) {
			sure = max(sure, q.Kind.heldBy(lex, t, words, i))
		}
	}
	return sure
}

// halfSure is for a word that may be an answer of the kind or may tell of something else:
// a day, a name of one word.
const halfSure = .5

func (k Kind) heldBy(lex *lexicon, t string, words []text.Word, i int) float64 {
	w := words[i]
	switch k {
	case Person, Place:
		return nameAt(t, words, i)
	case Time:
		return either(isYear(w.Form) || lex.calendar[w.Term], lex.periods[w.Term])
	case Number:
		return either(hasDigit(w.Form), lex.counts[w.Term])
	case Reason:
		return either(lex.causes[w.Term], false)
	}
	return 0
}

func either(sure, half bool) float64 {
	switch {
	case sure:
		return 1
	case half:
		return halfSure
	}
	return 0
}

// nameAt is sure of two words with capitals and half sure of one; a capital that opens
// the sentence does not count.
func nameAt(t string, words []text.Word, i int) float64 {
	if !startsUpper(words[i].Of(t)) || words[i].Stop {
		return 0
	}
	next := i+1 < len(words) && startsUpper(words[i+1].Of(t)) && !words[i+1].Stop
	last := i > 1 && startsUpper(words[i-1].Of(t)) && !words[i-1].Stop
	return either(next || last, i > 0)
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
