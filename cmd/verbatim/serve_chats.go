package main

import (
	"context"
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"sync/atomic"

	"verbatim/bot"
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
	case isSet(c.slack):
		return c.slack.Check()
	case !hasToken(c.discord):
		return errors.New("there is no chat to answer in: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	return nil
}

// secrets returns what no log may hold.
func (c chats) secrets() []string {
	return append([]string{c.slack.AppToken, c.slack.SigningSecret, c.discord.Token}, c.slack.BotTokens...)
}

// isSet and hasToken report whether Slack and Discord are to be answered in.
func isSet(c slack.Config) bool {
	return len(c.BotTokens) > 0 || c.AppToken != "" || c.SigningSecret != ""
}

func hasToken(c discord.Config) bool { return c.Token != "" }

// attendance keeps the bot in one chat, under one configuration after the other.
type attendance[C any] struct {
	log    *slog.Logger
	chat   string
	wanted func(C) bool // whether the chat is to be attended to under a configuration
	attend func(context.Context, *slog.Logger, *bot.Bot, C) error
	next   chan C

	all  *company
	here bool // in it
}

// company is of how many chats the bot is in, so that one which cannot go on does not take
// the others along.
type company struct{ atomic.Int32 }

func newAttendance[C any](log *slog.Logger, chat string, all *company, wanted func(C) bool,
	attend func(context.Context, *slog.Logger, *bot.Bot, C) error) *attendance[C] {
	return &attendance[C]{log: log, chat: chat, wanted: wanted, attend: attend, next: make(chan C), all: all}
}

// join has the bot counted as in the chat, or as not, and returns in how many others it is.
func (a *attendance[C]) join(here bool) (others int) {
	if here != a.here {
		a.here = here
		a.all.Add(map[bool]int32{true: 1, false: -1}[here])
	}
	others = int(a.all.Load())
	if here {
		others--
	}
	return others
}

// change has the chat end, with what it has received answered, and begin anew under another
// configuration, unless that is the one it has.
func (a *attendance[C]) change(ctx context.Context, to C) {
	select {
	case a.next <- to:
	case <-ctx.Done():
	}
}

// keep keeps the bot in the chat until ctx ends. Where the chat cannot go on, it goes back
// once to what it had before it was changed. Where that is no help, keep ends with the
// error if the bot is in no other chat, and otherwise waits until it is changed.
func (a *attendance[C]) keep(ctx context.Context, b *bot.Bot, now C) error {
	var before *C
	for {
		a.join(a.wanted(now))
		next, err := a.until(ctx, b, now)
		switch {
		case ctx.Err() != nil:
			return err
		case next != nil:
			was := now
			before, now = &was, *next
		case before != nil:
			a.log.Error("a chat does not work as it is configured now, and begins again as it was", "chat", a.chat, "error", err)
			before, now = nil, *before
		case a.join(false) == 0:
			return err
		default:
			if next = a.leftOut(ctx, b, err); next == nil {
				return nil
			}
			now = *next
		}
	}
}

// leftOut waits until there is another configuration for the chat, nil where ctx ends first.
// Until then the chat counts as one that is not connected.
func (a *attendance[C]) leftOut(ctx context.Context, b *bot.Bot, why error) *C {
	vital := b.Vitals().Chat(strings.ToLower(a.chat))
	vital.Begin(ctx)
	defer vital.End()
	vital.Failed(why)
	a.log.Error("a chat cannot go on, and is left out until the configuration is read again", "chat", a.chat, "error", why)
	select {
	case c := <-a.next:
		return &c
	case <-ctx.Done():
		return nil
	}
}

// until attends until the chat ends, or until there is another configuration for it.
func (a *attendance[C]) until(ctx context.Context, b *bot.Bot, now C) (next *C, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() {
		if a.wanted(now) {
			ended <- a.attend(ctx, a.log, b, now)
			return
		}
		<-ctx.Done()
		ended <- nil
	}()
	for {
		select {
		case err := <-ended:
			return nil, err
		case c := <-a.next:
			if reflect.DeepEqual(c, now) {
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
