package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// hasCapital reports whether a part of the hyphenated word w is capitalised: al-Masri.
func hasCapital(w string) bool {
	_, last, _ := strings.Cut(w, "-")
	return capitalised(last)
}

// wordEnd returns where the word at i ends: letters and digits, hyphens and apostrophes between them, the stops of
// U.S., of an initial and of a title. It is signed if one of those signs stands in it, or an apostrophe after it.
func (s *scanner) wordEnd(i, to int) (end int, signed bool) {
	for start := i; ; {
		for i < to && s.t[i] < utf8.RuneSelf && classes[s.t[i]] == letter {
			i++
		}
		if i == to || !joining[s.t[i]] {
			return i, signed
		}
		r, n := utf8.DecodeRuneInString(s.t[i:to])
		if c := classOf(r); c != letter && c != accent {
			if !s.joins(r, text.Span{Start: start, End: i}, s.t[i+n:to]) {
				return i, signed || apostrophe(s.t[i:to]) > 0
			}
			signed = true
		}
		i += n
	}
}

// joining are the first bytes of what a word may go on with after letters and digits of ASCII.
var joining = func() (first [256]bool) {
	for c := range first {
		first[c] = c >= utf8.RuneSelf || strings.IndexByte("-',.", byte(c)) >= 0
	}
	return first
}()

// joins reports whether the sign r after the word so far belongs to the word.
func (s *scanner) joins(r rune, so text.Span, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '-', '\'', '’':
		return letterOrDigit(after)
	case ',':
		return unicode.IsDigit(after) && s.t[so.End-1] <= '9'
	case '.':
		return letterOrDigit(after) && !unicode.IsUpper(after) || after == ',' || s.abbreviation(so.Start, so.End)
	}
	return false
}

// abbreviation reports whether the stop at end belongs to the word that begins at start: it does after a single
// letter, and after a title that is written with it.
func (s *scanner) abbreviation(start, end int) bool {
	part := end // the Ill of D-Ill.
	for part > start && s.t[part-1] != '.' && s.t[part-1] != '-' {
		part--
	}
	w := s.t[part:end]
	r, n := utf8.DecodeRuneInString(w)
	if n == len(w) {
		return unicode.IsUpper(r) || start < part
	}
	if strings.EqualFold(w, "no") {
		return len(s.t) > end+2 && s.t[end+1] == ' ' && s.t[end+2] <= '9' && s.t[end+2] >= '0' // No. 10
	}
	return len(w) <= 5 && s.lang.traits(s.t[part:end+1])&(title|suffix|body|shortened) != 0
}

// apostrophe returns the length of the apostrophe that t begins with, or 0.
func apostrophe(t string) int {
	switch {
	case strings.HasPrefix(t, "'"):
		return 1
	case strings.HasPrefix(t, "’"):
		return len("’")
	}
	return 0
}

// firstApostrophe returns where the first apostrophe of a word stands, or -1.
func firstApostrophe(w string) int {
	straight, curly := strings.IndexByte(w, '\''), strings.Index(w, "’")
	if straight < 0 || curly >= 0 && curly < straight {
		return curly
	}
	return straight
}

func cutPossessive(w string) (string, bool) {
	if body, ok := strings.CutSuffix(w, "'s"); ok {
		return body, true
	}
	return strings.CutSuffix(w, "’s")
}
