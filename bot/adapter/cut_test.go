package adapter

import (
	"slices"
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	trails := Weights{Rune: plain.Rune}
	tests := []struct {
		name    string
		weights Weights
		line    Line
		want    []string
	}{
		{"nothing", trails, Line{{}}, nil},
		{"what fits", trails, Line{{Words: "One two three."}}, []string{"One two three."}},
		{"at a paragraph", trails, Line{{Words: "One two. Three\nfour. Five six."}}, []string{"One two. Three\n", "four. Five six."}},
		{"at a sentence", trails, Line{{Words: "One two three. Four five."}}, []string{"One two three. ", "Four five."}},
		{"at a word", trails, Line{{Words: "One two three four five"}}, []string{"One two three four ", "five"}},
		{"not at an early sentence", trails, Line{{Words: "One. Two three four five"}}, []string{"One. Two three ", "four five"}},
		{"in a word too long", trails, Line{{Words: "Onetwothreefourfivesix"}}, []string{"Onetwothreefourfive", "six"}},
		{"between characters", trails, Line{{Words: strings.Repeat("e\u0301", 15)}}, []string{strings.Repeat("e\u0301", 9), strings.Repeat("e\u0301", 6)}},
		{"in Chinese", trails, Line{{Words: "华为没有。将来也永远不会植入后门程序绝不会"}}, []string{"华为没有。将来也永远不会植入后门程序绝", "不会"}},
		{"before what is whole", trails, Line{{Words: "One two three "}, {Words: "four five six", Whole: true}}, []string{"One two three ", "four five six"}},
		{"before what is whole, though little is left", trails, Line{{Words: "One "}, {Words: "two three four five", Whole: true}}, []string{"One ", "two three four five"}},
		{"in what is whole and too long", trails, Line{{Words: "One two three four five", Whole: true}}, []string{"One two three four ", "five"}},
		{"between looks", trails, Line{{Words: "One "}, {Words: "two", Bold: true}, {Words: " three four five"}}, []string{"One two three four ", "five"}},

		{"before white space, at a paragraph", plain, Line{{Words: "One two three\n\nfour five six"}}, []string{"One two three", "\n\nfour five six"}},
		{"before white space, at a sentence", plain, Line{{Words: "One two three! Four five"}}, []string{"One two three!", " Four five"}},
		{"before white space, at a word", plain, Line{{Words: "One two three four five"}}, []string{"One two three four", " five"}},
		{"before white space, not at an early sentence", plain, Line{{Words: "One! Two three four five"}}, []string{"One! Two three", " four five"}},
		{"before white space in what is whole", plain, Line{{Words: "One two three"}, {Words: " four five six", Whole: true}}, []string{"One two three", " four five six"}},
		{"blanks alone", plain, Line{{Words: strings.Repeat(" ", 25)}}, []string{strings.Repeat(" ", 19), strings.Repeat(" ", 6)}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, piece := range test.weights.Cut(test.line, 19) {
				got = append(got, piece.Words())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestClip(t *testing.T) {
	for words, want := range map[string]string{
		"":                              "",
		"One two":                       "One two",
		"One two three":                 "One two…",
		"Onetwothree":                   "Onetwoth…",
		"\U0001f600\U0001f600 and more": "\U0001f600\U0001f600…",
	} {
		if got := Clip(words, 9); got != want {
			t.Errorf("%q is clipped to %q, want %q", words, got, want)
		}
	}
}
