package text

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

func sentencesOf(t string, lang Lang) []string {
	var out []string
	for _, s := range Sentences(t, Span{0, len(t)}, lang) {
		out = append(out, s.Of(t))
	}
	return out
}

// cover fails unless spans are in order, on rune boundaries and hold every byte of t in at that is not white space.
func cover(t *testing.T, text string, at Span, spans []Span) {
	t.Helper()
	end := at.Start
	for _, s := range spans {
		if s.Empty() || s.Start < end || s.End > at.End {
			t.Fatalf("span %v after %d in %q", s, end, text)
		}
		blank(t, text[end:s.Start])
		if utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
			t.Fatalf("span %v cuts a rune of %q", s, text)
		}
		end = s.End
	}
	blank(t, text[end:at.End])
}

func blank(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if !isSpace(r) && !unicode.IsSpace(r) {
			t.Fatalf("%q is in no span", gap)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("“We are.” He said. U.S. 1. A 2. B", "en")
	f.Add("5 км. г. Москва", "ru")
	f.Fuzz(func(t *testing.T, text, lang string) {
		for _, p := range Paragraphs(text) {
			cover(t, text, p, Sentences(text, p, Lang(lang)))
		}
	})
}

func FuzzParagraphs(f *testing.F) {
	f.Add("one\r\n\u00a0\ntwo\u2028three\f")
	f.Fuzz(func(t *testing.T, text string) { cover(t, text, Span{0, len(text)}, Paragraphs(text)) })
}
