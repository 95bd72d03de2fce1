package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// withoutComments returns a text with blanks in the place of comments of HTML, which a
// person does not see.
func withoutComments(t string) string {
	for {
		start := strings.Index(t, "<!--")
		if start < 0 {
			return t
		}
		end := len(t)
		if n := strings.Index(t[start:], "-->"); n >= 0 {
			end = start + n + len("-->")
		}
		t = t[:start] + strings.Repeat(" ", end-start) + t[end:]
	}
}

// dropFiller leaves out the words that only lead a question in or thank for its answer:
// "hi team, could you please tell me". Where nothing else is left they stay.
func (p *parser) dropFiller() {
	filler := make([]bool, len(p.words))
	for from := 0; from < len(p.words); {
		to := p.clauseFrom(from)
		p.markFiller(filler, from, to)
		from = to
	}
	var left []text.Word
	for i, w := range p.words {
		if !filler[i] {
			left = append(left, w)
		}
	}
	if slices.ContainsFunc(left, func(w text.Word) bool { return !w.Stop }) {
		p.words = left
	}
}

// clauseFrom returns the first word behind the clause that begins at one.
func (p *parser) clauseFrom(i int) int {
	for i++; i < len(p.words); i++ {
		if strings.ContainsAny(p.text[p.words[i-1].End:p.words[i].Start], ",.;:!?\n") {
			break
		}
	}
	return i
}

// markFiller marks the filler in the words of a clause: all of it, or what it begins and ends with.
func (p *parser) markFiller(filler []bool, from, to int) {
	clause := text.Span{Start: p.words[from].Start, End: p.words[to-1].End}
	if Courtesy(clause.Of(p.text)) {
		mark(filler[from:to])
		return
	}
	for next := from; from < to; from = next {
		if next = p.opening(p.lex.fillers, from); next == from || next > to {
			break
		}
		mark(filler[from:next])
	}
	for start := p.closing(from, to); start < to; start = p.closing(from, to) {
		mark(filler[start:to])
		to = start
	}
}

// closing returns where the longest filler that ends before word to begins; to where none does.
func (p *parser) closing(from, to int) int {
	for i := max(from, to-longestPhrase); i < to; i++ {
		if p.lex.fillers[formsOf(p.words[i:to])] {
			return i
		}
	}
	return to
}

func mark(all []bool) {
	for i := range all {
		all[i] = true
	}
}
