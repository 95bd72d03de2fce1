package question

import (
	"fmt"
	"testing"

	"verbatim/answer/text"
)

func TestPhrases(t *testing.T) {
	for _, c := range []struct{ q, want string }{
		{`Who said "never look back"?`, "[never look back]"},
		{"Who said “never” and „forget it”?", "[never] [forget it]"},
		{"Qui a dit « au revoir » ?", "[au revoir]"},
		{"Vem sade ”hej då” och »hej«?", "[hej då] [hej]"},
		{"Who said ‘the dogs’ bowl’ today?", "[the dogs]"},
		{"What's the dogs' bowl, 'really'?", ""},
		{`Is a 5" screen big?`, ""},
		{`Is a 5" screen better than a 6" one?`, ""},
		{`Who wrote "" and " "?`, ""},
		{`Who wrote "never ending?`, ""},
	} {
		got := ""
		for i, phrase := range Parse(c.q, "en").Phrases {
			var words []string
			for _, w := range phrase {
				words = append(words, w.Form)
			}
			if i > 0 {
				got += " "
			}
			got += fmt.Sprint(words)
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.q, got, c.want)
		}
	}
}

func TestWordsInQuotationMarksAreMeantAsTheyAre(t *testing.T) {
	for _, c := range []struct {
		lang    text.Lang
		q, want string
	}{
		{"en", `Who wrote "who says when"?`, "person wrote says said"},
		{"en", `"When did Berg say that?"`, "time berg* say said [berg]"},
		{"en", `What did Berg think of "the promise of peace"?`, "anything berg* think promise peace said [berg]"},
	} {
		if got := shape(Parse(c.q, c.lang)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.q, got, c.want)
		}
	}
	for _, w := range Parse(`Who said "colour bars" first?`, "en").Words {
		if want := w.Form == "colour" || w.Form == "bars"; w.Quoted != want {
			t.Errorf("%s is quoted: %v", w.Form, w.Quoted)
		}
	}
}
