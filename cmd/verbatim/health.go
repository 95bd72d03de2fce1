package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"verbatim/bot"
	"verbatim/cmd/verbatim/health"
	"verbatim/cmd/verbatim/value"
	"verbatim/store"
)

// tellHealth tells at the address that is set how well the bot is, until ctx ends.
func (s *service) tellHealth(ctx context.Context, b *bot.Bot, db *store.DB) error {
	v, path := b.Vitals(), s.path()
	health.Measure(v, db, path)
	return health.Serve(ctx, s.log, s.http, v, func() []health.Check {
		return append(health.Chats(v, s.secret.Clean), health.Database(v, db), health.Disk(v, db, path))
	})
}

func (a *app) healthCommand() *cobra.Command {
	address := "127.0.0.1:8080"
	c := &cobra.Command{
		Use:   "health",
		Short: "Ask a running serve whether it can answer",
		Long: `Asks a serve that runs with --http whether it can answer: whether it is connected to each
chat, and the database can be read and has room. Prints what serve says, and fails where it
cannot: it is the health check of a container, which needs no other program.`,
		Example: "  verbatim health --http 127.0.0.1:8080",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			ready, says, err := health.Ask(c.Context(), address)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprint(a.out, says); err != nil {
				return err
			}
			if !ready {
				return errTold
			}
			return nil
		},
	}
	c.Flags().Var(value.Endpoint{To: &address}, "http", "the `address` that serve was given")
	return c
}
