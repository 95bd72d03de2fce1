package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
)

func TestSuggest(t *testing.T) {
	articles := []*answer.Article{
		{ID: "a", Title: "The tides", Source: "The Verge", Lang: "en", Text: "“The moon is far away from here,” said Anna Berg."},
		{ID: "b", Title: "The moon", Source: "TechRadar", Lang: "en", Text: "“The moon is nearer than that,” said Bo Lie."},
	}
	for n := range 40 {
		articles = append(articles, &answer.Article{ID: fmt.Sprint(n), Title: fmt.Sprint("Number ", n), Text: "The moon is full."})
	}
	b, log := newBot(t, articles...)
	for _, c := range []struct {
		of    Kind
		typed string
		want  []string
	}{
		{Source, "", []string{"TechRadar", "The Verge"}},
		{Source, "v", []string{"The Verge"}},
		{Source, "the", []string{"The Verge", "The moon", "The tides"}},
		{Speaker, "an", []string{"Anna Berg"}},
		{Kind("in"), "", nil},
	} {
		if got := b.Suggest(t.Context(), "here", c.of, c.typed); !slices.Equal(got, c.want) {
			t.Errorf("%s:%s suggests %q, want %q", c.of, c.typed, got, c.want)
		}
	}
	if got := b.Suggest(t.Context(), "here", Source, "numb"); len(got) != 25 || got[0] != "Number 39" {
		t.Errorf("suggested %q", got)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestSuggestTellsTroubleToTheLog(t *testing.T) {
	b, log := newBot(t)
	if got := b.Suggest(t.Context(), "elsewhere", Source, ""); got != nil || !strings.Contains(log.String(), "secret trouble") {
		t.Errorf("suggested %q, and logged %q", got, log)
	}
	log.Reset()
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if got := b.Suggest(cancelled, "here", Source, ""); got != nil || log.Len() == 0 {
		t.Errorf("suggested %q, and logged %q", got, log)
	}
}
