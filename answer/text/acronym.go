package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	if before >= r.first && r.out[before].Form == "the" {
		return true
	}
	return w == "us" && (before < r.first && s.End < len(r.t) || strings.HasPrefix(r.t[s.End:], "-"))
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

// maxPieces is one more than the letters of the longest dotted abbreviation.
const maxPieces = 8

// dottedEnd returns the end of the letters with stops between at i, without the last stop: U.S, e.g, Ph.D, M.I.6.
// It returns i when there are none.
func dottedEnd(t string, i int) int {
	end, pieces, single := i, 0, false
	for {
		n := pieceLen(t, end)
		if n == 0 || pieces == maxPieces {
			break
		}
		pieces++
		single = single || utf8.RuneCountInString(t[end:end+n]) == 1
		end += n
		if end+1 >= len(t) || t[end] != '.' || pieceLen(t, end+1) == 0 {
			break
		}
		end++
	}
	if pieces < 2 || pieces == maxPieces || !single {
		return i
	}
	return end
}

// pieceLen returns the length of a piece of a dotted abbreviation at i: one letter or digit, or two with a capital first.
func pieceLen(t string, i int) int {
	first, n := utf8.DecodeRuneInString(t[i:])
	if n == 0 || classOf(first) != letter && classOf(first) != digit {
		return 0
	}
	next := i + n
	if !letterOrDigitAt(t, next) {
		return n
	}
	_, m := utf8.DecodeRuneInString(t[next:])
	if isUpper(first) && !letterOrDigitAt(t, next+m) {
		return n + m
	}
	return 0
}

// isDottedAt reports whether the stop at i ends a dotted abbreviation that starts at from or later.
func isDottedAt(t string, from, i int) bool {
	_, n := utf8.DecodeLastRuneInString(t[from:i])
	return i-n > from && t[i-n-1] == '.'
}
