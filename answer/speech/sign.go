package speech

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character is to the scanner.
type class uint8

const (
	sign   class = iota
	letter       // or digit
	accent       // on the letter before it
	blank        // white space, and what marks words as bold
)

// classes holds those of the alphabets of the languages that have a lexicon.
var classes = func() (table [0x600]class) {
	for r := range table {
		table[r] = classify(rune(r))
	}
	return table
}()

func classOf(r rune) class {
	switch {
	case r < rune(len(classes)):
		return classes[r]
	case '‐' <= r && r <= '‧': // dashes, quotation marks
		return sign
	}
	return classify(r)
}

func classify(r rune) class {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return letter
	case unicode.Is(unicode.M, r):
		return accent
	case unicode.IsSpace(r), r == '\u200b', r == '*', r == '_':
		return blank
	}
	return sign
}

func letterOrDigit(r rune) bool { return classOf(r) == letter }

// kindOfSign returns the kind of a sign. One that is not listed is other; outside ASCII it stands in a sentence as a
// word does.
func kindOfSign(r rune) kind {
	if r < utf8.RuneSelf {
		return signs[r]
	}
	return foreignSigns[r]
}

var signs, foreignSigns = func() (ascii [utf8.RuneSelf]kind, foreign map[rune]kind) {
	foreign = map[rune]kind{}
	for r := range ascii {
		ascii[r] = other
	}
	for k, list := range map[kind]string{comma: ",،", stop: ".!?…;¿¡|•", colon: ":", dash: "–—―-", bracket: "([{", closing: ")]}"} {
		for _, r := range list {
			if r < utf8.RuneSelf {
				ascii[r] = k
			} else {
				foreign[r] = k
			}
		}
	}
	return ascii, foreign
}()
