package slacktest

import (
	"fmt"
	"strings"
	"testing"
)

// sayingIn returns a message with one block.
func sayingIn(block string) string { return `{"text":"t","blocks":[` + block + `]}` }

func button(label, id, value string) string {
	return fmt.Sprintf(`{"type":"button","text":{"type":"plain_text","text":%q},"action_id":%q,"value":%q}`, label, id, value)
}

func TestLimits(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	rich := func(element string) string {
		return sayingIn(`{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[` + element + `]}]}`)
	}
	header := func(s string) string {
		return fmt.Sprintf(`{"type":"header","text":{"type":"plain_text","text":%q}}`, s)
	}
	home := func(n int) string {
		return `{"type":"home","blocks":[` + strings.TrimSuffix(strings.Repeat(`{"type":"divider"},`, n), ",") + `]}`
	}
	tests := []struct {
		name, payload string
		broken        string // a part of the one line; empty when it is within the limits
	}{
		{"text alone", `{"text":"hello"}`, ""},
		{"longest text", `{"text":"` + x(4000) + `"}`, ""},
		{"text too long", `{"text":"` + x(4001) + `"}`, "message.text: 4001"},
		{"counted in UTF-16", `{"text":"` + strings.Repeat("😀", 2001) + `"}`, "message.text: 4002"},
		{"no text", `{"blocks":[]}`, "message.text: 0"},
		{"no JSON", `{`, "not a JSON object"},
		{"a style", rich(`{"type":"text","text":"x","style":{"bold":true}}`), ""},
		{"rich text too long", rich(`{"type":"text","text":"` + x(3001) + `"}`), "elements[0].text: 3001"},
		{"rich text empty", rich(`{"type":"text","text":""}`), "elements[0].text: 0"},
		{"link too long", rich(`{"type":"link","text":"x","url":"` + x(3001) + `"}`), "url: 3001"},
		{"a mention", rich(`{"type":"user","user_id":"U1"}`), `a "user"`},
		{"markup", sayingIn(`{"type":"section","text":{"type":"mrkdwn","text":"x"}}`), `a "mrkdwn"`},
		{"a field without limits", sayingIn(`{"type":"divider","accessory":{"type":"button"}}`), "accessory is not known"},
		{"longest header", sayingIn(header(x(150))), ""},
		{"header too long", sayingIn(header(x(151))), "text: 151"},
		{"longest label and value", sayingIn(`{"type":"actions","elements":[` + button(x(75), "a", x(2000)) + `]}`), ""},
		{"label too long", sayingIn(`{"type":"actions","elements":[` + button(x(76), "a", "") + `]}`), "text: 76"},
		{"value too long", sayingIn(`{"type":"actions","elements":[` + button("x", "a", x(2001)) + `]}`), "value: 2001"},
		{"ids alike", sayingIn(`{"type":"actions","elements":[` + button("x", "a", "") + "," + button("y", "a", "") + `]}`), "action_id a stands there twice"},
		{"too many blocks", sayingIn(strings.Repeat(`{"type":"divider"},`, 50) + `{"type":"divider"}`), "blocks: 51"},
		{"blocks too long together", sayingIn(strings.Repeat(paragraph(x(2900))+",", 4) + paragraph(x(2900))), "characters of JSON"},
		{"fullest home", home(100), ""},
		{"home too full", home(101), "home.blocks: 101"},
		{"home empty", home(0), "home.blocks: 0"},
		{"a modal with fields", modal(`{"type":"input","block_id":"a","label":{"type":"plain_text","text":"A"},"element":{"type":"file_input","action_id":"a"}}`), ""},
		{"a field without a label", modal(`{"type":"input","element":{"type":"plain_text_input","action_id":"a"}}`), "label: 0"},
		{"a field of no kind", modal(`{"type":"input","label":{"type":"plain_text","text":"A"},"element":{"type":"number_input","action_id":"a"}}`), "number_input"},
		{"a value too long", modal(`{"type":"input","label":{"type":"plain_text","text":"A"},"element":{"type":"plain_text_input","action_id":"a","initial_value":"` + x(3001) + `"}}`), "initial_value: 3001"},
		{"a field in a message", sayingIn(`{"type":"input","label":{"type":"plain_text","text":"A"},"element":{"type":"file_input","action_id":"a"}}`), `a "input"`},
		{"modal without title", `{"type":"modal","blocks":[{"type":"divider"}]}`, "modal.title: 0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			broken := Limits([]byte(test.payload))
			if test.broken == "" && len(broken) > 0 || test.broken != "" && (len(broken) != 1 || !strings.Contains(broken[0], test.broken)) {
				t.Errorf("got %q, want one line with %q", broken, test.broken)
			}
		})
	}
}

func modal(block string) string {
	return `{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[` + block + `]}`
}

func paragraph(s string) string {
	return `{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"` + s + `"}]}]}`
}
