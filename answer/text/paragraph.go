package text

import "strings"

// Paragraphs returns the paragraphs of t in order, each without the white space around it.
func Paragraphs(t string) []Span {
	var out []Span
	for start := 0; start < len(t); {
		end := start + len(t[start:])
		if n := strings.IndexByte(t[start:], '\n'); n >= 0 {
			end = start + n
		}
		if p := trim(t, Span{start, end}); !p.Empty() {
			out = append(out, p)
		}
		start = end + 1
	}
	return out
}
