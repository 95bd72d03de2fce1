package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) restoreCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup back",
		Long: `Puts a copy that backup made in the place of the database, after checking that the file and
all that its libraries hold is sound. The database that was there is kept beside it, as
FILE.before-restore. When it holds what the backup does not, restore says so and does
nothing, unless it is told with --force that this is meant; the same of a backup in which
something is damaged, which is then not quoted.`,
		Example: "  verbatim restore verbatim-2026-03-01.db",
		Args:    exactly(1, "the file that holds the copy"),
		RunE:    func(c *cobra.Command, args []string) error { return a.restore(c.Context(), args[0], force) },
	}
	c.Flags().BoolVar(&force, "force", false, "though what was changed since the backup is lost with it")
	return c
}

func (a *app) restore(ctx context.Context, from string, force bool) error {
	path := store.Target(a.path()) // the file is replaced, and a link to it stays
	if err := mustExist(from); err != nil {
		return err
	}
	if sameFile(from, path) {
		return fmt.Errorf("%s: this is the database itself: name a copy of it", from)
	}
	r, err := store.NewRestore(from, path)
	if err != nil {
		return err
	}
	defer r.Close()
	if !force {
		if err := forcible(r.Losing(ctx)); err != nil {
			return err
		}
	}
	kept, err := a.putBack(ctx, r, path, force)
	if err != nil {
		return err
	}
	return a.sayRestored(path, kept)
}

// forcible adds to an error what makes restore do it all the same.
func forcible(err error) error {
	if errors.Is(err, store.ErrAhead) || errors.Is(err, errInBackup) {
		return fmt.Errorf("%w; --force puts it back all the same", err)
	}
	return err
}

// putBack runs a restore, and returns the name under which what was there is kept. A backup
// that was put back and not written to since is not: what was kept when that was is worth more.
func (a *app) putBack(ctx context.Context, r *store.Restore, path string, force bool) (kept string, err error) {
	run := func() error {
		tell, end := a.bars().Bytes("Copying")
		defer end()
		return r.Run(ctx, func(copy *store.DB) error {
			end()
			return a.checkCopy(ctx, copy, force)
		}, tell)
	}
	if err := endReplacing(path); err != nil {
		return "", err
	}
	if r.Untouched() {
		return "", run()
	}
	return replacing(path, run)
}

var errInBackup = errors.New("something in the backup is damaged")

// checkCopy reads all that the libraries of a copy hold, and says on standard error what of it
// is damaged. It leaves a copy of an older version as it is: of that it reads the articles.
func (a *app) checkCopy(ctx context.Context, copy *store.DB, force bool) error {
	quiet := *a
	quiet.out, quiet.json = a.errs, false
	k := checking{app: &quiet}
	ids, err := copy.Tenants()
	if err != nil {
		return err
	}
	for _, k.only = range ids {
		if err := k.part(ctx, copy); err != nil {
			return err
		}
	}
	if k.damaged > 0 && !force {
		return forcible(errInBackup)
	}
	return nil
}

// part checks the tenant k.only of a copy.
func (k *checking) part(ctx context.Context, copy *store.DB) error {
	tenant := copy.Tenant(k.only)
	current, err := answer.IsCurrent(tenant)
	if err != nil && !errors.Is(err, answer.ErrNewer) {
		return err
	}
	if current || strings.HasSuffix(k.only, memorySuffix) {
		return k.database(ctx, copy)
	}
	return k.unindexed(ctx, copy, k.only)
}

// What is behind the name of a database in that of the one before it, and in the second name that
// this has until the backup is in its place.
const (
	before = ".before-restore"
	second = before + ".part"
)

// endReplacing ends what a restore that was killed had begun: a database that has a second name
// alone has been replaced, and is kept; otherwise that came to nothing.
func endReplacing(path string) error {
	if sameFile(path, path+second) {
		return os.Remove(path + second)
	}
	if err := store.Rename(path+second, path+before); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// replacing runs replace, which puts a file in the place of the one at path, and returns
// the name under which that one is kept. It has a second name until replace returns,
// which may fail before or after it did its work.
func replacing(path string, replace func() error) (kept string, err error) {
	if mustExist(path) != nil {
		return "", replace()
	}
	if err := os.Link(path, path+second); err != nil {
		return "", fmt.Errorf("the database cannot be kept beside the backup (%w): move it away, and run this again", err)
	}
	err = replace()
	if !sameFile(path, path+second) {
		kept = path + before
	}
	return kept, cmp.Or(err, endReplacing(path))
}

func (a *app) sayRestored(path, kept string) error {
	if a.json {
		return jsonl.Write(a.out, struct {
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
