package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/discord"
	"verbatim/bot/slack"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) doctorCommand() *cobra.Command {
	var channel string
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Tell what is wrong with the set-up",
		Long: `Looks at the database and at each chat that has a token: what Slack says to the tokens,
the scopes, the socket and the clock; what Discord says to the token, the application, its
intents, the gateway, the commands, and what the bot may do in its servers or in a
channel. It tells of each whether it is right and what mends it. It reads the same
configuration as serve, changes nothing, and prints no token.`,
		Example: `  verbatim doctor
  verbatim doctor --slack-http :3000
  verbatim doctor --discord-channel 1234567890123456789`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.doctor(c.Context(), a.chats, channel)
		},
	}
	a.chatFlags(c)
	c.Flags().StringVar(&channel, "discord-channel", "", "look at what the bot may do in the channel with this `id`")
	return c
}

func (a *app) doctor(ctx context.Context, c chats, channel string) error {
	wrong := 0
	for f := range a.examine(ctx, c, channel) {
		if f.Status == adapter.Wrong {
			wrong++
		}
		if err := a.sayFinding(f); err != nil {
			return err
		}
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case wrong == 1:
		return errors.New("one thing is wrong")
	case wrong > 1:
		return fmt.Errorf("%d things are wrong", wrong)
	}
	return nil
}

// examine looks at the database and at the chats that have a token; where none has, at Slack.
func (a *app) examine(ctx context.Context, c chats, channel string) iter.Seq[adapter.Finding] {
	return func(yield func(adapter.Finding) bool) {
		if !yield(a.examineDatabase(ctx)) {
			return
		}
		if isInSlack(c.slack) || c.discord.Token == "" && channel == "" {
			for f := range slack.Examine(ctx, c.slack) {
				if !yield(f) {
					return
				}
			}
		}
		if c.discord.Token != "" || channel != "" {
			for f := range discord.Examine(ctx, c.discord, channel) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

func (a *app) sayFinding(f adapter.Finding) error {
	if a.json {
		return jsonl.Write(a.out, struct {
			Check  string `json:"check"`
			Status string `json:"status"`
			Detail string `json:"detail"`
		}(f))
	}
	_, err := fmt.Fprintf(a.out, "%-7s  %-14s  %s\n", f.Status, f.Check, bot.Visible(f.Detail))
	return err
}

// examineDatabase tells whether the database opens, and how many libraries it has, of which
// it opens none: that may make an index anew. A database that another process holds is in
// use, and one that is not there is made at the first start.
func (a *app) examineDatabase(ctx context.Context) adapter.Finding {
	const name = "database"
	path := a.path()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return adapter.Found(name, adapter.OK, path+" is not there yet: it is made at the first start")
	}
	if serve, err := a.dial(ctx); err == nil {
		serve.Close()
		return adapter.Found(name, adapter.OK, fmt.Sprintf("%s is held by verbatim serve, process %d, which takes commands", path, serve.Server.Process))
	} else if !errors.Is(err, control.ErrNone) {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	var tenants []string
	err := a.withDatabase(path, func(db *store.DB) (err error) {
		tenants, err = db.Tenants()
		return err
	})
	switch {
	case errors.Is(err, store.ErrLocked):
		return adapter.Found(name, adapter.OK, path+" is held by another process, which takes no commands: it is one itself, or a verbatim serve that could make no socket")
	case err != nil:
		return adapter.Found(name, adapter.Wrong, mendable(err).Error())
	}
	libraries := slices.DeleteFunc(tenants, func(name string) bool { return strings.HasSuffix(name, memorySuffix) })
	return adapter.Found(name, adapter.OK, path+" opens; it has "+bot.Numbered(len(libraries), "library"))
}
