package answer

import (
	"fmt"
	"testing"

	"verbatim/answer/text"
)

// How two articles tell of a thing, as quotes of an answer show it.
const (
	toldOnce  = "once"  // with both as its sources
	toldTwice = "twice" // beside each other
	differing = "differing"
)

func TestWhatTwoArticlesTell(t *testing.T) {
	cases := []struct {
		name, question, one, other, want string
		lang                             text.Lang
	}{
		{"the same with words added", "What did the council of Leeds vote for?",
			"The council of Leeds voted for a new harbour bridge after years of quarrels over its price.",
			"The council of Leeds voted this week for a new harbour bridge after years of quarrels over its price.", toldOnce, ""},
		{"percent and its sign", "By how much did prices in Leeds rise?",
			"Prices of houses in Leeds rose by 12% last year, the council found.",
			"Prices of houses in Leeds rose by 12 per cent last year, the council found.", toldOnce, ""},
		{"a date in another order", "When does the harbour bridge in Leeds open?",
			"The harbour bridge in Leeds opens to the public on 3 March 2019.",
			"The harbour bridge in Leeds opens to the public on March 3, 2019.", toldOnce, ""},
		{"a denial", "What did the council of Leeds vote for?",
			"The council of Leeds voted for a new harbour bridge after years of quarrels over its price.",
			"The council of Leeds has not voted for a new harbour bridge after years of quarrels over its price.", toldTwice, ""},
		{"another name", "What did the council of Leeds vote for?",
			"The council of Leeds and its mayor Lee voted for a new harbour bridge after years of quarrels.",
			"The council of Leeds and its mayor Hall voted for a new harbour bridge after years of quarrels.", toldTwice, ""},
		{"a word in the place of another", "What did the council of Leeds accept?",
			"The council of Leeds accepts the plan for a new harbour bridge after years of quarrels.",
			"The council of Leeds accepts the plan against a new harbour tunnel after years of quarrels.", toldTwice, ""},
		{"another number", "How many people does the plant in Leeds employ?",
			"The plant in Leeds employs 1,200 people.", "The plant in Leeds employs 1,450 people.", differing, ""},
		{"another number in another sentence", "How many people does the plant in Leeds employ?",
			"The plant in Leeds employs 1,200 people, and wants to hire more.", "According to the union, the plant in Leeds employs 1,450 people.", differing, ""},
		{"another price", "How much did the harbour bridge in Leeds cost?",
			"The harbour bridge in Leeds cost £1.2 million.", "The harbour bridge in Leeds cost 1,500,000 pounds.", differing, ""},
		{"another day", "When does the harbour bridge in Leeds open?",
			"The harbour bridge in Leeds opens on 3 March 2019.", "The harbour bridge in Leeds opens on March 5, 2019.", differing, ""},
		{"a rounded number", "How many people live in Leeds?",
			"In Leeds live 1.2 million people.", "In Leeds live 1,234,567 people.", toldTwice, ""},
		{"a year and a day in it", "When did the harbour bridge in Leeds open?",
			"The harbour bridge in Leeds opened in 2019.", "The harbour bridge in Leeds opened on 3 March 2019.", toldTwice, ""},
		{"of another place", "How many people does the plant employ?",
			"The plant in Leeds employs 1,200 people.", "The plant in York employs 1,450 people.", toldTwice, ""},
		{"of another year", "How many people did the plant in Leeds employ?",
			"In 2018 the plant in Leeds employed 1,200 people.", "In 2019 the plant in Leeds employed 1,450 people.", toldTwice, ""},
		{"of another unit", "How many people does the plant in Leeds employ?",
			"The plant in Leeds employs 1,200 people.", "The plant in Leeds employs 40 percent of people.", toldTwice, ""},
		{"numbers that are names", "What is the plant in Leeds building?",
			"The plant in Leeds is building a Boeing 737 for the first time.", "The plant in Leeds is building a Boeing 747 for the first time.", toldTwice, ""},
		{"somebody else", "When were they inducted into the Rock Hall in Leeds?",
			"They were inducted into the Rock Hall in Leeds in 2001.", "They were inducted into the Rock Hall in Leeds in 2010.", toldTwice, ""},
		{"in French", "Combien de personnes emploie l'usine de Lyon ?",
			"L'usine de Lyon emploie 1 200 personnes.", "L'usine de Lyon emploie 1 450 personnes.", differing, text.French},
		{"in Russian", "Сколько человек работает на заводе в Туле?",
			"На заводе в Туле работает 1200 человек.", "На заводе в Туле работает 1450 человек.", differing, text.Russian},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := openLibrary(t)
			if c.lang == "" {
				c.lang = text.English
			}
			load(t, l, &Article{ID: "one", Text: c.one, Lang: c.lang}, &Article{ID: "other", Text: c.other, Lang: c.lang})
			if got := told(ask(t, l, c.question)); got != c.want {
				t.Errorf("told %s, want %s", got, c.want)
			}
		})
	}
}

func told(a *Answer) string {
	switch {
	case len(a.Quotes) == 1 && len(a.Quotes[0].Also) == 1:
		return toldOnce
	case len(a.Quotes) == 2 && a.Quotes[1].Differs:
		return differing
	case len(a.Quotes) == 2:
		return toldTwice
	}
	return fmt.Sprintf("in %d quotes", len(a.Quotes))
}

func TestWhatDiffersIsMarkedAndNeedsNoRoom(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("one", "The plant in Leeds employs 1,200 people."), english("other", "The plant in Leeds employs 1,450 people."))
	a, err := l.Ask(ctx, Question{Text: "How many people does the plant in Leeds employ?", Limit: 1})
	if err != nil || len(a.Quotes) != 2 {
		t.Fatalf("got %+v, %v", a, err)
	}
	for _, q := range a.Quotes {
		number := text.Span{Start: len("The plant in Leeds employs "), End: len("The plant in Leeds employs 1,200")}
		found := false
		for _, m := range q.Marks {
			found = found || m == number
		}
		if !found {
			t.Errorf("%v are marked in %q", q.Marks, q.Text())
		}
	}
}
