package discord

import (
	"context"
	"errors"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

// enqueue has a message answered after those before it in its conversation, or refused
// where too many are.
func (c *chat) enqueue(in *incoming) {
	if c.inbox.Answering.Do(in.conversation(), func() { c.answer(in) }) {
		return
	}
	c.bot.Done(in.tenant(), in.id)
	if in.message.Addressed && !c.inbox.Refusing.Do(in.conversation()+"/"+in.at.user, func() { c.refuse(in, bot.Busy) }) {
		in.answer.stop()
	}
}

// answer does what a message asks for.
func (c *chat) answer(in *incoming) {
	if c.work.Err() != nil {
		return
	}
	c.took(in, vitals.Waited)
	c.finish(in, c.respond(in), 0)
}

// respond returns what does the task of a message and says the outcome. Done again it says
// that once more, and does no task twice.
func (c *chat) respond(in *incoming) (say func(context.Context) error) {
	var send func(context.Context) error
	return func(ctx context.Context) error {
		defer func() { in.progress.End() }() // which is there by then
		if send == nil {
			r, guild, err := c.reply(ctx, in)
			c.took(in, vitals.Answered)
			if err != nil {
				return err
			}
			send = func(ctx context.Context) error { return c.send(ctx, in, guild, r) }
		}
		return send(ctx)
	}
}

// finish says what there is to say. What Discord did not take is said again later; what the
// end breaks off stays to be answered after a restart.
func (c *chat) finish(in *incoming, say func(context.Context) error, before int) {
	if c.work.Err() != nil {
		return
	}
	err := c.safely(in, func() error { return say(c.of(in)) })
	wait, more := adapter.Again(c.pace.again, before)
	switch {
	case err == nil:
		c.took(in, vitals.Sent)
	case c.work.Err() != nil:
		c.log.WarnContext(c.of(in), "an answer is broken off", "tenant", in.tenant(), "message", in.id, "error", err)
		return
	case errors.As(err, new(adapter.Unsent)) && more:
		c.log.ErrorContext(c.of(in), "an answer is not sent", "tenant", in.tenant(), "message", in.id, "error", err, "again", wait)
		c.inbox.Later(c.work, in.conversation(), wait, func() { c.finish(in, say, before+1) })
		return
	default:
		c.log.ErrorContext(c.of(in), "an answer is not sent as it should be", "tenant", in.tenant(), "message", in.id, "error", err)
		vitals.Of(c.work).Count(vitals.Failures)
		c.refuse(in, bot.Failed(c.of(in)))
	}
	c.bot.Done(in.tenant(), in.id)
}

// refuse tells a person privately why there is no answer, if that can be told.
func (c *chat) refuse(in *incoming, why bot.Refusal) {
	if !in.message.Addressed || c.work.Err() != nil {
		return
	}
	err := c.safely(in, func() error { return c.send(c.of(in), in, in.guild, why.Reply()) })
	if err != nil {
		c.log.WarnContext(c.of(in), "a person is not told why there is no answer", "tenant", in.tenant(), "message", in.id, "error", err)
	}
}

// safely does something for a message. A panic is an error, so that it ends nothing else.
func (c *chat) safely(in *incoming, do func() error) error {
	return bot.Safely(c.of(in), c.log, do, "tenant", in.tenant(), "message", in.id)
}
