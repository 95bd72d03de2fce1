package question

import (
	"unicode"

	"verbatim/answer/text"
)

// Answers reports whether the words of a text hold an answer of the kind the question
// asks for, beyond what the question says itself; asked has the terms of the question.
// It is true where any answer will do.
func (q *Question) Answers(t string, words []text.Word, lang text.Lang, asked map[string]int) bool {
	lex := lexicons[lang]
	for i, w := range words {
		if _, said := asked[w.Term]; !said && q.Kind.heldBy(lex, t, words, i) {
			return true
		}
	}
	return q.Kind == Anything
}

func (k Kind) heldBy(lex *lexicon, t string, words []text.Word, i int) bool {
	w := words[i]
	switch k {
	case Person, Place:
		return startsUpper(w.Of(t)) && !w.Stop && !opensSentence(t, words, i)
	case Time:
		return isYear(w.Form) || lex.calendar[w.Term]
	case Number:
		return hasDigit(w.Form) || lex.counts[w.Term]
	case Reason:
		return lex.causes[w.Term]
	}
	return false
}

// opensSentence reports whether a word has a capital for its place alone: the first of
// the words, where the next is not written as a name too.
func opensSentence(t string, words []text.Word, i int) bool {
	return i == 0 && (len(words) == 1 || !startsUpper(words[1].Of(t)))
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
