// Package attendance keeps the bot in a chat, under one configuration after the other, and has
// it rest where the chat cannot go on.
package attendance

import (
	"context"
	"log/slog"
	"reflect"
	"strings"
	"sync/atomic"
	"time"

	"github.com/cenkalti/backoff/v5"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Attendance keeps the bot in one chat, which is configured by a C.
type Attendance[C any] struct {
	log    *slog.Logger
	chat   string
	isSet  func(C) bool // the chat is to be answered in
	attend func(context.Context, *slog.Logger, *bot.Bot, C) error
	now    C
	next   chan C
	goesOn atomic.Bool
	others func() (goOn bool)
	pauses *backoff.ExponentialBackOff
}

// What is wrong with a chat is mended by people, in minutes or days.
const firstRest, longestRest = time.Minute, 15 * time.Minute

// New returns one that begins with a configuration, and which is alone. The chat has a name in
// the log; isSet says under which configurations it is to be answered in, and attend answers in
// it until its context ends, or until the chat cannot go on.
func New[C any](log *slog.Logger, chat string, isSet func(C) bool,
	attend func(context.Context, *slog.Logger, *bot.Bot, C) error, first C) *Attendance[C] {
	a := &Attendance[C]{
		log: log, chat: chat, isSet: isSet, attend: attend, now: first, next: make(chan C),
		others: func() bool { return false }, pauses: adapter.Pauses(firstRest, longestRest),
	}
	a.goesOn.Store(isSet(first))
	return a
}

// GoesOn reports whether the chat is answered in, as far as is known.
func (a *Attendance[C]) GoesOn() bool { return a.goesOn.Load() }

// Beside tells of the others: that one of them goes on. It is to be called before Keep.
func (a *Attendance[C]) Beside(others func() (goOn bool)) { a.others = others }

// Change has the chat end, with what it has received answered, and begin anew under another
// configuration, unless that is the one it has.
func (a *Attendance[C]) Change(ctx context.Context, to C) {
	select {
	case a.next <- to:
	case <-ctx.Done():
	}
}

// Keep keeps the bot in the chat until ctx ends. Where the chat cannot go on it goes back once
// to the configuration before, if that was changed and has not worked since. Else it rests
// while another chat goes on: where none does, Keep ends with the chat's error.
func (a *Attendance[C]) Keep(ctx context.Context, b *bot.Bot) error {
	var before *C
	for {
		a.goesOn.Store(a.isSet(a.now))
		began := time.Now()
		next, err := a.until(ctx, b)
		worked := time.Since(began) > longestRest
		if worked {
			before = nil
		}
		if worked || next != nil {
			a.pauses.Reset()
		}
		switch {
		case ctx.Err() != nil:
			return err
		case next != nil:
			was := a.now
			before, a.now = &was, *next
		case before != nil:
			a.log.Error("a chat does not work as it is configured now, and begins again as it was", "chat", a.chat, "error", err)
			before, a.now = nil, *before
		default:
			if a.goesOn.Store(false); !a.others() {
				return err
			}
			a.rest(ctx, b, err)
		}
	}
}

// rest leaves the chat alone for a while, or until there is another configuration for it.
func (a *Attendance[C]) rest(ctx context.Context, b *bot.Bot, why error) {
	long := a.pauses.NextBackOff()
	a.log.Error("a chat cannot go on, and is tried again while the other goes on", "chat", a.chat, "error", why, "again", long.Round(time.Second))
	vital := b.Vitals().Chat(strings.ToLower(a.chat))
	vital.Begin(ctx)
	defer vital.End()
	vital.Failed(why)
	select {
	case a.now = <-a.next:
	case <-time.After(long):
	case <-ctx.Done():
	}
}

// until attends until the chat ends, or until there is another configuration for it.
func (a *Attendance[C]) until(ctx context.Context, b *bot.Bot) (next *C, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- a.attendIfSet(ctx, b) }()
	for {
		select {
		case err := <-ended:
			return nil, err
		case c := <-a.next:
			if reflect.DeepEqual(c, a.now) {
				continue
			}
			stop()
			if err := <-ended; err != nil {
				a.log.Warn("a chat did not end as it should", "chat", a.chat, "error", err)
			}
			return &c, nil
		}
	}
}

// attendIfSet does nothing until ctx ends where the chat is not to be answered in.
func (a *Attendance[C]) attendIfSet(ctx context.Context, b *bot.Bot) error {
	if !a.isSet(a.now) {
		<-ctx.Done()
		return nil
	}
	return a.attend(ctx, a.log, b, a.now)
}
