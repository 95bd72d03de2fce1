package text

import (
	"strings"
	"unicode/utf8"
)

// goesOn reports whether token and its stop are an abbreviation, an initial or a list's number that next belongs to.
func (s *splitter) goesOn(token Span, next follower) bool {
	word := token.Of(s.t)
	if next.kind == small {
		return false
	}
	switch s.abbreviation(word) {
	case preceding:
		return true
	case numbered:
		return next.kind == number
	case closing:
		return next.kind == number || goOnAfter[next.word]
	case either:
		return !s.starts(next)
	}
	switch {
	case s.isMarker(token):
		return true
	case isInitial(word):
		return s.initialGoesOn(token, next)
	case isClipped(word):
		return next.kind == number || !isAllLower(word) && !s.starts(next)
	case next.kind == number:
		return isShortTitle(word)
	case s.lang == Russian && isDash(next.opened):
		return s.aside(token.Start)
	case strings.Contains(word, ".") && isDotted(word):
		return !s.starts(next)
	case s.lang == Hungarian && isRoman(word):
		return next.kind == capital && !s.starts(next)
	}
	return false
}

// initialGoesOn tells "R. Ames" from "vitamin C. The" and "she and I. Then".
func (s *splitter) initialGoesOn(token Span, next follower) bool {
	space := skipBack(s.t, s.start, token.Start, isSpace)
	before := s.wordBefore(space)
	switch {
	case strings.HasSuffix(s.t[:token.Start], "/"): // km/h
		return false
	case isVowel(token.Of(s.t)): // a word: ta tak i. Then; but a. C.
		return next.kind == capital && isInitial(next.word) && strings.HasPrefix(s.t[next.at+len(next.word):], ".")
	case isAllLower(token.Of(s.t)): // 6 h. Then, 2017 г. Then; but p. X
		return next.kind == number || !endsInDigit(s.t[:space])
	case s.lang == English && token.Of(s.t) == "I":
		return !isAllLower(before)
	}
	return !s.starts(next) || before == "" || !isAllLower(before)
}

// isPlain reports whether word is surely no abbreviation, so that even a word in lower case after it starts a sentence.
func (s *splitter) isPlain(word string) bool {
	const letters = 5
	return utf8.RuneCountInString(word) >= letters && isAllLower(word) && s.abbr[word] == ordinary
}

// isMarker reports whether token is the number or letter of a list item: at the start of the sentence, or after a
// colon, where it opens a list.
func (s *splitter) isMarker(token Span) bool {
	word := token.Of(s.t)
	if number := len(word) <= 2 && digits(word, 0) == len(word); !number && !isInitial(word) && !isRoman(word) {
		return false
	}
	before := strings.TrimRightFunc(s.t[s.start:token.Start], func(r rune) bool { return isOpener(r) || isSpace(r) })
	if before == "" {
		return true
	}
	if !strings.HasSuffix(before, ":") || s.start+len(before) == token.Start { // 21:30
		return false
	}
	s.open(token.Start)
	return true
}

// farthest is how many bytes before and after a stop are looked at, so that no text takes more than linear time.
const farthest = 100

// tokenBefore returns the letters, digits, dots and joining marks that end at i.
func (s *splitter) tokenBefore(i int) Span {
	return Span{skipBack(s.t, max(s.start, i-farthest), i, isToken), i}
}

func isToken(r rune) bool {
	return isLetter(r) || isDigit(r) || r == '.' || r == '-' || r == '°' || r == 'º'
}

// wordBefore returns the letters that end at i.
func (s *splitter) wordBefore(i int) string {
	return s.t[skipBack(s.t, max(s.start, i-farthest), i, isLetter):i]
}

// chunk returns the text from the white space before i to the white space after it.
func (s *splitter) chunk(i int) string {
	notSpace := func(r rune) bool { return !isSpace(r) }
	end := min(len(s.t), i+farthest)
	return s.t[skipBack(s.t, max(s.start, i-farthest), i, notSpace):skip(s.t[:end], i, notSpace)]
}

// isInitial reports whether w is a single letter.
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

// isRoman reports whether w looks like a Roman number of news: XIV, iii.
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

// vowels are those of the seven languages.
const vowels = "aeiouyáéíóúöüőűåäæøàâèêëîïôûùаеёиоуыэюяAEIOUYАЕИОУЫЭЮЯ"

func isVowel(w string) bool {
	return utf8.RuneCountInString(w) == 1 && isAllLower(w) && strings.Contains(vowels, w)
}

func endsInDigit(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(t)
	return isDigit(r)
}
