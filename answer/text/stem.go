package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

var stemmers = map[Lang]func(string, bool) string{
	English: english.Stem, French: french.Stem, Hungarian: hungarian.Stem, Norwegian: norwegian.Stem,
	Russian: russian.Stem, Spanish: spanish.Stem, Swedish: swedish.Stem,
}

// term returns what a form is matched by. It depends on the form alone and not on its capitals, so that a question
// typed in lower case finds NESAS: both have the term nesa, which nobody sees.
func term(form string, lang Lang) string {
	form = strings.ReplaceAll(form, "'", "")
	stem := stemmers[lang]
	if stem == nil || len(form) > longestWord || strings.ContainsAny(form, "0123456789&+#") {
		return plainLetters(form, lang)
	}
	if lang == English {
		return englishTerm(plainLetters(form, lang))
	}
	return plainLetters(stem(form, true), lang)
}
