package speech

import (
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// pair joins the marks of a paragraph into quotations, which it appends.
func pair(out []quotation, t string, p text.Span, marks []mark) []quotation {
	for i := 0; i < len(marks); i++ {
		m := marks[i]
		if m.side&opens == 0 || m.loose && elided(t[m.End:p.End]) {
			continue
		}
		end, ok := closingMark(t, marks, i)
		if end < 0 {
			continue
		}
		if !ok && end > 0 {
			torn := between(t, m.Span, text.Span{Start: marks[end].Start, End: marks[end].Start}, false)
			torn.torn = true
			out = append(out, torn)
			i = end - 1
			continue
		}
		if !ok {
			out = append(out, between(t, m.Span, text.Span{Start: p.End, End: p.End}, true))
			break
		}
		out = append(out, between(t, m.Span, marks[end].Span, false))
		i = end
	}
	return out
}

func between(t string, from, to text.Span, open bool) quotation {
	return quotation{said: trim(t, text.Span{Start: from.End, End: to.Start}), outer: text.Span{Start: from.Start, End: to.End}, open: open}
}

// closingMark finds the mark that closes marks[i]. Without one it reports false, and the mark that opens the next
// quotation, or 0; an index below zero says that marks[i] opens nothing after all.
func closingMark(t string, marks []mark, i int) (int, bool) {
	if marks[i].family == single {
		return closingSingle(t, marks, i)
	}
	depth, last := 0, -1
	for j := i + 1; j < len(marks); j++ {
		m := marks[j]
		switch {
		case m.family != marks[i].family:
		case m.side&closes != 0 && depth == 0:
			return j, true
		case m.side&closes != 0:
			depth, last = depth-1, j
		case m.family == double && !nested(marks, j):
			return j, false // the one before was never closed: begin anew at this one
		default:
			depth++
		}
	}
	return max(last, 0), last > 0 // «one mark closes «both»
}

// nested reports whether the double mark marks[j], which opens within an open quotation, is closed before that is:
// the two marks after it then both close.
func nested(marks []mark, j int) bool {
	closing := 0
	for _, m := range marks[j+1:] {
		if m.family != double {
			continue
		}
		if m.side&closes == 0 {
			return false
		}
		if closing++; closing == 2 {
			return true
		}
	}
	return false
}

// closingSingle finds the closing mark among what may be possessives: ‘the boys’ toys,’ closes where a stop stands
// before the mark.
func closingSingle(t string, marks []mark, i int) (int, bool) {
	first := -1
	for j := i + 1; j < len(marks); j++ {
		m := marks[j]
		if m.family != single {
			continue
		}
		if m.side&closes == 0 {
			break
		}
		switch before := t[m.Start-1]; {
		case first < 0 && before != 's', strings.IndexByte(".,!?", before) >= 0:
			return j, true
		case first < 0:
			first = j
		}
	}
	return first, first >= 0
}

// elided reports whether rest, which follows an apostrophe, is a word with its beginning left out: 'em, '90s.
func elided(rest string) bool {
	if rest == "" || rest[0] >= '0' && rest[0] <= '9' {
		return true
	}
	word := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		word = rest[:end]
	}
	return elisions[strings.ToLower(word)]
}

var elisions = set("em tis twas twill til till n cause bout round im er neath gainst cos cuz")
