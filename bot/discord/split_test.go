package discord

import (
	"slices"
	"testing"

	"verbatim/bot/adapter"
)

// What is longer as markdown is cut so.
func TestCutByWeight(t *testing.T) {
	for words, want := range map[string][]string{
		"**** ****":     {"**** ****"},
		"********** **": {"*********", "* **"},
		"ab\u202ed":     {"ab", "\u202e", "d"},
	} {
		var got []string
		for _, piece := range weights.Cut(line{{Words: words}}, frame+19) {
			got = append(got, piece.Words())
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// The weight of a line is no less than what it takes as markdown.
func TestWeight(t *testing.T) {
	for _, words := range append(fragments, "", "a", "😀", "a\nb\n", "1. ", "\u202ea\u202e") {
		for _, l := range []line{{{Words: words}}, {{Words: words, Bold: true}, {Words: "."}, {Words: words, Link: "https://a.example/?a&b"}}} {
			weight := weights.Of(l) + frame
			if n := adapter.Length(markdown(l, "> ")); n > weight {
				t.Errorf("%q takes %d characters, and weighs %d", words, n, weight)
			}
		}
	}
}
