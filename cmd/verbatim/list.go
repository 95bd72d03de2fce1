package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/jsonl"
)

func (a *app) listCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the articles",
		Long:    "Lists the articles in the order they were loaded. In a pipe: id, title, source, date and URL, with tabs between.",
		Example: "  verbatim list\n  verbatim list | cut -f 1",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error { return a.list(c.Context(), l) })
		},
	}
}

func (a *app) list(ctx context.Context, library *answer.Library) error {
	screen := a.screen()
	for article, err := range library.Articles(ctx) {
		if err != nil {
			return err
		}
		if err := a.listed(screen, article); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (a *app) listed(screen *terminal.Screen, l *answer.Article) error {
	switch {
	case a.json:
		return jsonl.Write(a.out, jsonl.ListedOf(l))
	case screen.Interactive():
		about := strings.Join([]string{l.Title, l.Source, l.Published}, "  ")
		item := bot.List{Items: []bot.Item{{Name: l.ID, About: strings.TrimSpace(about)}}}
		return screen.Draw(bot.Reply{Blocks: []bot.Block{item}}, nil)
	}
	columns := []string{l.ID, l.Title, l.Source, l.Published, l.URL}
	for i, c := range columns {
		columns[i] = bot.Visible(c)
	}
	_, err := fmt.Fprintln(a.out, strings.Join(columns, "\t"))
	return err
}
