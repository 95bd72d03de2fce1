package index

import (
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// Hint is what rules most types out without a look at them: words that are alike in one of its
// ways have the same number there, and most others another one.
type Hint struct {
	Term  uint16 // a hash of the term
	Start uint16 // of the first four letters of the form, or of all where there are fewer
	End   uint16 // of the last four
	Flags Flags
}

// HintOf returns the hint of a type.
func HintOf(form, term string, flags Flags) Hint {
	start := HashStart(form)
	if start != HashStart(term) {
		flags |= Apart
	}
	return Hint{HashTerm(term), start, HashEnd(form), flags | digit(form)}
}

// reach is how many letters of a form a hint looks at, from the start and from the end: words
// with fewer in common are no family.
const reach = 4

// HashTerm returns the hash by which a hint tells a term.
func HashTerm(term string) uint16 { return text.Hash(term) }

// HashStart returns that of the first four letters of a word.
func HashStart(word string) uint16 { return HashStartOf("", word) }

// HashStartOf returns that of a word in two parts.
func HashStartOf(first, rest string) uint16 {
	var start [reach * utf8.UTFMax]byte
	n, letters := 0, 0
	for _, part := range [...]string{first, rest} {
		for i := 0; i < len(part); i++ {
			if utf8.RuneStart(part[i]) {
				letters++
			}
			if letters > reach || n == len(start) {
				return text.Hash(string(start[:n]))
			}
			start[n] = part[i]
			n++
		}
	}
	return text.Hash(string(start[:n]))
}

// HashEnd returns that of the last four.
func HashEnd(word string) uint16 {
	from := len(word)
	for n := 0; n < reach && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(word[:from])
		from -= size
	}
	return text.Hash(word[from:])
}

func digit(form string) Flags {
	for _, r := range form {
		if unicode.IsDigit(r) {
			return Digit
		}
	}
	return 0
}
