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

func stem(form string, lang Lang) string {
	if s := stemmers[lang]; s != nil {
		return s(form, true)
	}
	return form
}
