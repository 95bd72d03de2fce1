package discord

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// begin does what is to be done once the servers are known: what waits is answered, and
// Discord gets the commands.
func (c *chat) begin() {
	names := c.servers.names()
	c.log.Info("answering in Discord", "servers", len(names))
	c.inbox.Noting.Do(directTenant, func() { c.resume("") })
	for guild := range names {
		c.inbox.Noting.Do(tenantOf(guild), func() { c.resume(guild) })
	}
	c.errands.attend()
	c.register.Do(func() { c.errands.run.Go(c.keepRegistering) })
}

// keepRegistering has Discord offer the commands, however long it takes to reach it. What it
// refuses it would refuse again.
func (c *chat) keepRegistering() {
	ctx := c.errands.ctx
	for before := 0; ctx.Err() == nil; before++ {
		err := bot.Safely(ctx, c.log, func() error { return c.registerCommands(ctx) })
		if err == nil || ctx.Err() != nil {
			return
		}
		wait, more := adapter.Again(c.pace.again, before)
		if !more || !errors.As(err, new(adapter.Unsent)) {
			c.log.Error("the commands are not registered", "error", err)
			return
		}
		c.log.Warn("the commands are not registered yet", "error", err, "again", wait)
		adapter.Pause(ctx, wait)
	}
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
