package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/question"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/jsonl"
)

// quoting lists who said what on standard output.
type quoting struct {
	*app
	library  *answer.Library
	screen   *terminal.Screen
	of       answer.Utterances
	most     int // how many are listed; 0 for all
	speakers bool
}

func (a *app) quotesCommand() *cobra.Command {
	q := &quoting{app: a}
	c := &cobra.Command{
		Use:   "quotes [flags]",
		Short: "List who said what",
		Long: `Lists the quotations in the articles of which it is known who speaks, the newest article
first and in the order of its text. A part of a name is enough for --by; case and accents
do not matter.`,
		Example: `  verbatim quotes --by "Guo Ping"
  verbatim quotes --by guo --from TechRadar --after 2019-01 -n 5
  verbatim quotes --speakers | head
  verbatim quotes --json > quotes.jsonl`,
		Args: func(c *cobra.Command, args []string) error { return q.check(c.Flags().Changed("quotes"), args) },
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error {
				q.library, q.screen = l, a.screen()
				return q.list(c.Context())
			})
		},
	}
	f := c.Flags()
	f.StringVar(&q.of.Filter.By, "by", "", "only what somebody said of this `name`, or of a name that has it as a part")
	f.StringVar(&q.of.Filter.From, "from", "", "only from this `outlet`, or from the article of this title")
	f.StringVar(&q.of.Filter.After, "after", "", "only from articles since this `date`: 2019, 2019-03 or 2019-03-01")
	f.StringVar(&q.of.Filter.Before, "before", "", "only from articles before this `date`")
	f.StringVar(&q.of.Filter.In, "in", "", "only from this `collection`")
	f.StringVar(&q.of.Article, "article", "", "only from the article of this `id`")
	f.IntVarP(&q.most, "quotes", "n", 0, "the most to list (default: all)")
	f.BoolVar(&q.speakers, "speakers", false, "list who is quoted, and how many quotations each has")
	return c
}

// check returns an error in the way the command was called.
func (q *quoting) check(limited bool, args []string) error {
	switch {
	case len(args) > 0:
		return usage{fmt.Errorf("quotes takes no arguments; did you mean --by %q?", strings.Join(args, " "))}
	case limited && q.most < 1:
		return usage{errors.New("-n needs a number of quotations, 1 or more")}
	}
	for _, date := range []string{q.of.Filter.After, q.of.Filter.Before} {
		if _, ok := question.FirstDay(date); date != "" && !ok {
			return usage{fmt.Errorf("%q is no date; write one as 2019, 2019-03 or 2019-03-01", date)}
		}
	}
	return nil
}

// list lists what is chosen. That there is nothing is no failure, and a person is told why.
func (q *quoting) list(ctx context.Context) error {
	if err := q.mustBeThere(ctx); err != nil {
		return err
	}
	lines := q.quotations
	if q.speakers {
		lines = q.voices
	}
	if listed, err := lines(ctx); listed > 0 || err != nil || q.json {
		return err // and no line says so for a program
	}
	none, err := bot.SayNone(ctx, q.library, q.of, "Type verbatim quotes --speakers for those who are quoted.")
	if err != nil {
		return err
	}
	return q.screen.Draw(none, func(bot.Action) string { return "" })
}

// mustBeThere returns an error for an article or a collection that there is not.
func (q *quoting) mustBeThere(ctx context.Context) error {
	if id := q.of.Article; id != "" {
		if _, _, err := q.library.Article(ctx, id); errors.Is(err, answer.ErrNotFound) {
			return fmt.Errorf("there is no article %q; verbatim list tells the ids", id)
		} else if err != nil {
			return err
		}
	}
	in := q.of.Filter.In
	if in == "" {
		return nil
	}
	has, err := q.library.HasCollection(ctx, in)
	if err == nil && !has {
		err = fmt.Errorf("there is no collection %q; /collections in verbatim chat lists those there are", in)
	}
	return err
}

// quotations lists what was said, and returns how much that was.
func (q *quoting) quotations(ctx context.Context) (listed int, err error) {
	for u, err := range q.library.Utterances(ctx, q.of) {
		if err != nil {
			return listed, err
		}
		if err := q.quotation(u.Quote, listed > 0); err != nil {
			return listed, err
		}
		if listed++; listed == q.most {
			break
		}
	}
	return listed, nil
}

func (q *quoting) quotation(said answer.Quote, further bool) error {
	if q.json {
		return jsonl.Write(q.out, jsonl.QuotationOf(said))
	}
	if further {
		if _, err := fmt.Fprintln(q.out); err != nil {
			return err
		}
	}
	return q.screen.Draw(bot.Reply{Blocks: []bot.Block{bot.QuotationOf(said)}}, nil)
}

// voices lists who is quoted, a line each, and returns how many those are.
func (q *quoting) voices(ctx context.Context) (listed int, err error) {
	all, err := q.library.Voices(ctx, q.of)
	if err != nil {
		return 0, err
	}
	if q.most > 0 {
		all = all[:min(len(all), q.most)]
	}
	for _, v := range all {
		if err := q.voice(v); err != nil {
			return 0, err
		}
	}
	return len(all), nil
}

func (q *quoting) voice(v answer.Facet) (err error) {
	switch {
	case q.json:
		return jsonl.Write(q.out, jsonl.Voice{Speaker: v.Name, Quotes: v.Count})
	case q.screen.Interactive():
		_, err = fmt.Fprintf(q.out, "%6d  %s\n", v.Count, bot.Visible(v.Name))
	default:
		_, err = fmt.Fprintf(q.out, "%d\t%s\n", v.Count, bot.Visible(v.Name))
	}
	return err
}
