package discord

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// option is what is typed behind a command: a value, or a command under it with its own.
type option struct {
	Name    string                                 `json:"name"`
	Type    discordgo.ApplicationCommandOptionType `json:"type"`
	Value   any                                    `json:"value"` // a text, a number or a truth
	Focused bool                                   `json:"focused"`
	Options []option                               `json:"options"`
}

func (o option) text() string {
	switch v := o.Value.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return strings.TrimSpace(fmt.Sprint(v))
	}
}

// typedIn returns the names of the command and of the one under it, if any, and what is
// typed behind that.
func (i *interaction) typedIn() (command, sub string, options []option) {
	options = i.Data.Options
	if len(options) == 1 && options[0].Type == discordgo.ApplicationCommandOptionSubCommand {
		return i.Data.Name, options[0].Name, options[0].Options
	}
	return i.Data.Name, "", options
}

// given completes a command with what would be typed elsewhere: its names, and its options
// as NAME:"VALUE". What is asked comes last and as it stands, without the name of the
// command, which would make the answer private.
func (i *interaction) given(in *incoming, us string) {
	command, sub, options := i.typedIn()
	parts := []string{strings.TrimSpace("/" + command + " " + sub)}
	if command == ask {
		in.message.Private, parts = false, nil
	}
	asked := ""
	for _, o := range options {
		known, _ := optionNamed(command, sub, o.Name)
		switch {
		case command == ask && o.Name == optPrivate:
			in.message.Private = o.text() == "true"
		case command == ask && known.Bare:
			asked = reader{us: us, person: i.person, role: i.role}.read(o.text()).text
		default:
			parts = append(parts, i.value(in, o))
		}
	}
	parts = slices.DeleteFunc(append(parts, asked), func(s string) bool { return s == "" })
	in.message.Text = strings.Join(parts, " ")
}

// value returns an option as it would be typed. Files and people go with the message too.
func (i *interaction) value(in *incoming, o option) string {
	value := o.text()
	switch o.Type {
	case discordgo.ApplicationCommandOptionAttachment:
		in.attached = append(in.attached, i.files(value)...)
		return ""
	case discordgo.ApplicationCommandOptionMentionable:
		m := i.mention(value)
		in.message.Mentioned = append(in.message.Mentioned, m)
		value = "@" + cmp.Or(m.Name, m.ID)
	}
	if value = strings.TrimSpace(strings.ReplaceAll(value, `"`, "")); value == "" {
		return ""
	}
	return o.Name + `:"` + value + `"`
}

// mention returns whom an id stands for: a role or a person.
func (i *interaction) mention(id string) bot.Mention {
	if r, ok := i.Data.Resolved.Roles[id]; ok {
		return bot.Mention{ID: id, Name: strings.TrimPrefix(r.Name, "@"), Group: true}
	}
	return bot.Mention{ID: id, Name: i.person(id)}
}

func (i *interaction) person(id string) string { return i.Data.Resolved.Users[id].name() }

func (i *interaction) role(id string) string { return i.Data.Resolved.Roles[id].Name }

// files returns the attachments with some ids, as far as they are there.
func (i *interaction) files(ids ...string) (all []attachment) {
	for _, id := range ids {
		if a, ok := i.Data.Resolved.Attachments[id]; ok {
			all = append(all, a)
		}
	}
	return all
}

// typing is what is being typed in a field of a command.
type typing struct {
	call  call
	guild string
	user  string
	field bot.Kind
	text  string
}

// readTyping returns what is being typed; false where an event is something else.
func readTyping(payload []byte) (t typing, ok bool) {
	var i interaction
	if json.Unmarshal(payload, &i) != nil || i.Type != discordgo.InteractionApplicationCommandAutocomplete {
		return t, false
	}
	t = typing{call: call{id: i.ID, app: i.App, token: i.Token}, guild: i.Guild, user: cmp.Or(i.Member.User.ID, i.User.ID)}
	command, sub, options := i.typedIn()
	for _, o := range options {
		if o.Focused {
			known, _ := optionNamed(command, sub, o.Name)
			t.field, t.text = known.Kind, o.text()
		}
	}
	return t, true
}
