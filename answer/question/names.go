package question

import (
	"strings"
	"unicode/utf8"

	"verbatim/answer/text"
)

// names returns the names in a question by their first and last words.
func (e *earlier) names() (all [][2]int) {
	for i := 0; i < len(e.words); i++ {
		if e.is(i, asName) {
			last := e.nameEnd(i)
			all = append(all, [2]int{i, last})
			i = last
		}
	}
	return all
}

// lastName returns the last name that is not that of the speaker, empty where there is none.
func (e *earlier) lastName() (name text.Span) {
	for _, n := range e.names() {
		if s := e.stretch(n[0], n[1]); !e.speaker.Overlaps(s) {
			name = s
		}
	}
	return name
}

// fullName returns the first full name before a byte: whose view is asked for where no verb
// of saying tells it.
func (e *earlier) fullName(before int) text.Span {
	for _, n := range e.names() {
		if s := e.stretch(n[0], n[1]); s.End <= before && isFullName(s.Of(e.text)) {
			return s
		}
	}
	return text.Span{}
}

// replaceable returns the last name, with its article, if another can stand there: none can
// for the Huawei in "buy Huawei equipment".
func (e *earlier) replaceable() text.Span {
	all := e.names()
	if len(all) == 0 {
		return text.Span{}
	}
	from, to := all[len(all)-1][0], all[len(all)-1][1]
	goesOn := to+1 < len(e.words) && !e.words[to+1].Stop
	if goesOn && (from == 0 || !e.words[from-1].Stop || e.prepositionBefore(from) != "") {
		return text.Span{}
	}
	return e.stretch(e.withArticle(from), to)
}

// nameEnd returns the last of the words from i on that are written as a name.
func (p *parser) nameEnd(i int) int {
	for i+1 < len(p.words) && p.is(i+1, asName) && strings.TrimSpace(p.text[p.words[i].End:p.words[i+1].Start]) == "" {
		i++
	}
	return i
}

// isFullName reports whether a text is two words or more of which the first and the last
// are written as names are, and not as NATO is.
func isFullName(t string) bool {
	words := strings.Fields(t)
	if len(words) < 2 {
		return false
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		if !startsUpper(w) || w == strings.ToUpper(w) && utf8.RuneCountInString(w) > 2 {
			return false
		}
	}
	return true
}
