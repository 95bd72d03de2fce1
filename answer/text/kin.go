package text

import (
	"strings"
	"unicode/utf8"
)

// Kin reports whether two words of a language are of one family, though not forms of one word: they or their stems
// begin alike (founder and foundation), or where a language writes compounds as one word, one is the first or last
// part of the other (valget and kommunevalget).
func Kin(a, b *Word, lang Lang) bool {
	return beginAlike(a.Form, b.Form) || beginAlike(a.Term, b.Term) ||
		compounding[lang] && (compounds(a.Form, b.Form) || compounds(a.Term, b.Term))
}

// Compounds reports whether a language writes compounds as one word.
func Compounds(lang Lang) bool { return compounding[lang] }

// compounding are the languages that write compounds as one word.
var compounding = map[Lang]bool{Hungarian: true, Norwegian: true, Swedish: true}

// Two words begin alike when they have at least kinLetters in common, and these are kinShare of the longer.
const (
	kinLetters = 4
	kinShare   = .6
)

func beginAlike(a, b string) bool {
	if min(len(a), len(b)) < kinLetters || a[:kinLetters] != b[:kinLetters] { // a letter has a byte at least
		return false
	}
	n := commonLetters(a, b)
	return n >= kinLetters && float64(n) >= kinShare*float64(max(utf8.RuneCountInString(a), utf8.RuneCountInString(b)))
}

// commonLetters returns how many letters two words have in common from the start.
func commonLetters(a, b string) (n int) {
	for i, r := range a {
		if s, _ := utf8.DecodeRuneInString(b[min(i, len(b)):]); s != r {
			break
		}
		n++
	}
	return n
}

// A part of a compound has at least partLetters, and what it leaves has restLetters.
const (
	partLetters = 4
	restLetters = 3
)

// compounds reports whether one of two words is the first or last part of the other.
func compounds(a, b string) bool {
	part, whole := a, b
	if len(part) > len(whole) {
		part, whole = whole, part
	}
	if len(part) < partLetters || !strings.HasPrefix(whole, part) && !strings.HasSuffix(whole, part) {
		return false
	}
	n := utf8.RuneCountInString(part)
	return n >= partLetters && utf8.RuneCountInString(whole)-n >= restLetters
}
