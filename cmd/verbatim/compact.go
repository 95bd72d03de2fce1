package main

import (
	"context"
	"fmt"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) compactCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "compact",
		Short: "Give unused room in the file back to the disk",
		Long: `Makes the database's file as small as what it holds. The file grows to what it once needed,
and what was freed of it is used again but not given back. A new file takes the place of
the old one once it is whole and found to hold the same, so nothing is lost whatever
happens meanwhile; there must be room for both. A running bot goes on answering, and does
this by itself when more than half of the file is free and nobody writes.`,
		Example: "  verbatim compact",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.existing()
			if err != nil {
				return err
			}
			return a.onDatabase(path, func(db *store.DB) error { return a.compact(c.Context(), db) })
		},
	}
}

func (a *app) compact(ctx context.Context, db *store.DB) error {
	hurry(a.errs) // which the progress is drawn on
	before := db.Stats().Size
	tell, end := a.bars().Bytes("Compacting")
	err := db.Compact(ctx, tell)
	end()
	if err != nil {
		return err
	}
	after := db.Stats().Size
	if a.json {
		return jsonl.Write(a.out, struct {
			Before int64 `json:"before"`
			After  int64 `json:"after"`
		}{before, after})
	}
	_, err = fmt.Fprintf(a.out, "The file had %s, and has %s now.\n", humanize.IBytes(uint64(before)), humanize.IBytes(uint64(after)))
	return err
}
