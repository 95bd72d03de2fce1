package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.M, r)
}

// isCloser reports whether r only ever closes.
func isCloser(r rune) bool {
	switch r {
	case ')', ']', '}', '”', '’', '»', '›', '）', '」', '』', '】':
		return true
	}
	return false
}

// isOpenClose reports whether r closes when it touches what is before it, and else opens.
func isOpenClose(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '«', '*', '_':
		return true
	}
	return false
}

// isOpener reports whether r may stand before the first word of a sentence.
func isOpener(r rune) bool {
	switch r {
	case '(', '[', '{', '"', '\'', '“', '”', '‘', '’', '«', '»', '„', '‚', '‹', '›', '`', '¿', '¡', '*', '_', '（', '「', '『':
		return true
	}
	return isDash(r) || isBullet(r)
}

func isDash(r rune) bool { return r == '-' || '‐' <= r && r <= '―' || r == '−' }

func isBullet(r rune) bool {
	switch r {
	case '•', '⁃', '‣', '◦', '▪', '●', '■', '►', '▶', '➢':
		return true
	}
	return false
}

func letterOrDigitAt(t string, i int) bool {
	r, n := utf8.DecodeRuneInString(t[min(i, len(t)):])
	return n > 0 && (isLetter(r) || isDigit(r))
}

func spaceAt(t string, i int) bool {
	r, n := utf8.DecodeRuneInString(t[min(i, len(t)):])
	return n > 0 && isSpace(r)
}

// digits returns how many ASCII digits stand at i.
func digits(t string, i int) int {
	n := 0
	for i+n < len(t) && '0' <= t[i+n] && t[i+n] <= '9' {
		n++
	}
	return n
}

func skipSpace(t string, i int) int { return skip(t, i, isSpace) }

func skipBullets(t string, i int) int {
	return skip(t, i, func(r rune) bool { return isBullet(r) || isSpace(r) })
}

// skip returns the first index at or after i whose rune is not one of those.
func skip(t string, i int, those func(rune) bool) int {
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		if !those(r) {
			break
		}
		i += n
	}
	return i
}

// trimSpace returns s without the white space around it.
func trimSpace(t string, s Span) Span {
	s.Start = skipSpace(t[:s.End], s.Start)
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(t[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// skipSpaceBack returns where the white space that ends at i starts.
func skipSpaceBack(t string, i int) int { return trimSpace(t, Span{0, i}).End }

func isAllLower(w string) bool { return w != "" && skip(w, 0, isLower) == len(w) }

// isInitial reports whether w is a single capital, or two of a hyphenated name: J, J.-C.
func isInitial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && n > 0 && isLetter(r)
}

// isDotted reports whether w is single letters with dots between: U.S, p.m.
func isDotted(w string) bool {
	letter := false
	for _, r := range w {
		if letter == (r != '.' && r != '-') {
			return false
		}
		letter = r != '.' && r != '-'
	}
	return letter
}

func isRoman(w string) bool {
	return w != "" && (strings.Trim(w, "IVXLC") == "" || strings.Trim(w, "ivxlc") == "")
}

// isClipped reports whether w is the consonants of a longer word: Sgt, str.
func isClipped(w string) bool {
	n := utf8.RuneCountInString(w)
	return !strings.ContainsAny(w, vowels) && (2 <= n && n <= 4 && isAllLower(w) || n == 2 && isAllLower(w[len(w)/2:]))
}

// isShortTitle reports whether w is a capitalised word of at most three letters: Mar, Ext.
func isShortTitle(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return isUpper(r) && utf8.RuneCountInString(w) <= 3 && isAllLower(w[n:])
}

const vowels = "aeiouyáéíóúöüőűåäæøàâèêëîïôûùаеёиоуыэюяAEIOUYАЕИОУЫЭЮЯ"

func isVowel(w string) bool {
	return utf8.RuneCountInString(w) == 1 && isAllLower(w) && strings.Contains(vowels, w)
}

func endsInDigit(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(t)
	return isDigit(r)
}
