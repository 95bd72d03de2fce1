package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// dashed returns for each paragraph that is dialogue set off by dashes what is spoken in it: – Jeg tror det, sier Hansen.
// Paragraphs that open with a dash are dialogue where one of those in a row tells who speaks; else they are a list.
func dashed(t string, lang *language, paragraphs []text.Span) [][]quotation {
	if !lang.dashes {
		return nil
	}
	turns := make([][]quotation, len(paragraphs))
	for i := 0; i < len(paragraphs); i++ {
		first, told := i, false
		for ; i < len(paragraphs); i++ {
			n := dashAt(t, paragraphs[i])
			if n == 0 {
				break
			}
			words := trim(t, text.Span{Start: paragraphs[i].Start + n, End: paragraphs[i].End})
			spans := speechIn(t, lang, words, true)
			told = told || len(spans) != 1 || spans[0] != words
			turns[i] = setOff(paragraphs[i], spans)
		}
		for k := first; !told && k < i; k++ {
			turns[k] = nil
		}
	}
	return turns
}

// setOff makes quotations of the spoken parts of a paragraph; the first holds the dash.
func setOff(p text.Span, spans []text.Span) []quotation {
	var out []quotation
	for i, said := range spans {
		q := quotation{said: said, outer: said, dash: true}
		if i == 0 {
			q.outer.Start = p.Start
		}
		out = append(out, q)
	}
	return out
}

// dashAt returns the length of the dash that a paragraph opens with, or 0.
func dashAt(t string, p text.Span) int {
	r, n := utf8.DecodeRuneInString(p.Of(t))
	if !strings.ContainsRune(dashes, r) || n == p.Len() {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(t[p.Start+n : p.End])
	if r == '-' && next != ' ' || unicode.IsDigit(next) {
		return 0
	}
	return n
}

// speechIn returns the parts of words that are spoken: the others begin with a verb of speech after a dash, or after a
// comma if commas may do that, and end with the next dash or with the comma of ", dit-il,".
func speechIn(t string, lang *language, words text.Span, commas bool) []text.Span {
	var out []text.Span
	start, speaking := words.Start, true
	for i := words.Start; i < words.End; {
		r, n := utf8.DecodeRuneInString(t[i:words.End])
		next := i + n
		switch {
		case speaking && tells(t[:i], t[next:words.End], r, lang, commas):
			end := i
			if strings.ContainsRune("?!…", r) {
				end = next
			}
			out = append(out, text.Span{Start: start, End: end})
			start, speaking = next, false
		case !speaking && resumes(t[start:i], t[next:words.End], r, lang):
			start, speaking = next, true
		}
		i = next
	}
	if speaking {
		out = append(out, text.Span{Start: start, End: words.End})
	}
	return slices.DeleteFunc(trimmed(t, out), text.Span.Empty)
}

// trimmed takes the stops off the beginnings of spans that ended the words before, and white space.
func trimmed(t string, spans []text.Span) []text.Span {
	for i, s := range spans {
		s = trim(t, s)
		s.Start = s.End - len(strings.TrimLeft(s.Of(t), ".,:; "))
		spans[i] = s
	}
	return spans
}

const dashes = "–—―-"

// tells reports whether the narration begins after sign r: a verb of speech follows, at once or after a word such as
// the "a" of "a déclaré".
func tells(before, after string, r rune, lang *language, commas bool) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	switch {
	case strings.ContainsRune(dashes, r):
		if !unicode.IsSpace(last) && !strings.ContainsRune(",.?!…", last) {
			return false // within a word
		}
	case !strings.ContainsRune(",?!…", r), !unicode.IsSpace(first), !commas && lang.clitics == nil:
		return false
	}
	clitic := false
	for range 4 {
		after = strings.TrimLeft(after, " \u00a0")
		end := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
		if end < 0 {
			end = len(after)
		}
		w := lang.traits(after[:end])
		clitic = clitic || strings.HasPrefix(after[end:], "-")
		if w&cue != 0 && w&cueBound == 0 && !capitalised(after) {
			return commas || clitic || strings.ContainsRune(dashes, r)
		}
		if end == 0 || w&(filler|pronoun) == 0 {
			return false
		}
		after = strings.TrimPrefix(after[end:], "-")
	}
	return false
}

func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// longestAside is the most bytes of ", dit-il,".
const longestAside = 40

// resumes reports whether sign r ends the narration so far: a dash that follows a stop or a comma, or clings to the
// word before it as in —dijo Juan—; or a comma after a pronoun, as in ", dit-il,".
func resumes(narration, after string, r rune, lang *language) bool {
	told := strings.TrimRightFunc(narration, unicode.IsSpace)
	if r == ',' && len(told) < longestAside && !strings.ContainsAny(after[:min(len(after), len(" —"))], dashes) {
		words := strings.FieldsFunc(told, func(r rune) bool { return r == '-' || unicode.IsSpace(r) })
		isPronoun := func(w string) bool { return lang.traits(w)&pronoun != 0 }
		return slices.ContainsFunc(words, isPronoun) && len(words) < 5
	}
	if !strings.ContainsRune(dashes, r) || told == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(told)
	if strings.ContainsRune(".,!?:…", last) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(after)
	return len(told) == len(narration) && !letterOrDigit(first)
}
