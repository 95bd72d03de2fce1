package main

import (
	"context"
	"errors"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/bot/discord"
	"verbatim/bot/slack"
	"verbatim/store"
)

// The variables of the environment that hold what is secret.
const (
	slackBotToken      = "SLACK_BOT_TOKEN"
	slackAppToken      = "SLACK_APP_TOKEN"
	slackSigningSecret = "SLACK_SIGNING_SECRET"
	discordToken       = "DISCORD_TOKEN"
)

// chats are the chats to answer in.
type chats struct {
	slack   slack.Config
	discord discord.Config
}

func (a *app) serveCommand() *cobra.Command {
	var config chats
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer in Slack and Discord",
		Long: `Answers in Slack and Discord until it is told to end, and then what has been received. A
chat without a token is left out. It is set up in the environment:

  SLACK_BOT_TOKEN        the bot's token, xoxb-...; of several workspaces, with commas between them
  SLACK_APP_TOKEN        the app's token, xapp-..., for Socket Mode, which needs no public address
  SLACK_SIGNING_SECRET   instead of that with --slack-http, for what Slack sends to /slack/events there
  DISCORD_TOKEN          the bot's token at Discord

Each workspace has a library of its own, called slack: and the workspace's id, and each
server one called discord: and the server's id. With --library all of them share that one:
then the admins of each change it for all, and its history tells them who did, of whichever.`,
		Example: `  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... verbatim serve
  SLACK_BOT_TOKEN=xoxb-... SLACK_SIGNING_SECRET=... verbatim serve --slack-http :3000
  DISCORD_TOKEN=... verbatim serve`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if a.json {
				return usage{errors.New("serve answers in chats and prints nothing; leave --json out")}
			}
			if err := config.check(); err != nil {
				return err
			}
			shared := ""
			if c.Flags().Changed("library") {
				shared = a.library
			}
			return a.serve(c.Context(), config.complete(os.Getenv), shared)
		},
	}
	a.webFlags(c)
	a.log.flags(c.Flags())
	c.Flags().StringVar(&a.http, "http", "", "tell how well it is on this `address`, such as 127.0.0.1:8080, at /healthz, /readyz and /metrics")
	c.Flags().StringVar(&config.slack.API, "slack-api", "", "the `URL` of Slack's Web API, such as https://slack-gov.com/api/")
	c.Flags().StringVar(&config.slack.HTTP, "slack-http", "", "listen on this `address` for what Slack sends, such as :3000")
	c.Flags().StringVar(&config.discord.API, "discord-api", "", "the `URL` of a proxy for Discord's API, such as http://127.0.0.1:7777")
	c.Flags().IntVar(&config.discord.Shards, "discord-shards", 0, "the `number` of connections to Discord (default as many as Discord recommends)")
	return c
}

// check refuses flags that cannot be meant.
func (c chats) check() error {
	if err := checkAPI(c.slack.API); err != nil {
		return err
	}
	if !isAddress(c.discord.API) {
		return usage{errors.New("--discord-api needs an address such as http://127.0.0.1:7777")}
	}
	if c.discord.Shards < 0 {
		return usage{errors.New("--discord-shards needs a number such as 2")}
	}
	return nil
}

// checkAPI refuses what is no address of a Web API, before a token is sent there.
func checkAPI(address string) error {
	if !isAddress(address) {
		return usage{errors.New("--slack-api needs an address such as https://slack-gov.com/api/")}
	}
	return nil
}

// isAddress reports whether an address, if one is given, is one of the web.
func isAddress(address string) bool {
	u, err := url.Parse(address)
	return address == "" || err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
}

// complete returns the configuration with what the environment holds.
func (c chats) complete(env func(string) string) chats {
	c.slack = slackConfig(c.slack, env)
	c.discord.Token = strings.TrimSpace(env(discordToken))
	return c
}

// slackConfig completes a configuration with what the environment holds.
func slackConfig(c slack.Config, env func(string) string) slack.Config {
	for token := range strings.SplitSeq(env(slackBotToken), ",") {
		if token = strings.TrimSpace(token); token != "" {
			c.BotTokens = append(c.BotTokens, token)
		}
	}
	c.AppToken = strings.TrimSpace(env(slackAppToken))
	c.SigningSecret = strings.TrimSpace(env(slackSigningSecret))
	return c
}

// secrets returns what no log may hold.
func (c chats) secrets() []string {
	return append([]string{c.slack.AppToken, c.slack.SigningSecret, c.discord.Token}, c.slack.BotTokens...)
}

func (c chats) inSlack() bool {
	return len(c.slack.BotTokens) > 0 || c.slack.AppToken != "" || c.slack.SigningSecret != ""
}

// serve answers in the chats that are configured, until ctx ends, or one of them cannot go on.
func (a *app) serve(ctx context.Context, c chats, shared string) error {
	if !c.inSlack() && c.discord.Token == "" {
		return errors.New("there is no chat to answer in: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	clean := newRedactor(a.errs, c.secrets())
	a.errs = clean
	log := a.log.logger(clean)
	return withDatabase(a.path(), func(db *store.DB) error {
		sandbox := newSandbox()
		defer sandbox.Close()
		tenants := a.tenantsOf(db, shared)
		defer a.welcome(ctx, log, tenants)()
		b := bot.New(log, tenants.forBot(load.Options{Parse: sandbox.Parse, Web: &a.web}))
		all, ctx := errgroup.WithContext(ctx)
		if a.http != "" {
			all.Go(func() error { return a.tellHealth(ctx, log, b, db, clean.clean) })
		}
		if c.inSlack() {
			all.Go(func() error { return slack.Run(ctx, log, b, c.slack) })
		}
		if c.discord.Token != "" {
			all.Go(func() error { return discord.Run(ctx, log, b, c.discord) })
		}
		return mendable(all.Wait())
	})
}
