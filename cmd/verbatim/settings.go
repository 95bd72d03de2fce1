package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/cmd/verbatim/config"
)

// The annotations of commands that say which settings they take.
const (
	takesNone    = "takes no settings" // not even those that every command has
	takesSecrets = "takes secrets"     // those of the chats
)

// secrets returns the settings that are secret.
func (a *app) secrets() *pflag.FlagSet {
	f := pflag.NewFlagSet("secrets", pflag.ContinueOnError)
	f.Var(config.Secrets(&a.chats.slack.BotTokens), "slack-bot-token", "the bot's token, xoxb-...; a list with one of each workspace")
	f.Var(config.Secret(&a.chats.slack.AppToken), "slack-app-token", "the app's token, xapp-..., for Socket Mode")
	f.Var(config.Secret(&a.chats.slack.SigningSecret), "slack-signing-secret", "what Slack signs with what it sends to --slack-http")
	f.Var(config.Secret(&a.chats.discord.Token), "discord-token", "the bot's token at Discord")
	return f
}

// noSettings are flags of serve that say how a command is called, not what holds.
var noSettings = []string{"config", "help", "json"}

// settings returns the flags of every setting there is: those of serve, and the secrets.
func (a *app) settings(root *cobra.Command) *pflag.FlagSet {
	all := a.secrets()
	add := func(f *pflag.Flag) {
		if all.Lookup(f.Name) == nil && !slices.Contains(noSettings, f.Name) {
			all.AddFlag(f)
		}
	}
	root.PersistentFlags().VisitAll(add)
	for _, c := range root.Commands() {
		if c.Name() == serveName {
			c.Flags().VisitAll(add)
		}
	}
	return all
}

// configure sets the flags of a command that were not given, from the environment and the
// file of the configuration.
func (a *app) configure(c *cobra.Command) (err error) {
	if c.Annotations[takesNone] != "" {
		return nil
	}
	all := a.settings(c.Root())
	wanted := pflag.NewFlagSet(c.Name(), pflag.ContinueOnError)
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if all.Lookup(f.Name) != nil {
			wanted.AddFlag(f)
		}
	})
	if c.Annotations[takesSecrets] != "" {
		wanted.AddFlagSet(a.secrets())
	}
	from := config.Sources{Environ: os.Environ(), Foreign: c.Annotations[takesSecrets] == ""} // a script may have variables of its own
	if file, read := a.configuration(); read {
		from.File = file.Value
	}
	if a.held, err = from.Fill(wanted, all); err != nil {
		return usage{err}
	}
	if a.library == "" || strings.Contains(a.library, "#") {
		return usage{errors.New("--library needs a name, without the sign #")}
	}
	return nil
}

// configuration tells of the file of the configuration where it is and who says so, and
// whether it is to be read: the usual one need not be there.
func (a *app) configuration() (s config.Setting, read bool) {
	const name = "config"
	if a.config != "" {
		return config.Setting{Name: name, Value: a.config, From: "flag --config"}, true
	}
	if path := os.Getenv(config.Variable); path != "" {
		return config.Setting{Name: name, Value: path, From: "environment " + config.Variable}, true
	}
	usual := filepath.Join(xdg.ConfigHome, "verbatim", "verbatim.yaml")
	if _, err := os.Stat(usual); err != nil {
		return config.Setting{Name: name, Value: usual, From: "default, and not there"}, false
	}
	return config.Setting{Name: name, Value: usual, From: "default"}, true
}
