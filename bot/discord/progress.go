package discord

import (
	"context"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// progressTime is how long it may take to show once how far work is.
const progressTime = 5 * time.Second

// newProgress shows a person how far the work is for what has come in.
func (c *chat) newProgress(in *incoming) *adapter.Progress {
	return adapter.NewProgress(c.pace.show, func(r bot.Reply) {
		ctx, cancel := context.WithTimeout(c.of(in), progressTime)
		defer cancel()
		err := bot.Safely(ctx, c.log, func() error { return c.showProgress(ctx, in, r) }, "tenant", in.tenant(), "message", in.id)
		if err != nil {
			c.log.DebugContext(ctx, "how far work is cannot be shown", "tenant", in.tenant(), "message", in.id, "error", err)
		}
	})
}

// showProgress shows how far the work for a reply is, where that belongs. Of what takes
// several messages it shows the first.
func (c *chat) showProgress(ctx context.Context, in *incoming, r bot.Reply) error {
	all := messages(r, func(bot.Pressed) string { return "" })
	if len(all) == 0 {
		return nil
	}
	if in.answer != nil {
		return in.answer.meanwhile(ctx, all[0], r.Private)
	}
	channel, err := c.channelFor(ctx, in, r.Private)
	if err != nil {
		return err
	}
	m := all[0]
	if len(in.shown.Messages) > 0 {
		return c.api.change(ctx, in.shown.Channel, in.shown.Messages[0], m)
	}
	m.Answers = in.reference(channel)
	m.Nonce, m.OnlyOnce = nonce(in.id+"/meanwhile"), true // after a restart the same message is gone on with
	id, err := c.api.post(ctx, channel, m)
	if id != "" {
		in.shown = sent{Channel: channel, Messages: []string{id}}
	}
	return err
}

// inPlace puts a message in the place of what showed the progress, and returns its id;
// an empty one where nothing was shown in that channel.
func (c *chat) inPlace(ctx context.Context, in *incoming, channel string, m message) (string, error) {
	if len(in.shown.Messages) == 0 || in.shown.Channel != channel {
		c.takeBack(ctx, in)
		return "", nil
	}
	id := in.shown.Messages[0]
	err := c.api.change(ctx, channel, id, m)
	if refusedWith(err, unknownMessage) {
		return "", nil
	}
	return id, err
}

// takeBack removes what showed the progress, if anything did.
func (c *chat) takeBack(ctx context.Context, in *incoming) {
	for _, id := range in.shown.Messages {
		if err := c.api.remove(ctx, in.shown.Channel, id); err != nil {
			c.log.WarnContext(ctx, "how far work was stays to be seen", "tenant", in.tenant(), "message", in.id, "error", err)
		}
	}
	in.shown = sent{}
}
