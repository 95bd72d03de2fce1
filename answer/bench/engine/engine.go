// Package engine gives Verbatim and the engines that it is measured against one face, and the same work.
package engine

import (
	"context"
	"fmt"
	"io"

	"verbatim/answer/bench/corpus"
)

// Engine is a search engine with its articles on disk. Ask may be called from many goroutines,
// also while one other loads or adds.
type Engine interface {
	// Load adds the articles that r has, one JSON object a line, in batches of a size that suits
	// the engine. They are on disk when it returns without an error.
	Load(ctx context.Context, r io.Reader) error

	// Add adds articles in one batch. They are on disk when it returns without an error.
	Add(ctx context.Context, articles ...corpus.Article) error

	// Ask answers a question with the text of what it finds, and returns how many bytes that has.
	Ask(ctx context.Context, question string) (int, error)

	Close() error
}

// Names are the names of the engines.
var Names = []string{"verbatim", "bleve", "fts5"}

// Open opens the engine of a name with what it keeps in a folder of its own, where it begins
// empty if nothing stands there.
func Open(name, dir string) (Engine, error) {
	switch name {
	case "verbatim":
		return openLibrary(dir)
	case "bleve":
		return openBleve(dir)
	case "fts5":
		return openFTS5(dir)
	}
	return nil, fmt.Errorf("there is no engine %q: choose of %v", name, Names)
}

// peerBatch is how many paragraphs the peers add in one transaction.
const peerBatch = 1000

// loadParagraphs adds what r has to a peer, about peerBatch paragraphs at a time.
func loadParagraphs(ctx context.Context, e Engine, r io.Reader) error {
	var batch []corpus.Article
	size := 0
	for a, err := range corpus.Read(r) {
		if err != nil {
			return err
		}
		batch, size = append(batch, a), size+len(a.Paragraphs())
		if size < peerBatch {
			continue
		}
		if err := e.Add(ctx, batch...); err != nil {
			return err
		}
		batch, size = batch[:0], 0
	}
	if len(batch) == 0 {
		return nil
	}
	return e.Add(ctx, batch...)
}
