package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbatim/answer/text"
)

// folded returns a text in lower case, without accents and apostrophes: how names are
// compared with what a person types.
func folded(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r == '\'' }) {
		s = strings.Map(foldRune, norm.NFD.String(s))
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

// mayStartWord reports whether a name, which is not folded yet, may have a word that starts
// with a byte once it is: that is soon told of most.
func mayStartWord(name []byte, first byte) bool {
	inWord := false
	for _, b := range name {
		low := b | 0x20 // a letter in lower case
		switch {
		case b >= utf8.RuneSelf || b == '\'' || (b == first || low == first) && !inWord:
			return true
		}
		inWord = 'a' <= low && low <= 'z' || '0' <= b && b <= '9'
	}
	return false
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

// A person is whose words are asked for, by name.
type person struct {
	words   []string
	russian []string // without the endings that a Russian name is written with
}

func newPerson(name string) person { return person{foldedWords(name), russianTerms(name)} }

// maybe reports whether is may be true of a speaker's name.
func (p person) maybe(speaker []byte) bool {
	return len(p.words) > 0 && mayStartWord(speaker, p.words[len(p.words)-1][0])
}

// is reports whether an article in a language means the person by a speaker's name: the
// person's names stand in it in order, the surname among them. In Hungarian that is the
// first of a name, else the last.
func (p person) is(speaker string, lang text.Lang) bool {
	words, names := foldedWords(speaker), p.words
	if lang == text.Russian {
		words, names = russianTerms(speaker), p.russian
	}
	if len(words) == 0 || len(names) == 0 {
		return false
	}
	if lang == text.Hungarian {
		return words[0] == names[0] && holdsInOrder(words, names)
	}
	return words[len(words)-1] == names[len(names)-1] && holdsInOrder(words, names)
}

// holdsInOrder reports whether a list of words holds those of another in their order.
func holdsInOrder(words, others []string) bool {
	for _, w := range words {
		if len(others) > 0 && w == others[0] {
			others = others[1:]
		}
	}
	return len(others) == 0
}

func russianTerms(name string) (all []string) {
	for _, w := range text.Words(name, text.Span{End: len(name)}, text.Russian) {
		if !w.Joined {
			all = append(all, w.Term)
		}
	}
	return all
}
