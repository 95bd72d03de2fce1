package adapter

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"verbatim/bot"
	"verbatim/bot/vitals"
)

// NoteTime is how long a message may take to be on disk. Chats wait for 3 seconds to be told
// that something has arrived.
const NoteTime = time.Second

// Inbox is where messages wait: to be noted on disk, then to be answered, or to be refused
// where too many are.
type Inbox struct {
	Noting, Answering, Refusing *bot.Queue

	log     *slog.Logger
	bot     *bot.Bot
	resumed sync.Map // by tenant: a func() error that does it once
}

// NewInbox returns an inbox in which so many messages may wait in each conversation. Of
// refusals one may wait there for a person, since it is the same refusal. The chat that ctx
// is for is told how many wait.
func NewInbox(ctx context.Context, log *slog.Logger, b *bot.Bot, noting, answering int) *Inbox {
	i := &Inbox{Noting: bot.NewQueue(noting), Answering: bot.NewQueue(answering), Refusing: bot.NewQueue(1), log: log, bot: b}
	chat := vitals.Of(ctx)
	chat.Queue("noting", i.Noting.Len)
	chat.Queue("answering", i.Answering.Len)
	chat.Queue("refusing", i.Refusing.Len)
	return i
}

// Note has a message on disk, and reports whether it is new. Delivery is what Resume is to
// have of it, in its JSON form. What the disk does not take in time is answered all the same.
func (i *Inbox) Note(ctx context.Context, tenant, id string, delivery any) (fresh bool) {
	ctx, cancel := context.WithTimeout(ctx, NoteTime)
	defer cancel()
	raw, err := json.Marshal(delivery)
	fresh = true
	if err == nil {
		fresh, err = i.bot.Receive(ctx, tenant, bot.Received{ID: id, Raw: raw})
	}
	if err != nil {
		i.log.ErrorContext(ctx, "a message is not noted on disk", "tenant", tenant, "message", id, "error", err)
	}
	if fresh {
		vitals.Of(ctx).Count(vitals.Messages)
	}
	return fresh
}

// Resume has again take, once for each tenant and before any of them returns, what came
// before the last restart and was not answered. What again does not take is done with.
func (i *Inbox) Resume(tenant string, again func(bot.Received) (taken bool)) error {
	once, _ := i.resumed.LoadOrStore(tenant, sync.OnceValue(func() error {
		waiting, err := i.bot.Waiting(tenant)
		for _, w := range waiting {
			if !again(w) {
				i.bot.Done(tenant, w.ID)
			}
		}
		return err
	}))
	return once.(func() error)()
}

// Drain returns when all that waits is done, or with the error of ctx when that ends before.
func (i *Inbox) Drain(ctx context.Context) error {
	for _, q := range []*bot.Queue{i.Noting, i.Answering, i.Refusing} {
		if err := q.Wait(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Wait returns when all of a group are done, or with the error of ctx when that ends before.
func Wait(ctx context.Context, all *sync.WaitGroup) error {
	done := make(chan struct{})
	go func() { all.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
