package discordtest

import (
	"fmt"
	"strings"
	"testing"
)

const nobody = `"allowed_mentions":{"parse":[]}`

func TestLimits(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	message := func(rest string) string { return `{` + nobody + `,` + rest + `}` }
	embeds := func(inside ...string) string { return message(`"embeds":[{` + strings.Join(inside, `},{`) + `}]`) }
	row := func(inside string) string {
		return message(`"components":[{"type":1,"components":[` + inside + `]}]`)
	}
	button := func(label, id string) string { return fmt.Sprintf(`{"type":2,"label":%q,"custom_id":%q}`, label, id) }
	const words = `{"type":10,"content":"x"}`
	form := func(title string, parts ...string) string {
		return `{"title":"` + title + `","custom_id":"a","components":[` + strings.Join(parts, ",") + `]}`
	}
	field := func(label, inside string) string {
		return `{"type":18,"label":"` + label + `","component":` + inside + `}`
	}
	tests := []struct {
		name, kind, payload string
		broken              string // a part of the one line; empty when it is within the limits
	}{
		{"longest content", "message", message(`"content":"` + x(2000) + `"`), ""},
		{"content too long", "message", message(`"content":"` + x(2001) + `"`), "content: 2001"},
		{"counted in UTF-16", "message", message(`"content":"` + strings.Repeat("😀", 1001) + `"`), "content: 2002"},
		{"mentions left open", "message", `{"content":"x"}`, "allowed_mentions"},
		{"mentions of people", "message", `{"allowed_mentions":{"parse":["users"]}}`, "where only none"},
		{"a ping by a reply", "message", `{"allowed_mentions":{"parse":[],"replied_user":true}}`, "nobody is pinged"},
		{"no JSON", "message", `{`, "not a JSON object"},
		{"longest embed", "message", embeds(`"title":"`+x(256)+`","description":"`+x(4096)+`"`, `"footer":{"text":"`+x(1648)+`"}`), ""},
		{"embeds too long together", "message", embeds(`"title":"`+x(256)+`","description":"`+x(4096)+`"`, `"footer":{"text":"`+x(1649)+`"}`), "6001 characters together"},
		{"title too long", "message", embeds(`"title":"` + x(257) + `"`), "title: 257"},
		{"description too long", "message", embeds(`"description":"` + x(4097) + `"`), "description: 4097"},
		{"field without words", "message", embeds(`"fields":[{"name":"x","value":""}]`), "value: 0"},
		{"an image", "message", embeds(`"image":{"url":"https://example.org"}`), "image is not known"},
		{"longest label and id", "message", row(button(x(80), x(100))), ""},
		{"label too long", "message", row(button(x(81), "a")), "label: 81"},
		{"id too long", "message", row(button("x", x(101))), "custom_id: 101"},
		{"ids alike", "message", row(button("x", "a") + "," + button("y", "a")), "a stands there twice"},
		{"too many in a row", "message", row(strings.Repeat(button("x", "")+",", 5) + button("x", "")), "components: 6"},
		{"a button that does nothing", "message", row(`{"type":2,"label":"x"}`), "either a custom id or an address"},
		{"a component without limits", "message", row(`{"type":99}`), "where only"},
		{"a menu", "message", row(`{"type":3,"custom_id":"m","options":[{"label":"x","value":"a"}]}`), ""},
		{"a menu beside a button", "message", row(`{"type":3,"custom_id":"m","options":[{"label":"x","value":"a"}]},` + button("x", "a")), "not alone in its row"},
		{"a menu of too many", "message", row(`{"type":3,"custom_id":"m","options":[` + strings.Repeat(`{"label":"x","value":"a"},`, 25) + `{"label":"x","value":"a"}]}`), "options: 26"},
		{"a field outside a form", "message", row(`{"type":4,"custom_id":"b"}`), "where only"},
		{"a form", "modal", form(x(45), words, field(x(45), `{"type":4,"custom_id":"b","style":1,"value":"`+x(4000)+`"}`), field("x", `{"type":19,"custom_id":"c"}`)), ""},
		{"title of a form too long", "modal", form(x(46), words), "title: 46"},
		{"too much in a form", "modal", form("x", words, words, words, words, words, words), "components: 6"},
		{"a label too long", "modal", form("x", field(x(46), `{"type":4,"custom_id":"b","style":1}`)), "label: 46"},
		{"a value too long", "modal", form("x", field("x", `{"type":4,"custom_id":"b","value":"`+x(4001)+`"}`)), "value: 4001"},
		{"fields alike", "modal", form("x", field("x", `{"type":4,"custom_id":"b"}`), field("y", `{"type":19,"custom_id":"b"}`)), "b stands there twice"},
		{"a button in a form", "modal", form("x", field("x", button("x", "a"))), "where only"},
		{"a file without a name", "message", message(`"attachments":[{"id":"0"}]`), "filename: 0"},
		{"too many suggestions", "suggestions", `{"choices":[` + strings.Repeat(`{"name":"x","value":"x"},`, 25) + `{"name":"x","value":"x"}]}`, "choices: 26"},
		{"a thread without a name", "thread", `{}`, "name: 0"},
		{"a command", "command", `{"name":"ask","description":"x","options":[{"name":"q","description":"x","required":true},{"name":"r","description":"x"}]}`, ""},
		{"a command in capitals", "command", `{"name":"Ask","description":"x"}`, "no name of a slash command"},
		{"a name in a menu", "command", `{"type":3,"name":"Find the source"}`, ""},
		{"options in the wrong order", "command", `{"name":"ask","description":"x","options":[{"name":"q","description":"x"},{"name":"r","description":"x","required":true}]}`, "stands behind one"},
		{"commands under one", "command", `{"name":"do","description":"x","options":[{"type":1,"name":"a","description":"x","options":[{"type":3,"name":"q","description":"x"}]},{"type":1,"name":"b","description":"x"}]}`, ""},
		{"a command beside an option", "command", `{"name":"do","description":"x","options":[{"type":1,"name":"a","description":"x"},{"type":3,"name":"b","description":"x"}]}`, "beside a command"},
		{"the wrong order below", "command", `{"name":"do","description":"x","options":[{"type":1,"name":"a","description":"x","options":[{"name":"q","description":"x"},{"name":"r","description":"x","required":true}]}]}`, "stands behind one"},
		{"choices and others", "command", `{"name":"do","description":"x","options":[{"type":3,"name":"b","description":"x","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}`, "suggests others"},
		{"a translation too long", "command", `{"name":"ask","description":"x","description_localizations":{"sv-SE":"` + x(101) + `"}}`, "sv-SE: 101"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			broken := strings.Join(Limits(test.kind, []byte(test.payload)), "\n")
			if test.broken == "" && broken != "" || !strings.Contains(broken, test.broken) {
				t.Errorf("got %q, want %q", broken, test.broken)
			}
		})
	}
}
