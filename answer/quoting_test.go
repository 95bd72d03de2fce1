package answer

import (
	"strings"
	"testing"
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

func TestAQuoteHoldsAQuotationToItsEnd(t *testing.T) {
	got := first(ask(t, town(t), "When does the fish market open?"))
	if !strings.Contains(got, "opens at nine") || !strings.Contains(got, "because of the ice,”") {
		t.Errorf("answered with %q", got)
	}
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
}

func TestNamesInSmallLettersAreKnownByTheArticles(t *testing.T) {
	l := town(t)
	capital, small := ask(t, l, "Who met Queen Sonja?"), ask(t, l, "who met queen sonja?")
	if first(small) == "" || first(small) != first(capital) {
		t.Errorf("in small letters %q, with capitals %q", first(small), first(capital))
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
