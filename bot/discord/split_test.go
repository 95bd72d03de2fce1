package discord

import (
	"slices"
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	tests := []struct {
		name string
		line line
		want []string
	}{
		{"nothing", line{{}}, nil},
		{"what fits", line{{words: "One two three"}}, []string{"One two three"}},
		{"at a paragraph", line{{words: "One two\n\nthree four five"}}, []string{"One two", "\n\nthree", " four five"}},
		{"at a sentence", line{{words: "One two three! Four five"}}, []string{"One two three!", " Four five"}},
		{"at a word", line{{words: "One two three four five"}}, []string{"One two three four", " five"}},
		{"not at an early sentence", line{{words: "One! Two three four five"}}, []string{"One! Two three", " four five"}},
		{"in a word too long", line{{words: "Onetwothreefourfivesix"}}, []string{"Onetwothreefourfive", "six"}},
		{"between characters", line{{words: strings.Repeat("e\u0301", 15)}}, []string{strings.Repeat("e\u0301", 9), strings.Repeat("e\u0301", 6)}},
		{"in Chinese", line{{words: "华为没有。将来也永远不会植入后门程序绝不会"}}, []string{"华为没有。将来也永远不会植入后门程序绝", "不会"}},
		{"before what is whole", line{{words: "One two three"}, {words: " four five six", whole: true}}, []string{"One two three", " four five six"}},
		{"before what is whole, though little is left", line{{words: "One"}, {words: " two three four five", whole: true}}, []string{"One", " two three four five"}},
		{"in what is whole and too long", line{{words: "One two three four five", whole: true}}, []string{"One two three four", " five"}},
		{"escapes are longer", line{{words: "**** ****"}}, []string{"**** ****"}},
		{"escapes are too long", line{{words: "********** **"}}, []string{"*********", "* **"}},
		{"what is hidden is longer", line{{words: "ab\u202ed"}}, []string{"ab", "\u202e", "d"}},
		{"blanks alone", line{{words: strings.Repeat(" ", 25)}}, []string{strings.Repeat(" ", 19), strings.Repeat(" ", 6)}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			most := frame + (len(test.line)-1)*len("****") + 19
			var got []string
			for _, piece := range cut(test.line, most) {
				got = append(got, piece.words())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// The weight of a line is no less than what it takes as markdown.
func TestWeight(t *testing.T) {
	for _, words := range append(fragments, "", "a", "😀", "a\nb\n", "1. ", "\u202ea\u202e") {
		for _, l := range []line{{{words: words}}, {{words: words, bold: true}, {words: "."}, {words: words, link: "https://a.example/?a&b"}}} {
			weight := weigh(l).sum[len(l.words())] + frame
			if n := length(markdown(l, "> ")); n > weight {
				t.Errorf("%q takes %d characters, and weighs %d", words, n, weight)
			}
		}
	}
}
