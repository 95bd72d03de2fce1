package text

import (
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
	case '(', '[', '{', '（', '「', '『', '¿', '¡', '*', '_', '`',
		'"', '\'', '“', '”', '‘', '’', '«', '»', '„', '‚', '‹', '›':
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

// skipBullet skips white space with at most one bullet in it.
func skipBullet(t string, i int) int {
	i = skipSpace(t, i)
	if r, n := utf8.DecodeRuneInString(t[i:]); isBullet(r) {
		i = skipSpace(t, i+n)
	}
	return i
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
	s.End = skipBack(t, s.Start, s.End, isSpace)
	return s
}

// skipBack returns where those runes start that end at i, at from or later.
func skipBack(t string, from, i int, those func(rune) bool) int {
	for i > from {
		r, n := utf8.DecodeLastRuneInString(t[from:i])
		if !those(r) {
			break
		}
		i -= n
	}
	return i
}

func isAllLower(w string) bool { return w != "" && skip(w, 0, isLower) == len(w) }
