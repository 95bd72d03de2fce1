package bot

import (
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
)

func TestHomeTellsWhatTheBotKnows(t *testing.T) {
	b, _ := newBot(t, talks...)
	got := plain(b.Home(t.Context(), "here"))
	for _, want := range []string{whatIAm, "I know 2 articles.", "- What did Paul Stone say?", newestArticles + "\n- Mary\n- Paul", "- /ask QUESTION"} {
		if !strings.Contains(got, want) {
			t.Errorf("it tells\n%s\nwithout %q", got, want)
		}
	}
}

func TestHomeOfAnEmptyLibrary(t *testing.T) {
	b, _ := newBot(t)
	if got := plain(b.Home(t.Context(), "here")); !strings.Contains(got, noArticles) || strings.Contains(got, tryAsking) {
		t.Errorf("it tells\n%s", got)
	}
	if got := b.Prompts(t.Context(), "here"); len(got) > 0 {
		t.Errorf("it suggests %q", got)
	}
}

func TestHomeOfATenantInTroubleSaysSo(t *testing.T) {
	b, log := newBot(t)
	if got := plain(b.Home(t.Context(), "elsewhere")); got != string(WentWrong) || b.Prompts(t.Context(), "elsewhere") != nil {
		t.Errorf("it tells %q", got)
	}
	if strings.Count(log.String(), "secret trouble") != 2 {
		t.Errorf("the log says %q", log)
	}
}

// Whatever is suggested is answered.
func TestPromptsAreAnswered(t *testing.T) {
	b, _ := newBot(t, append(slices.Clone(talks), &answer.Article{ID: "b.txt", Text: "Nobody speaks here."})...)
	asked := b.Prompts(t.Context(), "here")
	if len(asked) != 2 {
		t.Errorf("it suggests %q, want a question for each of the two speakers", asked)
	}
	for _, q := range asked {
		if r := ask(t, b, someone("ann"), q); !strings.HasPrefix(plain(r), "> ") {
			t.Errorf("%q is answered with %q", q, plain(r))
		}
	}
}
