package discord

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// interaction is a command given, something pressed, or something being typed.
type interaction struct {
	ID        string                    `json:"id"`
	App       string                    `json:"application_id"`
	Type      discordgo.InteractionType `json:"type"`
	Token     string                    `json:"token"`
	Guild     string                    `json:"guild_id"`
	ChannelID string                    `json:"channel_id"`
	Channel   channel                   `json:"channel"`
	Context   int                       `json:"context"`
	User      person                    `json:"user"` // in a server it stands in Member
	Member    struct {
		User        person `json:"user"`
		Nick        string `json:"nick"`
		Permissions string `json:"permissions"`
	} `json:"member"`
	Message struct {
		Flags discordgo.MessageFlags `json:"flags"`
	} `json:"message"`
	Data struct {
		Name     string                           `json:"name"`
		Type     discordgo.ApplicationCommandType `json:"type"`
		CustomID string                           `json:"custom_id"`
		Options  []option                         `json:"options"`
		Target   string                           `json:"target_id"`
		Resolved struct {
			Messages map[string]said `json:"messages"`
		} `json:"resolved"`
	} `json:"data"`
}

// option is what is typed behind a command.
type option struct {
	Name    string `json:"name"`
	Value   any    `json:"value"` // a text, a number or a truth
	Focused bool   `json:"focused"`
}

// keeps are the permissions of those who look after a server: Administrator and Manage Server.
const keeps = discordgo.PermissionAdministrator | discordgo.PermissionManageGuild

// amongOthers is the context of a direct message between other people.
const amongOthers = 2

func (d delivery) interaction() (*incoming, error) {
	var i interaction
	if err := json.Unmarshal(d.Payload, &i); err != nil {
		return nil, err
	}
	who := i.Member.User
	if who.ID == "" {
		who = i.User
	}
	if who.ID == "" || i.ID == "" || i.Token == "" || i.ChannelID == "" || i.Type == discordgo.InteractionPing || i.Type == discordgo.InteractionApplicationCommandAutocomplete {
		return nil, nil
	}
	permissions, _ := strconv.ParseInt(i.Member.Permissions, 10, 64) // none, where there are none to be read
	in := &incoming{id: i.ID, guild: i.Guild}
	in.at = place{channel: i.ChannelID, user: who.ID, direct: i.Guild == "" && i.Context != amongOthers}
	in.at.call = &call{id: i.ID, app: i.App, token: i.Token, keeper: permissions&keeps != 0}
	in.message = bot.Message{Channel: i.ChannelID, User: bot.User{ID: who.ID, Name: first(i.Member.Nick, who.name())}, Addressed: true}
	if i.Channel.isThread() {
		in.message.Channel, in.message.Thread = i.Channel.Parent, i.ChannelID
	}
	if i.Type == discordgo.InteractionApplicationCommand {
		i.command(in, d.Us)
	} else {
		i.press(in)
	}
	in.message.Private = in.message.Private || i.Context == amongOthers
	in.at.call.aside = in.message.Private
	return in, nil
}

// command completes a command: one that is typed, or chosen in the menu of a message.
func (i *interaction) command(in *incoming, us string) {
	in.message.Private = true
	switch {
	case i.Data.Name == findSource:
		target := i.Data.Resolved.Messages[i.Data.Target]
		in.message.Claim, in.message.Text = true, target.claims(us)
	case i.Data.Name == "ask":
		in.message.Private = i.option(optPrivate) == "true"
		in.message.Text = i.asked(us)
	default:
		in.message.Text = "/" + i.Data.Name
		for _, o := range i.Data.Options {
			in.message.Text += " " + o.text()
		}
	}
}

// asked composes a question of what is typed in the fields of the command.
func (i *interaction) asked(us string) string {
	var parts []string
	for _, field := range []string{optFrom, optBy} {
		if value := i.option(field); value != "" {
			parts = append(parts, field+`:"`+strings.ReplaceAll(value, `"`, "")+`"`)
		}
	}
	if after := strings.Join(strings.Fields(i.option(optAfter)), ""); after != "" {
		parts = append(parts, optAfter+":"+after)
	}
	w := reader{us, named(nil)}.read(i.option(optQuestion))
	return strings.TrimSpace(strings.Join(append(parts, w.text), " "))
}

func (i *interaction) option(name string) string {
	for _, o := range i.Data.Options {
		if o.Name == name {
			return o.text()
		}
	}
	return ""
}

func (o option) text() string {
	if o.Value == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(o.Value))
}

// claims returns what a message says: its text, or where it has none what is embedded in it.
func (s *said) claims(us string) string {
	text := s.Content
	for _, e := range s.Embeds {
		if text == "" {
			text = e.Description
		}
	}
	return reader{us, named(s.Mentions)}.read(text).text
}

// press completes a press of a button, or of whatever else there may be: what the bot does
// not know it says itself. What is pressed in a message that one person sees is answered
// for that person.
func (i *interaction) press(in *incoming) {
	name, shelf, _ := strings.Cut(i.Data.CustomID, ":")
	in.at.call.pressed, in.at.call.shelf = true, shelf
	in.message.Action = &bot.Pressed{Name: name}
	in.message.Private = i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
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
	t = typing{call: call{id: i.ID, app: i.App, token: i.Token}, guild: i.Guild, user: first(i.Member.User.ID, i.User.ID)}
	for _, o := range i.Data.Options {
		if o.Focused {
			t.field, t.text = bot.Kind(o.Name), o.text()
		}
	}
	return t, true
}
