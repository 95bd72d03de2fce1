package answer

import (
	"slices"
	"strings"
	"testing"

	"verbatim/answer/index"
	"verbatim/store"
)

// town is a small library for questions about how quotes are picked.
func town(t *testing.T) *Library {
	l := openLibrary(t)
	load(t, l,
		english("market", "The ferry came back to Vardal on Monday. “The fish market opens at nine. It was late because of the ice,” said Anna Berg, who runs it.\n\nNobody else spoke."),
		english("fair", "“It was late. It was full,” said Per Dahl, “but the apple fair was open. We ate. We slept.”"),
		english("bridge", "The old bridge over the river Storå was built in 1911. The new bridge was opened by Queen Sonja in 1974. It is red."),
		english("names", "In the morning Queen Sonja met Per Dahl. Later the mayor of Vardal showed Queen Sonja the harbour, and Per Dahl spoke."),
	)
	return l
}

func TestNoPassageCutsAQuotationThatItHasRoomFor(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "The ferry came on Monday. “The market opens at nine. It was late,” said Anna Berg, who runs it. Nobody else spoke."))
	look(t, l, "market", func(p *picker) {
		number, _ := numberOf(p.tx, "a")
		s := opened(t, p, number)
		if err := s.load(); err != nil {
			t.Fatal(err)
		}
		for i := range s.layout.Sentences {
			low, high := s.paragraph(i)
			all := s.stretches(nil, i, low, high)
			if len(all) == 0 {
				t.Errorf("sentence %d is in no passage", i)
			}
			for _, at := range all {
				if words := s.layout.span(at.from, at.to).Of(s.article.Text); strings.Count(words, "“") != strings.Count(words, "”") {
					t.Errorf("%q cuts a quotation", words)
				}
			}
		}
	})
}

func TestASentenceBetweenTwoQuotationsIsStillQuoted(t *testing.T) {
	if got := first(ask(t, town(t), "Was the apple fair open?")); !strings.Contains(got, "apple fair was open") {
		t.Errorf("answered with %q", got)
	}
}

func TestWordsInQuotationMarksHaveToStandInAQuote(t *testing.T) {
	l := town(t)
	if got := first(ask(t, l, "When was the “new bridge” opened?")); !strings.Contains(got, "The new bridge was opened") {
		t.Errorf("answered with %q", got)
	}
	if a := ask(t, l, "When was the “red bridge” opened?"); !a.Abstained() {
		t.Errorf("answered with %q", first(a))
	}
	if a := ask(t, l, "When was the “new bridge” over the “river Storå” opened?"); !strings.Contains(first(a), "new bridge") || !strings.Contains(first(a), "river Storå") {
		t.Errorf("answered with %q, which lacks one of two", first(a))
	}
	if a := ask(t, l, "When was the “new bridge” opened by “Per Dahl”?"); !a.Abstained() {
		t.Errorf("answered with %q, which lacks one of two", first(a))
	}
}

func TestNamesInSmallLettersAreKnownByTheArticles(t *testing.T) {
	l := town(t)
	err := l.tenant.View(func(tx *store.Tx) error {
		x, err := index.Open(tx, nil)
		if err != nil {
			return err
		}
		queries, err := newQueries(x, "who met queen sonja at the old bridge?", languages(tx), nil)
		if err != nil {
			return err
		}
		var names []string
		for i, term := range queries[0].terms {
			if queries[0].named.has(i) {
				names = append(names, term.Form)
			}
		}
		if !slices.Equal(names, []string{"queen", "sonja"}) {
			t.Errorf("names are %q", names)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnExplanationAddsUpToTheRank(t *testing.T) {
	a, err := town(t).Ask(t.Context(), Question{Text: "Who opened the new bridge?", Explain: true, Limit: 1})
	if err != nil || a.Abstained() {
		t.Fatal(a, err)
	}
	why := a.Quotes[0].Why
	if why == nil || len(why.Terms) != 3 || why.Rank.Total() == 0 || len(why.Tells.Parts) == 0 || len(why.Answers.Parts) == 0 {
		t.Fatalf("explained by %+v", why)
	}
	for _, term := range why.Terms {
		if !strings.HasPrefix(term.Where, "in the quote") || term.Weight <= 0 {
			t.Errorf("%+v", term)
		}
	}
}
