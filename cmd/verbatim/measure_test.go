package main

import (
	"encoding/json"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
)

func TestMeasure(t *testing.T) {
	quote := func(id, words string) answer.Quote {
		return answer.Quote{Article: &answer.Article{ID: id, Text: words}, Span: text.Span{End: len(words)}}
	}
	var m measure
	m.add(expected{Gold: []string{"a"}, Answers: []string{"the Sun"}}, &answer.Answer{Quotes: []answer.Quote{
		quote("b", "It is the moon."), quote("a", "“Sun”, he said."),
	}})
	m.add(expected{Gold: []string{"a", "c"}}, &answer.Answer{Quotes: []answer.Quote{quote("c", "Sunday it was.")}})
	m.add(expected{Gold: []string{"a"}, Answers: []string{"sun"}}, &answer.Answer{})
	m.add(expected{}, &answer.Answer{})
	m.add(expected{}, &answer.Answer{Quotes: []answer.Quote{quote("a", "Sun.")}})
	got, err := json.Marshal(m)
	const want = `{"article@1":33.33,"article@3":66.67,"answer@1":0.00,"answer@3":50.00,"words_in_first_quote":3.5,` +
		`"abstained_on_answerable":33.33,"abstained_on_unanswerable":50.00,"took_us":0.0}`
	if err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
}

func TestHoldsAny(t *testing.T) {
	for _, c := range []struct {
		text, phrase string
		want         bool
	}{
		{"It costs $47,000 a year.", "47,000", true},
		{"It costs $147,000 a year.", "47,000", false},
		{"The “White-House” said", "a white house", true},
		{"ﬁnal", "Final", true},
		{"anything", "", false},
		{"anything", "the", false},
	} {
		if got := holdsAny(c.text, []string{c.phrase}); got != c.want {
			t.Errorf("holdsAny(%q, %q) = %t", c.text, c.phrase, got)
		}
	}
}
