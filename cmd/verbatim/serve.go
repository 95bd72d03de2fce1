package main

import (
	"cmp"
	"context"
	"errors"
	"os/signal"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/bot/discord"
	"verbatim/bot/slack"
	"verbatim/cmd/verbatim/attendance"
	"verbatim/cmd/verbatim/headroom"
	"verbatim/cmd/verbatim/logs"
	"verbatim/cmd/verbatim/upkeep"
	"verbatim/store"
)

const serveName = "serve"

func (a *app) serveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   serveName,
		Short: "Answer in Slack and Discord",
		Long: `Answers in Slack and Discord until it is told to end, and then what has been received, as
far as that is done in some seconds; the rest is answered after the next start. A chat
without a token is left out. The tokens stand in the environment or in the configuration,
with _FILE or -file behind the name in a file of their own:

  SLACK_BOT_TOKEN        the bot's token, xoxb-...; of several workspaces, with commas between them
  SLACK_APP_TOKEN        the app's token, xapp-..., for Socket Mode, which needs no public address
  SLACK_SIGNING_SECRET   instead of that with --slack-http, for what Slack sends to /slack/events there
  DISCORD_TOKEN          the bot's token at Discord

Each flag may stand in the environment too, as VERBATIM_SLACK_HTTP, or in the configuration,
as slack-http; verbatim config prints what holds. At the signal SIGHUP the configuration is
read again.

Each workspace has a library of its own, called slack: and the workspace's id, and each
server one called discord: and the server's id. With --library all of them share that one:
then the admins of each change it for all, and its history tells them who did, of whichever.`,
		Example: `  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... verbatim serve
  SLACK_BOT_TOKEN=xoxb-... SLACK_SIGNING_SECRET=... verbatim serve --slack-http :3000
  DISCORD_TOKEN=... verbatim serve
  verbatim serve --config /etc/verbatim.yaml`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error { return a.runServe(c) },
	}
	a.serveFlags(c)
	return c
}

func (a *app) runServe(c *cobra.Command) error {
	if a.json {
		return usage{errors.New("serve answers in chats and prints nothing; leave --json out")}
	}
	if err := cmp.Or(a.chats.check(), headroom.Check()); err != nil {
		return err
	}
	shared := ""
	if c.Flags().Changed("library") {
		shared = a.library
	}
	return inTime(c.Context(), longestEnd, func() error { return a.serve(c.Context(), shared) })
}

// longestEnd is how long serve may take to end. Those who end it wait for ten seconds, then
// they kill it: docker stop and Kubernetes among them. The chats take eight at most.
const longestEnd = 9500 * time.Millisecond

var errHangs = errors.New("something hangs and is left behind; what was received and not answered is answered after the next start")

// inTime returns what f does, or an error once f has not ended so long after ctx has.
func inTime(ctx context.Context, long time.Duration, f func() error) error {
	ended := make(chan error, 1)
	go func() { ended <- f() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(long):
		return errHangs
	}
}

// serve answers in the chats that are configured, until ctx ends, or one of them cannot go on.
func (a *app) serve(ctx context.Context, shared string) error {
	s := a.service()
	defer signal.Stop(s.hangups)
	s.log.Info("verbatim starts", "version", cmp.Or(version(), "unknown"), "database", a.path())
	context.AfterFunc(ctx, func() { s.log.Info("told to end: what has been received is answered first") })
	return a.withDatabase(a.path(), func(db *store.DB) error {
		sandbox := newSandbox()
		defer sandbox.Close()
		tenants := a.tenantsOf(db, shared)
		defer a.welcome(ctx, s.log, tenants)()
		b := bot.New(s.log, tenants.forBot(func() load.Options {
			return load.Options{Parse: sandbox.Parse, Web: s.rules.Load()}
		}))
		b.KeepQuestions, b.KeepAnswers = int(a.keepQuestions), time.Duration(a.keepAnswers)
		all, ctx := errgroup.WithContext(ctx)
		all.Go(func() error { upkeep.Keep(ctx, db, s.path(), s.log); return nil })
		all.Go(func() error { b.Sweep(ctx); return nil })
		all.Go(func() error { return s.slack.Keep(ctx, b) })
		all.Go(func() error { return s.discord.Keep(ctx, b) })
		if a.http != "" {
			all.Go(func() error { return s.tellHealth(ctx, b, db) })
		}
		all.Go(func() error { s.reloadWhenTold(ctx); return nil })
		return mendable(all.Wait())
	})
}

// service returns what serve is made of.
func (a *app) service() *service {
	s := &service{app: a, last: a.held, secret: logs.NewRedactor(a.errs, a.chats.secrets())}
	a.errs = s.secret
	logs.Silence()
	s.style.Set(a.log)
	s.log = s.style.Logger(a.errs)
	a.logger = s.log
	s.rules.Store(&a.web)
	s.slack = attendance.New(s.log, "Slack", isInSlack, slack.Run, a.chats.slack)
	s.discord = attendance.New(s.log, "Discord", isInDiscord, discord.Run, a.chats.discord)
	s.slack.Beside(s.discord.GoesOn)
	s.discord.Beside(s.slack.GoesOn)
	return s
}
