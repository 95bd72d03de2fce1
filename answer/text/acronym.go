package text

import (
	"strings"
	"unicode"
)

// acronyms are the English ones whose lower case is a stop word.
var acronyms = set("us it who")

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
		return !r.shouts()
	case w != strings.ToLower(w):
		return false
	}
	before := len(r.out) - 1
	if before >= 0 && r.out[before].Form == "the" {
		return true
	}
	return w == "us" && (before < 0 && s.End < len(r.t) || strings.HasPrefix(r.t[s.End:], "-"))
}

// shouts reports whether the text begins all in capitals, with so many words that they are no names.
func (r *reader) shouts() bool {
	const fewest, sample = 4, 500
	if !r.heard {
		t := r.t[r.from:min(len(r.t), r.from+sample)]
		r.heard, r.loud = true, strings.IndexFunc(t, unicode.IsLower) < 0 && len(strings.Fields(t)) >= fewest
	}
	return r.loud
}
