package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the sentences of one paragraph of t in order, each without the white space around it.
// Together they hold every byte of the paragraph that is not white space.
func Sentences(t string, paragraph Span, lang Lang) []Span {
	var out []Span
	p, start := t[:paragraph.End], paragraph.Start
	for i := paragraph.Start; i < len(p); i++ {
		if !strings.ContainsRune(".!?", rune(p[i])) {
			continue
		}
		end := i + 1
		for end < len(p) {
			r, n := utf8.DecodeRuneInString(p[end:])
			if !strings.ContainsRune(".!?\"'”’»)]", r) {
				break
			}
			end += n
		}
		rest := strings.TrimLeftFunc(p[end:], unicode.IsSpace)
		if rest == "" || len(rest) == len(p)-end || continues(p[start:end], rest) {
			i = end - 1
			continue
		}
		out = append(out, trim(p, Span{start, end}))
		start, i = len(p)-len(rest), len(p)-len(rest)-1
	}
	if last := trim(p, Span{start, len(p)}); !last.Empty() {
		out = append(out, last)
	}
	return out
}

// continues reports whether the sentence that seems to end goes on in rest.
func continues(sentence, rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘«(["))
	if unicode.IsLower(r) {
		return true
	}
	last := sentence[strings.LastIndexAny(sentence, " \n\t")+1:]
	return strings.HasSuffix(last, ".") && (abbreviations[strings.ToLower(last)] || utf8.RuneCountInString(last) == 2)
}

var abbreviations = map[string]bool{"mr.": true, "mrs.": true, "dr.": true, "ms.": true, "st.": true, "no.": true, "prof.": true, "gen.": true, "sen.": true, "rep.": true, "gov.": true}

func trim(t string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(t[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(t[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
