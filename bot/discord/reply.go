package discord

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// reply returns what there is to say to a message, and the server whose articles say it.
func (c *chat) reply(ctx context.Context, in *incoming) (bot.Reply, string, error) {
	m := in.message
	if in.at.call != nil && in.at.call.pressed {
		state, err := c.bot.Shelved(in.tenant(), in.at.call.shelf)
		if err != nil {
			return bot.Reply{}, "", err
		}
		m.Action = &bot.Pressed{Name: m.Action.Name, State: state}
	}
	if in.guild == "" {
		return c.replyAlone(ctx, in, m)
	}
	m.User.Admin = in.keeper(c, in.guild)
	return c.bot.Handle(ctx, m), in.guild, nil
}

// keeper returns what finds out whether the person looks after a server: an interaction
// tells, and else Discord is asked.
func (in *incoming) keeper(c *chat, guild string) func(context.Context) (bool, error) {
	if in.at.call != nil && in.guild == guild {
		return func(context.Context) (bool, error) { return in.at.call.keeper, nil }
	}
	return func(ctx context.Context) (bool, error) { return c.keeps(ctx, guild, in.at.user) }
}

// keeps asks Discord whether a person looks after a server: owns it, or has a role that
// may manage it.
func (c *chat) keeps(ctx context.Context, guild, user string) (bool, error) {
	var server struct {
		Owner string `json:"owner_id"`
		Roles []struct {
			ID          string `json:"id"`
			Permissions string `json:"permissions"`
		} `json:"roles"`
	}
	if err := c.api.do(ctx, request{method: http.MethodGet, path: "/guilds/" + guild}, &server); err != nil {
		return false, err
	}
	roles, is, err := c.member(ctx, guild, user)
	if err != nil || !is {
		return false, err
	}
	for _, r := range server.Roles {
		permissions, _ := strconv.ParseInt(r.Permissions, 10, 64)
		everybody := r.ID == guild
		if permissions&keeps != 0 && (everybody || slices.Contains(roles, r.ID)) {
			return true, nil
		}
	}
	return server.Owner == user, nil
}

// member asks Discord for the roles of a person in a server, and whether that is a member.
func (c *chat) member(ctx context.Context, guild, user string) (roles []string, is bool, err error) {
	var m struct {
		Roles []string `json:"roles"`
	}
	err = c.api.do(ctx, request{method: http.MethodGet, path: "/guilds/" + guild + "/members/" + user}, &m)
	if notThere(err) || notAllowed(err) {
		return nil, false, nil
	}
	return m.Roles, err == nil, err
}

// lookUp asks Discord for the channel of a message that is not known, and returns what the
// message then is to the bot. Where Discord does not tell, it is a plain channel.
func (c *chat) lookUp(d *delivery, in *incoming) *incoming {
	ctx, cancel := context.WithTimeout(c.work, lookUpTime)
	defer cancel()
	d.Channel = channel{Kind: textChannel}
	if err := c.api.do(ctx, request{method: http.MethodGet, path: "/channels/" + in.at.channel}, &d.Channel); err != nil {
		c.log.Warn("a channel is not known", "tenant", in.tenant(), "message", in.id, "error", err)
	} else {
		c.servers.keep(in.guild, in.at.channel, d.Channel)
	}
	in, _ = d.read() // which it was before
	return in
}

// Discord's limits for what it offers to somebody who types.
const (
	mostChoices   = 25
	longestChoice = 100 // characters
)

// suggest offers what fits what a person is typing in a field of a command.
func (c *chat) suggest(t typing) {
	ctx, cancel := context.WithTimeout(c.work, callTime)
	defer cancel()
	guild := t.guild
	if guild == "" {
		guild, _ = c.chosenServer(ctx, t.user) // or nothing is suggested
	}
	choices := []*discordgo.ApplicationCommandOptionChoice{}
	if guild != "" && c.servers.has(guild) {
		for _, s := range c.bot.Suggest(ctx, tenantOf(guild), t.field, t.text) {
			if s != "" && utf8.RuneCountInString(s) <= longestChoice && len(choices) < mostChoices {
				choices = append(choices, &discordgo.ApplicationCommandOptionChoice{Name: s, Value: s})
			}
		}
	}
	r := c.newResponse(&t.call)
	if err := r.back(ctx, discordgo.InteractionApplicationCommandAutocompleteResult, map[string]any{"choices": choices}); err != nil {
		c.log.Debug("nothing is suggested", "tenant", tenantOf(guild), "error", err)
	}
}

// begin does what is to be done once the servers are known: what waits is answered, and
// Discord gets the commands.
func (c *chat) begin() {
	names := c.servers.names()
	c.log.Info("answering in Discord", "servers", len(names))
	c.noting.Do(directTenant, func() { c.resume("") })
	for guild := range names {
		c.noting.Do(tenantOf(guild), func() { c.resume(guild) })
	}
	c.register.Do(func() {
		c.refusing.Do("commands", func() {
			if err := c.registerCommands(c.work); err != nil {
				c.log.Warn("the commands are not registered", "error", err)
			}
		})
	})
}

// registerCommands has Discord offer the commands, if it does not already: it takes 200
// new ones a day.
func (c *chat) registerCommands(ctx context.Context) error {
	_, app := c.servers.ids()
	path := "/applications/" + app + "/commands"
	var known json.RawMessage
	if err := c.api.do(ctx, request{method: http.MethodGet, path: path + "?with_localizations=true"}, &known); err != nil {
		return err
	}
	var has []*discordgo.ApplicationCommand
	if json.Unmarshal(known, &has) == nil && sameCommands(has, commands()) {
		return nil
	}
	return c.api.do(ctx, request{method: http.MethodPut, path: path, body: registrations(commands())}, nil)
}
