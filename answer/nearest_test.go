package answer

import (
	"slices"
	"testing"
)

func TestNearest(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		english("a", "“The harbour is deep,” said Anna Berg.\n\nThe mayor says that nobody knows."),
		english("b", "Ferries sail to Skye at noon, and the lighthouse is closed in winter."))
	for _, c := range []struct {
		name, question string
		answered, near bool
	}{
		{"what is answered", "How deep is the harbour?", true, false},
		{"one word of several", "Which football club owns the lighthouse in Madrid?", false, true},
		{"somebody's words on what they never spoke of", "What did Anna Berg say about football in Madrid?", false, true},
		{"no word held", "Who won the world cup?", false, false},
		{"a word that another was taken for", "Who bakes a harbout cake?", false, false},
		{"only a verb of saying", "Who says football?", false, false},
		{"nothing but stop words", "What is it?", false, false},
		{"a courtesy", "thanks", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := ask(t, l, c.question)
			if found.Abstained() == c.answered || found.Near != c.near {
				t.Errorf("abstained %t, near %t", found.Abstained(), found.Near)
			}
			nearest, err := l.Ask(ctx, Question{Text: c.question, Nearest: true})
			if err != nil {
				t.Fatal(err)
			}
			if wanted := c.answered || c.near; nearest.Abstained() == wanted || nearest.Near {
				t.Errorf("the nearest are %d quotes, near %t", len(nearest.Quotes), nearest.Near)
			}
		})
	}
}

func TestTheNearestAreInOrderAndUpToTheLimit(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "The lighthouse is old.\n\nThe lighthouse keeper sails to Skye.\n\nThe lighthouse lamp is new."))
	for limit := 1; limit < 5; limit++ {
		found, err := l.Ask(ctx, Question{Text: "Which lighthouse keeper plays football in Madrid?", Limit: limit, Nearest: true})
		if err != nil {
			t.Fatal(err)
		}
		if want := min(limit, 3); len(found.Quotes) != want {
			t.Errorf("limit %d: %d quotes", limit, len(found.Quotes))
		}
		if !slices.IsSortedFunc(found.Quotes, func(a, b Quote) int { return int(1e6 * (b.Score - a.Score)) }) {
			t.Errorf("limit %d: not best first", limit)
		}
		for _, q := range found.Quotes {
			checkQuote(t, l, q)
		}
	}
}
