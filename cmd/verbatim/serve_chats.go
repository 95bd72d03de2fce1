package main

import (
	"context"
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"sync/atomic"
	"time"

	"github.com/cenkalti/backoff/v5"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/discord"
	"verbatim/bot/slack"
)

// chats are the chats to answer in.
type chats struct {
	slack   slack.Config
	discord discord.Config
}

// check refuses chats of which there is none, or to which something is missing.
func (c chats) check() error {
	switch {
	case isInSlack(c.slack):
		return c.slack.Check()
	case !isInDiscord(c.discord):
		return errors.New("there is no chat to answer in: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	return nil
}

// secrets returns what no log may hold.
func (c chats) secrets() []string {
	return append([]string{c.slack.AppToken, c.slack.SigningSecret, c.discord.Token}, c.slack.BotTokens...)
}

// isInSlack and isInDiscord report whether a chat is to be answered in.
func isInSlack(c slack.Config) bool {
	return len(c.BotTokens) > 0 || c.AppToken != "" || c.SigningSecret != ""
}

func isInDiscord(c discord.Config) bool { return c.Token != "" }

// attend answers in a chat until ctx ends, or until the chat cannot go on.
type attend[C any] func(context.Context, *slog.Logger, *bot.Bot, C) error

// attendance keeps the bot in one chat, under one configuration after the other.
type attendance[C any] struct {
	log    *slog.Logger
	chat   string
	isSet  func(C) bool // the chat is to be answered in
	attend attend[C]
	now    C
	next   chan C
	goesOn atomic.Bool        // the chat is answered in, as far as is known
	others func() (goOn bool) // another chat is
	pauses *backoff.ExponentialBackOff
}

// What is wrong with a chat is mended by people, in minutes or days.
const firstRest, longestRest = time.Minute, 15 * time.Minute

// newAttendance returns one that begins with a configuration, and which is alone.
func newAttendance[C any](log *slog.Logger, chat string, isSet func(C) bool, attend attend[C], first C) *attendance[C] {
	a := &attendance[C]{
		log: log, chat: chat, isSet: isSet, attend: attend, now: first, next: make(chan C),
		others: func() bool { return false }, pauses: adapter.Pauses(firstRest, longestRest),
	}
	a.goesOn.Store(isSet(first))
	return a
}

// change has the chat end, with what it has received answered, and begin anew under another
// configuration, unless that is the one it has.
func (a *attendance[C]) change(ctx context.Context, to C) {
	select {
	case a.next <- to:
	case <-ctx.Done():
	}
}

// keep keeps the bot in the chat until ctx ends. Where the chat cannot go on it goes back once
// to the configuration before, if that was changed. Else it rests while another chat goes on:
// where none does keep ends with the chat's error.
func (a *attendance[C]) keep(ctx context.Context, b *bot.Bot) error {
	var before *C
	for {
		a.goesOn.Store(a.isSet(a.now))
		began := time.Now()
		next, err := a.until(ctx, b)
		if next != nil || time.Since(began) > longestRest {
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
func (a *attendance[C]) rest(ctx context.Context, b *bot.Bot, why error) {
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
func (a *attendance[C]) until(ctx context.Context, b *bot.Bot) (next *C, err error) {
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
func (a *attendance[C]) attendIfSet(ctx context.Context, b *bot.Bot) error {
	if !a.isSet(a.now) {
		<-ctx.Done()
		return nil
	}
	return a.attend(ctx, a.log, b, a.now)
}
