package discord

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// listOffering returns a list of so many items that offer what some labels say.
func listOffering(items int, labels ...string) bot.List {
	l := bot.List{Heading: "Articles"}
	for i := range items {
		item := bot.Item{Name: fmt.Sprintf("Article %d", i), About: strings.Repeat("about ", 30)}
		for _, label := range labels {
			item.Actions = append(item.Actions, bot.Action{Label: label, Pressed: bot.Pressed{Name: strings.ToLower(label), State: fmt.Sprint(i)}})
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func TestWhatIsOfferedForItems(t *testing.T) {
	long := listOffering(2, "Show")
	long.Items[0].Name, long.Items[1].Name = strings.Repeat("long ", 30), ""
	twice := listOffering(2, "Show")
	twice.Items[1].Actions = twice.Items[0].Actions
	for name, test := range map[string]struct {
		reply bot.Reply
		want  string // of each post, its menus and its buttons
	}{
		"one item":            {bot.Reply{Blocks: []bot.Block{listOffering(1, "Show", "Undo")}}, "[Show][Undo]"},
		"several":             {bot.Reply{Blocks: []bot.Block{listOffering(2, "Show")}, Actions: []bot.Action{{Label: "More", Pressed: bot.Pressed{Name: "more", State: "m"}}}}, "{Article 0}{Article 1}[More]"},
		"two of each":         {bot.Reply{Blocks: []bot.Block{listOffering(2, "Show", "Undo")}}, "{Article 0}{Article 1}{Article 0}{Article 1}"},
		"the same twice":      {bot.Reply{Blocks: []bot.Block{twice}}, "[Show]"},
		"long names":          {bot.Reply{Blocks: []bot.Block{long}}, "{" + strings.TrimSpace(strings.Repeat("long ", 19)) + "…}{…}"},
		"nothing":             {bot.Reply{Blocks: []bot.Block{listOffering(3)}}, ""},
		"below a second list": {bot.Reply{Blocks: []bot.Block{listOffering(2, "Show"), bot.List{Heading: "Not loaded", Items: []bot.Item{{Name: "a"}}}}}, "{Article 0}{Article 1}"},
	} {
		t.Run(name, func(t *testing.T) {
			got := ""
			for _, m := range drawn(t, test.reply) {
				for _, row := range m.Components {
					got += offers(row.(discordgo.ActionsRow))
				}
			}
			if got != test.want {
				t.Errorf("it offers %s, want %s", got, test.want)
			}
		})
	}
}

// offers tells what is offered in a row.
func offers(row discordgo.ActionsRow) (all string) {
	for _, c := range row.Components {
		switch c := c.(type) {
		case discordgo.Button:
			all += "[" + c.Label + "]"
		case discordgo.SelectMenu:
			for _, o := range c.Options {
				all += "{" + o.Label + "}"
			}
		}
	}
	return all
}

// As many items as there may be, with all that can be done with them, keep within the limits.
func TestManyItemsAreOffered(t *testing.T) {
	for _, items := range []int{26, 125, 200} {
		if n := len(drawn(t, bot.Reply{Blocks: []bot.Block{listOffering(items, "Show", "Undo")}})); n < 1 {
			t.Errorf("%d items take %d posts", items, n)
		}
	}
}
