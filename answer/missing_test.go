package answer

import (
	"reflect"
	"testing"
)

func TestWhatIsMissingIsTold(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		&Article{ID: "one", Source: "Herald", Lang: "en", Text: "The plant in Leeds employs 1,200 people.\n\n“We will double our output by the summer,” said Ann Lee, the mayor of Leeds."},
		&Article{ID: "two", Source: "Echo", Lang: "en", Text: "“Ferries are late each day in winter,” said Bob Hall, the captain of the harbour."},
	)
	cases := []struct {
		asked string
		want  Missing
	}{
		{"How deep is the Baltic ocean?", Missing{Names: []string{"Baltic"}, Words: []string{"ocean"}}},
		{"What did Ann Lee say about ice hockey?", Missing{Words: []string{"ice", "hockey"}, Speaker: "Ann Lee", Topic: "ice hockey", Quoted: true}},
		{"What did Cy Young say about ice hockey?", Missing{Names: []string{"Cy", "Young"}, Words: []string{"ice", "hockey"}, Speaker: "Cy Young", Topic: "ice hockey", Unheard: true}},
		{"from:Mirror How many people does the plant in Leeds employ?", Missing{Nothing: true, Outside: true}},
		{"from:Echo How many people does the plant in Leeds employ?", Missing{Outside: true}},
	}
	for _, c := range cases {
		if got := ask(t, l, c.asked); !got.Abstained() || !reflect.DeepEqual(got.Missing, c.want) {
			t.Errorf("%q misses %+v, want %+v (%d quotes)", c.asked, got.Missing, c.want, len(got.Quotes))
		}
	}
}

func TestEachSideIsShown(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("one", "“Ferries are late each day in winter,” said Bob Hall, the captain.\n\n“Ferries are late in winter because of the ice,” said Bob Hall, the captain.\n\n“Ferries are never late in winter,” said Ann Lee, the mayor."))
	a, err := l.Ask(ctx, Question{Text: "What did Bob Hall, Ann Lee and Cy Young say about late ferries in winter?", Limit: 1})
	if err != nil || len(a.Sides) != 3 {
		t.Fatalf("got %+v, %v", a, err)
	}
	for i, want := range []bool{true, true, false} {
		if a.Has(i+1) != want {
			t.Errorf("%s is shown: %t", a.Sides[i].Name, !want)
		}
	}
	if m := a.Sides[2].Missing; !m.Unheard || m.Speaker != "Cy Young" {
		t.Errorf("of %s is missing %+v", a.Sides[2].Name, m)
	}
}

func TestAQuestionSaysHowSureItWantsToBe(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("one", "The plant in Leeds employs 1,200 people."))
	const asked = "How many people does the plant in Leeds employ?"
	score := ask(t, l, asked).Quotes[0].Score
	for silence, silent := range map[float64]bool{score / 2: false, (1 + score) / 2: true} {
		if a, err := l.Ask(ctx, Question{Text: asked, Silence: silence}); err != nil || a.Abstained() != silent {
			t.Errorf("at %g it is silent: %t, %v", silence, !silent, err)
		}
	}
}
