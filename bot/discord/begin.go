package discord

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/bwmarrin/discordgo"
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
	c.register.Do(func() {
		c.inbox.Refusing.Do("commands", func() {
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
