package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/headroom"
	"verbatim/cmd/verbatim/progress"
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
			if err := headroom.Check(); err != nil {
				return err
			}
			return a.either(c.Context(),
				func(serve *control.Client) error { return a.load(c.Context(), libraryInServe{a, serve}, names) },
				func() error {
					return a.withLibrary(c.Context(), func(l *answer.Library) error {
						return a.load(c.Context(), a.ownLibraryOf(l), names)
					})
				})
		},
	}
	a.webFlags(c)
	return c
}

// loading is one load and what has become of it so far.
type loading struct {
	*app
	progress  progress.Load
	count     map[answer.Status]int
	twins     int // articles with the text of another
	near      int // or nearly that
	furniture int // pieces of articles that are never quoted
}

func (a *app) load(ctx context.Context, to destination, names []string) error {
	l := loading{app: a, progress: a.bars().Load(names), count: map[answer.Status]int{}}
	start := time.Now()
	err := l.all(ctx, to, names)
	l.progress.End()
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

// all reads what the names stand for, and has it stored batch after batch.
func (l *loading) all(ctx context.Context, to destination, names []string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer headroom.Spare()()
	sandbox := newSandbox()
	defer sandbox.Close()
	batches := load.Batches(ctx, load.Each(ctx, names, load.Options{Stdin: l.in, Parse: sandbox.Parse, Web: &l.web}))
	return to.put(ctx, batches, l.reportAll)
}
