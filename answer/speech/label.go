package speech

import (
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// labelled returns for each paragraph of a transcript where its words begin, after the name of who speaks: TRUMP: We will.
// A text is a transcript if at least two names do so, each more than once.
func labelled(t string, lang *language, paragraphs []text.Span) []int {
	starts := make([]int, len(paragraphs))
	times := map[string]int{}
	for i, p := range paragraphs {
		if label, ok := labelOf(p.Of(t)); ok {
			starts[i] = p.Start + len(label) + 1
			times[label]++
		}
	}
	repeated := 0
	for _, n := range times {
		if n > 1 {
			repeated++
		}
	}
	if repeated < 2 {
		clear(starts)
	}
	return starts
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
	return label, len(label) > 2
}
