package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database to a file",
		Long: `Copies the database, all its libraries, to a file, while the bot answers. The file is
there whole and found sound, or not at all; an older one of the name is replaced. A plain
copy of a database in use is not sound.`,
		Example: "  verbatim backup verbatim-$(date +%F).db",
		Args:    exactly(1, "the file to write the copy to"),
		RunE: func(c *cobra.Command, args []string) error {
			if args[0] == "-" {
				return usage{errors.New("a copy is checked when it is whole, which standard output is not for: name a file")}
			}
			path, err := a.existing()
			if err != nil {
				return err
			}
			return a.either(c.Context(),
				func(serve *control.Client) error { return a.backup(c.Context(), a.backupOf(serve), args[0]) },
				func() error {
					return a.withDatabase(path, func(db *store.DB) error { return a.backup(c.Context(), db.Backup, args[0]) })
				})
		},
	}
}

// keepBefore keeps a copy of a database that a library of an older version makes it necessary to
// upgrade, and says so. Without room for that the upgrade goes on: the articles stay as they are.
func (a *app) keepBefore(ctx context.Context, db *store.DB) {
	path, err := db.KeepBefore(ctx, answer.Version())
	switch {
	case ctx.Err() != nil: // then there is no upgrade
	case err != nil:
		a.note(fmt.Errorf("no copy of the database is kept before it is upgraded: %w", err))
	case path != "":
		a.note(fmt.Errorf("the database as it was is kept as %s: an older version reads that", path))
	}
}

// copying copies a database to a file, as store.DB.Backup does.
type copying func(ctx context.Context, to string, progress func(done, total int64)) error

func (a *app) backup(ctx context.Context, write copying, to string) error {
	tell, end := a.bars().Bytes("Copying")
	err := write(ctx, to, tell)
	end()
	if err != nil {
		return err
	}
	info, err := os.Stat(to)
	if err != nil {
		return err
	}
	if a.json {
		return jsonl.Write(a.out, struct {
			File  string `json:"file"`
			Bytes int64  `json:"bytes"`
		}{to, info.Size()})
	}
	_, err = fmt.Fprintf(a.out, "Copied the database to %s (%s).\n", to, humanize.IBytes(uint64(info.Size())))
	return err
}
