package bot

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
)

func TestHomeTellsWhatTheBotKnows(t *testing.T) {
	b, _ := newBot(t, talks...)
	got := plain(b.Home(t.Context(), Message{Tenant: "here"}))
	for _, want := range []string{whatIAm, "I know 2 articles.", "- What did Paul Stone say?", newestArticles + "\n- Mary\n- Paul", "- /ask QUESTION"} {
		if !strings.Contains(got, want) {
			t.Errorf("it tells\n%s\nwithout %q", got, want)
		}
	}
}

func TestSourcesAreTheOutletsWithMostFirst(t *testing.T) {
	var all []*answer.Article
	for i, outlet := range []string{"The Wire", "The Paper", "", "The Paper"} {
		all = append(all, &answer.Article{ID: string(rune('a' + i)), Source: outlet, Text: "The moon is far away."})
	}
	b, _ := newBot(t, all...)
	r := ask(t, b, someone("ann"), "sources")
	want := []Item{{Name: "The Paper", About: "2 articles"}, {Name: "The Wire", About: "1 article"}}
	if len(r.Blocks) != 2 || r.Blocks[0] != Paragraph("I know 4 articles.") || !reflect.DeepEqual(r.Blocks[1].(List).Items, want) {
		t.Errorf("the sources are %v", r.Blocks)
	}
}

func TestHomeOfAnEmptyLibrary(t *testing.T) {
	b, _ := newBot(t)
	if got := plain(b.Home(t.Context(), Message{Tenant: "here"})); !strings.Contains(got, noArticles) || strings.Contains(got, tryAsking) {
		t.Errorf("it tells\n%s", got)
	}
	if got := b.Prompts(t.Context(), "here"); len(got) > 0 {
		t.Errorf("it suggests %q", got)
	}
}

func TestHomeOfATenantInTroubleSaysSo(t *testing.T) {
	b, log := newBot(t)
	if got := plain(b.Home(t.Context(), Message{Tenant: "elsewhere"})); got != string(WentWrong) || b.Prompts(t.Context(), "elsewhere") != nil {
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

// Only who looks after the articles is offered to.
func TestHomeOffersKeepersMore(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	for name, c := range map[string]struct {
		m    Message
		more bool
	}{"a keeper": {keeper("ann"), true}, "anybody": {someone("ann"), false}} {
		r := b.Home(t.Context(), c.m)
		if labelled(r, listArticlesLabel) == nil || (labelled(r, addArticlesLabel) != nil) != c.more || (labelled(r, historyLabel) != nil) != c.more {
			t.Errorf("%s is offered %+v", name, r.Actions)
		}
	}
}
