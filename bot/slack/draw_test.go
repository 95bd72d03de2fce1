package slack

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
	"verbatim/bot/slack/slacktest"
)

// wire returns the JSON of a post as it is sent, which the judge of limits reads.
func (m post) wire(t *testing.T) []byte {
	t.Helper()
	encoded, err := json.Marshal(map[string]any{"text": m.Text, "blocks": slack.Blocks{BlockSet: m.Blocks}})
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

// drawn draws a reply and holds every post against Slack's limits.
func drawn(t *testing.T, r bot.Reply) []post {
	t.Helper()
	posts := draw(r)
	for i, m := range posts {
		for _, broken := range slacktest.Limits(m.wire(t)) {
			t.Errorf("post %d of %d: %s", i+1, len(posts), broken)
		}
	}
	return posts
}

func TestDraw(t *testing.T) {
	said := adaptertest.Quoting("They will never plant backdoors.", "plant", "backdoors")
	said.Quote.Article.Text += " Guo Ping"
	said.Quote.Speaker = text.Span{Start: 33, End: 41}
	said.Who = "Guo Ping, Rotating Chairman"
	said.Sources = []bot.Citation{
		{Title: "No evidence", URL: "https://paper.example/a", Link: "https://paper.example/a#:~:text=They", Place: "The Paper, paragraph 8"},
		{Title: "b.txt", URL: "ftp://other.example/b", Place: "paragraph 1"},
	}
	around := adaptertest.Quoting("Before.\n\nThe quote.\n\nAfter.")
	around.Quote.Span, around.Around = text.Span{Start: 9, End: 19}, text.Span{End: 27}
	around.Quote.Marks = []text.Span{{Start: 13, End: 18}}
	press := func(label, name, state string) bot.Action {
		return bot.Action{Label: label, Pressed: bot.Pressed{Name: name, State: state}}
	}
	context, more := press("In context", "context", "c1"), press("More quotes", "more", "m1")
	pressable := adaptertest.Quoting("Yes.")
	pressable.Actions = []bot.Action{context}

	copied := adaptertest.Quoting("Yes.")
	copied.Sources = []bot.Citation{{Title: "A title"}, {Title: "A title", URL: "https://b.example", Place: "Other Wire"}, {Title: "A title"}}

	tests := []struct {
		name   string
		reply  bot.Reply
		text   string
		blocks []string
	}{
		{"nothing", bot.Reply{}, "", nil},
		{"a paragraph", bot.Reply{Blocks: []bot.Block{bot.Paragraph("Did you mean “<b> & *c*”?")}},
			"Did you mean “&lt;b&gt; &amp; *c*”?",
			[]string{`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Did you mean “<b> & *c*”?"}]}]}`}},
		{"a quotation", bot.Reply{Blocks: []bot.Block{said}},
			"“They will never plant backdoors.”\nGuo Ping, Rotating Chairman\nNo evidence\nThe Paper, paragraph 8\nAlso in b.txt, paragraph 1",
			[]string{
				`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[` +
					`{"type":"text","text":"They will never "},{"type":"text","text":"plant","style":{"bold":true}},{"type":"text","text":" "},` +
					`{"type":"text","text":"backdoors","style":{"bold":true}},{"type":"text","text":"."}]}]}`,
				`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[` +
					`{"type":"text","text":"Guo Ping","style":{"bold":true}},{"type":"text","text":", Rotating Chairman"},{"type":"text","text":"\n"},` +
					`{"type":"link","url":"https://paper.example/a#:~:text=They","text":"No evidence"}]}]}`,
				`{"type":"context","elements":[{"type":"plain_text","text":"The Paper, paragraph 8","emoji":false}]}`,
				`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[` +
					`{"type":"text","text":"Also in "},{"type":"text","text":"b.txt"},{"type":"text","text":", paragraph 1"}]}]}`,
			}},
		{"a quotation in its place", bot.Reply{Blocks: []bot.Block{around}},
			"“Before.  The quote.  After.”",
			[]string{`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[` +
				`{"type":"text","text":"Before.\n\n"},{"type":"text","text":"The quote.","style":{"bold":true}},{"type":"text","text":"\n\nAfter."}]}]}`}},
		{"what is hidden", bot.Reply{Blocks: []bot.Block{adaptertest.Quoting("a\u202e\u200bb<U+202E>\r\n\tc\r")}},
			"“a&lt;U+202E&gt;&lt;U+200B&gt;b&lt;U+202E&gt;   c ”",
			[]string{`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[` +
				`{"type":"text","text":"a"},{"type":"text","text":"<U+202E><U+200B>","style":{"code":true}},` +
				`{"type":"text","text":"b<U+202E>\r\n\tc"},{"type":"text","text":"<U+000D>","style":{"code":true}}]}]}`}},
		{"the same title again", bot.Reply{Blocks: []bot.Block{copied}},
			"“Yes.”\nA title\nAlso in Other Wire\nAlso in A title",
			[]string{
				`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"Yes."}]}]}`,
				`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"A title"}]}]}`,
				`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[` +
					`{"type":"text","text":"Also in "},{"type":"link","url":"https://b.example","text":"Other Wire"},` +
					`{"type":"text","text":"\n"},{"type":"text","text":"Also in "},{"type":"text","text":"A title"}]}]}`,
			}},
		{"a list", bot.Reply{Blocks: []bot.Block{bot.List{Heading: "Also", Items: []bot.Item{
			{Name: "/ask", About: "an answer"}, {Name: "help"}, {Name: "A title", Link: "https://a.example"}}}}},
			"Also\n/ask – an answer\nhelp\nA title",
			[]string{`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Also","style":{"bold":true}}]},` +
				`{"type":"rich_text_list","elements":[` +
				`{"type":"rich_text_section","elements":[{"type":"text","text":"/ask","style":{"code":true}},{"type":"text","text":" – an answer"}]},` +
				`{"type":"rich_text_section","elements":[{"type":"text","text":"help","style":{"code":true}}]},` +
				`{"type":"rich_text_section","elements":[{"type":"link","url":"https://a.example","text":"A title"}]}],"style":"bullet","indent":0,"border":0,"offset":0}]}`}},
		{"one row of buttons for one quotation", bot.Reply{Blocks: []bot.Block{pressable}, Actions: []bot.Action{more}},
			"“Yes.”",
			[]string{
				`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"Yes."}]}]}`,
				`{"type":"actions","elements":[` +
					`{"type":"button","text":{"type":"plain_text","text":"In context","emoji":false},"action_id":"context:1","value":"c1"},` +
					`{"type":"button","text":{"type":"plain_text","text":"More quotes","emoji":false},"action_id":"more:2","value":"m1"}]}`,
			}},
		{"a row of buttons for each of several", bot.Reply{Blocks: []bot.Block{pressable, adaptertest.Quoting("No.")}, Actions: []bot.Action{more}},
			"“Yes.”\n\n“No.”",
			[]string{
				`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"Yes."}]}]}`,
				`{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"In context","emoji":false},` +
					`"action_id":"context:1","value":"c1","accessibility_label":"In context: Yes."}]}`,
				`{"type":"divider"}`,
				`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"No."}]}]}`,
				`{"type":"divider"}`,
				`{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"More quotes","emoji":false},"action_id":"more:2","value":"m1"}]}`,
			}},
		{"buttons alone", bot.Reply{Actions: []bot.Action{more, press("Too much", "more", strings.Repeat("s", 2001))}},
			"…",
			[]string{`{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"More quotes","emoji":false},"action_id":"more:1","value":"m1"}]}`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			posts := drawn(t, test.reply)
			if test.blocks == nil && posts == nil {
				return
			}
			if len(posts) != 1 {
				t.Fatalf("%d posts, want one", len(posts))
			}
			if posts[0].Text != test.text {
				t.Errorf("text\n%q\nwant\n%q", posts[0].Text, test.text)
			}
			if got, want := adaptertest.JSON(t, posts[0].Blocks), "["+strings.Join(test.blocks, ",")+"]"; got != want {
				t.Errorf("blocks\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestTheButtonsOfAnItemStandBelowIt(t *testing.T) {
	var l bot.List
	l.Heading = "Articles"
	for i := range 25 {
		name := fmt.Sprint("Title ", i)
		l.Items = append(l.Items, bot.Item{Name: name, About: strings.Repeat("<&\u202e", 50), Link: "https://a.example/" + strings.Repeat("&", 200), Actions: []bot.Action{
			{Label: "Show", Pressed: bot.Pressed{Name: "show", State: strings.Repeat("s", 1990) + fmt.Sprint(i)}},
			{Label: "Take out", Pressed: bot.Pressed{Name: "remove", State: strings.Repeat("r", 1990) + fmt.Sprint(i)}},
		}})
	}
	l.Items = append(l.Items, bot.Item{Name: "the last", About: "has none"})
	var all []string
	for _, p := range draw(bot.Reply{Blocks: []bot.Block{l}}) {
		encoded, err := json.Marshal(map[string]any{"text": p.Text, "blocks": p.Blocks})
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range slacktest.Limits(encoded) {
			t.Error(broken)
		}
		all = append(all, string(encoded))
	}
	rest := strings.Join(all, "\n")
	for i := range 25 {
		for _, next := range []string{fmt.Sprintf("Title %d\"", i), fmt.Sprintf("s%d\"", i), fmt.Sprintf("r%d\"", i)} {
			_, after, found := strings.Cut(rest, next)
			if !found {
				t.Fatalf("%s does not stand behind what it follows", next)
			}
			rest = after
		}
	}
	if !strings.Contains(rest, "the last") || !strings.Contains(all[0], "Show: Title 0") {
		t.Error("the last item is missing, or who does not see a button is not told what it is about")
	}
}

func TestItemsWithButtonsShareAPost(t *testing.T) {
	l := bot.List{Heading: "Articles"}
	for i := range 20 {
		l.Items = append(l.Items, bot.Item{Name: fmt.Sprint("Title ", i), About: "The Paper, 1 May 2019", Actions: []bot.Action{{Label: "Show", Pressed: bot.Pressed{Name: "show", State: strings.Repeat("s", 150)}}}})
	}
	if n := len(draw(bot.Reply{Blocks: []bot.Block{l}})); n != 1 {
		t.Errorf("20 items take %d posts", n)
	}
}
