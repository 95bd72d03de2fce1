package slack

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
	"verbatim/bot/slack/slacktest"
)

// fragments are what would act in a message if it were sent as it is.
var fragments = []string{
	"<!channel>", "<!here|here>", "<!everyone>", "<!subteam^S1|@team>", "<@U123>", "<#C1|general>",
	"<https://a.example|b>", "<!date^1392734382^{date}|now>",
	"&lt;!channel&gt;", "&amp;lt;!here&amp;gt;", "@channel @here", "@\u202eeveryone",
	"*bold* _it_", "~x~", "`code`", "```block```", "\n> quote\n>>> all", ":smile: :flag-no:",
	"\u2066\u2067\u2068\u2069\u200e\u200f", "\u200b\u200c\u200d\ufeff\u2060", "\U000e0041\U000e007f",
	"\x00\x1b[2J\x1b]8;;https://a.example\a", "\r \r\n\u2028\u2029\ufffd\ue000 <U+202E>",
	"[a](https://a.example)", "\u00ad\u2800\u3164",
}

// longest are fragments longer than Slack takes in one piece.
var longest = []string{"e" + strings.Repeat("\u0301", 3100), strings.Repeat("<!channel>&", 300)}

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
	q.Actions = []bot.Action{{Label: s, Pressed: bot.Pressed{Name: "context", State: s}}}
	return bot.Reply{
		Blocks: []bot.Block{
			bot.Paragraph("I read that as “" + s + "”."), q,
			bot.List{Heading: s, Items: []bot.Item{{Name: s, About: s, Link: s}, {Name: "/" + s}}},
		},
		Actions: []bot.Action{{Label: s, Pressed: bot.Pressed{Name: "more", State: s}}},
	}
}

var anEntity = regexp.MustCompile(`&(amp|lt|gt);`)

// acting returns what in the JSON of a message or a view could act: markup, mentions,
// what is hidden.
func acting(t *testing.T, wire []byte) (found []string) {
	t.Helper()
	var sent struct{ Text string }
	if err := json.Unmarshal(wire, &sent); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(anEntity.ReplaceAllString(sent.Text, ""), "&<>") || hides(sent.Text) {
		found = append(found, fmt.Sprintf("the text %q", sent.Text))
	}
	for _, o := range objects(t, wire) {
		words, _ := o["text"].(string)
		address, _ := o["url"].(string)
		label, _ := o["accessibility_label"].(string)
		kind := o["type"].(string)
		switch {
		case !slices.Contains(inert, kind):
			found = append(found, "a "+kind)
		case kind == "plain_text" && o["emoji"] != false:
			found = append(found, "emoji")
		case hides(words), hides(label), hides(address):
			found = append(found, fmt.Sprintf("what is hidden in %q", words+address))
		case address != "" && !strings.HasPrefix(address, "https://a.example"):
			found = append(found, "a link to "+address)
		}
	}
	return found
}

// inert are the kinds of object in which nothing acts.
var inert = []string{
	"rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "text", "link",
	"context", "actions", "header", "divider", "plain_text", "button", "home",
}

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
		name := s[:min(len(s), 40)]
		r := everywhere(s)
		posts := drawn(t, r)
		for _, m := range posts {
			for _, found := range acting(t, m.wire(t)) {
				t.Errorf("%q: %s", name, found)
			}
		}
		if got, want := decoded(t, posts), "He said "+s+" and left."; got != want || !utf8.ValidString(got) {
			t.Errorf("%q is quoted as %q", want, got)
		}
		home, err := json.Marshal(drawHome(r))
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range append(slacktest.Limits(home), acting(t, home)...) {
			t.Errorf("%q: at home: %s", name, broken)
		}
	}
}
