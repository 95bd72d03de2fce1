package main

import (
	"context"
	"errors"
	"log/slog"
	"reflect"

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
	case c.discord.Token == "":
		return errors.New("there is no chat to answer in: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	return nil
}

// secrets returns what no log may hold.
func (c chats) secrets() []string {
	return append([]string{c.slack.AppToken, c.slack.SigningSecret, c.discord.Token}, c.slack.BotTokens...)
}

// isSet reports whether Slack is to be answered in.
func isSet(c slack.Config) bool {
	return len(c.BotTokens) > 0 || c.AppToken != "" || c.SigningSecret != ""
}

// attendSlack and attendDiscord answer in a chat until ctx ends; without a token for it they
// do nothing until then.
func attendSlack(ctx context.Context, log *slog.Logger, b *bot.Bot, c slack.Config) error {
	if !isSet(c) {
		<-ctx.Done()
		return nil
	}
	return slack.Run(ctx, log, b, c)
}

func attendDiscord(ctx context.Context, log *slog.Logger, b *bot.Bot, c discord.Config) error {
	if c.Token == "" {
		<-ctx.Done()
		return nil
	}
	return discord.Run(ctx, log, b, c)
}

// attendance keeps the bot in one chat, under one configuration after the other.
type attendance[C any] struct {
	log    *slog.Logger
	chat   string
	attend func(context.Context, *slog.Logger, *bot.Bot, C) error
	next   chan C
}

func newAttendance[C any](log *slog.Logger, chat string, attend func(context.Context, *slog.Logger, *bot.Bot, C) error) *attendance[C] {
	return &attendance[C]{log, chat, attend, make(chan C)}
}

// change has the chat end, with what it has received answered, and begin anew under another
// configuration, unless that is the one it has.
func (a *attendance[C]) change(ctx context.Context, to C) {
	select {
	case a.next <- to:
	case <-ctx.Done():
	}
}

// keep keeps the bot in the chat until ctx ends. Where the chat cannot go on, keep ends with
// its error; but where it was changed before, it goes back once to what it had then.
func (a *attendance[C]) keep(ctx context.Context, b *bot.Bot, now C) error {
	var before *C
	for {
		next, err := a.until(ctx, b, now)
		switch {
		case ctx.Err() != nil:
			return err
		case next != nil:
			was := now
			before, now = &was, *next
		case before == nil:
			return err
		default:
			a.log.Error("a chat does not work as it is configured now, and begins again as it was", "chat", a.chat, "error", err)
			before, now = nil, *before
		}
	}
}

// until attends until the chat ends, or until there is another configuration for it.
func (a *attendance[C]) until(ctx context.Context, b *bot.Bot, now C) (next *C, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- a.attend(ctx, a.log, b, now) }()
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
