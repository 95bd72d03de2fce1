package text

import (
	"strings"
	"unicode/utf8"
)

// ends returns where the sentence ends that the stop st may close, or 0 when it goes on.
func (s *splitter) ends(st stop) int {
	next := s.follow(st.end)
	switch {
	case next.kind == nothing:
		return 0
	case st.at < s.start+1 && !st.strong: // an ellipsis that opens a sentence
		return 0
	case next.kind == continuing, s.parenthesised(st):
		return 0
	case !next.spaced:
		return s.unspaced(st, next)
	case st.strong:
		return s.afterStrong(st, next)
	case st.dots > 0:
		return s.afterEllipsis(st, next)
	}
	return s.afterPeriod(st, next)
}

// follower is what comes after a stop.
type follower struct {
	kind   kind
	spaced bool   // white space is between
	opened rune   // the first opening mark before the word, 0 for none
	at     int    // where the word starts
	word   string // for capital and small: the word itself
}

type kind int

const (
	nothing    kind = iota // the paragraph ends
	continuing             // a comma, a colon: the sentence goes on
	small                  // a word in lower case
	capital                // a word that may start a sentence
	number                 // a digit
	symbol                 // £, #, @
)

// follow reads what comes after i.
func (s *splitter) follow(i int) follower {
	at := skipSpace(s.t, i)
	f := follower{spaced: at > i, at: at}
	for at < len(s.t) {
		r, n := utf8.DecodeRuneInString(s.t[at:])
		if !isOpener(r) && !isSpace(r) {
			break
		}
		if f.opened == 0 {
			f.opened = r
		}
		at += n
	}
	f.at = at
	f.word = wordPrefix(s.t[at:])
	f.kind = kindOf(s.t[at:], f.word)
	return f
}

// kindOf classes the text after a stop by its first rune and, for a word, its second: iPhone may start a sentence.
func kindOf(t, word string) kind {
	r, n := utf8.DecodeRuneInString(t)
	switch {
	case n == 0:
		return nothing
	case isLower(r):
		if second, _ := utf8.DecodeRuneInString(word[n:]); isUpper(second) {
			return capital
		}
		return small
	case isLetter(r):
		return capital
	case isDigit(r):
		return number
	case strings.ContainsRune(",;:)]}!?.…%&/=+|", r):
		return continuing
	}
	return symbol
}

// wordPrefix returns the letters that t starts with.
func wordPrefix(t string) string { return t[:skip(t, 0, isLetter)] }

// afterColon judges a colon. In Norwegian and Swedish a capital after it tells that a whole sentence follows; not
// after a name, where it is a title or a credit: Ida Berg: Sommer.
func (s *splitter) afterColon(i int) int {
	next := s.follow(i + 1)
	if s.lang != Norwegian && s.lang != Swedish || !next.spaced {
		return 0
	}
	first := s.start == i-len(s.wordBefore(i))
	if next.opened != 0 && next.opened != '(' || next.kind == capital && (first || isAllLower(s.wordBefore(i))) {
		return i + 1
	}
	return 0
}

// parenthesised reports whether st stands in a parenthesis that opened within the sentence and closes soon.
func (s *splitter) parenthesised(st stop) bool {
	const reach = 1000
	before := s.t[max(s.start, st.at-reach):st.end]
	open := strings.LastIndexByte(before, '(')
	if open < 0 || strings.Count(before, "(") <= strings.Count(before, ")") {
		return false
	}
	after := s.t[st.end:min(len(s.t), st.end+reach)]
	return trimSpace(before, Span{0, open}) != Span{} && strings.IndexByte(after, ')') >= 0
}

// unspaced judges a stop that touches the next word: a space was lost in "concerns.Huawei", none in "example.com".
func (s *splitter) unspaced(st stop, next follower) int {
	r, _ := utf8.DecodeRuneInString(s.t[st.at:])
	if r > '…' { // 。 needs no space after it
		return st.end
	}
	if next.kind == capital && st.dots == 0 && s.lostSpace(st, next) {
		return st.end
	}
	return 0
}

func (s *splitter) lostSpace(st stop, next follower) bool {
	left := s.tokenBefore(st.at).Of(s.t)
	right := s.t[next.at+len(next.word):]
	if utf8.RuneCountInString(left) < 2 || strings.Contains(left, ".") || s.abbreviation(left) != ordinary ||
		strings.ContainsAny(s.chunk(st.at), "/@:=_\\") || strings.HasPrefix(right, ".") && letterOrDigitAt(right, 1) {
		return false
	}
	_, n := utf8.DecodeRuneInString(next.word)
	return s.starts(next) || isAllLower(left) && isAllLower(next.word[n:])
}

