package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/cmd/verbatim/jsonl"
)

func (a *app) showCommand() *cobra.Command {
	var all bool
	c := &cobra.Command{
		Use:     "show [flags] ID... | --all",
		Short:   "Show articles as they are stored",
		Example: "  verbatim show 003_ff8f16013be83914.txt\n  verbatim show --json --all > articles.jsonl",
		Args: func(c *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return usage{errors.New("show needs the ids of articles, or --all; verbatim list tells them")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, ids []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error {
				if all {
					return a.showAll(c.Context(), l)
				}
				return a.eachID(ids, func(id string) error { return a.show(c.Context(), l, id) })
			})
		},
	}
	c.Flags().BoolVar(&all, "all", false, "show every article, in the order they were loaded")
	return c
}

func (a *app) showAll(ctx context.Context, library *answer.Library) error {
	for article, err := range library.Articles(ctx) {
		if err != nil {
			return err
		}
		if err := a.show(ctx, library, article.ID); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (a *app) show(ctx context.Context, library *answer.Library, id string) error {
	article, layout, err := library.Article(ctx, id)
	if err != nil {
		return err
	}
	if a.json {
		return jsonl.Write(a.out, jsonl.ArticleOf(article, layout))
	}
	for _, f := range []struct{ name, value string }{
		{"Id", article.ID}, {"Title", article.Title}, {"Author", article.Author}, {"Source", article.Source},
		{"Published", article.Published}, {"URL", article.URL}, {"Language", string(article.Lang)},
	} {
		if f.value == "" {
			continue
		}
		if _, err := fmt.Fprintf(a.out, "%s: %s\n", f.name, bot.Visible(f.value)); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(a.out, "\n%s\n\n", visibleLines(article.Text))
	return err
}

// visibleLines is bot.Visible for each line of a text.
func visibleLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = bot.Visible(strings.TrimSuffix(line, "\r"))
	}
	return strings.Join(lines, "\n")
}

// eachID runs f on each id; an article that is not there is told, and the rest goes on.
func (a *app) eachID(ids []string, f func(id string) error) error {
	var missing error
	for _, id := range ids {
		err := f(id)
		if errors.Is(err, answer.ErrNotFound) {
			a.tell(fmt.Errorf("there is no article %q; verbatim list tells the ids", id))
			missing = errTold
		} else if err != nil {
			return err
		}
	}
	return missing
}
