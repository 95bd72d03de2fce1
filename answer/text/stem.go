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
// typed in lower case finds NESAS: both have the term nesa, which nobody sees. Nor does it depend on any marks: people
// leave them out when they ask, of letters too that their language does not take for variants of another.
func term(form string, lang Lang) string {
	form = strings.ReplaceAll(form, "'", "")
	switch {
	case stemmers[lang] == nil || strings.ContainsAny(form, "0123456789&+#"):
		return plainLetters(form, "")
	case lang == English:
		return englishTerm(plainLetters(form, ""))
	}
	return bare(lemma(stemmed(form, lang), lang), lang)
}

// stemmed returns the stem of a form of a language other than English.
func stemmed(form string, lang Lang) string {
	stem := plainLetters(stemmers[lang](accented(plainLetters(form, lang), lang), true), lang)
	switch lang {
	case Hungarian:
		return stemAgain(stem)
	case Russian:
		return steady(stem)
	}
	return stem
}

// bare returns a stem in letters that have no marks.
func bare(stem string, lang Lang) string {
	stem = plainLetters(stem, "")
	if lang == Norwegian || lang == Swedish {
		return typedMarks.Replace(stem)
	}
	return stem
}

// typedMarks are what people type for æ, ø and å, and for ä, ö and å.
var typedMarks = strings.NewReplacer("aa", "a", "ae", "a", "oe", "o")

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
	French:    {{"ees", "ées"}, {"ee", "ée"}, {"erent", "èrent"}, {"iere", "ière"}, {"ieres", "ières"}},
	Hungarian: {{"bol", "ból"}, {"rol", "ról"}, {"tol", "tól"}, {"nal", "nál"}, {"nel", "nél"}, {"ert", "ért"}, {"kent", "ként"}},
	Spanish:   {{"cion", "ción"}, {"sion", "sión"}, {"logia", "logía"}},
}