// afterStrong judges a ? or ! that a space follows: “Why?” she said goes on, and so does “Why?” Dr Liang asked.
func (s *splitter) afterStrong(st stop, next follower) int {
	if next.kind == small || st.end > st.marks && s.lang == English && attributes(s.t[next.at:]) {
		return 0
	}
	return st.end
}

// afterEllipsis judges three dots or more.
func (s *splitter) afterEllipsis(st stop, next follower) int {
	if next.kind != capital && next.kind != symbol || next.word == "I" || strings.HasPrefix(s.t[st.marks:], "]") {
		return 0
	}
	if s.t[st.at] == '.' && st.dots == 4 && strings.HasPrefix(s.t[st.at:], ". .") && letterOrDigitAt(s.t, st.at-1) {
		return st.at + 1 // the stop of the sentence, then words left out before the next
	}
	return st.end
}

// afterPeriod judges a single full stop by the token before it and the word after it.
func (s *splitter) afterPeriod(st stop, next follower) int {
	token := s.tokenBefore(st.at)
	if next.kind == small && (st.end > st.marks || !s.isPlain(token.Of(s.t))) || s.goesOn(token, next) {
		return 0
	}
	return st.end
}

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

// starts reports whether next is a word that starts sentences and not names.
func (s *splitter) starts(next follower) bool {
	switch {
	case next.kind == symbol:
		return next.opened != 0
	case next.kind != capital, next.opened == '(':
		return false
	}
	if strings.HasPrefix(s.t[next.at+len(next.word):], ".") && isInitial(next.word) {
		return false
	}
	lower := strings.ToLower(next.word)
	return isStop(lower, s.lang) || s.abbreviation(next.word) == preceding ||
		s.lang == English && strings.HasSuffix(lower, "ly")
}

// initialGoesOn tells "E. Smith" from "vitamin C. The" and "you and I. Did".
func (s *splitter) initialGoesOn(token Span, next follower) bool {
	before := s.wordBefore(skipSpaceBack(s.t, token.Start))
	switch {
	case strings.HasSuffix(s.t[:token.Start], "/"): // km/h
		return false
	case isVowel(token.Of(s.t)): // a word: ta tak i. Then; but a. C.
		return next.kind == capital && isInitial(next.word) && strings.HasPrefix(s.t[next.at+len(next.word):], ".")
	case isAllLower(token.Of(s.t)): // 6 h. Then, 2017 г. Then; but p. X
		return next.kind == number || !endsInDigit(s.t[:skipSpaceBack(s.t, token.Start)])
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

// aside reports whether a dash has set off the words of the author before i, as in «П, – а. – П»: the speech goes on.
func (s *splitter) aside(i int) bool {
	for _, mark := range []string{", –", ", -", ", —", "! –", "? –", "! —", "? —", "! -", "? -"} {
		if strings.Contains(s.t[s.start:i], mark) {
			return true
		}
	}
	return false
}

// isMarker reports whether token is the number or letter of a list item: at the start of the sentence, or after a
// colon, where it opens a list.
func (s *splitter) isMarker(token Span) bool {
	word := token.Of(s.t)
	if len(word) > 2 && !isRoman(word) || digits(word, 0) < len(word) && !isInitial(word) && !isRoman(word) {
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

// tokenBefore returns the letters, digits, dots and joining marks that end at i.
func (s *splitter) tokenBefore(i int) Span {
	start := i
	for start > s.start {
		r, n := utf8.DecodeLastRuneInString(s.t[s.start:start])
		if !isLetter(r) && !isDigit(r) && r != '.' && r != '-' && r != '°' && r != 'º' {
			break
		}
		start -= n
	}
	return Span{start, i}
}

// wordBefore returns the letters that end at i.
func (s *splitter) wordBefore(i int) string {
	start := i
	for start > s.start {
		r, n := utf8.DecodeLastRuneInString(s.t[s.start:start])
		if !isLetter(r) {
			break
		}
		start -= n
	}
	return s.t[start:i]
}

// chunk returns the text from the white space before i to the white space after it.
func (s *splitter) chunk(i int) string {
	start := strings.LastIndexAny(s.t[s.start:i], " \t\n")
	end := strings.IndexAny(s.t[i:], " \t\n")
	if end < 0 {
		end = len(s.t) - i
	}
	return s.t[s.start+start+1 : i+end]
}
