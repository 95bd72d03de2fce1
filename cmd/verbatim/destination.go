package main

import (
	"context"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/cmd/verbatim/transfer"
)

// destination is what a load puts articles into: a library in this process, or in a serve that holds it.
type destination interface {
	// put stores batch after batch until there are no more, and tells what became of the
	// articles of each once it is on disk. When ctx ends it finishes the batch in hand.
	put(ctx context.Context, batches <-chan []load.Item, tell transfer.Told) error
}

// ownLibrary is a library in this process and who changes it.
type ownLibrary struct {
	library *answer.Library
	editor  *answer.Editor
	turns   turns
}

func (a *app) ownLibraryOf(library *answer.Library) ownLibrary {
	l := ownLibrary{library: library, editor: library.Editor(a.origin())}
	if a.host != nil {
		l.turns = a.host.turns
	}
	return l
}

// turns are taken for each batch by loads at the same time, since one that is prepared takes
// much memory. The zero turns, of a load that is alone, bound nothing.
type turns chan struct{}

// batchesAtOnce keeps one load as fast as it is alone: one batch is prepared while another is stored.
const batchesAtOnce = 2

// take waits for a turn and reports whether it came before ctx ended.
func (t turns) take(ctx context.Context) bool {
	if t == nil {
		return ctx.Err() == nil
	}
	select {
	case t <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (t turns) give() {
	if t != nil {
		<-t
	}
}

func (s ownLibrary) put(ctx context.Context, batches <-chan []load.Item, tell transfer.Told) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ready := s.prepare(ctx, batches)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case batch, ok := <-ready:
			if !ok {
				if err := ctx.Err(); err != nil {
					return err
				}
				return s.library.Settle(ctx) // or many small loads would leave as many parts of the index
			}
			added, err := s.store(context.WithoutCancel(ctx), batch)
			s.turns.give()
			if err != nil {
				return err
			}
			if err := tell(batch.items, added); err != nil {
				return err
			}
		}
	}
}

// prepared is a batch of which the articles are ready to be stored.
type prepared struct {
	items    []load.Item
	articles *answer.Prepared
	err      error
}

// prepare prepares batches, each while the one before is being stored. It ends early when ctx does.
func (s ownLibrary) prepare(ctx context.Context, batches <-chan []load.Item) <-chan prepared {
	out := make(chan prepared)
	go func() {
		defer close(out)
		for items := range batches {
			if !s.turns.take(ctx) {
				return
			}
			articles, err := s.library.Prepare(ctx, load.Articles(items)...)
			select {
			case out <- prepared{items, articles, err}:
			case <-ctx.Done():
				s.turns.give()
				return
			}
		}
	}()
	return out
}

// store stores a batch in one transaction, and puts what was exported into the collections
// it was in there, as far as these can be.
func (s ownLibrary) store(ctx context.Context, batch prepared) ([]answer.Added, error) {
	if batch.err != nil {
		return nil, batch.err
	}
	added, err := s.editor.Put(ctx, batch.articles)
	if err == nil {
		err = s.library.CollectAll(ctx, load.Members(batch.items, added, ""))
	}
	return added, err
}
