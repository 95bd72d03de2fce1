package speech

import (
	"strings"

	"verbatim/answer/text"
)

// labelled returns for each paragraph of a transcript where its words begin, after the name of who speaks: READ: We will.
// A text is a transcript if at least two names do so again and again, and if most of what follows them speaks of I and
// you: a list of addresses does not. It returns nothing of a text that is none.
func labelled(t string, lang *language, paragraphs []text.Span) (starts []int) {
	var times map[string]int
	all := 0
	for i, p := range paragraphs {
		label, ok := labelOf(p.Of(t))
		if !ok {
			continue
		}
		if starts == nil {
			starts, times = make([]int, len(paragraphs)), map[string]int{}
		}
		starts[i] = p.Start + len(label) + 1
		times[label]++
		all++
	}
	names, again := 0, 0
	for _, n := range times {
		if n > 1 {
			names, again = names+1, again+n
		}
	}
	if names < 2 || 2*again < all || 2*personal(t, lang, paragraphs, starts) < all {
		return nil
	}
	return starts
}

// personal counts the paragraphs whose words speak of I or you, where they begin after a label.
func personal(t string, lang *language, paragraphs []text.Span, starts []int) (n int) {
	for i, start := range starts {
		if start > 0 && lang.personal(t[start:paragraphs[i].End]) {
			n++
		}
	}
	return n
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

// labelOf returns the words before the first colon of a paragraph, if they can be a name and more follows.
func labelOf(p string) (string, bool) {
	const longest = 40
	label, words, ok := strings.Cut(p[:min(len(p), longest)], ":")
	if !ok || !strings.HasPrefix(words, " ") {
		return "", false
	}
	for w := range strings.FieldsSeq(label) {
		if !capitalised(w) || strings.ContainsAny(w, "\"“”?!,") {
			return "", false
		}
	}
	return label, len(label) > 1 && hasWords(p, 3)
}

// hasWords reports whether a text has at least so many words.
func hasWords(t string, least int) bool {
	for range strings.FieldsSeq(t) {
		if least--; least == 0 {
			return true
		}
	}
	return false
}
