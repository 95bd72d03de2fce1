package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) historyCommand() *cobra.Command {
	var n int
	c := &cobra.Command{
		Use:   "history",
		Short: "Tell who changed what",
		Long: `Tells the changes to the library, the newest first: who loaded, replaced or took out
articles, when and from where. In a pipe: number, time, who, from where, what and the
first titles, with tabs between.`,
		Example: "  verbatim history\n  verbatim history -n 100 --json",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if n < 1 {
				return usage{errors.New("-n needs a number of changes from 1 on")}
			}
			path, err := a.existing()
			if err != nil {
				return err
			}
			return a.withTenant(c.Context(), path, func(_ *store.Tenant, l *answer.Library) error { return a.history(c.Context(), l, n) })
		},
	}
	c.Flags().IntVarP(&n, "number", "n", 20, "how many changes are told, of the last 1,000")
	return c
}

// origin is who works at this command line, or at that of the process for which this one
// runs a command.
func (a *app) origin() answer.Origin {
	o := answer.Origin{From: "the command line", At: time.Now()}
	if a.host != nil {
		o.By, o.ByID = a.host.call.By, a.host.call.ByID
	} else if u, err := user.Current(); err == nil {
		o.By, o.ByID = u.Username, u.Uid
	}
	return o
}

func (a *app) history(ctx context.Context, library *answer.Library, n int) error {
	changes, err := library.History(ctx, 0, n)
	if err != nil {
		return err
	}
	screen := a.screen()
	for _, c := range changes {
		if err := a.told(screen, c); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) told(screen *terminal.Screen, c answer.Change) error {
	number, titles := strconv.FormatUint(c.Number, 10), strings.Join(c.Titles, ", ")
	if more := c.Loaded + c.Replaced + c.Removed - len(c.Titles); more > 0 {
		titles += fmt.Sprintf(" and %d more", more)
	}
	switch {
	case a.json:
		return jsonl.Write(a.out, jsonl.ChangeOf(c))
	case screen.Interactive():
		about := strings.Join([]string{c.At.Local().Format("2006-01-02 15:04"), c.By, c.From, whatDid(c) + ":", titles}, "  ")
		return screen.Draw(bot.Reply{Blocks: []bot.Block{bot.List{Items: []bot.Item{{Name: number, About: about}}}}}, nil)
	}
	columns := []string{number, c.At.UTC().Format(time.RFC3339), c.By, c.From, whatDid(c), titles}
	for i, column := range columns {
		columns[i] = bot.Visible(column)
	}
	_, err := fmt.Fprintln(a.out, strings.Join(columns, "\t"))
	return err
}

// whatDid is "loaded 3 articles, replaced 1 article", "undid 4: removed 1 article".
func whatDid(c answer.Change) string {
	var did []string
	for _, d := range []struct {
		verb string
		n    int
	}{{"loaded", c.Loaded}, {"replaced", c.Replaced}, {"removed", c.Removed}} {
		if d.n > 0 {
			did = append(did, d.verb+" "+bot.Numbered(d.n, "article"))
		}
	}
	what := strings.Join(did, ", ")
	if what == "" {
		what = "left all as it was"
	}
	if c.Undoes != 0 {
		what = fmt.Sprintf("undid %d: %s", c.Undoes, what)
	}
	if c.UndoneBy != 0 {
		what += fmt.Sprintf(" (undone by %d)", c.UndoneBy)
	}
	return what
}
