package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/store"
)

func (a *app) checkCommand() *cobra.Command {
	var mend bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check that the database is sound",
		Long: `Reads the structure of the whole file, then all that the library holds: each article
with its checksum, and what was derived from it. Tells the first thing that is wrong.
With --mend what is derived, the index above all, is made again from the articles first.`,
		Example: "  verbatim check --db articles.db\n  verbatim check --mend",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.existing()
			if err != nil {
				return err
			}
			if err := a.onDatabase(path, func(db *store.DB) error { return db.Check(c.Context()) }); err != nil {
				return err
			}
			return a.withTenant(path, func(_ *store.Tenant, l *answer.Library) error { return a.check(c.Context(), l, mend) })
		},
	}
	cmd.Flags().BoolVar(&mend, "mend", false, "make the index again from the articles first")
	return cmd
}

func (a *app) check(ctx context.Context, library *answer.Library, mend bool) error {
	if mend {
		if err := library.Reindex(ctx, func(int, int) {}); err != nil {
			return err
		}
	}
	switch err := library.Check(ctx); {
	case err != nil && mend:
		return err
	case err != nil:
		return mendable(err)
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
