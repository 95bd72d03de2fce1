package text

import (
	"strings"
	"unicode/utf8"
)

// longestSentence is how many bytes a sentence may have. What goes on for longer without a stop is no prose but a list,
// a table or noise: read as one, megabytes of it would be searched word by word for each question that they hold a word of.
const longestSentence = 4096

// shortSentence is how many bytes a rather short one has: a paragraph seldom has more sentences than there is room for
// by it.
const shortSentence = 80

// Sentences returns the sentences of one paragraph of t in order, each without the white space around it.
// Together they hold every byte of the paragraph that is not white space.
//
// Sentences inside a quotation or a leading parenthesis are sentences of their own; a parenthesis within a
// sentence never splits it. In doubt two sentences stay one: a quote that is too long still reads well.
// What has no end within 4096 bytes is cut there, between two words if it has any.
func Sentences(t string, paragraph Span, lang Lang) []Span {
	return AppendSentences(make([]Span, 0, 1+paragraph.Len()/shortSentence), t, paragraph, lang)
}

// AppendSentences appends the sentences that Sentences returns, for a caller that has room for them.
func AppendSentences(out []Span, t string, paragraph Span, lang Lang) []Span {
	s := splitter{t: t[:paragraph.End], counted: paragraph.Start, abbr: abbreviationsOf[lang], lang: lang, out: out}
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
	st, ok := s.terminatorAt(i)
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
	rest := trimSpace(s.t, Span{s.start, i})
	for rest.Len() > longestSentence {
		at := cutWithin(s.t, rest)
		s.out = append(s.out, trimSpace(s.t, Span{rest.Start, at}))
		rest = trimSpace(s.t, Span{at, rest.End})
	}
	if !rest.Empty() {
		s.out = append(s.out, rest)
	}
	s.begin(i)
}

// cutWithin returns where to cut what is longer than a sentence may be and begins with no space.
func cutWithin(t string, s Span) int {
	end := s.Start + longestSentence
	for !utf8.RuneStart(t[end]) {
		end--
	}
	if space := strings.LastIndexFunc(t[s.Start:end], isSpace); space > 0 {
		return s.Start + space
	}
	return end
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
