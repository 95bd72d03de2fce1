package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns the form of a word as it stands in a text: lower case, composed, one apostrophe, no possessive,
// no stops and hyphens within, a number without its group marks.
func fold(surface string, lang Lang) string {
	if isLetters(surface) {
		return strings.ToLower(surface)
	}
	if classAt(surface, 0) == digit {
		surface = plainNumber(surface, lang)
	}
	form := strings.ToLower(norm.NFKC.String(surface))
	form = foldings.Replace(form)
	if lang == Russian {
		form = strings.ReplaceAll(form, "ё", "е")
	}
	if classAt(surface, 0) != digit {
		form = strings.ReplaceAll(form, ".", "")
	}
	if len(form) > 2 {
		form = strings.TrimSuffix(form, "'s")
	}
	return norm.NFC.String(form)
}

var foldings = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'", "′", "'", "＇", "'", "-", "", "\u2010", "", "\u2011", "",
	"\u00ad", "", "\u200d", "", "ς", "σ")

// plainLetters strips the marks of letters, since people leave them out when they ask. The letters that a
// language counts as its own stay: for is not för.
func plainLetters(s string, lang Lang) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune(ownLetters[lang], r):
			b.WriteRune(r)
		case latin[r] != "":
			b.WriteString(latin[r])
		case firstMark <= r && r <= lastMark: // Кадда́фи
		default:
			b.WriteRune(baseLetter(r))
		}
	}
	return b.String()
}

// ownLetters are the marked letters that a language does not take for variants of another.
var ownLetters = map[Lang]string{
	Hungarian: "áéíóöőúüű",
	Norwegian: "æøå",
	Russian:   "й",
	Swedish:   "åäö",
}

// latin are the letters that no mark can be stripped from.
var latin = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}

// The combining marks that may stand on any letter (Unicode's Combining Diacritical Marks).
const firstMark, lastMark = '\u0300', '\u036f'

// The Cyrillic letters of Unicode's first two blocks.
const firstCyrillic, lastCyrillic = '\u0400', '\u052f'

// baseLetter returns a Latin or Greek letter without its marks. Other scripts tell letters apart by theirs.
func baseLetter(r rune) rune {
	if r < utf8.RuneSelf || firstCyrillic <= r && r <= lastCyrillic {
		return r
	}
	if !unicode.In(r, unicode.Latin, unicode.Greek) {
		return r
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFD.Properties(buf[:n]).Decomposition(); len(d) > 0 {
		base, _ := utf8.DecodeRune(d)
		return base
	}
	return r
}

// isLetters reports whether s is letters of ASCII.
func isLetters(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || asciiClass[s[i]] != letter {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
