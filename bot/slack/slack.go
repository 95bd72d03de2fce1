// Package slack is the bot on Slack: what Slack sends becomes a bot.Message, and the
// bot's Reply is drawn and sent as Slack's own apps do.
package slack

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

// Config is what an operator gives for Slack.
type Config struct {
	BotTokens     []string // xoxb-..., one for each workspace, or one for an organisation
	AppToken      string   // xapp-..., for Socket Mode
	SigningSecret string   // for events over HTTP
	HTTP          string   // the address to listen on for these, as in ":3000"; empty for Socket Mode
	API           string   // the Web API's address with its closing slash; empty for slack.com
}

// Run is the bot on Slack until ctx ends: then it answers what has been received, as far as
// that is done within eight seconds, and returns nil.
func Run(ctx context.Context, log *slog.Logger, b *bot.Bot, c Config) error {
	return run(ctx, log, b, c, usualPace)
}

// pace is how long things take.
type pace struct {
	drain  time.Duration // for which what has been received may be answered once the end has come
	trying time.Duration // for all tries of a request, the waiting that Slack asks for included
	again  time.Duration // after which what Slack did not take is sent again, the first time
	show   adapter.ShowPace
	socket socketPace
	tokens time.Duration // between two times that Slack is asked whether it takes them
}

var usualPace = pace{adapter.Drain, tryingTime, time.Minute, adapter.ShowPace{First: 1500 * time.Millisecond, Each: 3 * time.Second}, usualSocketPace, 2 * time.Minute}

func run(ctx context.Context, log *slog.Logger, b *bot.Bot, c Config, p pace) error {
	if err := c.Check(); err != nil {
		return err
	}
	vital := b.Vitals().Chat("slack")
	ctx = vital.Begin(ctx)
	defer vital.End()
	spaces, err := identify(ctx, log, c, p.trying)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return err
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	work, stop := adapter.Outliving(ctx, p.drain)
	defer stop()
	chat := newChat(work, log, b, spaces, p)
	for _, w := range spaces {
		if err := chat.resume(team{w.TeamID, w.Enterprise}); err != nil {
			return err
		}
	}
	go c.watchTokens(ctx, log, spaces, p.tokens)
	ready := sync.OnceFunc(func() { log.Info("answering in Slack", "workspaces", spaces.ids()) })
	err = c.listen(ctx, log, chat, ready, p.socket)
	end()
	if !adapter.Drained(work, chat.drain) {
		log.Warn("some messages are left to be answered after a restart")
	}
	return err
}

// listen takes what Slack sends, in the way that is configured, until ctx ends. It calls
// ready whenever Slack can send something.
func (c Config) listen(ctx context.Context, log *slog.Logger, chat *chat, ready func(), p socketPace) error {
	link := vitals.Of(ctx).Link()
	defer link.Remove()
	if c.HTTP != "" {
		return endpoint{log: log, secret: c.SigningSecret, take: chat.take, ready: ready, link: link}.serve(ctx, c.HTTP)
	}
	m := &socketMode{log: log, open: c.openSocket(), take: chat.take, ready: ready, link: link, socketPace: p}
	return m.run(ctx)
}

// Check returns an error that says what is missing, as Run does.
func (c Config) Check() error {
	switch {
	case len(c.BotTokens) == 0:
		return errors.New("SLACK_BOT_TOKEN is missing: it stands under OAuth & Permissions in the app's settings")
	case c.HTTP != "" && c.SigningSecret == "":
		return errors.New("SLACK_SIGNING_SECRET is missing: it stands under Basic Information in the app's settings, and --slack-http needs it")
	case c.HTTP == "" && c.AppToken == "":
		return errors.New("SLACK_APP_TOKEN is missing: make one under Basic Information in the app's settings, or give --slack-http and SLACK_SIGNING_SECRET")
	}
	return nil
}
