package index

import "github.com/cespare/xxhash/v2"

// Hint is what rules most words out without a look at them: words that are alike in one of
// its ways have the same number there, and most others another one.
type Hint struct {
	Term  uint16 // a hash of the term
	Start uint16 // of the first four letters of the form, or of all where there are fewer
	End   uint16 // of the last four
	Flags Flags
}

// hintLetters is how many letters of a form Start and End are made of.
const hintLetters = 4

// HintOf returns the hint of a word.
func HintOf(form, term string, flags Flags) Hint {
	form, term = clipped(form), clipped(term)
	return Hint{Term: short(term), Start: short(form[:lettersFrom(form)]), End: short(form[lettersTo(form):]), Flags: flags}
}

// short is a hash of 16 bits.
func short(s string) uint16 { return uint16(xxhash.Sum64String(s) >> 48) }

// lettersFrom returns where the first hintLetters letters of a form end.
func lettersFrom(form string) int {
	n := 0
	for i := range form {
		if n == hintLetters {
			return i
		}
		n++
	}
	return len(form)
}

// lettersTo returns where the last hintLetters letters of a form start.
func lettersTo(form string) int {
	n := 0
	for i := len(form); i > 0; {
		i--
		if form[i]&0xC0 != 0x80 { // no byte within a letter
			if n++; n == hintLetters {
				return i
			}
		}
	}
	return 0
}
