package slacktest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// A rule is what Slack wants of a field: of a text its length in UTF-16 units, of an
// array the number of its items. Where least is not 0 the field has to be there.
type rule struct {
	least, most int    // most 0 is no limit
	of          string // the kinds of object that it may hold; empty for text
}

// The kinds that may stand in the same places.
const (
	blocks = "rich_text context actions header section divider"
	fields = blocks + " input"
	inline = "text link"
)

// kinds are the objects that the bot sends, with Slack's limits for them. Another kind
// has no place here until its limits are stated: mrkdwn, mentions and emoji are left out
// because nothing that the bot shows may act.
var kinds = map[string]map[string]rule{
	// Slack cuts a text at 40,000 without an error, and advises against more than 4,000.
	"message": {"text": {1, 4000, ""}, "blocks": {0, 50, blocks}},
	"home":    {"blocks": {1, 100, blocks}, "private_metadata": {0, 3000, ""}, "callback_id": {0, 255, ""}},
	"modal": {
		"title": {1, 24, "plain_text"}, "close": {0, 24, "plain_text"}, "submit": {0, 24, "plain_text"},
		"blocks": {1, 100, fields}, "private_metadata": {0, 3000, ""}, "callback_id": {0, 255, ""},
	},

	"rich_text": {"elements": {1, 0, "rich_text_section rich_text_quote rich_text_list"}, "block_id": {0, 255, ""}},
	"context":   {"elements": {1, 10, "plain_text"}, "block_id": {0, 255, ""}},
	"actions":   {"elements": {1, 25, "button"}, "block_id": {0, 255, ""}},
	"header":    {"text": {1, 150, "plain_text"}, "block_id": {0, 255, ""}},
	"section":   {"text": {1, 3000, "plain_text"}, "block_id": {0, 255, ""}},
	"divider":   {"block_id": {0, 255, ""}},
	"input": {
		"label": {1, 2000, "plain_text"}, "hint": {0, 2000, "plain_text"}, "block_id": {0, 255, ""},
		"element": {0, 0, "plain_text_input file_input"},
	},
	"plain_text_input": {"action_id": {1, 255, ""}, "initial_value": {0, 3000, ""}},
	"file_input":       {"action_id": {1, 255, ""}, "filetypes": {0, 0, ""}},

	"rich_text_section": {"elements": {1, 0, inline}},
	"rich_text_quote":   {"elements": {1, 0, inline}},
	"rich_text_list":    {"elements": {1, 0, "rich_text_section"}, "style": {1, 0, ""}},
	"text":              {"text": {1, 3000, ""}, "style": {0, 0, "style"}},
	"link":              {"url": {1, 3000, ""}, "text": {0, 3000, ""}, "style": {0, 0, "style"}},
	"style":             {},

	"plain_text": {"text": {1, 3000, ""}},
	"button": {
		"text": {1, 75, "plain_text"}, "accessibility_label": {0, 75, ""}, "style": {0, 0, ""},
		"action_id": {0, 255, ""}, "value": {0, 2000, ""}, "url": {0, 3000, ""},
	},
}

// mostJSON is how long a message's blocks may be as JSON, in UTF-16 units. Slack tells no
// number; it refused blocks (msg_blocks_too_long) of about 13,200.
const mostJSON = 13000

// Limits returns what in a message or a view breaks a limit of Slack's, a line each; none
// when Slack takes it. The payload is a JSON object: of a message with its text and
// blocks, of a view with its type, home or modal.
func Limits(payload []byte) []string {
	var sent map[string]any
	if err := json.Unmarshal(payload, &sent); err != nil {
		return []string{"not a JSON object: " + err.Error()}
	}
	j := judge{seen: map[string]bool{}}
	kind, _ := sent["type"].(string)
	if kind != "home" && kind != "modal" {
		kind = "message"
		j.whole(payload)
		sent = map[string]any{"text": sent["text"], "blocks": sent["blocks"]}
	}
	j.object(kind, kind, sent)
	return j.broken
}

// A judge walks a message and notes what is wrong with it.
type judge struct {
	broken []string
	seen   map[string]bool // the ids, which have to differ
}

func (j *judge) breaks(where, format string, args ...any) {
	j.broken = append(j.broken, where+": "+fmt.Sprintf(format, args...))
}

// whole judges the blocks of a message together.
func (j *judge) whole(payload []byte) {
	var sent struct{ Blocks json.RawMessage }
	var compact bytes.Buffer
	if json.Unmarshal(payload, &sent) != nil || json.Compact(&compact, sent.Blocks) != nil {
		return
	}
	if n := length(compact.String()); n > mostJSON {
		j.breaks("blocks", "%d characters of JSON, of at most %d", n, mostJSON)
	}
}

// object judges the fields of an object of a kind.
func (j *judge) object(where, kind string, o map[string]any) {
	rules := kinds[kind]
	for _, field := range slices.Sorted(maps.Keys(rules)) {
		j.field(where+"."+field, rules[field], o[field])
	}
	for _, field := range slices.Sorted(maps.Keys(o)) {
		_, known := rules[field]
		switch o[field].(type) {
		case []any, map[string]any:
			if !known {
				j.breaks(where, "%s is not known of %s", field, kind)
			}
		case string:
			if field == "action_id" || field == "block_id" {
				j.id(where, fmt.Sprint(field, " ", o[field]))
			}
		}
	}
}

func (j *judge) id(where, id string) {
	if j.seen[id] {
		j.breaks(where, "%s stands there twice", id)
	}
	j.seen[id] = true
}

func (j *judge) field(where string, r rule, value any) {
	n := 0
	switch value := value.(type) {
	case string:
		n = length(value)
	case []any:
		n = len(value)
		for i, item := range value {
			j.child(fmt.Sprintf("%s[%d]", where, i), r, item)
		}
	case map[string]any:
		if text, ok := value["text"].(string); ok {
			n = length(text)
		}
		j.child(where, r, value)
	}
	if n < r.least || r.most > 0 && n > r.most {
		j.breaks(where, "%d characters or items, of %d to %d", n, r.least, r.most)
	}
}

// child judges an object where only some kinds may stand.
func (j *judge) child(where string, r rule, value any) {
	o, _ := value.(map[string]any)
	kind, _ := o["type"].(string)
	if r.of == "style" {
		kind = r.of
	}
	if !slices.Contains(strings.Fields(r.of), kind) {
		j.breaks(where, "a %q, where only %s may stand", kind, r.of)
		return
	}
	j.object(where, kind, o)
}

// length is a text's length as Slack counts where it counts most: in UTF-16 units.
func length(s string) int { return len(utf16.Encode([]rune(s))) }
