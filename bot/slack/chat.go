package slack

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

const (
	waitingToBeNoted    = 1000 // in a conversation; they wait for the disk alone
	waitingToBeAnswered = 100  // in a conversation; Slack takes about one message a second
)

// chat is the path of a message: read, noted on disk, acknowledged, answered, sent.
type chat struct {
	log    *slog.Logger
	bot    *bot.Bot
	spaces workspaces
	post   poster
	work   context.Context // ends when nothing is to be answered any more

	inbox *adapter.Inbox

	waiting   context.Context // ends when no errand is to be begun any more
	dismiss   context.CancelFunc
	attended  sync.Map // by tenant
	attending sync.WaitGroup
	errands   chan struct{} // holds one for each that is being run

	pace    pace
	foreign sync.Map // the workspaces of no token, of which the log tells once each
}

func newChat(work context.Context, log *slog.Logger, b *bot.Bot, spaces workspaces, p pace) *chat {
	c := &chat{
		log: log, bot: b, spaces: spaces, work: work, post: newPoster(log, p.trying), pace: p,
		inbox:   adapter.NewInbox(work, log, b, waitingToBeNoted, waitingToBeAnswered),
		errands: make(chan struct{}, errandsAtOnce),
	}
	c.waiting, c.dismiss = context.WithCancel(work)
	return c
}

// delivery is a payload with its kind: what is noted on disk of it.
type delivery struct {
	Kind    string          `json:"kind"`
	Payload json.RawMessage `json:"payload"`
}

// take has a payload acknowledged as soon as it is noted on disk, and then answered. It
// does not wait. It reports false where too much waits to be noted: what is then not
// acknowledged comes again.
func (c *chat) take(d delivery, acknowledge func()) bool {
	in, err := c.read(d)
	switch {
	case errors.Is(err, errForeign):
		c.turnAway(d)
	case err != nil:
		c.log.Warn("Slack sent something that cannot be read", "kind", d.Kind, "error", adapter.Unreadable(err))
	}
	if in == nil || in.message.Forum != "" && !c.bot.Listens(in.team.tenant(), in.message.Forum) {
		acknowledge() // without a word of it on disk
		return true
	}
	in.fresh, in.since = true, time.Now()
	c.log.DebugContext(c.of(in), "received", "tenant", in.team.tenant(), "message", in.id, "kind", d.Kind)
	return c.inbox.Noting.Do(in.conversation(), func() {
		err := c.safely(in, func() error { return c.receive(in, d, acknowledge) })
		if err != nil {
			c.log.ErrorContext(c.of(in), "what waits to be answered is not known", "tenant", in.team.tenant(), "error", err)
		}
	})
}

// read reads a payload. One that makes the bot panic is passed over.
func (c *chat) read(d delivery) (in *incoming, err error) {
	err = bot.Safely(c.work, c.log, func() (err error) {
		in, err = c.spaces.read(d.Kind, d.Payload)
		return err
	}, "kind", d.Kind)
	return in, err
}

// receive has a message acknowledged once it is noted on disk, and answered if it is new.
func (c *chat) receive(in *incoming, d delivery, acknowledge func()) error {
	err := c.resume(in.team)
	fresh := c.inbox.Note(c.of(in), in.team.tenant(), in.id, d)
	acknowledge()
	c.took(in, vitals.Noted)
	if fresh {
		c.enqueue(in)
	}
	return err
}

// resume answers, once for each tenant, what came before the last restart and was not
// answered, and has the tenant's errands run from then on.
func (c *chat) resume(t team) error {
	err := c.inbox.Resume(t.tenant(), func(w bot.Received) bool {
		var d delivery
		err := json.Unmarshal(w.Raw, &d)
		in, readErr := c.read(d)
		if err != nil || readErr != nil || in == nil {
			return false
		}
		in.since = time.Now()
		c.enqueue(in)
		return true
	})
	if _, attended := c.attended.LoadOrStore(t.tenant(), true); !attended {
		c.attend(t)
	}
	return err
}

// of returns what the work on a message is done under.
func (c *chat) of(in *incoming) context.Context { return c.inbox.Of(c.work, in.team.tenant(), in.id) }

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
	c.dismiss()
	return adapter.Wait(ctx, &c.attending)
}
