package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// englishTerm stems the base of a form in one spelling.
func englishTerm(form string) string {
	if base, ok := bases[form]; ok {
		form = base
	}
	if apart[form] {
		return form
	}
	stem := english.Stem(oneSpelling(form), true)
	if strings.HasSuffix(stem, "iall") || strings.HasSuffix(stem, "uell") { // dialled, fuelled
		stem = stem[:len(stem)-1]
	}
	return stem
}

// isContraction reports whether form is a function word with another put on it: isn't, we're.
func isContraction(form string, lang Lang) bool {
	if lang != English {
		return false
	}
	head, tail, ok := strings.Cut(form, "'")
	switch tail {
	case "t", "re", "ve", "ll", "d", "m", "s":
		return ok && (tail == "t" || isStop(head, lang))
	}
	return false
}
