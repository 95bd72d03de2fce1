package main

import (
	"errors"

	"github.com/spf13/cobra"

	"verbatim/cmd/verbatim/value"
)

// commonFlags gives root the flags that every command has.
func (a *app) commonFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&a.database, "db", "", "the database `file` (default: verbatim/verbatim.db in your data folder)")
	f.StringVar(&a.seeds, "seeds", "", "what a new library starts with: a `folder` of articles, or none (default: five articles on board)")
	f.StringVar(&a.library, "library", "local", "the `name` of the library to work on")
	f.StringVar(&a.config, "config", "", "the `file` of the configuration (default: verbatim/verbatim.yaml in your configuration folder)")
	f.Var(&a.maxSize, "max-size", "the `size` up to which the database may grow, such as 2GiB (default: the disk's)")
	f.BoolVar(&a.json, "json", false, "print one JSON object a line")
}

// chatFlags gives c the flags that lead to the chats, and has it take their secrets.
func (a *app) chatFlags(c *cobra.Command) {
	f := c.Flags()
	f.Var(value.Address{To: &a.chats.slack.API, SuchAs: "https://slack-gov.com/api/"}, "slack-api", "the `URL` of Slack's Web API, such as https://slack-gov.com/api/")
	f.Var(value.Endpoint{To: &a.chats.slack.HTTP}, "slack-http", "listen on this `address` for what Slack sends, such as :3000, instead of Socket Mode")
	a.discordFlags(c)
}

// discordFlags is chatFlags for Discord alone.
func (a *app) discordFlags(c *cobra.Command) {
	c.Annotations = map[string]string{takesSecrets: "yes"}
	c.Flags().Var(value.Address{To: &a.chats.discord.API, SuchAs: "http://127.0.0.1:7777"}, "discord-api", "the `URL` of a proxy for Discord's API, such as http://127.0.0.1:7777")
}

// serveFlags gives c the flags of serve, each of which is a setting.
func (a *app) serveFlags(c *cobra.Command) {
	a.chatFlags(c)
	a.webFlags(c)
	a.keepFlags(c)
	a.logFlags(c)
	c.Flags().Var(value.Endpoint{To: &a.http}, "http", "tell how well it is on this `address`, such as 127.0.0.1:8080, at /healthz, /readyz and /metrics")
	c.Flags().Var((*value.Count)(&a.chats.discord.Shards), "discord-shards", "the `number` of connections to Discord (default as many as Discord recommends)")
}

// webFlags gives c the flags that say which hosts may be asked for what stands at an address.
func (a *app) webFlags(c *cobra.Command) {
	f := c.Flags()
	f.Var(&value.Hosts{Add: a.web.Allow}, "allow-host", "load from this `host` or network though it is private, such as wiki.example.org or 10.1.0.0/16; may be repeated")
	f.Var(&value.Hosts{Add: a.web.Deny}, "deny-host", "load nothing from this `host`, the names below it, or this network; may be repeated")
	f.Var(&value.Hosts{Add: a.web.Only}, "only-host", "load from no `host` but this, the names below it, and those allowed; may be repeated")
}

// keepFlags gives serve the flags of how long what was asked and answered may be kept.
func (a *app) keepFlags(c *cobra.Command) {
	a.keepQuestions, a.keepAnswers = value.MostDaysKept, value.MostTimeKept
	c.Flags().Var(&a.keepQuestions, "keep-questions", "the most `days` for which any chat keeps what was asked; 0 keeps nothing")
	c.Flags().Var(&a.keepAnswers, "keep-answers", "for how long a `time` an answer is kept to be corrected when what it quotes goes, such as 7d or 12h; 0 corrects none")
}

// logFlags gives c the flags of what its log looks like.
func (a *app) logFlags(c *cobra.Command) {
	a.log.Format = value.TextLog
	c.Flags().Var(&a.log.Format, "log-format", "write the log as `text` or json")
	c.Flags().BoolVar(&a.log.Debug, "debug", false, "log each step of each message too")
}

// silenceFlag adds the flag by which a command is told how sure an answer has to be.
func (a *app) silenceFlag(c *cobra.Command) {
	c.Flags().Float64Var(&a.silence, "silence", 0,
		"the `score`, from 0 to 1, below which the articles do not answer; 0 is the usual")
	c.PreRunE = func(*cobra.Command, []string) error {
		if a.silence < 0 || a.silence >= 1 {
			return usage{errors.New("--silence needs a score from 0 to less than 1, such as 0.5")}
		}
		return nil
	}
}
