package discord

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
)

// fragments are what would act in a message if it were sent as it is.
var fragments = []string{
	"@everyone @here", "<@123456789012345678>", "<@&123456789012345678> <@!1>", "<#123456789012345678>",
	"</ask:123456789012345678>", "<t:1392734382:R>", "<:wave:123456789012345678> <a:wave:1>", "<id:customize>",
	"[a](https://b.example)", "[a] (b) ](https://b.example) [", "https://a.example/x_y", "<https://a.example>", "discord.gg/abc",
	"||spoiler||", "**bold** *it* __u__ _i_ ~~x~~", "***", "`co.de`", "``", "```ansi\n\x1b[31mred```",
	"\n> quote\n>>> all", "\n# heading\n## two\n-# small", "\n- item\n* item\n 1. one\n2) two",
	":smile::skin-tone-2: 12:100:5", "\\@everyone \\\\*a* \\", "¯\\_(ツ)_/¯", "@\u202eeveryone",
	"\u2066\u2067\u2068\u2069\u200e\u200f", "\u200b\u200c\u200d\ufeff\u2060", "\U000e0041\U000e007f",
	"\x00\x1b]8;;https://a.example\a", "\r \r\n\u2028\u2029\ufffd\ue000 `U+202E`", "\u00ad\u2800\u3164", "\n \n\n",
}

// longest are fragments longer than Discord takes in one piece.
var longest = []string{"e" + strings.Repeat("\u0301", 4200), strings.Repeat("<@1>@everyone||", 400), strings.Repeat("\u202e", 1500)}

// hostile returns the fragments, alone and in pairs.
func hostile() []string {
	all := slices.Concat(fragments, longest)
	for i, a := range fragments {
		for _, b := range fragments[i+1:] {
			all = append(all, a+b)
		}
	}
	return all
}

// everywhere returns a reply that holds s wherever something foreign may stand.
func everywhere(s string) bot.Reply {
	q := adaptertest.Quoting("He said " + s + " and left.")
	q.Quote.Speaker = text.Span{Start: 8, End: 8 + len(s)}
	q.Quote.Marks = []text.Span{{Start: 3, End: 8 + len(s)}}
	q.Who = s + ", " + s
	q.Sources = []bot.Citation{
		{Article: s, Title: s, URL: s, Link: "https://a.example/" + s, Place: s},
		{Article: s, Title: s + "2", URL: "https://a.example", Place: s},
	}
	q.Actions = []bot.Action{{Label: s, Pressed: bot.Pressed{Name: "context", State: "c"}}}
	return bot.Reply{
		Blocks: []bot.Block{
			bot.Paragraph("I read that as “" + s + "”."), q,
			bot.List{Heading: s, Items: []bot.Item{
				{Name: s, About: s, Link: s, Actions: []bot.Action{{Label: s, Pressed: bot.Pressed{Name: "show", State: "a"}}}},
				{Name: "/" + s, Link: "https://a.example", Actions: []bot.Action{{Label: s, Pressed: bot.Pressed{Name: "show", State: "b"}}}},
			}},
		},
		Actions: []bot.Action{{Label: s, Pressed: bot.Pressed{Name: "more", State: "m"}}},
	}
}

// actingIn returns what in a post could act: markup, mentions, addresses, what is hidden.
func actingIn(m post) (found []string) {
	look := func(where, markdown string) {
		s := read(markdown)
		found = append(found, s.acts...)
		for _, link := range s.links {
			if !strings.HasPrefix(link, "https://a.example") {
				found = append(found, "a link to "+link)
			}
		}
		if hides(markdown) {
			found = append(found, fmt.Sprintf("what is hidden in the %s %q", where, markdown))
		}
	}
	look("content", m.Content)
	for _, e := range m.Embeds {
		description := e.Description
		if inside, ok := quoteOf(description); ok {
			description = inside
		}
		look("title", e.Title)
		look("description", bullets.ReplaceAllString(description, ""))
		for _, f := range e.Fields {
			look("field", f.Value)
		}
		if e.Author != nil && hides(e.Author.Name) || e.Footer != nil && hides(e.Footer.Text) {
			found = append(found, "what is hidden in an author or a footer")
		}
	}
	for _, row := range m.Components {
		if slices.ContainsFunc(labelsIn(row.(discordgo.ActionsRow)), hides) {
			found = append(found, "what is hidden in a label")
		}
	}
	return found
}

// labelsIn returns what is read on what can be pressed or chosen in a row.
func labelsIn(row discordgo.ActionsRow) (labels []string) {
	for _, c := range row.Components {
		switch c := c.(type) {
		case discordgo.Button:
			labels = append(labels, c.Label)
		case discordgo.SelectMenu:
			labels = append(labels, c.Placeholder)
			for _, o := range c.Options {
				labels = append(labels, o.Label, o.Description)
			}
		}
	}
	return labels
}

// bullets are what the bot itself writes at the start of a line.
var bullets = regexp.MustCompile(`(?m)^- `)

func hides(s string) bool {
	s = strings.NewReplacer("\r\n", "", "\n", "", "\t", "").Replace(s)
	return strings.ContainsFunc(s, bot.Hidden)
}

// Nothing that an article or a question holds acts, and a quote can be read back.
func TestNothingActs(t *testing.T) {
	all := hostile()
	if len(all) < 300 {
		t.Fatalf("%d strings, want 300 or more", len(all))
	}
	for _, s := range all {
		posts := drawn(t, everywhere(s))
		for _, m := range posts {
			for _, found := range actingIn(m) {
				t.Errorf("%.40q: %s acts", s, found)
			}
		}
		if got, want := quoted(posts), "He said "+s+" and left."; got != want || !utf8.ValidString(got) {
			t.Errorf("%q is quoted as %q", want, got)
		}
	}
}

// The judge of what acts sees it where nothing is escaped.
func TestJudgeSees(t *testing.T) {
	for _, s := range fragments {
		if found := actingIn(post{Content: s}); len(found) == 0 && !slices.Contains(harmless, s) {
			t.Errorf("%q is taken for harmless", s)
		}
	}
}

// harmless are fragments that act only beside others.
var harmless = []string{"\n \n\n"}
