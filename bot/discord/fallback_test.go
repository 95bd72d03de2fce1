package discord

import (
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
)

// A notification tells who says what in a line, however long that is.
func TestAlert(t *testing.T) {
	long := strings.Repeat("word ", 4000)
	tests := []struct{ name, who, title, words, want string }{
		{"who", "Ann Lee, editor", "A title", "Yes.", "Ann Lee, editor: “Yes.”"},
		{"nobody knows who", "", "A title", "Yes.", "A title: “Yes.”"},
		{"words in quotation marks", "Ann", "", "“Yes”, he said.", "Ann: “Yes”, he said."},
		{"words alone", "", "", "Yes,\nno.", "“Yes, no.”"},
		{"long", long, "", long, strings.Repeat("word ", 6) + "word…: “" + strings.Repeat("word ", 10) + "word…”"},
		{"what could act", "<@1>", "", "@everyone https://a.example ||x||", `\<\@1\>: “\@everyone https:\/\/a.example \|\|x\|\|”`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := adaptertest.Quoting(test.words)
			q.Who, q.Sources = test.who, []bot.Citation{{Title: test.title}}
			if got := drawn(t, bot.Reply{Blocks: []bot.Block{q}})[0].Content; got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}
