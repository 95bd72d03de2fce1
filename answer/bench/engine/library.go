package engine

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"verbatim/answer"
	"verbatim/answer/bench/corpus"
	"verbatim/answer/load"
	"verbatim/answer/text"
	"verbatim/store"
)

// library is Verbatim as its own commands use it.
type library struct {
	db *store.DB
	*answer.Library
}

func openLibrary(dir string) (Engine, error) {
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

// Load also has speakers, languages and page furniture found, as every load does.
func (l library) Load(ctx context.Context, r io.Reader) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for batch := range load.Batches(ctx, load.Upload(ctx, "articles.jsonl", r, load.Options{})) {
		for _, item := range batch {
			if item.Err != nil {
				return item.Err
			}
		}
		if err := l.store(ctx, load.Articles(batch)); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Add adds articles whose language is known to be English.
func (l library) Add(ctx context.Context, articles ...corpus.Article) error {
	added := make([]*answer.Article, len(articles))
	for i, a := range articles {
		added[i] = &answer.Article{ID: a.ID, Title: a.Title, Text: a.Text, Lang: text.English}
	}
	return l.store(ctx, added)
}

func (l library) store(ctx context.Context, articles []*answer.Article) error {
	added, err := l.Library.Add(ctx, articles...)
	for i, a := range added {
		if a.Err != nil {
			return fmt.Errorf("%s: %w", articles[i].ID, a.Err)
		}
	}
	return err
}

// Ask reads what a chat shows of an answer: each quote, who speaks, and where it stands.
func (l library) Ask(ctx context.Context, question string) (bytes int, err error) {
	a, err := l.Library.Ask(ctx, answer.Question{Text: question})
	if err != nil {
		return 0, err
	}
	for _, q := range a.Quotes {
		bytes += len(q.Text()) + len(q.Speaker.Of(q.Article.Text)) + len(q.Article.Title) + len(q.Article.Source)
	}
	return bytes, nil
}

func (l library) Close() error { return l.db.Close() }
