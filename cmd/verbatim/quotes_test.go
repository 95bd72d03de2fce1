package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/cmd/verbatim/jsonl"
)

// What is listed is what the articles are stored with: each quotation whose speaker is known,
// byte for byte, and no other.
func TestQuotationsAreVerbatim(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	var want, got []jsonl.Quotation
	for _, a := range decode[jsonl.Article](t, verbatim(t, "", "show", "--db", db, "--json", "--all")) {
		for _, s := range append(a.Speech, a.Partial...) {
			furniture := slices.ContainsFunc(a.Furniture, func(f [2]int) bool { return f[0] < s.End && s.Start < f[1] })
			if s.Name != "" && !furniture {
				want = append(want, jsonl.Quotation{
					Text: a.Text[s.Start:s.End], Article: a.ID, Title: a.Title, Source: a.Source, Published: a.Published, URL: a.URL,
					Start: s.Start, End: s.End, Speaker: s.Name, Role: s.Role,
				})
			}
		}
	}
	got = decode[jsonl.Quotation](t, verbatim(t, "", "quotes", "--db", db, "--json"))
	for _, all := range [][]jsonl.Quotation{got, want} {
		slices.SortFunc(all, func(a, b jsonl.Quotation) int { return strings.Compare(a.Article+a.Text, b.Article+b.Text) })
	}
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("listed are\n%+v\nwant\n%+v", got, want)
	}
	quotes := 0
	for _, s := range decode[jsonl.Voice](t, verbatim(t, "", "quotes", "--db", db, "--json", "--speakers")) {
		said := decode[jsonl.Quotation](t, verbatim(t, "", "quotes", "--db", db, "--json", "--by", s.Speaker))
		for _, q := range said {
			if q.Speaker != s.Speaker {
				t.Errorf("by %s is listed what %s said", s.Speaker, q.Speaker)
			}
		}
		if quotes += s.Quotes; len(said) != s.Quotes {
			t.Errorf("%s: %d quotations, and %d are listed", s.Speaker, s.Quotes, len(said))
		}
	}
	if quotes == 0 {
		t.Error("nobody is quoted")
	}
}
