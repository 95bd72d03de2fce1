package discord

import (
	"context"
	"net/http"

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
