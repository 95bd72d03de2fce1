package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
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

	resumed sync.Map // by tenant: a func() error that does it once
	foreign sync.Once
}

func newChat(work context.Context, log *slog.Logger, b *bot.Bot, spaces workspaces) *chat {
	return &chat{
		log: log, bot: b, spaces: spaces, work: work, post: newPoster(log),
		noting: bot.NewQueue(waitingToBeNoted), answering: bot.NewQueue(waitingToBeAnswered), refusing: bot.NewQueue(waitingToBeRefused),
	}
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
		c.foreign.Do(func() { c.log.Debug("Slack sent something that is not answered", "kind", d.Kind, "error", err) })
	case err != nil:
		c.log.Warn("Slack sent something that cannot be read", "kind", d.Kind, "error", unreadable(err))
	}
	if in == nil {
		acknowledge()
		return true
	}
	return c.noting.Do(in.conversation(), func() {
		if err := c.resume(in.team); err != nil {
			c.log.Error("what waits to be answered is not known", "tenant", in.team.tenant(), "error", err)
		}
		fresh := c.note(in, d)
		acknowledge()
		if fresh {
			c.enqueue(in)
		}
	})
}

// unreadable says what is wrong with JSON without a word of it.
func unreadable(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
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

// resume answers, once for each tenant, what came before the last restart and was not answered.
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
		return err
	}))
	return once.(func() error)()
}

// enqueue has a message answered after those before it in its conversation, or refused
// where too many are.
func (c *chat) enqueue(in *incoming) {
	if c.answering.Do(in.conversation(), func() { c.answer(in) }) {
		return
	}
	c.bot.Done(in.team.tenant(), in.id)
	if in.message.Addressed {
		c.refusing.Do(in.conversation()+"/"+in.at.user, func() { c.refuse(in, bot.Busy) })
	}
}

// answer does what a message asks for. What Slack was certainly not told, and what the end
// breaks off, stays to be answered after a restart.
func (c *chat) answer(in *incoming) {
	if c.work.Err() != nil {
		return
	}
	err := c.respond(in)
	if errors.As(err, new(unsent)) || err != nil && c.work.Err() != nil {
		c.log.Error("an answer is not sent", "tenant", in.team.tenant(), "message", in.id, "error", bare(err))
		return
	}
	if err != nil {
		c.log.Error("an answer is not sent as it should be", "tenant", in.team.tenant(), "message", in.id, "error", bare(err))
		c.refuse(in, bot.WentWrong)
	}
	c.bot.Done(in.team.tenant(), in.id)
}

// respond does the task of a message. A panic is an error, so that it ends nothing else.
func (c *chat) respond(in *incoming) (err error) {
	defer func() {
		if p := recover(); p != nil {
			c.log.Error("panic", "tenant", in.team.tenant(), "message", in.id, "stack", string(debug.Stack()))
			err = fmt.Errorf("a panic of the kind %T", p) // its value may hold what a person wrote
		}
	}()
	switch in.task {
	case showHome:
		return c.post.home(c.work, in, drawHome(c.bot.Home(c.work, in.team.tenant())))
	case showPrompts:
		return c.post.prompts(c.work, in, c.bot.Prompts(c.work, in.team.tenant()))
	}
	in.message.User.Admin = in.admin
	return c.post.reply(c.work, in, c.bot.Handle(c.work, in.message))
}

// refuse tells a person privately why there is no answer, if that can be told.
func (c *chat) refuse(in *incoming, why bot.Refusal) {
	if in.task != reply {
		return
	}
	if err := c.post.reply(c.work, in, why.Reply()); err != nil {
		c.log.Warn("a person is not told why there is no answer", "tenant", in.team.tenant(), "message", in.id, "error", bare(err))
	}
}

// drain returns when all that was taken is answered, and reports false when that takes too long.
func (c *chat) drain(long time.Duration) bool {
	ctx, cancel := context.WithTimeout(context.Background(), long)
	defer cancel()
	for _, q := range []*bot.Queue{c.noting, c.answering, c.refusing} {
		if q.Wait(ctx) != nil {
			return false
		}
	}
	return true
}
