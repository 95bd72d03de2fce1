package text

import (
	"strings"
	"unicode/utf8"
)

// Sentences returns the sentences of one paragraph of t in order, each without the white space around it.
// Together they hold every byte of the paragraph that is not white space.
//
// Sentences inside a quotation or a leading parenthesis are sentences of their own; a parenthesis within a
// sentence never splits it. In doubt two sentences stay one: a quote that is too long still reads well.
func Sentences(t string, paragraph Span, lang Lang) []Span {
	s := splitter{t: t[:paragraph.End], counted: paragraph.Start, abbr: abbreviationsOf[lang], lang: lang}
	s.begin(paragraph.Start)
	for i := s.candidate(s.start); i < len(s.t); i = s.candidate(i) {
		i = s.read(i)
	}
	s.emit(len(s.t))
	return s.out
}

// splitter walks a paragraph from one possible sentence end to the next.
type splitter struct {
	t    string // the text up to the end of the paragraph
	lang Lang
	abbr map[string]abbreviation
	out  []Span

	start int    // of the sentence being read
	item  int    // where the next item of the list being read starts, past the end when there is none
	list  marker // of the item being read, so that a list may go on over several sentences

	quotes  int // straight quotation marks up to counted
	counted int
}

// candidate returns the next byte at or after i that could end a sentence or start a list item.
func (s *splitter) candidate(i int) int {
	for i < len(s.t) && !candidates[s.t[i]] && i != s.item {
		i++
	}
	return i
}

// candidates are the stops, and the first bytes of those outside ASCII: … • 。 ！.
var candidates = [256]bool{'.': true, '!': true, '?': true, ':': true, 0xE2: true, 0xE3: true, 0xEF: true}

// read judges the candidate at i and returns where to read on.
func (s *splitter) read(i int) int {
	if i == s.item || i > s.start && bulletAt(s.t, i) {
		s.emit(i)
		return i + 1
	}
	if s.t[i] == ':' {
		return s.cut(s.afterColon(i), i+1)
	}
	st, ok := s.stopAt(i)
	if !ok {
		return i + 1
	}
	return s.cut(s.ends(st), st.end)
}

// cut ends the sentence at end, when that is one, and returns where to read on.
func (s *splitter) cut(end, otherwise int) int {
	if end == 0 {
		return otherwise
	}
	s.emit(end)
	return max(s.start, end)
}

// emit closes the sentence at i and begins the next.
func (s *splitter) emit(i int) {
	if sp := trimSpace(s.t, Span{s.start, i}); !sp.Empty() {
		s.out = append(s.out, sp)
	}
	s.begin(i)
}

func (s *splitter) begin(i int) {
	s.start = skipSpace(s.t, i)
	s.open(skipBullet(s.t, s.start))
}

// open notes the list item that may stand at i, and where the next is.
func (s *splitter) open(i int) {
	if m, ok := markerAt(s.t, i); ok && (m.first() || m.follows(s.list)) {
		s.list = m
	}
	s.item = s.list.next(s.t, i)
}

// stop is a run of stops with the marks that close after it: `?!”`, `. . .`, `.[3]`.
type stop struct {
	at     int // of the first stop
	marks  int // where the stops end and the closing marks begin
	end    int // past the closing marks
	strong bool
	dots   int // of an ellipsis, 0 for another stop
}

// stopAt reads the stop at i.
func (s *splitter) stopAt(i int) (stop, bool) {
	st := stop{at: i, end: i}
	for {
		r, n := utf8.DecodeRuneInString(s.t[st.end:])
		switch {
		case r == '.':
			st.dots++
		case r == '…':
			st.dots += 3
		case strings.ContainsRune("!?‽⁇⁈⁉。！？．｡", r) && n > 0:
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
