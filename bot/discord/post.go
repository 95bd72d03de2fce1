package discord

import (
	"context"
	"errors"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// send sends a reply to where it belongs, in as many messages as it takes; guild is the
// server whose articles answer. The error is unsent only where no part of the reply went out.
func (c *chat) send(ctx context.Context, in *incoming, guild string, r bot.Reply) (err error) {
	in.progress.End()
	var went sent
	if in.answer != nil {
		went, err = c.answerCall(ctx, in, guild, r)
	} else {
		went, err = c.say(ctx, in, guild, r)
	}
	if err == nil && !r.Private {
		went.Alone = in.at.direct
		c.receipt(ctx, guild, r.Receipt, went)
	}
	return err
}

// answerCall answers an interaction. A command cannot be answered with nothing.
func (c *chat) answerCall(ctx context.Context, in *incoming, guild string, r bot.Reply) (sent, error) {
	if r.Form != nil {
		err := c.open(ctx, in, guild, *r.Form)
		if !errors.Is(err, errNoForm) {
			return sent{}, err
		}
		r = bot.NoForm.Reply()
	}
	empty := len(r.Blocks)+len(r.Files) == 0
	if empty && in.at.call.pressed {
		return sent{}, in.answer.nothing(ctx)
	}
	if empty {
		r = bot.Busy.Reply()
	}
	ids, err := in.answer.say(ctx, messages(r, c.shelve(in, guild, r)), r.Private)
	if tooLate(err) && len(ids) == 0 {
		return c.say(ctx, in, guild, r)
	}
	if err == nil && r.Receipt != "" && len(ids) > 0 && ids[0] == "" {
		ids[0] = in.answer.first(ctx).ID
	}
	return sent{Channel: in.at.channel, Messages: ids}, err
}

// open opens a form. One that could not come back is not opened.
func (c *chat) open(ctx context.Context, in *incoming, guild string, f bot.Form) error {
	id := c.shelve(in, guild, bot.Reply{Form: &f})(f.Pressed)
	if id == "" || adapter.Length(id) > longestCustom {
		return errors.New("a form cannot be kept for its answer")
	}
	return in.answer.open(ctx, drawForm(f, id))
}

// each sends messages in order, up to one that fails, and returns their ids.
func each(all []message, send func(int, message) (string, error)) (ids []string, err error) {
	for i, m := range all {
		id, err := send(i, m)
		if i > 0 && errors.As(err, new(adapter.Unsent)) {
			return ids, errors.New("only the first part of an answer is sent: " + err.Error())
		}
		if err != nil {
			return ids, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// say answers a message: where it stands, in a thread that is opened there, or what is for
// the person alone in a direct message, which has no buttons.
func (c *chat) say(ctx context.Context, in *incoming, guild string, r bot.Reply) (sent, error) {
	if len(r.Blocks)+len(r.Files) == 0 {
		c.takeBack(ctx, in)
		return sent{}, nil
	}
	channel, err := c.channelFor(ctx, in, r.Private)
	aside := r.Private && !in.at.direct
	if aside && errors.As(err, new(refused)) {
		c.takeBack(ctx, in)
		c.log.InfoContext(ctx, "a person takes no direct message", "tenant", in.tenant(), "message", in.id, "error", err)
		return sent{}, nil
	}
	if err != nil {
		return sent{}, err
	}
	custom := func(bot.Pressed) string { return "" }
	if !aside {
		custom = c.shelve(in, guild, r)
	}
	ids, err := c.post(ctx, in, channel, messages(r, custom))
	if aside && errors.As(err, new(refused)) {
		c.log.InfoContext(ctx, "a person takes no direct message", "tenant", in.tenant(), "message", in.id, "error", err)
		err = nil
	}
	return sent{Channel: channel, Messages: ids}, err
}

// post posts messages in a channel, the first in the place of what showed the progress.
// Sent again they are the same to Discord, by a nonce.
func (c *chat) post(ctx context.Context, in *incoming, channel string, all []message) ([]string, error) {
	return each(all, func(i int, m message) (string, error) {
		if i == 0 {
			if id, err := c.inPlace(ctx, in, channel, m); id != "" || err != nil {
				return id, err
			}
			m.Answers = in.reference(channel)
		}
		m.Nonce, m.OnlyOnce = m.nonce(in.id, i), true
		return c.api.post(ctx, channel, m)
	})
}

// reference has a message in a channel shown as a reply, where the one it replies to is
// still there. In a conversation of its own it is none.
func (in *incoming) reference(channel string) *discordgo.MessageReference {
	if in.at.message == "" || channel != in.at.channel || in.message.Thread != "" || in.at.direct {
		return nil
	}
	may := false
	return &discordgo.MessageReference{MessageID: in.at.message, ChannelID: in.at.channel, GuildID: in.guild, FailIfNotExists: &may}
}
