package discord

import (
	"strings"
	"testing"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
)

// shelved is what a button of a test sends back.
func shelved(p bot.Pressed) string {
	if p.State == "" {
		return ""
	}
	return p.Name + ":" + p.State
}

// drawn draws a reply and holds every post against Discord's limits.
func drawn(t *testing.T, r bot.Reply) []post {
	t.Helper()
	posts := draw(r, shelved)
	for i, m := range posts {
		for _, broken := range m.broken() {
			t.Errorf("post %d of %d: %s", i+1, len(posts), broken)
		}
	}
	return posts
}

func TestDraw(t *testing.T) {
	said := adaptertest.Quoting("They will never plant backdoors.", "plant", "backdoors")
	said.Who = "Guo Ping, Rotating Chairman"
	said.Sources = []bot.Citation{
		{Title: "No evidence", URL: "https://paper.example/a", Link: "https://paper.example/a#:~:text=They", Place: "The Paper, paragraph 8"},
		{Title: "b.txt", URL: "ftp://other.example/b", Place: "paragraph 1"},
		{Title: "No evidence", URL: "https://wire.example/(c)", Place: "Other Wire"},
		{Title: "[Video] c", URL: "https://wire.example", Place: "paragraph 2"},
	}
	around := adaptertest.Quoting("Before.\n\nThe quote.\nIts end. After.")
	around.Quote.Span, around.Around = text.Span{Start: 9, End: 28}, text.Span{End: 35}
	press := func(label, name, state string) bot.Action {
		return bot.Action{Label: label, Pressed: bot.Pressed{Name: name, State: state}}
	}
	more, unkept := press("More quotes", "more", "m1"), press("Unkept", "more", "")
	pressable := func(words, state string) bot.Quotation {
		q := adaptertest.Quoting(words)
		q.Who = "Ann"
		q.Actions = []bot.Action{press("In context", "context", state)}
		return q
	}
	titledWith := func(title string) bot.Quotation {
		q := adaptertest.Quoting("Yes.")
		q.Sources = []bot.Citation{{Title: title}}
		return q
	}
	var many []bot.Action
	for i := range 26 {
		many = append(many, press("A", "more", string(rune('a'+i))))
	}

	tests := []struct {
		name       string
		reply      bot.Reply
		content    string
		embeds     []string
		components string
	}{
		{name: "nothing"},
		{name: "a paragraph", reply: bot.Reply{Blocks: []bot.Block{bot.Paragraph("Did you mean “<b> & *c*” at 10:30?"), bot.Paragraph("Yes.")}},
			content: `Did you mean “\<b\> & \*c\*” at 10:30?` + "\nYes."},
		{name: "a quotation", reply: bot.Reply{Blocks: []bot.Block{said}},
			content: "Guo Ping, Rotating Chairman: “They will never plant backdoors.”",
			embeds: []string{`{"url":"https://paper.example/a#:~:text=They","title":"No evidence",` +
				`"description":"> They will never **plant** **backdoors**.","color":3900150,` +
				`"footer":{"text":"The Paper, paragraph 8"},"author":{"name":"Guo Ping, Rotating Chairman"},` +
				`"fields":[{"name":"Also in","value":"b.txt, paragraph 1\n[Other Wire](https://wire.example/%28c%29)\n\\[Video\\] c, [paragraph 2](https://wire.example)"}]}`}},
		{name: "a quotation in its place", reply: bot.Reply{Blocks: []bot.Block{around}},
			content: "“The quote. Its end.”",
			embeds:  []string{`{"description":"> Before.\n> \n> **The quote.**\n> **Its end.** After.","color":3900150}`}},
		{name: "what is hidden", reply: bot.Reply{Blocks: []bot.Block{adaptertest.Quoting("a\u202e\u200bb`U+202E`\r\n\tc\n")}},
			content: "“a\\<U+202E\\>\\<U+200B\\>b\\`U+202E\\` c”",
			embeds:  []string{"{\"description\":\"> a`U+202E U+200B`b\\\\`U+202E\\\\`\\r\\n> \\tc`U+000A`\",\"color\":3900150}"}},
		{name: "a list", reply: bot.Reply{Blocks: []bot.Block{bot.List{Heading: "Also", Items: []bot.Item{
			{Name: "/ask", About: "an answer"}, {Name: "help"}}}}},
			content: "Also",
			embeds:  []string{"{\"description\":\"- `/ask` – an answer\\n- `help`\",\"color\":3900150}"}},
		{name: "a list of articles", reply: bot.Reply{Blocks: []bot.Block{bot.List{Heading: "Articles", Items: []bot.Item{
			{Name: "A title", About: "The Paper", Link: "https://a.example"}, {Name: "1. [b]", About: "The Wire", Link: "https://b.example"}}}}},
			content: "Articles",
			embeds:  []string{`{"description":"- [A title](https://a.example) – The Paper\n- 1\\. \\[b\\] – [The Wire](https://b.example)","color":3900150}`}},
		{name: "one row of buttons for one quotation", reply: bot.Reply{Blocks: []bot.Block{pressable("Yes.", "c1")}, Actions: []bot.Action{more, unkept}},
			content: "Ann: “Yes.”",
			embeds:  []string{`{"description":"> Yes.","color":3900150,"author":{"name":"Ann"}}`},
			components: `[{"components":[{"label":"In context","style":2,"disabled":false,"custom_id":"context:c1","type":2},` +
				`{"label":"More quotes","style":2,"disabled":false,"custom_id":"more:m1","type":2}],"type":1}]`},
		{name: "numbers where there are several", reply: bot.Reply{Blocks: []bot.Block{pressable("Yes.", "c1"), pressable("No.", "c2")}, Actions: []bot.Action{more}},
			content: "Ann: “Yes.”",
			embeds: []string{`{"description":"> Yes.","color":3900150,"author":{"name":"1. Ann"}}`,
				`{"description":"> No.","color":3900150,"author":{"name":"2. Ann"}}`},
			components: `[{"components":[{"label":"In context 1","style":2,"disabled":false,"custom_id":"context:c1","type":2},` +
				`{"label":"In context 2","style":2,"disabled":false,"custom_id":"context:c2","type":2}],"type":1},` +
				`{"components":[{"label":"More quotes","style":2,"disabled":false,"custom_id":"more:m1","type":2}],"type":1}]`},
		{name: "a heading below words", reply: bot.Reply{Blocks: []bot.Block{bot.Paragraph("Yes."), bot.List{Heading: "Also", Items: []bot.Item{{Name: "a"}}}}},
			content: "Yes.", embeds: []string{`{"title":"Also","description":"- a","color":3900150}`}},
		{name: "numbers where nobody knows who", reply: bot.Reply{Blocks: []bot.Block{titledWith("2019"), titledWith("A title")}},
			content: "2019: “Yes.”",
			embeds: []string{`{"title":"1\\. 2019","description":"> Yes.","color":3900150}`,
				`{"title":"2\\. A title","description":"> Yes.","color":3900150}`}},
		{name: "the same button again", reply: bot.Reply{Actions: []bot.Action{more, more}},
			content:    "…",
			components: `[{"components":[{"label":"More quotes","style":2,"disabled":false,"custom_id":"more:m1","type":2}],"type":1}]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			posts := drawn(t, test.reply)
			if len(posts) == 0 && test.content == "" && test.embeds == nil {
				return
			}
			if len(posts) != 1 {
				t.Fatalf("%d posts, want one", len(posts))
			}
			if posts[0].Content != test.content {
				t.Errorf("content\n%s\nwant\n%s", posts[0].Content, test.content)
			}
			want := "[" + strings.Join(test.embeds, ",") + "]"
			if test.embeds == nil {
				want = "null"
			}
			if got := adaptertest.JSON(t, posts[0].Embeds); got != want {
				t.Errorf("embeds\n%s\nwant\n%s", got, want)
			}
			if want = test.components; want == "" {
				want = "null"
			}
			if got := adaptertest.JSON(t, posts[0].Components); got != want {
				t.Errorf("components\n%s\nwant\n%s", got, want)
			}
		})
	}
	t.Run("more buttons than a post takes", func(t *testing.T) {
		posts := drawn(t, bot.Reply{Blocks: []bot.Block{bot.Paragraph("Yes.")}, Actions: many})
		if len(posts) != 2 || len(posts[0].Components) != mostRows || len(posts[1].Components) != 1 {
			t.Errorf("%d posts of buttons, want two: %v", len(posts), adaptertest.JSON(t, posts))
		}
	})
}

// What the bot says is above all else in a post, and what stands below stays below.
func TestOrder(t *testing.T) {
	posts := drawn(t, bot.Reply{Blocks: []bot.Block{bot.Paragraph("One."), adaptertest.Quoting("Two."), bot.Paragraph("Three."), adaptertest.Quoting("Four.")}})
	var order []string
	for _, m := range posts {
		order = append(order, m.Content)
		for _, e := range m.Embeds {
			order = append(order, e.Description)
		}
	}
	if got, want := strings.Join(order, "|"), "One.\n“Two.”|> Two.|Three.|> Four."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
