package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Paragraphs returns the paragraphs of t in order, each without the white space around it.
//
// A blank line ends a paragraph, and so does a line break, unless the lines were wrapped to a width or the
// break stands within a sentence.
func Paragraphs(t string) []Span { return AppendParagraphs(nil, t) }

// fewLines is how many lines most questions have at most.
const fewLines = 8

// AppendParagraphs appends the paragraphs that Paragraphs returns, for a caller that has room for them.
func AppendParagraphs(out []Span, t string) []Span {
	var few [fewLines]Span
	lines := linesOf(few[:0], t)
	width := wrapWidth(t, lines)
	for i, l := range lines {
		if l.Empty() {
			continue
		}
		if i > 0 && joins(t, lines[i-1], l, width) {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l)
	}
	return out
}

// linesOf appends the lines of t without the white space around them; blank lines are empty.
func linesOf(lines []Span, t string) []Span {
	lines = slices.Grow(lines, 1+strings.Count(t, "\n"))
	for start := 0; start < len(t); {
		end, next := lineEnd(t, start)
		lines = append(lines, trimSpace(t, Span{start, end}))
		start = next
	}
	return lines
}

// lineEnd returns where the line that starts at i ends and where the next starts.
func lineEnd(t string, i int) (end, next int) {
	for ; i < len(t); i++ {
		if !lineBreaks[t[i]] {
			continue
		}
		switch r, n := utf8.DecodeRuneInString(t[i:]); r {
		case '\r':
			if strings.HasPrefix(t[i:], "\r\n") {
				n = 2
			}
			return i, i + n
		case '\n', '\v', '\f', '\u0085', '\u2028', '\u2029':
			return i, i + n
		}
	}
	return i, i
}

// lineBreaks are the first bytes of the characters that Unicode says end a line (UAX #14, class BK and its like).
var lineBreaks = [256]bool{'\n': true, '\v': true, '\f': true, '\r': true, 0xC2: true, 0xE2: true}

// Widths, in characters, that text is wrapped to.
const (
	narrowest = 40
	widest    = 100
)

// wrapWidth returns the width the lines were wrapped to, 0 when they were not: most lines are so full that the
// first word of the next would not have fitted.
func wrapWidth(t string, lines []Span) int {
	var lengths, needs []int
	for i := 1; i < len(lines); i++ {
		if lines[i-1].Empty() || lines[i].Empty() || lines[i-1].Len() > widest*utf8.UTFMax {
			continue
		}
		if n := utf8.RuneCountInString(lines[i-1].Of(t)); n <= widest {
			lengths = append(lengths, n)
			needs = append(needs, n+1+firstWordLen(t, lines[i]))
		}
	}
	if len(lengths) < 2 {
		return 0
	}
	slices.Sort(lengths)
	width := lengths[(len(lengths)-1)*9/10]
	full := 0
	for _, n := range needs {
		if n > width {
			full++
		}
	}
	if width < narrowest || full*10 < len(needs)*7 {
		return 0
	}
	return width
}

// firstWordLen returns the number of characters up to the first white space of line.
func firstWordLen(t string, line Span) int {
	end := skip(t[:line.End], line.Start, func(r rune) bool { return !isSpace(r) })
	return utf8.RuneCountInString(t[line.Start:end])
}

// joins reports whether the line next goes on with the paragraph of the line before it.
func joins(t string, line, next Span, width int) bool {
	if line.Empty() || bulletOrMarker(t, next.Start) {
		return false
	}
	if width > 0 && indent(t, next.Start) <= indent(t, line.Start) &&
		utf8.RuneCountInString(line.Of(t))+1+firstWordLen(t, next) > width {
		return true
	}
	return midSentence(t, line, next)
}

// midSentence reports whether the break between line and next falls within a sentence: what follows is in lower
// case, and the line is long or ends in a space, as lines cut by a page layout do.
func midSentence(t string, line, next Span) bool {
	first, _ := utf8.DecodeRuneInString(next.Of(t))
	last, _ := utf8.DecodeLastRuneInString(line.Of(t))
	if strings.ContainsRune(".!?:;…”\"»", last) || !isLower(first) && first != '(' {
		return false
	}
	return t[line.End] == ' ' || isLower(first) && line.Len() >= narrowest
}

// indent returns the number of white space bytes between the start of the line and i.
func indent(t string, i int) int {
	n := 0
	for n < i && (t[i-n-1] == ' ' || t[i-n-1] == '\t') {
		n++
	}
	return n
}

func bulletOrMarker(t string, i int) bool {
	r, _ := utf8.DecodeRuneInString(t[i:])
	_, marked := markerAt(t, i)
	return marked || isBullet(r)
}
