package discord

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

const (
	waitingToBeNoted    = 10_000 // in a conversation; they wait for the disk alone
	waitingToBeAnswered = 5000   // in a conversation; Discord hands a message over once
	waitingForChoices   = 3      // for a person, who types on

	callLives  = 15 * time.Minute // for so long an interaction can be answered
	lookUpTime = 10 * time.Second // for a channel to be asked for
)

// chat is the path of a message: read, noted on disk, answered, sent.
type chat struct {
	log     *slog.Logger
	bot     *bot.Bot
	api     *api
	servers *servers
	finds   *finds
	work    context.Context // ends when nothing is to be answered any more
	pace    pace
	errands *errands

	inbox  *adapter.Inbox
	typing *bot.Queue

	register sync.Once
}

func newChat(work context.Context, log *slog.Logger, b *bot.Bot, a *api, p pace) *chat {
	return &chat{
		log: log, bot: b, api: a, servers: newServers(), finds: newFinds(), work: work, pace: p,
		inbox: adapter.NewInbox(work, log, b, waitingToBeNoted, waitingToBeAnswered), typing: bot.NewQueue(waitingForChoices),
	}
}

// take has an event noted on disk and then answered, if it is for the bot. It does not
// wait. It reports false where too much waits to be noted: the event is then to come again.
func (c *chat) take(shard int, kind string, data []byte) bool {
	if err := c.servers.note(shard, kind, data); err != nil {
		c.log.Warn("Discord sent something that cannot be read", "kind", kind, "error", adapter.Unreadable(err))
		return true
	}
	switch kind {
	case "READY":
		c.begin()
		return true
	case "GUILD_CREATE", "GUILD_DELETE":
		c.errands.changed(idOf(data))
		return true
	case messageEvent, interactionEvent:
	default:
		return true
	}
	if t, ok := readTyping(data); ok && kind == interactionEvent {
		c.typing.Do(t.user, c.unharmed(func() { c.suggest(t) }))
		return true
	}
	d := delivery{Kind: kind, Payload: data}
	d.Us, _ = c.servers.ids()
	return c.deliver(d)
}

// deliver has an event that may be for the bot noted on disk and then answered.
func (c *chat) deliver(d delivery) bool {
	known := c.locate(&d)
	in, err := d.read()
	if err != nil {
		c.log.Warn("Discord sent something that cannot be read", "kind", d.Kind, "error", adapter.Unreadable(err))
	}
	if in == nil {
		return true
	}
	in.since = time.Now()
	c.log.DebugContext(c.of(in), "received", "tenant", in.tenant(), "message", in.id, "kind", d.Kind)
	if in.at.call != nil {
		in.answer = c.newResponse(in.at.call)
		in.answer.putOffAfter(c.pace.hurry)
	}
	if in.guild != "" && !c.servers.has(in.guild) { // a person can have the bot with them
		if !c.inbox.Refusing.Do(in.conversation(), func() { c.refuse(in, bot.NoServer) }) {
			in.answer.stop()
		}
		return true
	}
	taken := c.inbox.Noting.Do(in.conversation(), c.unharmed(func() { c.receive(in, d, known) }))
	if !taken {
		in.answer.stop() // it comes again
	}
	return taken
}

// receive has a message noted on disk, and answered if it is new. What is not is being
// answered, or was, and nothing of that is to be put off.
func (c *chat) receive(in *incoming, d delivery, known bool) {
	if !known {
		if in = c.lookUp(&d, in); in == nil {
			return
		}
	}
	c.resume(in.guild)
	fresh := c.inbox.Note(c.of(in), in.tenant(), in.id, d)
	c.took(in, vitals.Noted)
	if !fresh {
		in.answer.stop()
		return
	}
	c.enqueue(in)
}

// unharmed returns a job of which a panic ends nothing else.
func (c *chat) unharmed(job func()) func() {
	return func() {
		_ = bot.Safely(c.work, c.log, func() error { job(); return nil }) // which the log tells of
	}
}

// of returns what the work on a message is done under.
func (c *chat) of(in *incoming) context.Context { return c.inbox.Of(c.work, in.tenant(), in.id) }

// took notes that a step of a message's way is done.
func (c *chat) took(in *incoming, step vitals.Step) {
	in.since = c.inbox.Took(c.of(in), step, in.since)
}

// drain returns when all that was taken is answered, and the errands that were begun are
// run, or with the error of ctx when that ends before.
func (c *chat) drain(ctx context.Context) error {
	if err := c.inbox.Drain(ctx); err != nil {
		return err
	}
	if err := c.typing.Wait(ctx); err != nil {
		return err
	}
	return adapter.Wait(ctx, &c.errands.run)
}
