package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded returns a text in lower case, without accents and apostrophes: how names are
// compared with what a person types.
func folded(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '\'' {
			s = strings.Map(foldRune, norm.NFD.String(s))
			break
		}
	}
	return strings.ToLower(s)
}

func foldRune(r rune) rune {
	switch r {
	case '\'', '’', '‘', 'ʼ':
		return -1
	case 'ø', 'Ø':
		return 'o'
	case 'ł', 'Ł':
		return 'l'
	case 'đ', 'Đ', 'ð', 'Ð':
		return 'd'
	}
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// foldedWords returns the words of a name, folded.
func foldedWords(s string) []string {
	return strings.FieldsFunc(folded(s), func(r rune) bool { return !isWordRune(r) })
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mayStartWord reports whether startsWord may be true of a name that is not folded yet. Of
// most names that is soon told, and so without a copy.
func mayStartWord(name []byte, typed string) bool {
	inWord := false
	for i, b := range name {
		if b >= utf8.RuneSelf || b == '\'' || !inWord && startsLower(name[i:], typed) {
			return true
		}
		inWord = 'a' <= lower(b) && lower(b) <= 'z' || '0' <= b && b <= '9'
	}
	return false
}

// startsLower reports whether a name begins as typed, once its letters, all of them ASCII,
// are in lower case.
func startsLower(name []byte, typed string) bool {
	for i := range min(len(name), len(typed)) {
		if lower(name[i]) != typed[i] {
			return false
		}
	}
	return len(name) >= len(typed)
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// startsWord reports whether a folded text has a word from which on it goes as typed.
func startsWord(t, typed string) bool {
	for at := 0; at <= len(t); {
		n := strings.Index(t[at:], typed)
		if n < 0 {
			return false
		}
		at += n
		if r, _ := utf8.DecodeLastRuneInString(t[:at]); at == 0 || !isWordRune(r) {
			return true
		}
		at++
	}
	return false
}

// holdsWords reports whether a list of words holds those of another, side by side.
func holdsWords(words, others []string) bool {
	for ; len(words) >= len(others); words = words[1:] {
		if slices.Equal(words[:len(others)], others) {
			return true
		}
		if len(words) == 0 {
			break
		}
	}
	return false
}
