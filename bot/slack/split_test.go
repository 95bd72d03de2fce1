package slack

import (
	"encoding/json"
	"slices"
	"testing"

	"verbatim/bot/adapter"
)

// What is longer as Slack counts it is cut so.
func TestCutByWeight(t *testing.T) {
	for words, want := range map[string][]string{
		"&&&& &&&&":  {"&&&", "& &&", "&&"},
		"abc\u202ed": {"abc", "\u202e", "d"},
	} {
		var got []string
		for _, piece := range weights.Cut(line{{Words: words}}, elementWeight+19*textWeight) {
			got = append(got, piece.Words())
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// The weight of a line is no less than what it takes of a post.
func TestWeight(t *testing.T) {
	for _, words := range append(fragments, "", "\"quoted\" \\ \n\t", "😀") {
		for _, l := range []line{{{Words: words}}, {{Words: words, Bold: true}, {Words: words, Link: "https://a.example/?a&b"}}} {
			encoded, err := json.Marshal(elements(l))
			if err != nil {
				t.Fatal(err)
			}
			weight := weights.Of(l)
			if n := adapter.Length(string(encoded)) - len("[]"); n > weight {
				t.Errorf("%q takes %d characters of JSON, and weighs %d", words, n, weight)
			}
			if n := textWeight * adapter.Length(escape(l.Words())); n > weight {
				t.Errorf("%q takes a third of %d characters of text, and weighs %d", words, n, weight)
			}
		}
	}
}
