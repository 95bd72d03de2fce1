package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"

	"verbatim/answer/bench/corpus"
)

// load loads a file as it is, or the first articles of one.
func (b *bench) load(ctx context.Context, t task) (outcome, error) {
	if t.Most > 0 {
		first := lines(corpus.Open(t.File), t.Most, nil)
		defer first.Close()
		return outcome{}, b.engine.Load(ctx, first)
	}
	f, err := os.Open(t.File)
	if err != nil {
		return outcome{}, err
	}
	defer f.Close()
	return outcome{}, b.engine.Load(ctx, f)
}

// lines returns articles as a file has them: so many, or as many as are read before stop is closed.
func lines(articles iter.Seq2[corpus.Article, error], most int, stop <-chan struct{}) *io.PipeReader {
	r, w := io.Pipe()
	go func() {
		out, n := json.NewEncoder(w), 0
		for a, err := range articles {
			if err == nil {
				err = out.Encode(a)
			}
			if err != nil {
				w.CloseWithError(err)
				return
			}
			if n++; n == most || isClosed(stop) {
				break
			}
		}
		w.Close()
	}()
	return r
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// askDuringLoad asks questions while a load is at work that does not end before the questions do.
func (b *bench) askDuringLoad(ctx context.Context, t task) (outcome, error) {
	b.loads++
	count := 0
	counted := func(yield func(corpus.Article, error) bool) {
		for a, err := range corpus.Crossed(t.File, uint64(addSeed+b.loads)) {
			if count++; !yield(a, err) {
				return
			}
		}
	}
	stop, loaded := make(chan struct{}), make(chan error, 1)
	articles := lines(counted, 0, stop)
	defer articles.Close()
	go func() { loaded <- b.engine.Load(ctx, articles) }()
	o, err := b.ask(ctx, t)
	close(stop)
	if err = errors.Join(err, <-loaded); err == nil {
		o.Loaded = count
	}
	return o, err
}
