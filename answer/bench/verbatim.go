package main

import (
	"context"
	"path/filepath"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/answer/text"
	"verbatim/store"
)

// library is Verbatim as its own commands use it.
type library struct {
	db *store.DB
	*answer.Library
}

func openVerbatim(dir string) (engine, error) {
	db, err := store.Open(filepath.Join(dir, "verbatim.db"), store.Options{})
	if err != nil {
		return nil, err
	}
	l, err := answer.Open(db.Tenant("local"))
	if err != nil {
		db.Close()
		return nil, err
	}
	return library{db, l}, nil
}

func (l library) load(ctx context.Context, file string, most int) (n int, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	items := func(yield func(load.Item) bool) {
		left := most
		for item := range load.Each(ctx, []string{file}, load.Options{}) {
			if !yield(item) {
				return
			}
			if left--; left == 0 {
				return
			}
		}
	}
	for batch := range load.Batches(ctx, items) {
		articles := load.Articles(batch)
		if _, err := l.Add(ctx, articles...); err != nil {
			return n, err
		}
		n += len(articles)
	}
	return n, ctx.Err()
}

func (l library) add(ctx context.Context, articles ...article) error {
	added := make([]*answer.Article, len(articles))
	for i, a := range articles {
		added[i] = &answer.Article{ID: a.ID, Title: a.Title, Text: a.Text, Lang: text.English}
	}
	_, err := l.Add(ctx, added...)
	return err
}

// ask reads what a chat would show of an answer: each quote, who speaks, and where it stands.
func (l library) ask(ctx context.Context, question string) (bytes int, err error) {
	a, err := l.Ask(ctx, answer.Question{Text: question})
	if err != nil {
		return 0, err
	}
	for _, q := range a.Quotes {
		bytes += len(q.Text()) + len(q.Speaker.Of(q.Article.Text)) + len(q.Article.Title) + len(q.Article.Source)
	}
	return bytes, nil
}

func (l library) close() error { return l.db.Close() }
