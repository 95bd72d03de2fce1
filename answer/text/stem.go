package text

import (
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

var stopWords = map[Lang]func(string) bool{
	English: english.IsStopWord, French: french.IsStopWord, Hungarian: hungarian.IsStopWord, Norwegian: norwegian.IsStopWord,
	Russian: russian.IsStopWord, Spanish: spanish.IsStopWord, Swedish: swedish.IsStopWord,
}

func stem(form string, lang Lang) string {
	if s := stemmers[lang]; s != nil {
		return s(form, true)
	}
	return form
}

func isStop(form string, lang Lang) bool {
	s := stopWords[lang]
	return s != nil && s(form)
}
