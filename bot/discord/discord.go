// Package discord is the bot on Discord: what Discord sends becomes a bot.Message, and the
// bot's Reply is drawn and sent as Discord's own apps do.
package discord

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Config is what an operator gives for Discord.
type Config struct {
	Token  string
	API    string // the address of Discord's API without a path, as in http://HOST; empty for discord.com
	Shards int    // 0 for as many as Discord recommends
}

// Run is the bot on Discord until ctx ends: then it answers what has been received, as far as
// that is done within eight seconds, and returns nil.
func Run(ctx context.Context, log *slog.Logger, b *bot.Bot, c Config) error {
	return run(ctx, log, b, c, usualPace)
}

// pace is how long things take.
type pace struct {
	drain   time.Duration // for which what has been received may be answered once the end has come
	hurry   time.Duration // after which an interaction that is not answered yet is put off
	again   time.Duration // after which what Discord did not take is sent again, the first time
	show    adapter.ShowPace
	gateway gatewayPace
}

// Discord gives up an interaction after 3 seconds.
var usualPace = pace{drain: adapter.Drain, hurry: 2 * time.Second, again: time.Minute, show: adapter.ShowPace{Each: 2500 * time.Millisecond}, gateway: usualGatewayPace}

func run(ctx context.Context, log *slog.Logger, b *bot.Bot, c Config, p pace) error {
	c.Token = strings.TrimPrefix(strings.TrimSpace(c.Token), "Bot ")
	if c.Token == "" {
		return errors.New("DISCORD_TOKEN is missing: it stands under Bot in the application's settings")
	}
	vital := b.Vitals().Chat("discord")
	ctx = vital.Begin(ctx)
	defer vital.End()
	ctx, end := context.WithCancel(ctx)
	defer end()
	work, stop := adapter.Outliving(ctx, p.drain)
	defer stop()
	api := newAPI(c)
	chat := newChat(work, log, b, api, p)
	chat.errands = newErrands(ctx, chat)
	err := newGateway(log, c, api, chat, p.gateway).run(ctx)
	end()
	if !adapter.Drained(work, chat.drain) {
		log.Warn("some messages are left to be answered after a restart")
	}
	return err
}
