package speech

import (
	"testing"
	"unicode/utf8"

	"verbatim/answer/text"
)

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text, string(c.lang))
	}
	f.Add("“open\n\n“open ‘inner’\n\n\"\"“”«»‘’''", "fr")
	f.Fuzz(func(t *testing.T, article, lang string) {
		if !utf8.ValidString(article) {
			t.Skip()
		}
		last := 0
		for _, u := range Find(article, text.Lang(lang), text.Paragraphs(article)) {
			if u.Said.Empty() || u.Said.Start < last {
				t.Fatalf("said %v after %d", u.Said, last)
			}
			last = u.Said.End
			for _, s := range []text.Span{u.Said, u.Speaker, u.Role, u.Addition, u.Cue} {
				wantRange(t, article, s)
			}
		}
	})
}

// wantRange fails unless s is a range of whole runes.
func wantRange(t *testing.T, article string, s text.Span) {
	t.Helper()
	if s == (text.Span{}) {
		return
	}
	if s.Start < 0 || s.End > len(article) || s.Empty() || !utf8.ValidString(s.Of(article)) {
		t.Fatalf("%v is no range of %d bytes", s, len(article))
	}
}
