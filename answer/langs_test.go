package answer

import (
	"slices"
	"testing"

	"verbatim/answer/text"
)

func TestAnAnswerIsInTheLanguagesThatAreWanted(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("en", "The NATO harbour is deep."), &Article{ID: "no", Lang: text.Norwegian, Text: "NATO har en dyp havn."})
	for _, c := range []struct {
		asked string
		langs []text.Lang
		want  string
	}{
		{"NATO", []text.Lang{text.English}, "en"},
		{"NATO", []text.Lang{text.Norwegian, text.Swedish}, "no"},
		{"harbour", []text.Lang{text.Norwegian}, ""},
		{"harbour", nil, "en"},
	} {
		a, err := l.Ask(t.Context(), Question{Text: c.asked, Langs: c.langs})
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(a.Quotes, func(q Quote) bool { return q.Article.ID != c.want }); got || a.Abstained() != (c.want == "") {
			t.Errorf("%q in %q is answered with %v", c.asked, c.langs, a.Quotes)
		}
	}
}
