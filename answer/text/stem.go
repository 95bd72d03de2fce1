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
	plain := plainLetters(form, lang)
	switch {
	case stem == nil || strings.ContainsAny(form, "0123456789&+#"):
		return plain
	case lang == English:
		return englishTerm(plain)
	}
	return plainLetters(stem(accented(plain, lang), true), lang)
}

// accented puts the accents back on the endings that the stemmer tells by them, so that a word has the same term
// with accents and without.
func accented(plain string, lang Lang) string {
	for _, e := range accentedEndings[lang] {
		if head, ok := strings.CutSuffix(plain, e.plain); ok {
			return head + e.accented
		}
	}
	return plain
}

var accentedEndings = map[Lang][]struct{ plain, accented string }{
	French:  {{"ees", "ées"}, {"ee", "ée"}, {"erent", "èrent"}, {"iere", "ière"}, {"ieres", "ières"}},
	Spanish: {{"cion", "ción"}, {"sion", "sión"}, {"logia", "logía"}},
}
