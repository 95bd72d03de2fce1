package slack

import (
	"encoding/json"
	"testing"
)

func TestWhatAMessageShowsIsRead(t *testing.T) {
	for _, c := range []struct{ name, message, want string }{
		{"a text", `{"text":"yes","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"no"}}]}`, "yes"},
		{"forwarded", `{"text":"","attachments":[{"is_share":true,"text":"The <moon> is far","fallback":"[2026] ada: The moon"}]}`, "The <moon> is far"},
		{"of a feed", `{"text":" ","attachments":[{"title":"The moon","fallback":"It is far"}]}`, "The moon\nIt is far"},
		{"of an app, in an attachment", `{"attachments":[{"fallback":"[no preview available]","blocks":[{"type":"section","text":{"type":"plain_text","text":"far"}}]}]}`, "far"},
		{"rich text", `{"blocks":[{"type":"rich_text","elements":[
			{"type":"rich_text_section","elements":[{"type":"text","text":"a < "},{"type":"user","user_id":"U1"},{"type":"link","url":"https://b","text":"b"}]},
			{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"c"}]}]}]}]}`, "a &lt; \n<https://b|b>\nc"},
		{"sections", `{"blocks":[{"type":"header","text":{"type":"plain_text","text":"A & B"}},
			{"type":"section","fields":[{"type":"mrkdwn","text":"*c* &amp; d"},{"type":"plain_text","text":"e"}],"accessory":{"type":"button","text":{"type":"plain_text","text":"Press"}}},
			{"type":"context","elements":[{"type":"image","alt_text":"x"},{"type":"mrkdwn","text":"f"}]},
			{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Press"}}]}]}`, "A &amp; B\n*c* &amp; d\ne\nf"},
		{"nothing", `{}`, ""},
		{"of another form", `{"blocks":{"a":1},"attachments":"odd"}`, ""},
		{"in part of another form", `{"blocks":[{"type":"section","text":5},{"type":"section","text":{"type":"mrkdwn","text":"a"}}]}`, "a"},
	} {
		var m content
		if err := json.Unmarshal([]byte(c.message), &m); err != nil {
			t.Fatal(err)
		}
		if got := m.words(); got != c.want {
			t.Errorf("%s: it reads %q, want %q", c.name, got, c.want)
		}
	}
}
