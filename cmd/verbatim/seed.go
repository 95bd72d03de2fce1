package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/seeds"
	"verbatim/store"
)

// noSeeds is the value of --seeds for a library that starts empty.
const noSeeds = "none"

var errSeedsElsewhere = errors.New("the library is new, and the running verbatim serve does not read the folder to start it with: load the folder, with --seeds " + noSeeds)

// seedIfNew gives a library for which nothing was ever stored the articles it starts
// with, all in one transaction. A library that was emptied stays empty.
func (a *app) seedIfNew(ctx context.Context, t *store.Tenant, library *answer.Library) error {
	if isNew, err := untouched(t); err != nil || !isNew {
		return err
	}
	var items []load.Item
	if a.host != nil && a.seeds != "" && a.seeds != noSeeds {
		return errSeedsElsewhere
	}
	if a.seeds != noSeeds {
		for item := range a.seedItems(ctx) {
			if item.Err != nil {
				return fmt.Errorf("the articles to start with: %w; --seeds %s starts without", item.Err, noSeeds)
			}
			items = append(items, item)
		}
	}
	articles := load.Articles(items)
	if _, err := library.Add(ctx, articles...); err != nil {
		return err
	}
	return a.saySeeded(len(articles))
}

// untouched reports whether nothing was ever stored for a tenant.
func untouched(t *store.Tenant) (bool, error) {
	empty := true
	err := t.View(func(tx *store.Tx) error {
		for range tx.Scan(nil) {
			empty = false
			break
		}
		return nil
	})
	return empty, err
}

// seedItems yields what a new library starts with.
func (a *app) seedItems(ctx context.Context) iter.Seq[load.Item] {
	if a.seeds != "" {
		return load.Each(ctx, []string{a.seeds}, load.Options{})
	}
	return func(yield func(load.Item) bool) {
		files, err := fs.Glob(seeds.Files, "*.txt")
		if err != nil {
			yield(load.Item{Err: err})
			return
		}
		for _, name := range files {
			f, err := seeds.Files.Open(name)
			if err != nil {
				yield(load.Item{Name: name, Err: err})
				return
			}
			for item := range load.Upload(ctx, name, f, load.Options{}) {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// saySeeded tells a person, and no script, where the articles come from.
func (a *app) saySeeded(articles int) error {
	screen := terminal.NewScreen(a.errs, os.Getenv)
	if !screen.Interactive() || articles == 0 {
		return nil
	}
	from := "that ship with Verbatim"
	if a.seeds != "" {
		from = "in " + a.seeds
	}
	said := fmt.Sprintf("A new library was started with the %s %s.", bot.Numbered(articles, "article"), from)
	return screen.Draw(bot.Reply{Blocks: []bot.Block{bot.Paragraph(said)}}, nil)
}
