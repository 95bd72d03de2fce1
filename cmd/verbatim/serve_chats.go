package main

import (
	"context"
	"errors"
	"log/slog"

	"verbatim/bot"
	"verbatim/bot/discord"
	"verbatim/bot/slack"
)

// chats are the chats to answer in.
type chats struct {
	slack   slack.Config
	discord discord.Config
}

// check refuses chats of which there is none.
func (c chats) check() error {
	if !c.inSlack() && c.discord.Token == "" {
		return errors.New("there is no chat to answer in: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	return nil
}

// secrets returns what no log may hold.
func (c chats) secrets() []string {
	return append([]string{c.slack.AppToken, c.slack.SigningSecret, c.discord.Token}, c.slack.BotTokens...)
}

func (c chats) inSlack() bool {
	return len(c.slack.BotTokens) > 0 || c.slack.AppToken != "" || c.slack.SigningSecret != ""
}

// attendSlack and attendDiscord answer in a chat until ctx ends, and in one without a token
// they say nothing until then.
func attendSlack(ctx context.Context, log *slog.Logger, b *bot.Bot, c chats) error {
	if !c.inSlack() {
		<-ctx.Done()
		return nil
	}
	return slack.Run(ctx, log, b, c.slack)
}

func attendDiscord(ctx context.Context, log *slog.Logger, b *bot.Bot, c chats) error {
	if c.discord.Token == "" {
		<-ctx.Done()
		return nil
	}
	return discord.Run(ctx, log, b, c.discord)
}

// attendance keeps the bot in one chat, under one configuration after the other.
type attendance struct {
	log    *slog.Logger
	name   string
	attend func(context.Context, *slog.Logger, *bot.Bot, chats) error
	next   chan chats
}

func newAttendance(log *slog.Logger, name string, attend func(context.Context, *slog.Logger, *bot.Bot, chats) error) *attendance {
	return &attendance{log, name, attend, make(chan chats)}
}

// change has the chat end under the configuration it has, with what it has received
// answered, and begin under another.
func (a *attendance) change(ctx context.Context, to chats) {
	select {
	case a.next <- to:
	case <-ctx.Done():
	}
}

// keep keeps the bot in the chat until ctx ends. Where the chat ends by itself, so does keep
// with its error; but where it was changed before, it goes back to what it had then.
func (a *attendance) keep(ctx context.Context, b *bot.Bot, now chats) error {
	var before *chats
	for {
		next, err := a.attendUntil(ctx, b, now)
		switch {
		case ctx.Err() != nil:
			return err
		case next != nil:
			before, now = &now, *next
		case before == nil:
			return err
		default:
			a.log.Error("the new configuration of a chat does not work, and the one before holds again", "chat", a.name, "error", err)
			before, now = nil, *before
		}
	}
}

// attendUntil attends until the chat or ctx ends, or until the configuration changes.
func (a *attendance) attendUntil(ctx context.Context, b *bot.Bot, c chats) (next *chats, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- a.attend(ctx, a.log, b, c) }()
	select {
	case err := <-ended:
		return nil, err
	case c := <-a.next:
		stop()
		if err := <-ended; err != nil {
			a.log.Warn("a chat did not end as it should", "chat", a.name, "error", err)
		}
		return &c, nil
	}
}
