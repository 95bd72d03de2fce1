package text

import (
	"strings"
	"unicode/utf8"
)

// ends returns where the sentence ends that the stop st may close, or 0 when it goes on.
func (s *splitter) ends(st terminator) int {
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
func (s *splitter) parenthesised(st terminator) bool {
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
func (s *splitter) unspaced(st terminator, next follower) int {
	r, _ := utf8.DecodeRuneInString(s.t[st.at:])
	if r > '…' { // 。 needs no space after it
		return st.end
	}
	if next.kind == capital && st.dots == 0 && s.lostSpace(st, next) {
		return st.end
	}
	return 0
}

func (s *splitter) lostSpace(st terminator, next follower) bool {
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
func (s *splitter) afterStrong(st terminator, next follower) int {
	if next.kind == small || st.end > st.marks && s.lang == English && attributes(s.t[next.at:]) {
		return 0
	}
	return st.end
}

// afterEllipsis judges three dots or more.
func (s *splitter) afterEllipsis(st terminator, next follower) int {
	if next.kind != capital && next.kind != symbol || next.word == "I" || strings.HasPrefix(s.t[st.marks:], "]") {
		return 0
	}
	if s.t[st.at] == '.' && st.dots == 4 && strings.HasPrefix(s.t[st.at:], ". .") && letterOrDigitAt(s.t, st.at-1) {
		return st.at + 1 // the stop of the sentence, then words left out before the next
	}
	return st.end
}

// afterPeriod judges a single full stop by the token before it and the word after it.
func (s *splitter) afterPeriod(st terminator, next follower) int {
	token := s.tokenBefore(st.at)
	if next.kind == small && (st.end > st.marks || !s.isPlain(token.Of(s.t))) || s.goesOn(token, next) {
		return 0
	}
	return st.end
}

// aside reports whether a dash has set off the words of the author before i, as in «П, – а. – П»: the speech goes on.
func (s *splitter) aside(i int) bool {
	const reach = 400
	before := s.t[max(s.start, i-reach):i]
	for _, mark := range []string{", –", ", -", ", —", "! –", "? –", "! —", "? —", "! -", "? -"} {
		if strings.Contains(before, mark) {
			return true
		}
	}
	return false
}
