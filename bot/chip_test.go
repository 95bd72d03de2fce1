package bot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
)

// harbours are articles of two years and outlets about the same thing.
func harbours() []*answer.Article {
	return []*answer.Article{
		{ID: "old", Lang: text.English, Title: "Ferries", Source: "The Herald", Published: "2019-05-04",
			Text: "“The harbour is deep enough for ferries,” said Anna Berg.\n\nFishermen doubt it."},
		{ID: "new", Lang: text.English, Title: "More ferries", Source: "Evening Post", Published: "2020-06-01",
			Text: "“The harbour is no place for ferries,” said Bo Lie.\n\nThe town paid for it."},
	}
}

func TestAPressTakesAPartOffTheQuestion(t *testing.T) {
	for _, c := range []struct {
		asked, label string
		fewer, more  string // what only the wider answer holds
	}{
		{"from:Herald harbour ferries", "× from: Herald", "deep enough", "no place"},
		{"harbour ferries after:2020", "× since 2020", "no place", "deep enough"},
		{"What was said about harbour ferries in 2019?", "× in 2019", "deep enough", "no place"},
		{"What did Bo Lie say about harbour ferries?", "× by: Bo Lie", "no place", "deep enough"},
		{"What does The Herald say about harbour ferries?", "× from: Herald", "deep enough", "no place"},
	} {
		b, _ := newBot(t, harbours()...)
		r := ask(t, b, someone("ann"), c.asked)
		if got := plain(r); !strings.Contains(got, c.fewer) || strings.Contains(got, c.more) {
			t.Errorf("%s: %q", c.asked, got)
			continue
		}
		wider := press(t, b, someone("ann"), r, c.label)
		if got := plain(wider); !strings.Contains(got, c.fewer) || !strings.Contains(got, c.more) {
			t.Errorf("%s without %s: %q", c.asked, c.label, got)
		}
		if labelled(wider, c.label) != nil {
			t.Errorf("%s: %s is offered again", c.asked, c.label)
		}
	}
}

func TestAPartCanBeTakenOffWhereNothingWasFound(t *testing.T) {
	b, _ := newBot(t, harbours()...)
	r := ask(t, b, someone("ann"), "from:Gazette harbour ferries")
	if got := plain(r); !strings.HasPrefix(got, notAnswered) {
		t.Fatalf("answered with %q", got)
	}
	if got := plain(press(t, b, someone("ann"), r, "× from: Gazette")); !strings.Contains(got, "deep enough") {
		t.Errorf("without it: %q", got)
	}
}

func TestPartsStandBehindMoreQuotesAndOnTheFirstPageAlone(t *testing.T) {
	a := found(7)
	for i := range mostChips + 1 {
		a.Chips = append(a.Chips, answer.Chip{Says: fmt.Sprint("in ", 2015+i), Without: "which letters?"})
	}
	m := &turn{Message: someone("ann"), owner: "ann", settings: firstSettings}
	want := []string{moreQuotesLabel, "× in 2015", "× in 2016", "× in 2017", "× in 2018", helpfulLabel, unhelpfulLabel}
	if got := labels(m.sayAnswer(a, 0)); !slices.Equal(got, want) {
		t.Errorf("the first page has %q, want %q", got, want)
	}
	if got := labels(m.sayAnswer(a, 3)); !slices.Equal(got, []string{moreQuotesLabel}) {
		t.Errorf("the second page has %q", got)
	}
}

func labels(r Reply) (all []string) {
	for _, a := range r.Actions {
		all = append(all, a.Label)
	}
	return all
}
