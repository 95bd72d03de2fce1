package slack

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
	c.bot.Done(in.team.tenant(), in.id)
	if in.message.Addressed {
		c.inbox.Refusing.Do(in.conversation()+"/"+in.at.user, func() { c.refuse(in, bot.Busy) })
	}
}

// answer does what a message asks for.
func (c *chat) answer(in *incoming) {
	if c.work.Err() != nil {
		return
	}
	c.took(in, vitals.Waited)
	var say func(context.Context) error
	err := c.safely(in, func() error { say = c.respond(in); return nil })
	if err != nil {
		say = func(context.Context) error { return err }
	}
	c.took(in, vitals.Answered)
	c.say(in, say, 0)
}

// respond does the task of a message, and returns what says the outcome.
func (c *chat) respond(in *incoming) (say func(context.Context) error) {
	switch in.task {
	case showHome:
		in.message.User.Admin = in.admin
		view := drawHome(c.bot.Home(c.of(in), in.message))
		return func(ctx context.Context) error { return c.post.home(ctx, in, view) }
	case showPrompts:
		prompts := c.bot.Prompts(c.of(in), in.team.tenant())
		return func(ctx context.Context) error { return c.post.prompts(ctx, in, prompts) }
	}
	r := c.handle(in)
	return func(ctx context.Context) error { return c.reply(ctx, in, r) }
}

// reply sends a reply, and tells the bot where it stands if it wants to know.
func (c *chat) reply(ctx context.Context, in *incoming, r bot.Reply) error {
	stands, err := c.post.reply(ctx, in, r)
	c.stands(ctx, in.team.tenant(), r.Receipt, stands)
	if late := bot.Refusal(""); errors.As(err, &late) { // the form did not open in time
		_, err = c.post.reply(ctx, in, late.Reply())
	}
	if err == nil {
		c.clear(ctx, in)
	}
	return err
}

// stands tells the bot where a reply stands that it may change later.
func (c *chat) stands(ctx context.Context, tenant, receipt string, where standing) {
	if receipt == "" || len(where.Posts) == 0 {
		return
	}
	if err := c.bot.Sent(context.WithoutCancel(ctx), tenant, receipt, where.String()); err != nil {
		c.log.ErrorContext(ctx, "where an answer stands is not noted", "tenant", tenant, "error", err)
	}
}

// say says what there is to say. What Slack did not take is sent again later; what the end
// breaks off before any of it is known to be sent stays to be answered after a restart.
func (c *chat) say(in *incoming, say func(context.Context) error, before int) {
	if c.work.Err() != nil {
		return
	}
	err := c.safely(in, func() error { return say(c.of(in)) })
	begun := errors.As(err, new(partial))
	wait, more := adapter.Again(c.pace.again, before)
	switch {
	case err == nil:
		c.took(in, vitals.Sent)
	case c.work.Err() != nil && !begun:
		c.log.WarnContext(c.of(in), "an answer is broken off", "tenant", in.team.tenant(), "message", in.id, "error", adapter.Bare(err))
		return
	case errors.As(err, new(adapter.Unsent)) && more:
		c.log.ErrorContext(c.of(in), "an answer is not sent", "tenant", in.team.tenant(), "message", in.id, "error", adapter.Bare(err), "again", wait)
		c.inbox.Later(c.work, in.conversation(), wait, func() { c.say(in, say, before+1) })
		return
	default:
		c.log.ErrorContext(c.of(in), "an answer is not sent as it should be", "tenant", in.team.tenant(), "message", in.id, "error", adapter.Bare(err))
		vitals.Of(c.work).Count(vitals.Failures)
		c.refuse(in, refusalOf(c.of(in), err))
	}
	c.bot.Done(in.team.tenant(), in.id)
}

// refuse tells a person privately why there is no answer, if that can be told.
func (c *chat) refuse(in *incoming, why bot.Refusal) {
	if in.task != reply || c.work.Err() != nil {
		return
	}
	err := c.safely(in, func() error { return c.reply(c.of(in), in, why.Reply()) })
	if err != nil {
		c.log.WarnContext(c.of(in), "a person is not told why there is no answer", "tenant", in.team.tenant(), "message", in.id, "error", adapter.Bare(err))
	}
}

// safely does something for a message. A panic is an error, so that it ends nothing else.
func (c *chat) safely(in *incoming, do func() error) error {
	return bot.Safely(c.of(in), c.log, do, "tenant", in.team.tenant(), "message", in.id)
}
