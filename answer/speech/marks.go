package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// family keeps the marks apart that can close one another: a double mark of any
// shape closes a double mark, for articles mix them, but never a single one.
type family uint8

const (
	double family = iota
	guillemet
	single
)

// side says what a mark can do where it stands.
type side uint8

const (
	opens side = 1 << iota
	closes
)

type mark struct {
	text.Span
	family family
	side   side
	loose  bool // an apostrophe or a possessive would look the same
}

// shapes lists the quotation marks and what each does where its neighbours do not object.
var shapes = map[rune]struct {
	family family
	side   side
}{
	'"': {double, opens | closes}, '“': {double, opens}, '”': {double, closes}, '„': {double, opens}, '‟': {double, opens}, '＂': {double, opens | closes},
	'«': {guillemet, opens}, '»': {guillemet, closes},
	'\'': {single, opens | closes}, '‘': {single, opens}, '’': {single, closes}, '‚': {single, opens}, '`': {single, opens},
	'‹': {single, opens}, '›': {single, closes},
}

// marked returns the quotations between marks in a paragraph of t, in order. Of nested ones it returns the outermost.
func marked(t string, p text.Span) []quotation {
	return pair(t, p, marksIn(t, p))
}

// marksIn returns the quotation marks of a paragraph.
func marksIn(t string, p text.Span) []mark {
	var marks []mark
	p = unwrapped(t, p)
	for i := p.Start; i < p.End; {
		if !markByte[t[i]] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:p.End])
		shape, ok := shapes[r]
		if !ok {
			i += n
			continue
		}
		if n == 1 && i+1 < p.End && t[i+1] == t[i] {
			shape.family, n = double, 2 // '' and `` of the typewriter, and "" of a table's cell
		}
		m := mark{Span: text.Span{Start: i, End: i + n}, family: shape.family}
		m.side = sideOf(t, p, m.Span, shape.side)
		m.loose = m.family == single && r != '‹' && r != '›'
		if m.side != 0 {
			marks = append(marks, m)
		}
		i += n
	}
	return marks
}

// unwrapped returns the paragraph within the marks around it, if it was a cell of a table that doubles its own: the
// cell "He said ""yes""".
func unwrapped(t string, p text.Span) text.Span {
	s := p.Of(t)
	if len(s) > 2 && s[0] == '"' && s[len(s)-1] == '"' && strings.Contains(s[1:len(s)-1], `""`) {
		return text.Span{Start: p.Start + 1, End: p.End - 1}
	}
	return p
}

// markByte holds the first bytes of the runes in shapes, so that most text is passed over a byte at a time.
var markByte = func() (first [256]bool) {
	for r := range shapes {
		first[string(r)[0]] = true
	}
	return first
}()

// sideOf decides by its neighbours what a mark does. A shape that has a direction keeps it unless the neighbours
// allow only the other one: that is how ”so” and »so« of Sweden and „so“ of Germany are read.
func sideOf(t string, p, at text.Span, shape side) side {
	before, _ := utf8.DecodeLastRuneInString(t[p.Start:at.Start])
	after, _ := utf8.DecodeRuneInString(t[at.End:p.End])
	start, end := at.Start == p.Start, at.End == p.End
	var can side
	if (start || unicode.IsSpace(before) || strings.ContainsRune("([{<—–-―/“„‘«\"'", before)) && !end && !unicode.IsSpace(after) {
		can |= opens
	}
	if !start && !unicode.IsSpace(before) && (end || !letterOrDigit(after)) {
		can |= closes
	}
	switch {
	case shape&can != 0:
		return shape & can
	case t[at.Start] == '\'' || strings.HasPrefix(t[at.Start:], "’") || strings.HasPrefix(t[at.Start:], "‘"):
		return 0 // an apostrophe
	case can == opens && strings.ContainsRune(",.;:!?)]}", after):
		return shape // « so », as the French space them
	case can != 0:
		return can
	}
	return shape
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// pair joins the marks of a paragraph into quotations.
func pair(t string, p text.Span, marks []mark) []quotation {
	var out []quotation
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

func set(words string) map[string]bool {
	s := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		s[w] = true
	}
	return s
}

// trim returns s without the white space around it.
func trim(t string, s text.Span) text.Span {
	inner := strings.TrimLeftFunc(s.Of(t), unicode.IsSpace)
	s.Start = s.End - len(inner)
	s.End = s.Start + len(strings.TrimRightFunc(inner, unicode.IsSpace))
	return s
}
