package discord

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// interaction is a command given, something pressed, a form sent off, or something being typed.
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
		User        person   `json:"user"`
		Nick        string   `json:"nick"`
		Permissions string   `json:"permissions"`
		Roles       []string `json:"roles"`
	} `json:"member"`
	Message struct {
		ID    string                 `json:"id"`
		Flags discordgo.MessageFlags `json:"flags"`
	} `json:"message"`
	Data struct {
		Name       string                           `json:"name"`
		Type       discordgo.ApplicationCommandType `json:"type"`
		CustomID   string                           `json:"custom_id"`
		Values     []string                         `json:"values"` // that are chosen in a menu
		Options    []option                         `json:"options"`
		Target     string                           `json:"target_id"`
		Resolved   resolved                         `json:"resolved"`
		Components []filled                         `json:"components"`
	} `json:"data"`
}

// resolved is what the ids stand for that an interaction names.
type resolved struct {
	Messages    map[string]said       `json:"messages"`
	Users       map[string]person     `json:"users"`
	Roles       map[string]role       `json:"roles"`
	Attachments map[string]attachment `json:"attachments"`
}

// role is a group of people in a server.
type role struct {
	ID   string `json:"id"`
	Name string `json:"name"`
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
	in.at.call = &call{id: i.ID, app: i.App, token: i.Token, keeper: permissions&keeps != 0, roles: i.Member.Roles}
	in.message = bot.Message{Channel: i.ChannelID, User: bot.User{ID: who.ID, Name: cmp.Or(i.Member.Nick, who.name())}, Addressed: true}
	if i.Channel.isThread() {
		in.message.Channel, in.message.Thread = i.Channel.Parent, i.ChannelID
	}
	switch i.Type {
	case discordgo.InteractionApplicationCommand:
		i.command(in, d.Us)
	case discordgo.InteractionModalSubmit:
		i.submit(in)
	default:
		i.press(in)
	}
	in.message.Private = in.message.Private || i.Context == amongOthers
	in.at.call.aside = in.message.Private
	return in, nil
}

// command completes a command: one that is typed, or chosen in the menu of a message.
func (i *interaction) command(in *incoming, us string) {
	in.message.Private = true
	target := i.Data.Resolved.Messages[i.Data.Target]
	switch i.Data.Name {
	case findSource:
		in.message.Claim, in.message.Text = true, target.claims(us)
	case loadThis:
		in.message.Load = true
		in.message.Text, in.attached = target.whole(us)
	default:
		i.given(in, us)
	}
}

// press completes a press of a button, or of whatever else there may be: what the bot does
// not know it says itself. What is pressed in a message that one person sees is answered
// for that person.
func (i *interaction) press(in *incoming) {
	id := i.Data.CustomID
	if len(i.Data.Values) > 0 {
		id = i.Data.Values[0]
	}
	i.acts(in, id)
	in.at.call.pressed, in.at.call.on = true, i.Message.ID
	in.message.Private = i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
}

// acts has what a person does come back as the action with an id of the bot's.
func (i *interaction) acts(in *incoming, id string) {
	name, shelf, _ := strings.Cut(id, ":")
	in.at.call.shelf = shelf
	in.message.Action = &bot.Pressed{Name: name}
}
