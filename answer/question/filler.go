package question

import (
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
	for from := 0; from < len(p.words); {
		to := p.clauseFrom(from)
		p.markFiller(from, to)
		from = to
	}
	left, says := 0, false
	for i, r := range p.roles {
		if !r.is(asFiller) {
			left++
			says = says || !p.words[i].Stop
		}
	}
	if left == len(p.words) || !says {
		return
	}
	words, roles := make([]text.Word, 0, left), p.roles[:0]
	for i, r := range p.roles {
		if !r.is(asFiller) {
			words, roles = append(words, p.words[i]), append(roles, r)
		}
	}
	p.words, p.roles = words, roles
}

// clauseFrom returns the first word behind the clause that begins at one.
func (p *parser) clauseFrom(i int) int {
	for i++; i < len(p.words); i++ {
		if p.parted(i, ",.;:!?\n") {
			break
		}
	}
	return i
}

// parted reports whether one of some marks stands between a word and the one before.
func (p *parser) parted(i int, marks string) bool {
	between := p.text[p.words[i-1].End:p.words[i].Start]
	return between != " " && strings.ContainsAny(between, marks)
}

// markFiller marks the filler in the words of a clause: all of it, or what it begins and ends with.
func (p *parser) markFiller(from, to int) {
	clause := text.Span{Start: p.words[from].Start, End: p.words[to-1].End}
	if Courtesy(clause.Of(p.text)) {
		p.mark(from, to, asFiller)
		return
	}
	for next := from; from < to; from = next {
		if next = p.opening(&p.lex.fillers, from); next == from || next > to {
			break
		}
		p.mark(from, next, asFiller)
	}
	for start := p.closing(from, to); start < to; start = p.closing(from, to) {
		p.mark(start, to, asFiller)
		to = start
	}
}

// closing returns where the longest filler that ends before word to begins; to where none does.
func (p *parser) closing(from, to int) int {
	if !p.is(to-1, closesFiller) {
		return to
	}
	for i := max(from, to-longestPhrase); i < to; i++ {
		if p.lex.fillers.has(p.words[i:to]) {
			return i
		}
	}
	return to
}
