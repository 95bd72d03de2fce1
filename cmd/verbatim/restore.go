package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
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
	path := store.Target(a.path()) // the file is replaced, and a link to it stays
	if err := mustExist(from); err != nil {
		return err
	}
	if sameFile(from, path) {
		return fmt.Errorf("%s: this is the database itself: name a copy of it", from)
	}
	release, err := reserve(path)
	if err != nil {
		return err
	}
	defer release()
	kept, err := replacing(path, func() error { return putBack(ctx, from, path) })
	if err != nil {
		return err
	}
	return a.sayRestored(path, kept)
}

// reserve makes sure that no process uses the database at path until release is called. A
// damaged one cannot be held, and one that is not there need not be.
func reserve(path string) (release func(), err error) {
	if mustExist(path) != nil {
		return func() {}, nil
	}
	db, err := store.Open(path, store.Options{})
	if errors.Is(err, store.ErrCorrupt) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	return func() { db.Close() }, nil
}

// replacing runs replace, which puts a file in the place of the one at path, and returns
// the name under which that one is kept. It has a second name until replace returns,
// which may fail before or after it did its work.
func replacing(path string, replace func() error) (kept string, err error) {
	if mustExist(path) != nil {
		return "", replace()
	}
	kept = path + ".before-restore"
	second := kept + ".part"
	if err := os.Remove(second); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.Link(path, second); err != nil {
		return "", fmt.Errorf("the database cannot be kept beside the backup: %w", err)
	}
	err = replace()
	if sameFile(path, second) {
		return "", cmp.Or(err, os.Remove(second))
	}
	return kept, cmp.Or(err, os.Rename(second, kept))
}

// putBack writes a copy of the database at from to path, if it is sound.
func putBack(ctx context.Context, from, path string) error {
	return withDatabase(from, func(backup *store.DB) error {
		if err := backup.Check(ctx); err != nil {
			return err
		}
		return backup.Backup(ctx, path, nil)
	})
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
