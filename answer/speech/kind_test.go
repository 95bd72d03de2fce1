package speech

import (
	"slices"
	"testing"

	"verbatim/answer/text"
)

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text string
		want []Kind
	}{
		{"“It rains a lot,” said Anna Berg.", []Kind{Direct}},
		{"Anna Berg said: “No.”", []Kind{Direct}},
		{"Anna Berg said that “it has rained for a week and will not stop”.", []Kind{Direct}},
		{"The harbour “has been a great disappointment to all of us who live here,” said Anna Berg.", []Kind{Direct}},
		{"“It rains,” said Anna Berg, a baker from Fresno, Calif. “We hardly ever see the sun.”", []Kind{Direct, Direct}},
		{"Anna Berg said the plan for a new harbour was “a very bad idea in every way” for the town.", []Kind{Partial}},
		{"Anna Berg, who bakes, called the plan for the harbour “a joke” and left.", []Kind{Partial}},
		{"The harbour, said Anna Berg, has become “a bit of a joke” for all who live there.", []Kind{Partial}},
		{"It has “not rained enough” there, Anna Berg said.", []Kind{Partial}},
		{"The so-called “miracle cure” cost a “lot of money”.", nil},
		{"On the radio's “Morning Coffee,” Anna Berg spoke about the rain.", nil},
		{"Anna Berg read “The Old Man and the Sea”.", nil},
	} {
		var got []Kind
		for _, u := range Find(c.text, text.English, text.Paragraphs(c.text)) {
			if u.Kind != Reported {
				got = append(got, u.Kind)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot %v, want %v", c.text, got, c.want)
		}
	}
}
