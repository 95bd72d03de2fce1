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

// mark is a quotation mark where it stands.
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
	'"': {double, opens | closes}, '＂': {double, opens | closes},
	'“': {double, opens}, '”': {double, closes}, '„': {double, opens}, '‟': {double, opens},
	'«': {guillemet, opens}, '»': {guillemet, closes},
	'\'': {single, opens | closes}, '`': {single, opens},
	'‘': {single, opens}, '’': {single, closes}, '‚': {single, opens}, '‹': {single, opens}, '›': {single, closes},
}

// pairs finds the quotations of one paragraph after another.
type pairs struct {
	marks  []mark
	quotes []quotation
}

// marked returns the quotations between marks in a paragraph of t, in order, until it is called again. Of nested ones it
// returns the outermost.
func (x *pairs) marked(t string, p text.Span) []quotation {
	x.marks = marksIn(x.marks[:0], t, p)
	x.quotes = pair(x.quotes[:0], t, p, x.marks)
	return x.quotes
}

// marksIn appends the quotation marks of a paragraph.
func marksIn(marks []mark, t string, p text.Span) []mark {
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
	case before == '=':
		return 0 // an attribute of a markup
	}
	return shape
}

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
