package slack

import (
	"reflect"
	"testing"

	"verbatim/bot"
)

func TestReadWords(t *testing.T) {
	for _, c := range []struct {
		said string
		want words
	}{
		{"<@U1> who?", words{text: "who?", us: true}},
		{"who, <@U1|verbatim>?", words{text: "who, ?", us: true}},
		{"<@U2> who?", words{text: "who?", others: true, mentioned: []bot.Mention{{ID: "U2"}}}},
		{"ask <@U2|bo> or <@W3|@al>", words{text: "ask @bo or @al", others: true, mentioned: []bot.Mention{{ID: "U2", Name: "bo"}, {ID: "W3", Name: "al"}}}},
		{"in <#C1|general> or <#C2> or <#C3|>", words{text: "in #general or or"}},
		{"<!here> <!subteam^S1|@press> who?", words{text: "who?", others: true, mentioned: []bot.Mention{{ID: "S1", Name: "press", Group: true}}}},
		{"on <!date^1392734382^{date}|1 May>", words{text: "on 1 May"}},
		{"see <https://a.example/?a=1&amp;b=2|there> and <https://b.example/>", words{text: "see there and https://b.example/"}},
		{"a &lt;b&gt; &amp;amp; c", words{text: "a <b> &amp; c"}},
		{"&lt;@U2&gt; is no mention", words{text: "<@U2> is no mention"}},
		{"1 < 2 and <> that <", words{text: "1 < 2 and that <"}},
		{"", words{}},
	} {
		if got := read(c.said, "U1"); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q reads %+v, want %+v", c.said, got, c.want)
		}
	}
}

func TestLinksAreReadByTheirAddresses(t *testing.T) {
	const said = "see <https://a.example/?a=1&amp;b=2|there>, <https://b.example/> and <@U2|bo>"
	if got := readLinks(said, "U1").text; got != "see https://a.example/?a=1&b=2, https://b.example/ and @bo" {
		t.Errorf("it reads %q", got)
	}
}
