package speech

import (
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// labelled returns for each paragraph of a transcript where its words begin, after the name of who speaks: READ: We will.
// A text is a transcript if at least two names do so again and again, and if most of what follows them speaks of I and
// you: a list of addresses does not.
func labelled(t string, lang *language, paragraphs []text.Span) []int {
	starts := make([]int, len(paragraphs))
	times := map[string]int{}
	all, personal := 0, 0
	for i, p := range paragraphs {
		label, ok := labelOf(p.Of(t))
		if !ok {
			continue
		}
		starts[i] = p.Start + len(label) + 1
		all++
		if lang.personal(t[starts[i]:p.End]) {
			personal++
		}
		times[label]++
	}
	names, again := 0, 0
	for _, n := range times {
		if n > 1 {
			names, again = names+1, again+n
		}
	}
	if names < 2 || 2*again < all || 2*personal < all {
		clear(starts)
	}
	return starts
}

// personal reports whether words speak of I or you, or ask.
func (l *language) personal(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if strings.HasSuffix(w, "?") || l.traits(strings.Trim(w, ",.!\"“”"))&theyWord != 0 {
			return true
		}
	}
	return false
}

// labelOf returns the words before the first colon of a paragraph, if they can be a name.
func labelOf(p string) (string, bool) {
	const longest = 40
	label, words, ok := strings.Cut(p[:min(len(p), longest)], ":")
	if !ok || !strings.HasPrefix(words, " ") || len(strings.Fields(p)) < 3 {
		return "", false
	}
	for w := range strings.FieldsSeq(label) {
		if !unicode.IsUpper([]rune(w)[0]) || strings.ContainsAny(w, "\"“”?!,") {
			return "", false
		}
	}
	return label, len(label) > 1
}
