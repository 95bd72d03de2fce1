package pdf

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"

	"verbatim/answer/text"
)

// mend joins paragraphs that the end of a column or page broke. Notes and captions that stood between follow the whole.
func (f *flow) mend() {
	f.indented = f.usesIndents()
	var out []paragraph
	for _, p := range f.paragraphs {
		if k := broken(out, &p); k >= 0 && f.goesOn(&out[k], &p) {
			out[k].lines = append(out[k].lines, p.lines...)
		} else {
			out = append(out, p)
		}
	}
	f.paragraphs = out
}

// broken returns which of the paragraphs so far p may go on with, the last of its kind, or -1 if there is none.
func broken(sofar []paragraph, p *paragraph) int {
	k := len(sofar) - 1
	for k >= 0 && sofar[k].aside != p.aside {
		k--
	}
	return k
}

// goesOn reports whether p goes on with what a column or page broke off.
func (f *flow) goesOn(broken, p *paragraph) bool {
	a, b := broken.last(), p.first()
	if math.Abs(a.size-b.size) > sizeParts*a.em(b) || a.size > f.body*(1+sizeParts) || startsItem(b.text) || a.endsShort(b) || caption.MatchString(b.text) {
		return false
	}
	if !endsSentence(a.text) && startsLower(b.text) {
		return true
	}
	return p.opens && !p.aside && a.font == b.font && (len(p.lines) == 1 || b.x0-p.lines[1].x0 < indentLeast*b.size) && (f.indented || !endsSentence(a.text))
}

// usesIndents reports whether most paragraphs of several lines start with an indent.
func (f *flow) usesIndents() bool {
	several, indented := 0, 0
	for _, p := range f.paragraphs {
		if len(p.lines) < 2 || p.aside {
			continue
		}
		several++
		if by := p.lines[0].x0 - p.lines[1].x0; indentLeast*p.lines[0].size <= by && by <= indentMost*p.lines[0].size {
			indented++
		}
	}
	return indented*2 > several
}

// text returns the text, and the ranges of it that are headers and footers.
func (f *flow) text() (string, []text.Span) {
	var b strings.Builder
	for _, p := range f.paragraphs {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(f.join(p.lines))
	}
	var asides []text.Span
	for _, s := range f.running {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(s)
		asides = append(asides, text.Span{Start: start, End: b.Len()})
	}
	return b.String(), asides
}

// join returns lines as one.
func (f *flow) join(lines []line) string {
	s := []byte(lines[0].text)
	for i := 1; i < len(lines); i++ {
		next := lines[i].text
		switch end := f.breakAt(string(s[max(0, len(s)-longestWord):]), next); end {
		case wordsBreak:
			s = append(s, ' ')
		case hyphenGoes:
			s = trimHyphen(s)
		}
		s = append(s, next...)
	}
	return norm.NFC.String(strings.ReplaceAll(string(s), string(softHyphen), ""))
}
