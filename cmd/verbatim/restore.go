package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"verbatim/store"
)

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup back",
		Long: `Puts a copy that backup made in the place of the database, after checking that it is
sound. The database that was there is kept beside it, as FILE.before-restore.`,
		Example: "  verbatim restore verbatim-2026-03-01.db",
		Args:    exactly(1, "the file that holds the copy"),
		RunE:    func(c *cobra.Command, args []string) error { return a.restore(c.Context(), args[0]) },
	}
}

func (a *app) restore(ctx context.Context, from string) error {
	path := a.path()
	if err := mustExist(from); err != nil {
		return err
	}
	if sameFile(from, path) {
		return fmt.Errorf("%s: this is the database itself: name a copy of it", from)
	}
	kept, release, err := keep(path)
	if err != nil {
		return err
	}
	defer release()
	err = withDatabase(from, func(backup *store.DB) error {
		if err := backup.Check(ctx); err != nil {
			return err
		}
		return backup.Backup(ctx, path)
	})
	if err != nil {
		return err
	}
	return a.sayRestored(path, kept)
}

// keep gives the database at path a second name, and holds it so that no process uses
// it until release is called. A damaged one cannot be held, and one that is not there
// need not be.
func keep(path string) (kept string, release func(), err error) {
	if mustExist(path) != nil {
		return "", func() {}, nil
	}
	release = func() {}
	db, err := store.Open(path, store.Options{})
	switch {
	case err == nil:
		release = func() { db.Close() }
	case !errors.Is(err, store.ErrCorrupt):
		return "", nil, err
	}
	kept = path + ".before-restore"
	if err := os.Remove(kept); err != nil && !errors.Is(err, os.ErrNotExist) {
		release()
		return "", nil, err
	}
	if err := os.Link(path, kept); err != nil {
		release()
		return "", nil, fmt.Errorf("the database cannot be kept beside the backup: %w", err)
	}
	return kept, release, nil
}

func (a *app) sayRestored(path, kept string) error {
	if a.json {
		return writeJSON(a.out, struct {
			File string `json:"file"`
			Kept string `json:"kept"`
		}{path, kept})
	}
	line := fmt.Sprintf("Put the backup back as %s.", path)
	if kept != "" {
		line += fmt.Sprintf(" The database before it is kept as %s.", kept)
	}
	_, err := fmt.Fprintln(a.out, line)
	return err
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
