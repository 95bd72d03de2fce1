package answer

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"verbatim/answer/text"
	"verbatim/store"
)

// quoted asks a question of a library, and returns the articles that answer, and the chips.
func quoted(t *testing.T, l *Library, asked string) (articles []string, chips []Chip) {
	t.Helper()
	a, err := l.Ask(ctx, Question{Text: asked, Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range a.Quotes {
		articles = append(articles, q.Article.ID)
	}
	slices.Sort(articles)
	return slices.Compact(articles), a.Chips
}

func said(chips []Chip) string {
	var all []string
	for _, c := range chips {
		all = append(all, c.Says)
	}
	return strings.Join(all, "; ")
}

func TestPlainWordsNarrowWhereThatAnswers(t *testing.T) {
	l := harbours(t)
	for _, c := range []struct {
		asked, says string
		want        []string
	}{
		{"harbour ferries", "", []string{"june", "may", "none", "year"}},
		{"harbour ferries in 2019", "in 2019", []string{"june", "may"}},
		{"harbour ferries in May 2019", "in May 2019", []string{"may"}},
		{"harbour ferries since 2020", "since 2020", []string{"year"}},
		{"harbour ferries before June 2019", "before June 2019", []string{"may"}},
		{"In 2019, what did Berg say about harbour ferries?", "in 2019", []string{"june", "may"}},
		{"What did Zoë Li say the harbour needs?", "", []string{"june"}},
		{"What did Berg say about harbour ferries?", "by: Anna Maria Berg", []string{"june", "may", "none"}},
		{"What does CNN say about harbour ferries?", "from: CNN", []string{"year"}},
		{"What does The Herald say about harbour ferries in 2019?", "in 2019; from: Herald", []string{"may"}},
		{"According to the Herald, is the harbour deep enough for ferries?", "from: Herald", []string{"may"}},
		{"from:Herald harbour ferries in 2019", "from: Herald; in 2019", []string{"may"}},
		{"by:Berg harbour ferries in 2019", "by: Berg; in 2019", []string{"june", "may"}},
		// There are no such articles, no such answers among them, or other limits.
		{"Which harbour lost its ferries in 2011?", "", []string{"none"}},
		{"after:2020 Was the harbour built for ferries in 2019?", "since 2020", []string{"year"}},
		{"What does Reuters say about harbour ferries?", "", nil},
		{"Which harbour lost its ferries yesterday?", "", []string{"none"}},
		{"from:Gazette harbour ferries", "from: Gazette", nil},
		{"from:Herald by:Berg", "from: Herald", []string{"may"}},
		{"by:Berg", "", []string{"june", "may", "none"}},
		{"hello", "", nil},
	} {
		if got, chips := quoted(t, l, c.asked); !slices.Equal(got, c.want) || said(chips) != c.says {
			t.Errorf("%s: %q with %q, want %q with %q", c.asked, got, said(chips), c.want, c.says)
		}
	}
}

func TestAQuestionWithoutAChipFindsMore(t *testing.T) {
	l := harbours(t)
	for _, asked := range []string{
		"harbour ferries in 2019", "What did Berg say about harbour ferries?", "What does CNN say about harbour ferries?",
		"According to CNN, was the harbour built for ferries?", "from:Herald by:Berg harbour ferries in 2019",
		"What does The Herald say about harbour ferries in 2019?", "from:Gazette harbour ferries", "from:Post after:2019 harbour ferries",
	} {
		narrow, chips := quoted(t, l, asked)
		if len(chips) == 0 {
			t.Errorf("%s: no chips", asked)
		}
		for _, c := range chips {
			wide, left := quoted(t, l, c.Without)
			for _, id := range narrow {
				if !slices.Contains(wide, id) {
					t.Errorf("%s: found %q, and %q without %s, as %q", asked, narrow, wide, c.Says, c.Without)
				}
			}
			if strings.Contains(said(left), c.Says) {
				t.Errorf("%s: %s is still in %q", asked, c.Says, c.Without)
			}
		}
	}
}

// A year that only a later article tells of is no reason to leave that out.
func TestALaterArticleThatAnswersBetterIsQuoted(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		&Article{ID: "then", Published: "2019-02-01", Lang: text.English, Text: "The town council met.\n\nThe bridge was discussed at length by the council."},
		&Article{ID: "later", Published: "2020-02-01", Lang: text.English, Text: "The old bridge was closed in 2019 because its cables had rusted."},
	)
	got, chips := quoted(t, l, "Why was the old bridge closed in 2019?")
	if !slices.Contains(got, "later") || len(chips) > 0 {
		t.Errorf("quoted %q with %q", got, said(chips))
	}
}

func TestWhatNamesASpeakerIsNoOutlet(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		&Article{ID: "hers", Source: "Berg Daily", Lang: text.English, Text: "The harbour has ferries in winter."},
		&Article{ID: "herself", Source: "The Post", Lang: text.English, Text: "“I left the town,” said Anna Berg."},
	)
	if got, chips := quoted(t, l, "What does Berg say about harbour ferries?"); strings.Contains(said(chips), "from") {
		t.Errorf("quoted %q with %q", got, said(chips))
	}
}

