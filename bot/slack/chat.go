package slack

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"time"

	"verbatim/bot"
)

const (
	waitingToBeNoted    = 1000 // in a conversation; they wait for the disk alone
	waitingToBeAnswered = 100  // in a conversation; Slack takes about one message a second
	waitingToBeRefused  = 1    // for a person in a conversation, since it is the same refusal

	// noteTime leaves time enough of Slack's 3 seconds for an acknowledgement.
	noteTime = time.Second
)

// chat is the path of a message: read, noted on disk, acknowledged, answered, sent.
type chat struct {
	log    *slog.Logger
	bot    *bot.Bot
	spaces workspaces
	post   poster
	work   context.Context // ends when nothing is to be answered any more

	noting, answering, refusing *bot.Queue

	waiting   context.Context // ends when no errand is to be begun any more
	dismiss   context.CancelFunc
	attending sync.WaitGroup
	errands   chan struct{} // holds one for each that is being run

	pace    pace
	resumed sync.Map // by tenant: a func() error that does it once
	foreign sync.Map // the workspaces of no token, of which the log tells once each
}

func newChat(work context.Context, log *slog.Logger, b *bot.Bot, spaces workspaces, p pace) *chat {
	c := &chat{
		log: log, bot: b, spaces: spaces, work: work, post: newPoster(log), pace: p,
		noting: bot.NewQueue(waitingToBeNoted), answering: bot.NewQueue(waitingToBeAnswered), refusing: bot.NewQueue(waitingToBeRefused),
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
	in, err := c.spaces.read(d.Kind, d.Payload)
	switch {
	case errors.Is(err, errForeign):
		c.turnAway(d)
	case err != nil:
		c.log.Warn("Slack sent something that cannot be read", "kind", d.Kind, "error", unreadable(err))
	}
	if in == nil || in.message.Forum != "" && !c.bot.Listens(in.team.tenant(), in.message.Forum) {
		acknowledge() // without a word of it on disk
		return true
	}
	in.fresh = true
	return c.noting.Do(in.conversation(), func() {
		err := c.safely(in, func() error { return c.receive(in, d, acknowledge) })
		if err != nil {
			c.log.Error("what waits to be answered is not known", "tenant", in.team.tenant(), "error", err)
		}
	})
}

// receive has a message acknowledged once it is noted on disk, and answered if it is new.
func (c *chat) receive(in *incoming, d delivery, acknowledge func()) error {
	err := c.resume(in.team)
	fresh := c.note(in, d)
	acknowledge()
	if fresh {
		c.enqueue(in)
	}
	return err
}

// unreadable says what is wrong with JSON without a word of it.
func unreadable(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return "it is no JSON object"
	case errors.As(err, &kind):
		return "the field " + kind.Field + " is of another kind"
	}
	return "it is no JSON"
}

// note has a message on disk, and reports whether it is new. What the disk does not take
// is answered all the same.
func (c *chat) note(in *incoming, d delivery) bool {
	ctx, cancel := context.WithTimeout(c.work, noteTime)
	defer cancel()
	raw, err := json.Marshal(d)
	if err != nil {
		c.log.Error("a message is not noted on disk", "tenant", in.team.tenant(), "message", in.id, "error", err)
		return true
	}
	fresh, err := c.bot.Receive(ctx, in.team.tenant(), bot.Received{ID: in.id, Raw: raw})
	if err != nil {
		c.log.Error("a message is not noted on disk", "tenant", in.team.tenant(), "message", in.id, "error", err)
	}
	return fresh
}

// resume answers, once for each tenant, what came before the last restart and was not
// answered, and has the tenant's errands run from then on.
func (c *chat) resume(t team) error {
	once, _ := c.resumed.LoadOrStore(t.tenant(), sync.OnceValue(func() error {
		waiting, err := c.bot.Waiting(t.tenant())
		for _, w := range waiting {
			var d delivery
			err := json.Unmarshal(w.Raw, &d)
			in, readErr := c.spaces.read(d.Kind, d.Payload)
			if err != nil || readErr != nil || in == nil {
				c.bot.Done(t.tenant(), w.ID)
				continue
			}
			c.enqueue(in)
		}
		c.attend(t)
		return err
	}))
	return once.(func() error)()
}

// drain returns when all that was taken is answered, and the errands that were begun are
// run, and reports false when that takes too long.
func (c *chat) drain(long time.Duration) bool {
	ctx, cancel := context.WithTimeout(context.Background(), long)
	defer cancel()
	for _, q := range []*bot.Queue{c.noting, c.answering, c.refusing} {
		if q.Wait(ctx) != nil {
			return false
		}
	}
	c.dismiss()
	attended := make(chan struct{})
	go func() { c.attending.Wait(); close(attended) }()
	select {
	case <-attended:
		return true
	case <-ctx.Done():
		return false
	}
}
