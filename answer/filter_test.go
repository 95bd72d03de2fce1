package answer

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
	"verbatim/store/storetest"
)

// harbours returns a library of articles that all have something to say of the harbour.
func harbours(t *testing.T) *Library {
	t.Helper()
	l := openLibrary(t)
	load(t, l,
		&Article{ID: "may", Source: "The Herald", Published: "2019-05-04", Lang: text.English, Title: "Ferries in May",
			Text: "“The harbour is deep enough for ferries,” said Anna Berg.\n\n“The harbour is no place for ferries,” said Bo Lie.\n\nThe harbour has ferries in winter."},
		&Article{ID: "june", Source: "Évening Post", Published: "2019-06", Lang: text.English, Title: "Ferries in June",
			Text: "“The harbour needs more ferries now,” said Zoë Li.\n\n“I like the harbour and its ferries,” said Anna Maria Berg."},
		&Article{ID: "year", Source: "CNN Business", Published: "2020", Lang: text.English, Title: "Ferries in Skye",
			Text: "“The harbour was built for ferries,” said Bergman.\n\nNobody knows the harbour or its ferries."},
		&Article{ID: "none", Lang: text.English, Text: "“The harbour lost its ferries,” said Berg."},
		&Article{ID: "hu", Lang: text.Hungarian, Source: "Herald", Text: "– A kikötő mély – mondta Orbán Viktor."},
	)
	return l
}

