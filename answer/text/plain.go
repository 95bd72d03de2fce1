package text

import (
	"strings"
	"unicode/utf8"
)

// Nearly all words are letters between spaces or marks that are no part of any word. They are told here at a glance;
// all others are read by the rules for apostrophes, stops, hyphens and signs, which come to the same.

// link is what a character behind a letter is to the word.
type link uint8

const (
	unsure  link = iota
	inside       // a letter or a digit
	outside      // no part of it
)

// shortClass are the classes of the characters that UTF-8 has one or two bytes for.
var shortClass = func() (table [1 << 11]class) {
	for r := range table {
		table[r] = classify(rune(r))
	}
	return table
}()

// links are those of the same.
var links = func() (table [len(shortClass)]link) {
	for i, c := range shortClass {
		switch r := rune(i); {
		case c == digit, c == letter && r != softHyphen:
			table[i] = inside
		case c != letter && !isApostrophe(r) && !strings.ContainsRune("&-.+#:", r):
			table[i] = outside
		}
	}
	return table
}()

// plainEnd returns where the letters and digits at i end, if a letter is first and they surely are a word; else i.
func (r *reader) plainEnd(i int) int {
	if '0' <= r.t[i] && r.t[i] <= '9' {
		return i
	}
	end, letters := i, 0
	for end < len(r.t) {
		if c := r.t[end]; c < utf8.RuneSelf {
			if links[c] != inside {
				break
			}
			end++
		} else {
			if c := shortAt(r.t, end); c == 0 || links[c] != inside {
				break
			}
			end += 2
		}
		letters++
	}
	if end < len(r.t) && !r.parted(end, letters) {
		return i
	}
	return end
}

// parted reports whether what stands at i surely is no part of the word that the letters before it are.
func (r *reader) parted(i, letters int) bool {
	switch c := r.t[i]; {
	case c >= utf8.RuneSelf:
		return outsideAt(r.t, i)
	case links[c] == outside:
		return true
	case c == '.': // the U of U.S. goes on, and the Ph of Ph.D.
		return letters > 2 || i+1 == len(r.t) || r.t[i+1] < utf8.RuneSelf && links[r.t[i+1]] == outside
	case c == '+', c == '#': // the C of C++ goes on
		return letters > 1
	case c == ':': // and so does the EU of EU:s
		return r.lang != Swedish
	}
	return false
}

// outsideAt reports whether a character outside ASCII surely is no part of a word.
func outsideAt(t string, i int) bool {
	if c := shortAt(t, i); c != 0 {
		return links[c] == outside
	}
	const punctuation = "\xe2\x80" // of U+2000 to U+203F
	rest, ok := strings.CutPrefix(t[i:], punctuation)
	return ok && rest != "" && strings.IndexByte("\x8d\x90\x91\x98\x99\xb2", rest[0]) < 0 // a joiner, hyphens, apostrophes
}

// shortAt returns the character at i if UTF-8 has two bytes for it, else 0.
func shortAt(t string, i int) rune {
	if i+1 == len(t) || t[i] < 0xc2 || t[i] > 0xdf || t[i+1]>>6 != 0b10 {
		return 0
	}
	return rune(t[i]&0x1f)<<6 | rune(t[i+1]&0x3f)
}
