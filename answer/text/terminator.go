package text

import (
	"strings"
	"unicode/utf8"
)

// terminator is a run of stops with the marks that close after it: `?!”`, `. . .`, `.[3]`.
type terminator struct {
	at     int // of the first terminator
	marks  int // where the stops end and the closing marks begin
	end    int // past the closing marks
	strong bool
	dots   int // of an ellipsis, 0 for another stop
}

// terminatorAt reads the terminator at i.
func (s *splitter) terminatorAt(i int) (terminator, bool) {
	st := terminator{at: i, end: i}
	for {
		r, n := utf8.DecodeRuneInString(s.t[st.end:])
		switch {
		case r == '.':
			st.dots++
		case r == '…':
			st.dots += 3
		case isStrong(r):
			st.strong = true
		case st.dots > 0 && spacedDot(s.t, st.end):
			n = 2
			st.dots++
		default:
			if st.end == i {
				return st, false
			}
			if st.dots == 1 {
				st.dots = 0
			}
			st.marks = st.end
			st.end = s.closers(st.end)
			return st, true
		}
		st.end += n
	}
}

// isStrong reports whether r is a stop that ends a sentence on its own.
func isStrong(r rune) bool {
	switch r {
	case '!', '?', '‽', '⁇', '⁈', '⁉', '。', '！', '？', '．', '｡':
		return true
	}
	return false
}

// spacedDot reports whether a dot stands after one space at i, as in ". . .".
func spacedDot(t string, i int) bool {
	return strings.HasPrefix(t[i:], " .") && !letterOrDigitAt(t, i+2)
}

// closers returns where the marks that close after a stop end: quotation marks, brackets, footnotes.
func (s *splitter) closers(i int) int {
	for i < len(s.t) {
		n := s.closer(i)
		if n == 0 {
			n = footnote(s.t, i)
		}
		if n == 0 {
			return i
		}
		i += n
	}
	return i
}

// closer returns the length of the closing mark at i with the space before it, or 0.
func (s *splitter) closer(i int) int {
	r, n := utf8.DecodeRuneInString(s.t[i:])
	switch {
	case isCloser(r):
		return n
	case isOpenClose(r):
		if letterOrDigitAt(s.t, i+n) && (r != '"' || !s.openQuote(i)) {
			return 0 // it opens the next sentence, and a space was lost
		}
		return n
	case !isSpace(r):
		return 0
	}
	j := skipSpace(s.t, i)
	r, n = utf8.DecodeRuneInString(s.t[j:])
	if letterOrDigitAt(s.t, j+n) {
		return 0
	}
	if r == '»' || r == '”' || r == '’' || r == '"' && s.openQuote(i) {
		return j + n - i
	}
	return 0
}

// openQuote reports whether a straight quotation is open at i.
func (s *splitter) openQuote(i int) bool {
	if i > s.counted {
		s.quotes += strings.Count(s.t[s.counted:i], `"`)
		s.counted = i
	}
	return s.quotes%2 == 1
}

// footnote returns the length of a footnote mark at i, which follows a stop without a space: [3], [a], 12.
func footnote(t string, i int) int {
	if strings.HasPrefix(t[i:], "[") {
		if n := strings.IndexByte(t[i:min(len(t), i+6)], ']'); n > 1 {
			return n + 1
		}
		return 0
	}
	n := digits(t, i)
	if n == 0 || n > 2 || i < 2 || t[i-1] != '.' || !footnoted(t[:i-1]) || !spaceAt(t, i+n) {
		return 0
	}
	for more := digits(t, i+n+1); more > 0 && more < 3 && spaceAt(t, i+n+1+more); more = digits(t, i+n+1) {
		n += 1 + more
	}
	return n
}

// footnoted reports whether a number that touches the stop after before is a footnote and not a decimal.
func footnoted(before string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	previous, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	return r == ')' || isLower(r) && isLower(previous)
}
