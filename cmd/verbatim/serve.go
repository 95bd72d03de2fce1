package main

import (
	"context"
	"errors"
	"log/slog"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/bot"
	"verbatim/bot/slack"
	"verbatim/store"
)

// The variables of the environment that hold what is secret.
const (
	slackBotToken      = "SLACK_BOT_TOKEN"
	slackAppToken      = "SLACK_APP_TOKEN"
	slackSigningSecret = "SLACK_SIGNING_SECRET"
)

func (a *app) serveCommand() *cobra.Command {
	var config slack.Config
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer in Slack",
		Long: `Answers in Slack until it is told to end, and then what has been received. It is set up
in the environment:

  SLACK_BOT_TOKEN        the bot's token, xoxb-...; of several workspaces, with commas between them
  SLACK_APP_TOKEN        the app's token, xapp-..., for Socket Mode, which needs no public address
  SLACK_SIGNING_SECRET   instead of that with --slack-http, for what Slack sends to /slack/events there

Each workspace has a library of its own, called slack: and the workspace's id. With
--library all of them share that one.`,
		Example: `  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... verbatim serve
  SLACK_BOT_TOKEN=xoxb-... SLACK_SIGNING_SECRET=... verbatim serve --slack-http :3000`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if a.json {
				return usage{errors.New("serve answers in chats and prints nothing; leave --json out")}
			}
			if err := checkAPI(config.API); err != nil {
				return err
			}
			shared := ""
			if c.Flags().Changed("library") {
				shared = a.library
			}
			return a.serve(c.Context(), slackConfig(config, os.Getenv), shared)
		},
	}
	c.Flags().StringVar(&config.API, "slack-api", "", "the `URL` of Slack's Web API, such as https://slack-gov.com/api/")
	c.Flags().StringVar(&config.HTTP, "slack-http", "", "listen on this `address` for what Slack sends, such as :3000")
	return c
}

// checkAPI refuses what is no address of a Web API, before a token is sent there.
func checkAPI(address string) error {
	u, err := url.Parse(address)
	if address != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return usage{errors.New("--slack-api needs an address such as https://slack-gov.com/api/")}
	}
	return nil
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

// serve answers in the chats that are configured, until ctx ends.
func (a *app) serve(ctx context.Context, c slack.Config, shared string) error {
	if len(c.BotTokens) == 0 && c.AppToken == "" && c.SigningSecret == "" {
		return errors.New("there is no chat to answer in: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	a.errs = newRedactor(a.errs, append([]string{c.AppToken, c.SigningSecret}, c.BotTokens...))
	log := slog.New(slog.NewTextHandler(a.errs, nil))
	return withDatabase(a.path(), func(db *store.DB) error {
		return mendable(slack.Run(ctx, log, bot.New(log, a.tenantsOf(db, shared)), c))
	})
}
