package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) removeCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "remove ID...",
		Short:   "Take articles out",
		Example: "  verbatim remove 003_ff8f16013be83914.txt",
		Args:    atLeast(1, "the id of an article; verbatim list tells them"),
		RunE: func(c *cobra.Command, ids []string) error {
			path, err := a.existing()
			if err != nil {
				return err
			}
			return a.withTenant(c.Context(), path, func(_ *store.Tenant, l *answer.Library) error {
				e := l.Editor(a.origin()) // all of them are one change
				return a.eachID(ids, func(id string) error { return a.remove(c.Context(), e, id) })
			})
		},
	}
}

func (a *app) remove(ctx context.Context, editor *answer.Editor, id string) error {
	if err := editor.Remove(ctx, id); err != nil {
		return err
	}
	if a.json {
		return jsonl.Write(a.out, struct {
			ID     string `json:"id"`
			Status string `json:"status"`
		}{id, "removed"})
	}
	_, err := fmt.Fprintf(a.out, "Removed %q.\n", id)
	return err
}
