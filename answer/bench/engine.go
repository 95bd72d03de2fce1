package main

import (
	"context"
	"strings"
)

// engine is a search engine with its articles on disk. ask may be called from many goroutines.
type engine interface {
	// load adds the first so many articles of a file, 0 for all, in batches of a size that suits
	// the engine, and returns how many they were. They are on disk when it returns.
	load(ctx context.Context, file string, most int) (int, error)

	// add adds articles in one batch. They are on disk when it returns.
	add(ctx context.Context, articles ...article) error

	// ask answers a question with the text of what it finds, and returns how many bytes that has.
	ask(ctx context.Context, question string) (int, error)

	close() error
}

// engines open an engine in a folder that is its own, by the engine's name.
var engines = map[string]func(dir string) (engine, error){
	"verbatim": openVerbatim,
	"bleve":    openBleve,
	"fts5":     openFTS5,
}

// passages returns the paragraphs of an article, which are what the peers index.
func passages(a article) []string {
	var all []string
	for line := range strings.Lines(a.Text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// peerBatch is how many passages the peers add in one transaction.
const peerBatch = 1000

// loadPassages adds articles of a file to a peer, about peerBatch passages at a time.
func loadPassages(ctx context.Context, e engine, file string, most int) (n int, err error) {
	var batch []article
	size := 0
	for a, err := range articlesOf(file) {
		if err != nil {
			return n, err
		}
		batch, n, size = append(batch, a), n+1, size+len(passages(a))
		if size < peerBatch && n != most {
			continue
		}
		if err := e.add(ctx, batch...); err != nil {
			return n, err
		}
		if batch, size = batch[:0], 0; n == most {
			break
		}
	}
	if len(batch) == 0 {
		return n, nil
	}
	return n, e.add(ctx, batch...)
}
