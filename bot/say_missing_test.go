package bot

import (
	"testing"

	"verbatim/answer"
	"verbatim/answer/question"
)

func TestWhatIsMissingIsSaid(t *testing.T) {
	herald := question.Filter{From: "Herald"}
	nick := answer.Missing{Speaker: "Nick Read", Topic: "Ericsson"}
	quoted, unheard, unheld, stranger := nick, nick, nick, nick
	quoted.Quoted, unheard.Unheard = true, true
	unheld.Quoted, unheld.Names = true, []string{"Ericsson"}
	stranger.Unheard, stranger.Names = true, []string{"Read", "Ericsson"}
	ken := answer.Missing{Speaker: "Ken Hu"}
	cases := []struct {
		name   string
		answer answer.Answer
		want   string
	}{
		{"words that are there", answer.Answer{Sought: []string{"moon", "cheese"}}, "I looked for moon and cheese."},
		{"one word that is not", answer.Answer{Sought: []string{"moon"}, Missing: answer.Missing{Words: []string{"moon"}}},
			"I looked for moon, which no article has."},
		{"none that is", answer.Answer{Sought: []string{"Oz", "moon"}, Missing: answer.Missing{Names: []string{"Oz"}, Words: []string{"moon"}}},
			"I looked for Oz and moon, none of which any article has."},
		{"some that are not", answer.Answer{Sought: []string{"Oz", "moon", "1998"}, Missing: answer.Missing{Names: []string{"Oz"}, Words: []string{"1998"}}},
			"I looked for Oz, moon and 1998; no article has Oz or 1998."},
		{"no articles", answer.Answer{Sought: []string{"moon"}, Missing: answer.Missing{Nothing: true}}, "There are none here."},
		{"none that the filter leaves", answer.Answer{Sought: []string{"moon"}, Filter: herald, Missing: answer.Missing{Nothing: true}},
			"None of them is within from:Herald."},
		{"others that answer", answer.Answer{Sought: []string{"moon"}, Filter: herald, Missing: answer.Missing{Outside: true}},
			"I looked for moon, narrowed down by from:Herald; without that there is an answer."},
		{"a filter", answer.Answer{Sought: []string{"moon"}, Filter: herald, Missing: answer.Missing{Words: []string{"moon"}}},
			"I looked for moon, narrowed down by from:Herald; no article has moon."},
		{"somebody quoted on something else", answer.Answer{Sought: []string{"Ericsson"}, Missing: quoted},
			"Nothing here on Ericsson from Nick Read: each is here, but not together."},
		{"somebody quoted, on what is nowhere", answer.Answer{Sought: []string{"Ericsson"}, Missing: unheld},
			"Nothing here on Ericsson from Nick Read: no article has Ericsson."},
		{"somebody named", answer.Answer{Sought: []string{"Ericsson"}, Missing: unheard}, "No article quotes anybody called Nick Read."},
		{"somebody unknown", answer.Answer{Sought: []string{"Ericsson"}, Missing: stranger}, "No article names Nick Read."},
		{"a role", answer.Answer{Sought: []string{"Ericsson"}, Missing: nick}, "Nothing here on Ericsson from Nick Read."},
		{"a long topic", answer.Answer{Sought: []string{"moon"}, Missing: ken}, "Nothing here on that from Ken Hu."},
		{"both sides", answer.Answer{Sought: []string{"Ericsson"}, Sides: []answer.Side{{Name: "Nick Read", Missing: nick}, {Name: "Ken Hu", Missing: ken}}},
			"Nothing here on Ericsson from Nick Read. Nothing here on that from Ken Hu."},
		{"both sides, for the same reason", answer.Answer{Sought: []string{"Ericsson"}, Sides: []answer.Side{{Name: "Nick Read", Missing: quoted}, {Name: "Ken Hu", Missing: quoted}}},
			"Nothing here on Ericsson from Nick Read or Ken Hu: each is here, but not together."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got, want := plain(Say(&c.answer, 0, 3)), notAnswered+" "+c.want; got != want {
				t.Errorf("it says\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestAPageHoldsWhatBelongsTogether(t *testing.T) {
	one, differs := answer.Quote{}, answer.Quote{Differs: true}
	sides := []answer.Side{{Name: "Ann"}, {Name: "Bob"}, {Name: "Cy"}}
	cases := []struct {
		name         string
		answer       answer.Answer
		after, count int
		want         int
	}{
		{"as many as there is room for", answer.Answer{Quotes: []answer.Quote{one, one, one}}, 0, 2, 2},
		{"no more than there are", answer.Answer{Quotes: []answer.Quote{one}}, 0, 2, 1},
		{"the next page", answer.Answer{Quotes: []answer.Quote{one, one, one, one}}, 2, 1, 3},
		{"one that differs", answer.Answer{Quotes: []answer.Quote{one, differs, one}}, 0, 1, 2},
		{"two that differ, and no room", answer.Answer{Quotes: []answer.Quote{one, one, differs, differs, one}}, 0, 2, 4},
		{"a quote of each side", answer.Answer{Quotes: []answer.Quote{one, one, one, one}, Sides: sides}, 0, 1, 3},
		{"sides on the next page", answer.Answer{Quotes: []answer.Quote{one, one, one, one, one}, Sides: sides}, 3, 1, 4},
		{"behind the last", answer.Answer{Quotes: []answer.Quote{one}}, 1, 3, 1},
	}
	for _, c := range cases {
		if got := pageEnd(&c.answer, c.after, c.count); got != c.want {
			t.Errorf("%s: it ends behind %d, want %d", c.name, got, c.want)
		}
	}
}
