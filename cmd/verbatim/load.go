package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/load"
)

func (a *app) loadCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "load [flags] PATH | URL | - ...",
		Short: "Load articles",
		Long: `Loads files, folders, archives and web pages, and - for standard input, in the order
given. An article whose id is there already replaces the one there. What cannot be
read is refused with a line that says why, and the rest is loaded all the same.

An article that is reported as loaded is on disk. When the load is interrupted, what
was not reported may be loaded again: that does no harm.`,
		Example: `  verbatim load report.txt interview.html
  verbatim load ~/articles archive.zip
  verbatim load --json articles.jsonl`,
		Args: atLeast(1, "something to load: files, folders, addresses, or - for standard input"),
		RunE: func(c *cobra.Command, names []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error {
				return a.load(c.Context(), l, names)
			})
		},
	}
}

// loading is one load and what has become of it so far.
type loading struct {
	*app
	library   *answer.Library
	progress  progress
	count     map[answer.Status]int
	twins     int // articles with the text of another
	furniture int // pieces of articles that are never quoted
}

func (a *app) load(ctx context.Context, library *answer.Library, names []string) error {
	l := loading{app: a, library: library, progress: a.newProgress(names), count: map[answer.Status]int{}}
	start := time.Now()
	err := l.all(ctx, names)
	l.progress.end()
	if err != nil {
		return fmt.Errorf("%w (%s before that)", err, l.summary(time.Since(start)))
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%w: %s", errInterrupted, l.summary(time.Since(start)))
	}
	if !a.json {
		if _, err := fmt.Fprintln(a.out, l.summary(time.Since(start))); err != nil {
			return err
		}
	}
	if l.count[answer.Refused] > 0 {
		return errTold
	}
	return nil
}

// all stores batch after batch until there is no more or ctx ends, which never cuts a batch short.
func (l *loading) all(ctx context.Context, names []string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	batches := readBatches(ctx, names, load.Options{Stdin: l.in})
	for {
		select {
		case <-ctx.Done():
			return nil
		case batch, ok := <-batches:
			if !ok {
				return nil
			}
			if err := l.store(context.WithoutCancel(ctx), batch); err != nil {
				return err
			}
		}
	}
}

// store adds a batch in one transaction and then reports each of its items.
func (l *loading) store(ctx context.Context, batch []load.Item) error {
	var articles []*answer.Article
	for _, item := range batch {
		if item.Article != nil {
			articles = append(articles, item.Article)
		}
	}
	added, err := l.library.Add(ctx, articles...)
	if err != nil {
		return err
	}
	for _, item := range batch {
		outcome := answer.Added{Status: answer.Refused, Err: item.Err}
		if item.Article != nil {
			outcome, added = added[0], added[1:]
		}
		if err := l.report(item, outcome); err != nil {
			return err
		}
	}
	return nil
}

// report says what became of an item. One that is no article and not refused is a note.
func (l *loading) report(item load.Item, outcome answer.Added) error {
	defer l.progress.add(item, outcome)
	if item.Article == nil && item.Err == nil {
		l.progress.interrupt(func() { l.tell(fmt.Errorf("%s: %s", item.Name, item.Note)) })
		return nil
	}
	l.count[outcome.Status]++
	if outcome.Twin != "" {
		l.twins++
	}
	if item.Article != nil && outcome.Status != answer.Refused {
		l.furniture += len(item.Article.Furniture)
	}
	if outcome.Err != nil {
		if refusal := (*load.Refusal)(nil); !errors.As(outcome.Err, &refusal) {
			outcome.Err = fmt.Errorf("%s: %w", item.Name, outcome.Err)
		}
		l.progress.interrupt(func() { l.tell(outcome.Err) })
	}
	if !l.json {
		return nil
	}
	return writeJSON(l.out, outcomeInJSON(item, outcome))
}

// outcomeJSON is a line of load --json.
type outcomeJSON struct {
	ID     string        `json:"id"`
	Status answer.Status `json:"status"`
	Error  string        `json:"error"`
	Twin   string        `json:"twin,omitempty"` // the id of another article with the same text
}

func outcomeInJSON(item load.Item, outcome answer.Added) outcomeJSON {
	j := outcomeJSON{ID: idOf(item), Status: outcome.Status, Twin: outcome.Twin}
	if outcome.Err != nil {
		j.Error = outcome.Err.Error()
	}
	return j
}

// idOf returns the id of an item's article, or the one that a refused file would have got.
func idOf(item load.Item) string {
	switch {
	case item.Article != nil:
		return item.Article.ID
	case strings.Contains(item.Name, "://"):
		return item.Name
	}
	return path.Base(item.Name)
}

// summary is "Loaded 11,593 articles (3 replaced, 2 already there, 1 refused) in 12.3 s".
func (l *loading) summary(took time.Duration) string {
	var asides []string
	for _, aside := range []struct {
		n  int
		is string
	}{
		{l.count[answer.Replaced], "replaced"},
		{l.count[answer.Same], "already there"},
		{l.twins, "with the text of another"},
		{l.count[answer.Refused], "refused"},
	} {
		if aside.n > 0 {
			asides = append(asides, humanize.Comma(int64(aside.n))+" "+aside.is)
		}
	}
	line := "Loaded " + counted(l.count[answer.Loaded]+l.count[answer.Replaced], "article")
	if len(asides) > 0 {
		line += " (" + strings.Join(asides, ", ") + ")"
	}
	line += fmt.Sprintf(" in %.1f s", took.Seconds())
	if l.furniture > 0 {
		line += "; " + counted(l.furniture, "piece") + " of page furniture will not be quoted"
	}
	return line
}

// counted returns "1 article", "2 articles".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return humanize.Comma(int64(n)) + " " + noun
}
