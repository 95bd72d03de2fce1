package load

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// layout is a text as lines, and what stands in which of them.
type layout struct {
	text  string
	lines []line
	body  int // the first line of prose; len(lines) if there is none
	end   int // the line after the last line of prose; 0 if there is none
}

// line is a line of a text that is not blank. The lines of a paragraph that was
// wrapped by hand are one.
type line struct {
	text.Span      // without the white space around it
	words     int  // runs without white space
	prose     bool // reads as sentences
	furniture bool
}

// layOut finds the lines of t.
func layOut(t string) *layout {
	l := &layout{text: t, lines: splitLines(t)}
	if wrapped(t, l.lines) {
		l.lines = unwrap(t, l.lines)
	}
	l.body = len(l.lines)
	for i := range l.lines {
		ln := &l.lines[i]
		ln.words = countWords(ln.Of(t))
		if ln.prose = readsAsProse(ln.Of(t), ln.words); ln.prose {
			l.body, l.end = min(l.body, i), i+1
		}
	}
	return l
}

// of returns what stands in line i.
func (l *layout) of(i int) string { return l.lines[i].Of(l.text) }

func splitLines(t string) []line {
	lines := make([]line, 0, strings.Count(t, "\n")/2+1)
	for start := 0; start < len(t); {
		end := len(t)
		if n := strings.IndexByte(t[start:], '\n'); n >= 0 {
			end = start + n
		}
		if s := trimSpan(t, text.Span{Start: start, End: end}); !s.Empty() {
			lines = append(lines, line{Span: s})
		}
		start = end + 1
	}
	return lines
}

func trimSpan(t string, s text.Span) text.Span {
	s.Start = s.End - len(strings.TrimLeftFunc(s.Of(t), unicode.IsSpace))
	s.End = s.Start + len(strings.TrimRightFunc(s.Of(t), unicode.IsSpace))
	return s
}

func countWords(s string) int {
	n, in := 0, false
	for i := range len(s) {
		space := s[i] <= ' '
		if in && space {
			n++
		}
		in = !space
	}
	if in {
		n++
	}
	return n
}

// readsAsProse holds for a paragraph of running text. A heading is shorter than
// twelve words, or asks or breaks off, or does not end as a sentence; a menu has no sentence at all; a
// long paragraph that lacks its last stop is prose all the same.
func readsAsProse(s string, words int) bool {
	if words < 12 && len(s) < 160 || words < 25 && endsAsHeadline(s) {
		return false
	}
	return endsSentence(s) || words >= 30 && strings.Contains(s, ". ")
}

// endsAsHeadline reports whether s ends with a mark that ends headlines as well as sentences.
func endsAsHeadline(s string) bool {
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

// endsSentence reports whether s ends with a mark that ends sentences, or with one behind a closing mark.
func endsSentence(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch {
		case strings.ContainsRune(".!?…。！？", r):
			return true
		case !strings.ContainsRune(`"'”’»)]*_`, r):
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}

// Hand-wrapped lines have at least so many characters, and at most so many.
const (
	wrapLeast = 45
	wrapMost  = 120
)

// wrapped reports whether paragraphs of t are wrapped by hand: no line is long,
// and several go on in the next one in the middle of a sentence.
func wrapped(t string, lines []line) bool {
	goesOn := 0
	for i, ln := range lines {
		if ln.Len() > wrapMost && utf8.RuneCountInString(ln.Of(t)) > wrapMost {
			return false
		}
		if i > 0 && continues(t, lines[i-1], ln) {
			if r, _ := utf8.DecodeRuneInString(ln.Of(t)); unicode.IsLower(r) {
				goesOn++
			}
		}
	}
	return goesOn >= 3
}

// continues reports whether b, the line after a, may be of the same paragraph.
func continues(t string, a, b line) bool {
	return strings.Count(t[a.End:b.Start], "\n") == 1 &&
		utf8.RuneCountInString(a.Of(t)) >= wrapLeast && !endsSentence(a.Of(t)) &&
		!strings.Contains(a.Of(t), "|") && !bulleted(b.Of(t))
}

// bulleted reports whether s starts with the mark of a list.
func bulleted(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•·*-–—►▪●>", r) && strings.HasPrefix(s[n:], " ")
}

func unwrap(t string, lines []line) []line {
	out := lines[:0]
	last := line{}
	for i, ln := range lines {
		if i > 0 && continues(t, last, ln) {
			out[len(out)-1].End = ln.End
		} else {
			out = append(out, ln)
		}
		last = ln
	}
	return out
}
