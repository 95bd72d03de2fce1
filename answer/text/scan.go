package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what a rune does in a word.
type class byte

const (
	other     class = iota
	letter          // a letter, or a mark on one
	digit           // 0 to 9
	ideograph       // a letter of a script without spaces: a word of its own
	sign            // $, £, €, %
)

var asciiClass = func() (table [utf8.RuneSelf]class) {
	for c := range table {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			table[c] = letter
		case '0' <= c && c <= '9':
			table[c] = digit
		}
	}
	table['$'], table['%'] = sign, sign
	return table
}()

// classAt returns the class of the rune at i; other past the end.
func classAt(t string, i int) class {
	if i >= len(t) {
		return other
	}
	if t[i] < utf8.RuneSelf {
		return asciiClass[t[i]]
	}
	r, _ := utf8.DecodeRuneInString(t[i:])
	return classOf(r)
}

func classOf(r rune) class {
	if 0 <= r && int(r) < len(shortClass) {
		return shortClass[r]
	}
	return classify(r)
}

// classify returns what classOf does, from the tables of Unicode.
func classify(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case isApostrophe(r): // one of them is a letter to Unicode
		return other
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return ideograph
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == softHyphen, r == joiner:
		return letter
	case r == '£', r == '€':
		return sign
	}
	return other
}

// Characters without a width that stand inside words.
const (
	softHyphen = '\u00ad'
	joiner     = '\u200d'
)

// letters reads the word that starts with the letter at i.
func (r *reader) letters(i int) int {
	if end := dottedEnd(r.t, i); end > i {
		return r.emit(Span{i, end})
	}
	start := i
	for {
		i = lettersEnd(r.t, i)
		n := apostrophe(r.t, i)
		if n == 0 {
			break
		}
		if splitsAfter(r.t[start:i], r.t[i+n:], r.lang) {
			if r.lang != French {
				r.emit(Span{start, i})
			}
			start = i + n
		}
		i += n
	}
	i = languageMark(r.t, start, i)
	return r.emit(Span{start, i}) + genitive(r.t, i, r.lang)
}

// lettersEnd returns where the letters and digits at i end. An ampersand may stand between: AT&T.
func lettersEnd(t string, i int) int {
	for i < len(t) {
		if t[i] < utf8.RuneSelf {
			if c := asciiClass[t[i]]; c != letter && c != digit && (t[i] != '&' || classAt(t, i+1) != letter) {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if classOf(r) != letter {
			break
		}
		i += n
	}
	return i
}

// apostrophe returns the length of an apostrophe between two letters at i, or 0.
func apostrophe(t string, i int) int {
	r, n := utf8.DecodeRuneInString(t[i:])
	if isApostrophe(r) && classAt(t, i+n) == letter {
		return n
	}
	return 0
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '′' || r == '＇'
}

// splitsAfter reports whether an apostrophe parts two words, head and what rest begins with: l'homme, dell'anno.
func splitsAfter(head, rest string, lang Lang) bool {
	switch lang {
	case French:
		const longest = len("puisqu")
		return len(head) <= longest && elisions[strings.ToLower(head)]
	case "":
		const shortest = 3 // more than 's and 't
		return lettersEnd(rest, 0) >= shortest
	}
	return false
}

// elisions are the French words that lose their vowel before another.
var elisions = set("l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu")

// languageMark returns the end of a word of one letter with the marks that make it a programming language: C++, F#.
func languageMark(t string, start, end int) int {
	for _, mark := range []string{"++", "#"} {
		if end-start == 1 && strings.HasPrefix(t[end:], mark) && classAt(t, end+len(mark)) == other {
			return end + len(mark)
		}
	}
	return end
}

// genitive returns the length of the ending that Swedish puts on an abbreviation after a colon: EU:s, vd:n.
func genitive(t string, i int, lang Lang) int {
	const longest = 3
	if lang != Swedish || i >= len(t) || t[i] != ':' || classAt(t, i+1) != letter {
		return 0
	}
	if end := lettersEnd(t, i+1); end-i-1 <= longest && isAllLower(t[i+1:end]) {
		return end - i
	}
	return 0
}

// ideographEnd returns where the letter at i and the marks on it end.
func ideographEnd(t string, i int) int {
	_, n := utf8.DecodeRuneInString(t[i:])
	return skip(t, i+n, func(r rune) bool { return unicode.Is(unicode.M, r) })
}
