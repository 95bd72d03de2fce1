package slack

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/adapter/adaptertest"
	"verbatim/bot/slack/slacktest"
)

func TestDrawHome(t *testing.T) {
	list := func(heading string) bot.List {
		return bot.List{Heading: heading, Items: []bot.Item{{Name: "A title", Link: "https://a.example"}}}
	}
	const bullet = `{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"https://a.example","text":"A title"}]}],` +
		`"style":"bullet","indent":0,"border":0,"offset":0}`
	long := strings.Repeat("x", 151)
	tests := []struct {
		name   string
		reply  bot.Reply
		blocks []string
	}{
		{"nothing", bot.Reply{}, []string{`{"type":"divider"}`}},
		{"a list", bot.Reply{Blocks: []bot.Block{bot.Paragraph("Hello"), list("The newest")}}, []string{
			`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Hello"}]}]}`,
			`{"type":"header","text":{"type":"plain_text","text":"The newest","emoji":false}}`,
			`{"type":"rich_text","elements":[` + bullet + `]}`,
		}},
		{"a heading too long for a header", bot.Reply{Blocks: []bot.Block{list(long)}}, []string{
			`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"` + long + `","style":{"bold":true}}]},` + bullet + `]}`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := `{"type":"home","blocks":[` + strings.Join(test.blocks, ",") + `]}`
			if got := adaptertest.JSON(t, drawHome(test.reply)); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A page that would be too long ends with an ellipsis.
func TestHomeTooLong(t *testing.T) {
	r := bot.Reply{Blocks: slices.Repeat([]bot.Block{bot.Paragraph("Hello")}, mostHomeBlocks)}
	for more, ends := range []bool{false, true} {
		r.Blocks = slices.Concat(r.Blocks, slices.Repeat([]bot.Block{bot.Paragraph("Hello")}, more))
		view, err := json.Marshal(drawHome(r))
		if err != nil {
			t.Fatal(err)
		}
		if broken := slacktest.Limits(view); len(broken) > 0 {
			t.Error(broken)
		}
		if got := strings.Contains(string(view), adapter.Ellipsis); got != ends {
			t.Errorf("%d blocks: an ellipsis: %v", len(r.Blocks), got)
		}
	}
}
