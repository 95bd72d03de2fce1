package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/store"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check that the database is sound",
		Long: `Reads the structure of the whole file, then all that the library holds: each article
is compared with its checksum and with its index. Tells the first thing that is wrong.`,
		Example: "  verbatim check --db articles.db",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.existing()
			if err != nil {
				return err
			}
			if err := withDatabase(path, func(db *store.DB) error { return db.Check(c.Context()) }); err != nil {
				return err
			}
			return a.withTenant(path, func(_ *store.Tenant, l *answer.Library) error { return a.check(c.Context(), l) })
		},
	}
}

func (a *app) check(ctx context.Context, library *answer.Library) error {
	if err := library.Check(ctx); err != nil {
		return err
	}
	articles := 0
	for _, err := range library.Articles(ctx) {
		if err != nil {
			return err
		}
		articles++
	}
	if a.json {
		return writeJSON(a.out, struct {
			Sound    bool `json:"sound"`
			Articles int  `json:"articles"`
		}{true, articles})
	}
	_, err := fmt.Fprintf(a.out, "The library is sound. It holds %s.\n", counted(articles, "article"))
	return err
}
