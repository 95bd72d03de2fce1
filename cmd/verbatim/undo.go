package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) undoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "undo [NUMBER]",
		Short: "Take a change back",
		Long: `Takes back a change to the library, by its number as history tells it: what it loaded is
taken out, what it replaced or took out is there again. Without a number that is the
last change that stands and is no undoing itself. The last 20 changes can be taken back, an
undoing among them, all of one or nothing: one whose articles were changed since has to wait
until the later change is taken back.`,
		Example: "  verbatim undo\n  verbatim undo 12",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			if n, err := strconv.ParseUint(args[0], 10, 64); len(args) > 1 || err != nil || n == 0 {
				return usage{errors.New("undo needs the number of a change, or nothing for the last; verbatim history tells them")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			path, err := a.existing()
			if err != nil {
				return err
			}
			return a.withTenant(c.Context(), path, func(_ *store.Tenant, l *answer.Library) error { return a.undo(c.Context(), l, args) })
		},
	}
}

func (a *app) undo(ctx context.Context, library *answer.Library, args []string) error {
	number, err := toUndo(ctx, library, args)
	if err != nil {
		return err
	}
	did, err := library.Editor(a.origin()).Undo(ctx, number)
	var conflict *answer.Conflict
	switch {
	case errors.Is(err, answer.ErrNotFound):
		return fmt.Errorf("change %d is not among those that can be undone, the last 20; verbatim history tells them", number)
	case errors.Is(err, answer.ErrUndone):
		return fmt.Errorf("change %d was undone already; verbatim history tells by which", number)
	case errors.As(err, &conflict):
		return fmt.Errorf("change %d cannot be undone: %w", number, err)
	case err != nil:
		return mendable(err)
	case a.json:
		return jsonl.Write(a.out, jsonl.ChangeOf(did))
	}
	_, err = fmt.Fprintf(a.out, "Change %d %s.\n", did.Number, whatDid(did))
	return err
}

// toUndo returns the change that is to be undone: the one that was named, or the last that
// stands and undoes no other itself.
func toUndo(ctx context.Context, library *answer.Library, args []string) (uint64, error) {
	if len(args) > 0 {
		return strconv.ParseUint(args[0], 10, 64)
	}
	changes, err := library.History(ctx, 0, answer.KeptChanges)
	if err != nil {
		return 0, err
	}
	for _, c := range changes {
		if c.Open && c.Undoes == 0 {
			return c.Number, nil
		}
	}
	return 0, errors.New("there is nothing to undo; verbatim history tells what was done")
}
