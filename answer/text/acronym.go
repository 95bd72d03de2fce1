package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// acronyms are those whose lower case is a stop word.
var acronyms = map[Lang]map[string]bool{
	English: set("us it who"),
	French:  set("eu"),
}

// acronymTerm is a term that no word in lower case has.
func acronymTerm(form string) string { return strings.ToUpper(form) }

// isAcronym reports whether the word at s, which is one of acronyms when in capitals, is meant as one: US, U.S.,
// and in a text all in lower case "the us", "us-china" and "us" before anything else.
func (r *reader) isAcronym(s Span) bool {
	w, _, _ := strings.Cut(strings.ReplaceAll(s.Of(r.t), "’", "'"), "'")
	switch {
	case strings.Contains(w, "."):
		return true
	case w == strings.ToUpper(w):
		return !shouts(r.t[r.from:])
	case w != strings.ToLower(w):
		return false
	}
	before := len(r.out) - 1
	if before >= 0 && r.out[before].Form == "the" {
		return true
	}
	return w == "us" && (before < 0 && s.End < len(r.t) || strings.HasPrefix(r.t[s.End:], "-"))
}

// shouts reports whether t is all in capitals, in so many words that they are no names.
func shouts(t string) bool {
	const fewest = 4
	for i, r := range t {
		if unicode.IsLower(r) {
			return false
		}
		if i > 200*utf8.UTFMax {
			break
		}
	}
	return len(strings.Fields(t)) >= fewest
}
