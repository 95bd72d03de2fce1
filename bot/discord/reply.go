package discord

import (
	"context"
	"net/http"

	"verbatim/bot"
)

// reply returns what there is to say to a message, and the server whose articles say it.
func (c *chat) reply(ctx context.Context, in *incoming) (bot.Reply, string, error) {
	m := in.message
	if m.Action != nil {
		state, err := c.shelved(in)
		if err != nil {
			return bot.Reply{}, "", err
		}
		m.Action = &bot.Pressed{Name: m.Action.Name, State: state}
	}
	c.enable(in, &m)
	if in.guild == "" {
		return c.replyAlone(ctx, in, m)
	}
	return c.replyFrom(ctx, in, m, in.guild), in.guild, nil
}

// replyFrom answers from the articles of a server.
func (c *chat) replyFrom(ctx context.Context, in *incoming, m bot.Message, guild string) bot.Reply {
	m.Tenant = tenantOf(guild)
	m.User.Admin, m.User.In = in.keeper(c, guild), in.belongs(c, guild)
	return c.bot.Handle(ctx, m)
}

// enable completes a message with what can be done where it comes from.
func (c *chat) enable(in *incoming, m *bot.Message) {
	in.progress = c.newProgress(in)
	m.Files = c.api.files(in.attached)
	m.Forms = in.answer != nil && in.answer.takesForm()
	m.Largest = largestFile
	m.Meanwhile = in.progress.Tell
	m.Where, m.Place, m.Alone = c.where(in), in.placed(), in.at.direct
}

// where tells people from where a message comes. A thread is told by its channel.
func (c *chat) where(in *incoming) string {
	if in.at.direct {
		return bot.InDirect
	}
	if at, known := c.servers.channel(in.guild, in.message.Channel); known && at.Name != "" {
		return "#" + at.Name
	}
	return bot.InChannel
}

// lookUp asks Discord for the channel of a message that is not known, and returns what the
// message then is to the bot. Where Discord does not tell, it is a plain channel.
func (c *chat) lookUp(d *delivery, in *incoming) *incoming {
	ctx, cancel := context.WithTimeout(c.of(in), lookUpTime)
	defer cancel()
	d.Channel = channel{Kind: textChannel}
	if err := c.api.do(ctx, request{method: http.MethodGet, path: "/channels/" + in.at.channel}, &d.Channel); err != nil {
		c.log.WarnContext(ctx, "a channel is not known", "tenant", in.tenant(), "message", in.id, "error", err)
	} else {
		c.servers.keep(in.guild, in.at.channel, d.Channel)
	}
	found, _ := d.read() // which it was before
	if found != nil {
		found.since = in.since
	}
	return found
}
