package main

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// fewArticles is how many articles stand there when adding one is measured for the first time.
const fewArticles = 1000

// add measures how long it takes until one more article is on disk, where there are few and
// where there are all, against a commit of one key in a file beside it.
func (c *comparison) add(ctx context.Context, t *table) error {
	if c.articles > fewArticles {
		few := func(engine, dir string) error {
			_, err := c.loadInto(ctx, dir, engine, fewArticles)
			return err
		}
		if err := c.addTo(ctx, few, fmt.Sprintf("at %d", fewArticles), t); err != nil {
			return err
		}
	}
	return c.addTo(ctx, c.copyTo, fmt.Sprintf("at %d", c.articles), t)
}

// copyTo copies what an engine keeps of all articles, for a measure that changes it.
func (c *comparison) copyTo(engine, dir string) error {
	return os.CopyFS(dir, os.DirFS(c.folder(engine)))
}

// onScratch calls measure with workers for what fill puts into folders that go afterwards.
func (c *comparison) onScratch(ctx context.Context, fill func(engine, dir string) error, measure func(crew) error) (err error) {
	scratch := func(engine string) string { return c.folder(engine) + ".scratch" }
	defer func() {
		for _, e := range c.engines {
			err = errors.Join(err, os.RemoveAll(scratch(e)))
		}
	}()
	for _, e := range c.engines {
		if err := errors.Join(os.RemoveAll(scratch(e)), fill(e, scratch(e))); err != nil {
			return err
		}
	}
	crew, err := c.crew(ctx, scratch)
	if err != nil {
		return err
	}
	return errors.Join(measure(crew), crew.end())
}

func (c *comparison) addTo(ctx context.Context, fill func(engine, dir string) error, at string, t *table) error {
	return c.onScratch(ctx, fill, func(crew crew) error {
		if err := crew.each(task{Do: "add", File: c.file, Most: 1}, func(string, outcome) {}); err != nil {
			return err
		}
		return c.inRounds("add "+at, func(int) error {
			all := map[string]*outcome{}
			for left := max(c.adds/c.rounds, 1); left > 0; left -= slice {
				err := crew.each(task{Do: "add", File: c.file, Most: min(left, slice)}, func(e string, o outcome) {
					if all[e] == nil {
						all[e] = &outcome{}
					}
					all[e].join(o)
				})
				if err != nil {
					return err
				}
			}
			for e, o := range all {
				addAdds(t, e, at, o)
			}
			return nil
		})
	})
}

func addAdds(t *table, engine, at string, o *outcome) {
	p50, commit := percentile(o.Took, 50), percentile(o.Commits, 50)
	t.add(engine, at+", p50", "ms", milliseconds(p50))
	t.add(engine, at+", p99", "ms", milliseconds(percentile(o.Took, 99)))
	t.add(engine, at+", worst", "ms", milliseconds(percentile(o.Took, 100)))
	t.add(engine, at+", p50", "× commit", float64(p50)/float64(max(commit, 1)))
	t.add(engine, at+", commit p50", "ms", milliseconds(commit))
	t.add(engine, at+", commit worst", "ms", milliseconds(percentile(o.Commits, 100)))
}