func TestTheNearestAreNarrowedByNoPlainWords(t *testing.T) {
	l := harbours(t)
	a, err := l.Ask(ctx, Question{Text: "harbour ferries in 2019", Limit: 20, Nearest: true})
	if err != nil || len(a.Chips) > 0 || len(a.Quotes) < 4 {
		t.Errorf("%d quotes with %q, %v", len(a.Quotes), said(a.Chips), err)
	}
}

func TestASpellingIsMendedWithinATime(t *testing.T) {
	l := harbours(t)
	a := ask(t, l, "Who built the harbuor for ferries since 2020?")
	if want := "after:2020 Who built the harbour for ferries?"; a.DidYouMean != want {
		t.Errorf("did you mean %q, want %q", a.DidYouMean, want)
	}
}

func TestWhatNamesAnOutletOrASpeaker(t *testing.T) {
	l := harbours(t)
	load(t, l,
		&Article{ID: "ferry", Source: "The Daily Harbour and Ferry News", Lang: text.English, Text: "The harbour has ferries to Bergen."},
		&Article{ID: "boat", Source: "Daily Harbour and Boat News", Lang: text.English, Text: "The harbour has ferries to Oslo."},
	)
	for _, c := range []struct {
		name            string
		outlet, speaker bool
	}{
		{"CNN", true, false}, {"cnn business", true, false}, {"Business", false, false}, {"Herald", true, false},
		{"Daily Harbour and", true, false}, {"Daily Harbour and Ferry News", true, false}, {"Daily Harbour and Ferry", true, false},
		{"Daily Harbour and Post", false, false}, {"Harbour and Ferry News", false, false},
		{"Berg", false, true}, {"Anna Berg", false, true}, {"Anna Lie", false, false}, {"Berg Anna", false, false},
	} {
		err := l.tenant.View(func(tx *store.Tx) error {
			v, err := newView(tx, nil, Question{})
			if err != nil {
				return err
			}
			outlet, err := v.isOutlet(c.name)
			speaker, err2 := v.isSpeaker(c.name)
			if outlet != c.outlet || speaker != c.speaker {
				t.Errorf("%s is an outlet: %t, a speaker: %t", c.name, outlet, speaker)
			}
			return errors.Join(err, err2)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for asked, want := range map[string][]string{
		`from:"daily harbour and" ferries`:      {"boat", "ferry"},
		`from:"harbour and ferry news" ferries`: {"ferry"},
		`from:"harbour ferry news" ferries`:     nil,
	} {
		if got, _ := quoted(t, l, asked); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", asked, got, want)
		}
	}
}
