package answer

import (
	"slices"
	"testing"

	"verbatim/answer/text"
)

func TestSuggestions(t *testing.T) {
	l := harbours(t)
	load(t, l,
		&Article{ID: "again", Title: "Ferries in May", Source: "CNN Business", Lang: text.English, Text: "“It is deep, and it is old,” said Bo Lie.\n\n“It is far too deep,” said Bo Lie."},
		&Article{ID: "gone", Title: "Gone", Source: "Gone", Lang: text.English, Text: "“It is deep, and it is old,” said Gone Girl."})
	if err := l.Remove(ctx, "gone"); err != nil {
		t.Fatal(err)
	}
	outlets := func(typed string, n int) []Facet { return suggested(t)(l.Outlets(ctx, typed, n)) }
	speakers := func(typed string, n int) []Facet { return suggested(t)(l.SpeakersNamed(ctx, typed, n)) }
	titles := func(typed string, n int) (all []Facet) {
		got, err := l.Titles(ctx, typed, n)
		for _, title := range got {
			all = append(all, Facet{Name: title})
		}
		return suggested(t)(all, err)
	}
	for _, c := range []struct {
		name  string
		ask   func(string, int) []Facet
		typed string
		n     int
		want  []Facet
	}{
		{"all outlets", outlets, "", 9, []Facet{{"CNN Business", 2}, {"Herald", 1}, {"The Herald", 1}, {"Évening Post", 1}}},
		{"an accent left out", outlets, "EVE", 9, []Facet{{"Évening Post", 1}}},
		{"an accent added", outlets, "hérald", 1, []Facet{{"Herald", 1}}},
		{"several words", outlets, " the  he", 9, []Facet{{"The Herald", 1}}},
		{"within a word", outlets, "vening", 9, nil},
		{"all speakers", speakers, " ", 2, []Facet{{"Bo Lie", 3}, {"Anna Berg", 1}}},
		{"a surname", speakers, "l", 9, []Facet{{"Bo Lie", 3}, {"Zoë Li", 1}}},
		{"no full name", speakers, "bergm", 9, nil},
		{"all titles", titles, "", 9, []Facet{{Name: "Ferries in May"}, {Name: "Ferries in Skye"}, {Name: "Ferries in June"}}},
		{"a title", titles, "in Ma", 9, []Facet{{Name: "Ferries in May"}}},
		{"none wanted", titles, "", 0, nil},
		{"fewer than none wanted", outlets, "", -1, nil},
	} {
		if got := c.ask(c.typed, c.n); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func suggested(t *testing.T) func([]Facet, error) []Facet {
	return func(all []Facet, err error) []Facet {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		return all
	}
}
