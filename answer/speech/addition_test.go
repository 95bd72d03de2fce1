package speech

import (
	"testing"

	"verbatim/answer/text"
)

func TestAddition(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“It rains a lot,” said Anna Berg, a baker who lives in Oslo. “We like it.”", ", a baker who lives in Oslo"},
		{"“It rains a lot,” said Anna Berg, 57, of Oslo.", ", 57, of Oslo"},
		{"“It rains a lot,” said Anna Berg of Oslo.", " of Oslo"},
		{"“It rains a lot,” Anna Berg, who bakes in Oslo, said on Monday.", ", who bakes in Oslo"},
		{"Anna Berg (R-Ill.), a senator, said: “It rains a lot.”", " (R-Ill.), a senator"},
		{"“It rains a lot,” said Anna Berg, adding that she liked it.", ""},
		{"“It rains a lot,” said Anna Berg, a baker, on Monday.", ", a baker"},
		{"“It rains a lot,” said Anna Berg, and left.", ""},
		{"“It rains a lot,” Anna Berg said.", ""},
		{"Anna Berg, a baker, told the town and then said: “It rains a lot.”", ", a baker"},
		{"Anna Berg bakes. “It rains a lot,” she said.", ""},
	} {
		got := Find(c.text, text.English, text.Paragraphs(c.text))[0].Addition.Of(c.text)
		if got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}
