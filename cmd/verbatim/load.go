package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/load"
)

func (a *app) loadCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "load [flags] PATH | URL | - ...",
		Short: "Load articles",
		Long: `Loads files, folders, archives and web pages, and - for standard input, in the order
given. An article whose id is there already replaces the one there. What cannot be
read is refused with a line that says why, and the rest is loaded all the same.

An article that is reported as loaded is on disk. When the load is interrupted, what
was not reported may be loaded again: that does no harm.

Web pages are fetched from public hosts only, and not against a site's robots.txt.`,
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
	a.webFlags(c)
	return c
}

// loading is one load and what has become of it so far.
type loading struct {
	*app
	library   *answer.Library
	editor    *answer.Editor
	progress  progress
	count     map[answer.Status]int
	twins     int // articles with the text of another
	near      int // or nearly that
	furniture int // pieces of articles that are never quoted
}

func (a *app) load(ctx context.Context, library *answer.Library, names []string) error {
	l := loading{
		app: a, library: library, editor: library.Editor(origin()),
		progress: a.newProgress(names), count: map[answer.Status]int{},
	}
	start := time.Now()
	err := l.all(ctx, names)
	l.progress.end()
	summary := l.summary(time.Since(start))
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("%w: %s", errInterrupted, summary)
	}
	if err != nil {
		return fmt.Errorf("%w (so far: %s)", err, summary)
	}
	if !a.json {
		if _, err := fmt.Fprintln(a.out, summary+l.remark()); err != nil {
			return err
		}
	}
	if l.count[answer.Refused] > 0 {
		return errTold
	}
	return nil
}

// all stores batch after batch until there is no more. When ctx ends it finishes the batch in hand.
func (l *loading) all(ctx context.Context, names []string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer spareMemory()()
	sandbox := newSandbox()
	defer sandbox.Close()
	batches := l.prepare(ctx, load.Batches(ctx, load.Each(ctx, names, load.Options{Stdin: l.in, Parse: sandbox.Parse, Web: &l.web})))
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case batch, ok := <-batches:
			if !ok {
				if err := ctx.Err(); err != nil {
					return err
				}
				return l.library.Settle(ctx) // or many small loads would leave as many parts of the index
			}
			if err := l.store(context.WithoutCancel(ctx), batch); err != nil {
				return err
			}
		}
	}
}

// garbagePercent is how much garbage a load makes of what it holds before it is collected: a
// batch is held by several hands at once, and the usual 100 would have it take half as much again.
const garbagePercent = 70

// spareMemory has garbage be collected more often than usual, unless that was set from outside,
// until what it returns is called.
func spareMemory() (back func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(garbagePercent)
	return func() { debug.SetGCPercent(before) }
}

// prepared is a batch of which the articles are ready to be stored.
type prepared struct {
	items    []load.Item
	articles *answer.Prepared
	err      error
}

// prepare prepares batches, each while the one before is being stored. It ends early when ctx does.
func (l *loading) prepare(ctx context.Context, batches <-chan []load.Item) <-chan prepared {
	out := make(chan prepared)
	go func() {
		defer close(out)
		for items := range batches {
			articles, err := l.library.Prepare(ctx, load.Articles(items)...)
			select {
			case out <- prepared{items, articles, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// store stores a batch in one transaction, puts what was exported into its collections, and
// then reports each of its items.
func (l *loading) store(ctx context.Context, batch prepared) error {
	if batch.err != nil {
		return batch.err
	}
	added, err := l.editor.Put(ctx, batch.articles)
	if err == nil {
		err = l.collect(ctx, batch.items, added)
	}
	if err != nil {
		return err
	}
	for _, item := range batch.items {
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

// collect puts the articles of a batch into the collections that they were in where they
// were exported, as far as these can be.
func (l *loading) collect(ctx context.Context, batch []load.Item, added []answer.Added) error {
	return l.library.CollectAll(ctx, load.Members(batch, added, ""))
}
