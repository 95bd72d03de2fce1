package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// as returns the word with the ending that was typed, where only its stem is known.
func (s *spelling) as(typed question.Word) string {
	if !s.stem {
		return s.word
	}
	n := commonBytes(typed.Form, typed.Term)
	changed := len(typed.Term) - n // letters that stemming put for others: marri, marry
	if changed >= len(s.word) {
		return s.word
	}
	return strings.ToValidUTF8(s.word[:len(s.word)-changed], "") + typed.Form[n:]
}

// shown returns a form of the word as people see it: with a capital where the articles
// mostly write it as a name.
func (s *spelling) shown(form string) string {
	if 2*s.names > s.count {
		return capital(form)
	}
	return form
}

// commonBytes returns how many bytes two words begin with in common, up to a whole letter.
func commonBytes(a, b string) (n int) {
	for i, r := range a {
		if other, _ := utf8.DecodeRuneInString(b[min(i, len(b)):]); other != r {
			return i
		}
	}
	return len(a)
}

// formEnding is how many letters at the end of a word its forms differ in.
const formEnding = 2

// isForm reports whether a word may be another form of a word rather than a misspelling
// of it: all that differs stands at its end. English has few endings, and so they are known.
func isForm(a, b string, lang text.Lang) bool {
	n := commonBytes(a, b)
	if lang == text.English {
		return slices.Contains(englishEndings, a[n:]) && slices.Contains(englishEndings, b[n:])
	}
	return utf8.RuneCountInString(a[:n]) >= max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))-formEnding
}

// englishEndings are what forms of an English word differ in, behind the letters they share.
var englishEndings = strings.Fields("r st d s ng ed er ers est ing ings ion ions ly y ies ied ive ment ments ness")

// isStop reports whether a word is a stop word of the language of the question.
func (y *query) isStop(word string) bool {
	words := y.read(word, y.Lang)
	return len(words) == 1 && words[0].Stop
}

// swapped reports whether a word has the letters of another in a different order.
func swapped(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// sameFigures reports whether two words hold the same figures: nobody means COVID-19 by COVID-18.
func sameFigures(a, b string) bool {
	return !hasDigit(a) && !hasDigit(b) || figuresOf(a) == figuresOf(b)
}

func figuresOf(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
