package discordtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// A rule is what Discord wants of a field: of a text its length, of an array the number of
// its items. Where least is not 0 the field has to be there.
type rule struct {
	least, most int    // most 0 is no limit
	of          string // the kinds of object that it may hold; empty for text
}

// kinds are the objects that the bot sends, with Discord's limits for them. Another kind
// has no place here until its limits are stated.
var kinds = map[string]map[string]rule{
	// The published schema allows 4,000 characters of content, which Discord takes of few.
	"message": {
		"content": {0, 2000, ""}, "embeds": {0, 10, "embed"}, "components": {0, 5, "row"}, "nonce": {0, 25, ""},
		"allowed_mentions": {0, 0, "mentions"}, "message_reference": {0, 0, "reference"}, "attachments": {0, 10, "attached"},
	},
	"attached":  {"id": {1, 20, ""}, "filename": {1, 1024, ""}},
	"mentions":  {"parse": {0, 0, "none"}, "users": {0, 0, "none"}, "roles": {0, 0, "none"}},
	"reference": {"message_id": {1, 20, ""}, "channel_id": {0, 20, ""}, "guild_id": {0, 20, ""}},

	"embed": {
		"title": {0, 256, ""}, "description": {0, 4096, ""}, "url": {0, 2048, ""}, "fields": {0, 25, "field"},
		"footer": {0, 0, "footer"}, "author": {0, 0, "author"}, "timestamp": {0, 0, ""}, "type": {0, 0, ""},
	},
	"field":  {"name": {1, 256, ""}, "value": {1, 1024, ""}},
	"footer": {"text": {1, 2048, ""}},
	"author": {"name": {1, 256, ""}, "url": {0, 2048, ""}},

	"row":    {"components": {1, 5, "button menu"}},
	"button": {"label": {1, 80, ""}, "custom_id": {0, 100, ""}, "url": {0, 512, ""}, "emoji": {0, 0, "emoji"}},
	"menu":   {"custom_id": {1, 100, ""}, "placeholder": {0, 150, ""}, "options": {1, 25, "choosable"}},
	"emoji":  {"name": {1, 32, ""}},

	"modal":  {"title": {1, 45, ""}, "custom_id": {1, 100, ""}, "components": {1, 5, "label words"}},
	"label":  {"label": {1, 45, ""}, "description": {0, 100, ""}, "component": {0, 0, "input upload"}},
	"words":  {"content": {1, 4000, ""}},
	"input":  {"custom_id": {1, 100, ""}, "placeholder": {0, 100, ""}, "value": {0, 4000, ""}},
	"upload": {"custom_id": {1, 100, ""}},

	"choosable":   {"label": {1, 100, ""}, "value": {1, 100, ""}, "description": {0, 100, ""}, "emoji": {0, 0, "emoji"}},
	"suggestions": {"choices": {0, 25, "choice"}},
	"choice":      {"name": {1, 100, ""}, "value": {1, 100, ""}, "name_localizations": {0, 34, "texts"}},

	"thread": {"name": {1, 100, ""}},
	"command": {
		"name": {1, 32, ""}, "description": {0, 100, ""}, "options": {0, 25, "option"}, "contexts": {0, 3, "number"},
		"integration_types": {0, 2, "number"}, "name_localizations": {0, 34, "names"}, "description_localizations": {0, 34, "texts"},
	},
	"option": {
		"name": {1, 32, ""}, "description": {1, 100, ""}, "choices": {0, 25, "choice"}, "options": {0, 25, "option"},
		"name_localizations": {0, 34, "names"}, "description_localizations": {0, 34, "texts"}, "channel_types": {0, 0, "number"},
	},
}

// components are the kinds of components by Discord's numbers.
var components = map[any]string{1.0: "row", 2.0: "button", 3.0: "menu", 4.0: "input", 10.0: "words", 18.0: "label", 19.0: "upload"}

// The limits of what stands in several places together.
const (
	mostInEmbeds    = 6000
	mostInCommand   = 8000
	mostCommands    = 100
	mostMenuEntries = 15 // commands in the menu of a message, and as many in that of a person
)

// Limits returns what in something that is sent breaks a limit of Discord's, a line each;
// none when Discord takes it. It is JSON: of a message, a modal, a command, a thread, or
// the suggestions for an option.
func Limits(kind string, payload []byte) []string {
	var sent object
	if err := json.Unmarshal(payload, &sent); err != nil {
		return []string{"not a JSON object: " + err.Error()}
	}
	j := judge{seen: map[string]bool{}}
	j.object(kind, kind, sent)
	switch kind {
	case "message":
		j.message(sent)
	case "command":
		j.command(sent)
	}
	return j.broken
}

// A judge walks what is sent and notes what is wrong with it.
type judge struct {
	broken []string
	seen   map[string]bool // the custom ids, which have to differ
}

func (j *judge) breaks(where, format string, args ...any) {
	j.broken = append(j.broken, where+": "+fmt.Sprintf(format, args...))
}

// object judges the fields of an object of a kind.
func (j *judge) object(where, kind string, o object) {
	rules := kinds[kind]
	for _, field := range slices.Sorted(maps.Keys(rules)) {
		j.field(where+"."+field, rules[field], o[field])
	}
	for _, field := range slices.Sorted(maps.Keys(o)) {
		_, known := rules[field]
		switch o[field].(type) {
		case []any, object:
			if !known {
				j.breaks(where, "%s is not known of %s", field, kind)
			}
		}
	}
	if id := text(o, "custom_id"); id != "" {
		if j.seen[id] {
			j.breaks(where, "the custom id %s stands there twice", id)
		}
		j.seen[id] = true
	}
	if kind == "row" {
		j.row(where, o)
	}
	if kind == "button" && (text(o, "custom_id") == "") == (text(o, "url") == "") {
		j.breaks(where, "a button has either a custom id or an address")
	}
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
	case object:
		j.child(where, r, value)
	}
	if n < r.least || r.most > 0 && n > r.most {
		j.breaks(where, "%d characters or items, of %d to %d", n, r.least, r.most)
	}
}

// child judges an object where only some kinds may stand.
func (j *judge) child(where string, r rule, value any) {
	switch r.of {
	case "number":
		if _, ok := value.(float64); !ok {
			j.breaks(where, "%v, where only numbers may stand", value)
		}
		return
	case "names", "texts":
		j.translations(where, map[string]int{"names": 32, "texts": 100}[r.of], value)
		return
	}
	kind := r.of
	o, _ := value.(object)
	if name, ok := components[o["type"]]; ok && slices.Contains(slices.Collect(maps.Values(components)), strings.Fields(r.of)[0]) {
		kind = name
	}
	if !slices.Contains(strings.Fields(r.of), kind) || kinds[kind] == nil {
		j.breaks(where, "%.40v, where only %s may stand", value, r.of)
		return
	}
	j.object(where, kind, o)
}

// translations judges a name or a description in other languages.
func (j *judge) translations(where string, most int, value any) {
	o, _ := value.(object)
	for lang := range o {
		if n := length(text(o, lang)); n < 1 || n > most {
			j.breaks(where+"."+lang, "%d characters, of 1 to %d", n, most)
		}
	}
}

// length is a text's length as Discord counts where it counts most: in UTF-16 units.
func length(s string) int { return len(utf16.Encode([]rune(s))) }
