package discord

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"verbatim/bot"
)

const (
	// thisServer is the name of the action that chooses a server; its state is the server's id.
	thisServer = "server"

	// helpCommand is what is said after a choice where nothing was asked before.
	helpCommand = "help"

	mostOffered = 25 // buttons in a message
	gatherTime  = 10 * time.Second
)

// choice is what is remembered of a person who writes to the bot alone.
type choice struct {
	Server string       `json:"server,omitempty"` // whose articles answer
	Asked  string       `json:"asked,omitempty"`  // what is to be answered once a server is chosen
	Claim  bool         `json:"claim,omitempty"`
	Load   bool         `json:"load,omitempty"`
	Files  []attachment `json:"files,omitempty"`
}

// replyAlone returns what there is to say to a person who writes to the bot alone, and the
// server whose articles say it: one that the person shares with the bot, and no other.
func (c *chat) replyAlone(ctx context.Context, in *incoming, m bot.Message) (bot.Reply, string, error) {
	m.Tenant = directTenant
	if r, refused := c.bot.Refuse(m); refused {
		return r, "", nil
	}
	c.servers.gather(ctx)
	guild := ""
	if m.Action != nil {
		var state string
		guild, state, _ = strings.Cut(m.Action.State, " ")
		if m.Action.Name == thisServer {
			return c.choose(ctx, in, m, state)
		}
		m.Action.State = state
	}
	if guild == "" {
		found, ask, err := c.serverOf(ctx, in, m)
		if err != nil || found == "" {
			return ask, "", err
		}
		guild = found
	} else if is, err := c.shares(ctx, guild, in.at.user); err != nil || !is {
		return bot.NoServer.Reply(), "", err
	}
	return c.replyFrom(ctx, in, m, guild), guild, nil
}

// choose remembers the server that a person has chosen, and answers what was asked before.
func (c *chat) choose(ctx context.Context, in *incoming, m bot.Message, guild string) (bot.Reply, string, error) {
	if is, err := c.shares(ctx, guild, in.at.user); err != nil || !is {
		return bot.NoServer.Reply(), "", err
	}
	before := c.chosen(in.at.user)
	if err := c.remember(ctx, in.at.user, choice{Server: guild}); err != nil {
		return bot.Reply{}, "", err
	}
	m.Action, m.Text, m.Claim, m.Load, m.Files = nil, before.Asked, before.Claim, before.Load, c.api.files(before.Files)
	if m.Text == "" && len(m.Files) == 0 {
		m.Text = helpCommand
	}
	return c.replyFrom(ctx, in, m, guild), guild, nil
}

// serverOf returns the server from which a person is answered: the one that was chosen,
// or the only one there is. Where there are several it returns what asks for one, and
// where there is none, what says so. Where the bot is in so many servers that one message
// cannot have all of them asked, the person always chooses: what was found stays known then.
func (c *chat) serverOf(ctx context.Context, in *incoming, m bot.Message) (guild string, ask bot.Reply, err error) {
	user := in.at.user
	if guild, err := c.chosenServer(ctx, user); err != nil || guild != "" {
		return guild, ask, err
	}
	all, whole, err := c.shared(ctx, user)
	switch {
	case err != nil:
		return "", ask, err
	case len(all) == 0 && whole:
		return "", bot.NoServer.Reply(), nil
	case len(all) == 0:
		return "", bot.LooksOn.Reply(), nil
	case len(all) == 1 && c.servers.count() <= c.finds.most:
		return all[0].id, ask, nil // not remembered, so that the person is asked once there are several
	}
	was := c.chosen(user)
	if err := c.remember(ctx, user, choice{was.Server, m.Text, m.Claim, m.Load, in.attached}); err != nil {
		return "", ask, err
	}
	ask = bot.Reply{Blocks: []bot.Block{bot.Paragraph(bot.WhichServer)}, Private: m.Private}
	if !whole {
		ask.Blocks = append(ask.Blocks, bot.Paragraph(bot.LooksOn))
	}
	for _, s := range all[:min(len(all), mostOffered)] {
		ask.Actions = append(ask.Actions, bot.Action{Label: s.name, Pressed: bot.Pressed{Name: thisServer, State: s.id}})
	}
	return "", ask, nil
}

// chosenServer returns the server that a person has chosen, while both are in it.
func (c *chat) chosenServer(ctx context.Context, user string) (string, error) {
	guild := c.chosen(user).Server
	if is, err := c.shares(ctx, guild, user); err != nil || !is {
		return "", err
	}
	return guild, nil
}

func (c *chat) chosen(user string) (was choice) {
	value, err := c.bot.Noted(directTenant, user)
	if err != nil {
		c.log.Error("a choice is not known", "error", err)
	}
	if json.Unmarshal([]byte(value), &was) != nil {
		return choice{}
	}
	return was
}

// remember notes the choice of a person. What is asked waits no longer in it than a message does.
func (c *chat) remember(ctx context.Context, user string, made choice) error {
	value, err := json.Marshal(made)
	if err != nil {
		return err
	}
	note := c.bot.Note
	if made.Asked != "" || len(made.Files) > 0 {
		note = c.bot.NoteForNow
	}
	return note(ctx, directTenant, user, string(value))
}

// shares reports whether the bot and a person are both in a server, as Discord says now.
func (c *chat) shares(ctx context.Context, guild, user string) (bool, error) {
	if guild == "" || !c.servers.has(guild) {
		return false, nil
	}
	_, is, err := c.member(ctx, guild, user)
	if err == nil && !is {
		c.finds.drop(user, guild)
	}
	return is, err
}

// gather waits until all shards have told of their servers, but not for long.
func (s *servers) gather(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, gatherTime)
	defer cancel()
	select {
	case <-s.whole:
	case <-ctx.Done():
	}
}

// shortened returns as much of a text as has so many characters.
func shortened(text string, most int) string {
	all := []rune(text)
	if len(all) <= most {
		return text
	}
	return strings.TrimSpace(string(all[:most-1])) + "…"
}