func TestAnAnswerIsFromWhatTheFilterLeaves(t *testing.T) {
	l := harbours(t)
	for _, c := range []struct {
		asked string
		want  []string // articles and speakers, in any order
	}{
		{"harbour ferries", []string{"june Anna Maria Berg", "june Zoë Li", "may ", "may Anna Berg", "may Bo Lie", "none Berg", "year ", "year Bergman"}},
		{"from:herald harbour ferries", []string{"may ", "may Anna Berg", "may Bo Lie"}},
		{`harbour ferries from:"evening post"`, []string{"june Anna Maria Berg", "june Zoë Li"}},
		{"harbour from:cnn ferries", []string{"year ", "year Bergman"}},
		{"from:cn harbour ferries", nil},
		{`from:"ferries in june" harbour ferries`, []string{"june Anna Maria Berg", "june Zoë Li"}},
		{`from:"ferries in" harbour ferries`, nil},
		{"from:Post by:berg harbour ferries", []string{"june Anna Maria Berg"}},
		{"by:berg harbour ferries", []string{"june Anna Maria Berg", "may Anna Berg", "none Berg"}},
		{`by:"Anna Berg" harbour ferries`, []string{"june Anna Maria Berg", "may Anna Berg"}},
		{`by:"Maria Berg" harbour ferries`, []string{"june Anna Maria Berg"}},
		{"by:Anna harbour ferries", nil},
		{`by:"zoe li" harbour ferries`, []string{"june Zoë Li"}},
		{"by:Orbán kikötő", []string{"hu Orbán Viktor"}},
		{"by:Viktor kikötő", nil},
		{"after:2019-05 harbour ferries", []string{"june Anna Maria Berg", "june Zoë Li", "may ", "may Anna Berg", "may Bo Lie", "year ", "year Bergman"}},
		{"after:2019-05-05 harbour ferries", []string{"june Anna Maria Berg", "june Zoë Li", "year ", "year Bergman"}},
		{"after:2019-06-02 before:2020 harbour ferries", nil},
		{"after:2020-02 harbour ferries", nil},
		{"before:2020-06 harbour ferries", []string{"june Anna Maria Berg", "june Zoë Li", "may ", "may Anna Berg", "may Bo Lie"}},
		{"before:2019-06-30 harbour ferries", []string{"may ", "may Anna Berg", "may Bo Lie"}},
		{`by:berg`, []string{"june Anna Maria Berg", "may Anna Berg", "none Berg"}},
		{"from:Herald", nil},
	} {
		a, err := l.Ask(ctx, Question{Text: c.asked, Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range a.Quotes {
			got = append(got, q.Article.ID+" "+q.Speaker.Of(q.Article.Text))
			checkQuote(t, l, q)
		}
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, c.want) {
			t.Errorf("%s: quoted %q, want %q", c.asked, got, c.want)
		}
		if _, f := question.Filters(c.asked); a.Filter != f || a.Question != c.asked {
			t.Errorf("%s: the answer has %+v and %q", c.asked, a.Filter, a.Question)
		}
	}
}

func TestNoQuoteIsOutsideTheFilter(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	quoted := 0
	for range 30 {
		l := openLibrary(t)
		for n := range 8 {
			body := randomText(rng, 120)
			source, date := []string{"", "Herald", "The Herald", "Post"}[rng.IntN(4)], []string{"", "2018-07", "2019", "2019-03-04"}[rng.IntN(4)]
			load(t, l, &Article{ID: fmt.Sprint(n), Source: source, Published: date, Lang: text.English, Text: body + " end"})
		}
		for _, filter := range []string{"from:Herald", "by:Berg", `by:"Anna Berg" from:Herald`, "after:2019", "before:2019-03", "by:Berg after:2018-08"} {
			asked := filter + " " + randomText(rng, 4)
			found, err := l.Ask(ctx, Question{Text: asked, Limit: 5, Nearest: rng.IntN(2) == 0})
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range found.Quotes {
				for _, each := range append(q.Also, q) {
					if !lets(found.Filter, each) {
						t.Errorf("%s: quoted %q of %+v", asked, each.Text(), each.Article)
					}
					quoted++
				}
			}
		}
	}
	if quoted == 0 {
		t.Error("nothing was quoted: the test shows nothing")
	}
}

// lets says in other words than the library whether a filter of the test above lets a quote through.
func lets(f question.Filter, q Quote) bool {
	a := q.Article
	switch {
	case f.From != "" && !strings.Contains(a.Source, f.From),
		f.By != "" && !strings.HasSuffix(q.Speaker.Of(a.Text), f.By),
		f.After != "" && a.Published < f.After,
		f.Before != "" && a.Published != "2018-07":
		return false
	}
	return true
}

func TestASpeakerAloneIsQuotedNewestFirst(t *testing.T) {
	l := harbours(t)
	a, err := l.Ask(ctx, Question{Text: `by:"Berg"`, Limit: 2})
	if err != nil || len(a.Quotes) != 2 || a.Quotes[0].Article.ID != "june" || a.Quotes[1].Article.ID != "may" {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestASpellingIsMendedBehindTheFilter(t *testing.T) {
	l := harbours(t)
	a := ask(t, l, `Who built the harbuor for ferries? from:"CNN Business"`)
	if want := `from:"CNN Business" Who built the harbour for ferries?`; a.DidYouMean != want {
		t.Errorf("did you mean %q, want %q", a.DidYouMean, want)
	}
}

func TestFollowKeepsTheFilter(t *testing.T) {
	l := harbours(t)
	for _, c := range []struct{ before, now, want string }{
		{"What about ferries? from:Herald", "and the harbour?", "from:Herald What about the harbour?"},
		{"from:Herald after:2019 What did Anna Berg say about fees?", "and NATO? after:2020", "from:Herald after:2020 What did Anna Berg say about NATO?"},
		{"What did Anna Berg say about fees? from:Herald", "what else?", "What did Anna Berg say about fees? from:Herald"},
		{"What did Anna Berg say about fees? from:Herald", "what else? from:CNN", "from:CNN What did Anna Berg say about fees?"},
		{"What did Anna Berg say about fees?", `from:"The Herald"`, `from:"The Herald" What did Anna Berg say about fees?`},
		{"What did Anna Berg say about fees?", "by:Lie", ""},
		{"by:Lie", "from:CNN", "from:CNN by:Lie"},
		{"by:Lie", "what about the harbour?", "by:Lie What did Lie say about the harbour?"},
		{"by:Lie from:CNN", "and Anna Berg?", "from:CNN What did Anna Berg say?"},
		{"by:Lie", "what else?", "by:Lie"},
		{"", "from:CNN", ""},
		{"from:Herald What did Anna Berg say about fees?", "Who founded Nokia?", ""},
	} {
		if got, ok, err := l.Follow(c.before, c.now, ""); got != c.want || ok != (c.want != "") || err != nil {
			t.Errorf("%q, then %q: got %q, %t, %v", c.before, c.now, got, ok, err)
		}
	}
}

func TestCardsAreChecked(t *testing.T) {
	for name, harm := range map[string]func(tx *store.Tx) error{
		"lost":       func(tx *store.Tx) error { return dropFromBlock(tx, cardKey, 1) },
		"another's":  func(tx *store.Tx) error { return putInBlock(tx, cardKey, 1, inBlock(tx, cardKey, 2)) },
		"of nothing": func(tx *store.Tx) error { return putBlocks(tx, cardKey, []blockValue{{9, inBlock(tx, cardKey, 2)}}) },
	} {
		tenant := storetest.Open(t).Tenant("t")
		l, err := Open(tenant)
		if err != nil {
			t.Fatal(err)
		}
		load(t, l, &Article{ID: "a", Source: "Herald", Text: "One ferry sails."}, english("b", "Two ferries sail."))
		if err := tenant.Update(harm); err != nil {
			t.Fatal(err)
		}
		if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%s: checked: %v", name, err)
		}
		if err := l.Reindex(ctx, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		if err := l.Check(ctx); err != nil {
			t.Errorf("%s: checked after it was mended: %v", name, err)
		}
	}
}
