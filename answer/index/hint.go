package index

import (
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

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
