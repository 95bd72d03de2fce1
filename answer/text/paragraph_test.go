package text

import (
	"slices"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	const long = "This line is a paragraph of its own, as news sites write them, and it is far too long to have been wrapped to any width."
	tests := []struct{ name, text, want string }{
		{"empty", " \n\t\n", ""},
		{"blank lines", "One.\n\nTwo.\r\n\r\n\r\nThree.", "One.|Two.|Three."},
		{"lines that only look blank", "One.\n \u00a0\t\nTwo.\n\u200b\nThree.", "One.|Two.|Three."},
		{"a line each", "One is short.\n" + long + "\n" + long, "One is short.|" + long + "|" + long},
		{"every kind of line break", "a\rb\u2028c\u2029d\fe\vf\u0085g", "a|b|c|d|e|f|g"},
		{"wrapped", `It was late when the committee sat down to its
fourth session, and nobody in the chamber thought that
a vote would be taken before the morning came round.
Nobody went home.

The next day was no better than the one before it, and
they all said so. The chairman was still missing, which
was odd.`, `It was late when the committee sat down to its fourth session, and nobody in the chamber thought that a vote would be taken before the morning came round. Nobody went home.|The next day was no better than the one before it, and they all said so. The chairman was still missing, which was odd.`},
		{"wrapped, new paragraphs indented", `    It was late when the committee sat down to its first
session, and nobody in the chamber thought that one vote
would be taken before the morning came round again, said
    The next day was no better than the one before it and
they all said so. The chairman was still missing, as was`, `It was late when the committee sat down to its first session, and nobody in the chamber thought that one vote would be taken before the morning came round again, said|The next day was no better than the one before it and they all said so. The chairman was still missing, as was`},
		{"cut by a page", "It was a cold \nnight in the city.\nNobody slept.", "It was a cold night in the city.|Nobody slept."},
		{"cut in a long sentence", "The minister who was asked about it yesterday\nsaid that she knew of nothing.", "The minister who was asked about it yesterday said that she knew of nothing."},
		{"a list", "Contents\nfirst point\nsecond point\n• third", "Contents|first point|second point|• third"},
		{"verse", "The rain came down on Dover town\nAnd no one saw\nThe small boat that went under there\nIn March", "The rain came down on Dover town|And no one saw|The small boat that went under there|In March"},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range Paragraphs(tt.text) {
			got = append(got, strings.Join(strings.Fields(p.Of(tt.text)), " "))
		}
		want := strings.Split(tt.want, "|")
		if tt.want == "" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, want)
		}
	}
}

func FuzzParagraphs(f *testing.F) {
	f.Add("one\r\n\u00a0\ntwo\u2028three\f")
	f.Fuzz(func(t *testing.T, text string) { cover(t, text, Span{0, len(text)}, Paragraphs(text)) })
}
