package discordtest

import (
	"encoding/json"
	"regexp"
	"strings"
)

// message judges what of a message stands in no one place.
func (j *judge) message(m object) {
	mentions, _ := m["allowed_mentions"].(object)
	if parse, ok := mentions["parse"].([]any); !ok || len(parse) > 0 || mentions["replied_user"] == true {
		j.breaks("message", "allowed_mentions does not hold that nobody is pinged: %v", m["allowed_mentions"])
	}
	if m["tts"] == true {
		j.breaks("message", "it is read aloud")
	}
	together := 0
	embeds, _ := m["embeds"].([]any)
	for _, e := range embeds {
		together += length(text(e, "title") + text(e, "description") + text(e, "author", "name") + text(e, "footer", "text"))
		e, _ := e.(object)
		fields, _ := e["fields"].([]any)
		for _, f := range fields {
			together += length(text(f, "name") + text(f, "value"))
		}
	}
	if together > mostInEmbeds {
		j.breaks("embeds", "%d characters together, of at most %d", together, mostInEmbeds)
	}
}

// says judges whether a new message says anything.
func (j *judge) says(m object) {
	embeds, _ := m["embeds"].([]any)
	components, _ := m["components"].([]any)
	files, _ := m["attachments"].([]any)
	if text(m, "content") == "" && len(embeds)+len(components)+len(files) == 0 {
		j.breaks("message", "it is empty")
	}
}

// slashName is how a slash command and its options may be called.
var slashName = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

// command judges what of a command stands in no one place.
func (j *judge) command(c object) {
	slash := c["type"] == nil || c["type"] == 1.0
	if name := text(c, "name"); slash && (!slashName.MatchString(name) || strings.ToLower(name) != name) {
		j.breaks("command", "%q is no name of a slash command", name)
	}
	if slash != (text(c, "description") != "") {
		j.breaks("command", "slash commands are described, and those in menus are not")
	}
	j.options(c)
	if n := written(c); n > mostInCommand {
		j.breaks("command", "%d characters together, of at most %d", n, mostInCommand)
	}
}

// options judges the names and the order of the options of a command, and of those below them.
func (j *judge) options(of object) {
	optional := false
	options, _ := of["options"].([]any)
	for _, o := range options {
		o, _ := o.(object)
		if name := text(o, "name"); !slashName.MatchString(name) || strings.ToLower(name) != name {
			j.breaks("command", "%q is no name of an option", name)
		}
		if optional && o["required"] == true {
			j.breaks("command", "the required option %v stands behind one that is not", o["name"])
		}
		optional = optional || o["required"] != true
		if (o["type"] == subcommand) != (options[0].(object)["type"] == subcommand) {
			j.breaks("command", "%v stands beside a command under it", o["name"])
		}
		if choices, _ := o["choices"].([]any); len(choices) > 0 && o["autocomplete"] == true {
			j.breaks("command", "%v has choices and suggests others", o["name"])
		}
		j.options(o)
	}
}

// subcommand is the type of an option that is a command of its own.
const subcommand = 1.0

// row judges what stands in a row: buttons, or one menu.
func (j *judge) row(where string, row object) {
	inside, _ := row["components"].([]any)
	for _, c := range inside {
		if c, _ := c.(object); c["type"] == 3.0 && len(inside) > 1 {
			j.breaks(where, "a menu is not alone in its row")
		}
	}
}

// files judges the files that go with a message, and whether it names just those.
func (j *judge) files(c *Call) {
	named, _ := c.Args["attachments"].([]any)
	if data, _ := c.Args["data"].(object); data != nil {
		named, _ = data["attachments"].([]any)
	}
	if len(named) != len(c.Files) || len(c.Files) > mostFiles {
		j.breaks("files", "%d are there and %d are named, of at most %d", len(c.Files), len(named), mostFiles)
	}
	together := 0
	for _, f := range c.Files {
		if together += len(f.Content); len(f.Content) > largestFile {
			j.breaks("files", "%s has %d bytes, of at most %d", f.Name, len(f.Content), largestFile)
		}
	}
	if together > largestUpload {
		j.breaks("files", "%d bytes together, of at most %d", together, largestUpload)
	}
}

// Discord's limits for files: of each, and of all in a request.
const (
	mostFiles     = 10
	largestFile   = 10 << 20
	largestUpload = 25 << 20
)

// written is how long the texts of a command are together, in the language in which each is longest.
func written(part any) (n int) {
	o, _ := part.(object)
	for _, field := range []string{"name", "description", "value"} {
		longest := length(text(o, field))
		translated, _ := o[field+"_localizations"].(object)
		for lang := range translated {
			longest = max(longest, length(text(translated, lang)))
		}
		n += longest
	}
	for _, list := range []string{"options", "choices"} {
		items, _ := o[list].([]any)
		for _, item := range items {
			n += written(item)
		}
	}
	return n
}

// judge holds what a call sends to Discord's limits and, where it is there, to Discord's
// published schema, and returns with which error Discord refuses it.
func (s *Server) judge(of route, c *Call) *refusal {
	var broken []string
	for _, sent := range sentBy(c) {
		payload, err := json.Marshal(sent.what)
		if err != nil {
			s.t.Error(err)
		}
		broken = append(broken, Limits(sent.kind, payload)...)
	}
	if c.Route == "post" || c.Route == "followup" {
		j := judge{}
		j.says(c.Args)
		broken = append(broken, j.broken...)
	}
	files := judge{}
	files.files(c)
	broken = append(broken, files.broken...)
	broken = append(broken, tooManyCommands(c)...)
	if c.Body != nil {
		broken = append(broken, invalid(of, c.Body)...)
	}
	for _, b := range broken {
		s.t.Errorf("%s: %s", c.Route, b)
	}
	if len(broken) > 0 {
		return badForm
	}
	return nil
}

type sent struct {
	kind string
	what any
}

// sentBy returns what a call sends that has limits.
func sentBy(c *Call) []sent {
	switch c.Route {
	case "post", "edit", "followup", "original":
		return []sent{{"message", c.Args}}
	case "callback":
		kind := map[any]string{4.0: "message", 7.0: "message", 8.0: "suggestions", 9.0: "modal"}[c.Args["type"]]
		if kind == "" {
			return nil
		}
		return []sent{{kind, c.Args["data"]}}
	case "thread":
		return []sent{{"thread", c.Args}}
	case "add command":
		return []sent{{"command", c.Args}}
	case "set commands":
		var all []sent
		commands, _ := c.Body.([]any)
		for _, one := range commands {
			all = append(all, sent{"command", one})
		}
		return all
	}
	return nil
}

// tooManyCommands judges how many commands there are of each type.
func tooManyCommands(c *Call) []string {
	j := judge{}
	count := map[any]int{}
	commands, _ := c.Body.([]any)
	for _, one := range commands {
		one, _ := one.(object)
		count[one["type"]]++
	}
	if n := count[nil] + count[1.0]; n > mostCommands {
		j.breaks("commands", "%d, of at most %d", n, mostCommands)
	}
	for _, menu := range []any{2.0, 3.0} {
		if n := count[menu]; n > mostMenuEntries {
			j.breaks("commands", "%d in a menu, of at most %d", n, mostMenuEntries)
		}
	}
	return j.broken
}
