package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/transfer"
)

// The half of load that runs in serve: it stores articles that the other half has read.

const storeName = "store"

func (a *app) storeCommand() *cobra.Command {
	return &cobra.Command{
		Use: storeName,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error {
				return transfer.ReceiveArticles(c.Context(), a.in, a.out, a.ownLibraryOf(l).put)
			})
		},
	}
}

// libraryInServe is a library in a serve that runs.
type libraryInServe struct {
	*app
	serve *control.Client
}

// put sends batches, of which some are on their way while one is being stored.
func (s libraryInServe) put(ctx context.Context, batches <-chan []load.Item, tell transfer.Told) error {
	running, stop := context.WithCancel(ctx)
	defer stop()
	in, toServe := io.Pipe()
	fromServe, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- s.callIn(running, s.serve, s.own(storeName), control.Streams{In: in, Out: out, Errs: s.errs})
		in.Close()
		out.Close()
	}()
	err := transfer.SendArticles(running, batches, toServe, fromServe, tell)
	if err != nil {
		stop()
	}
	fromServe.CloseWithError(err) // what serve would still say is not listened to
	if said := <-ended; err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
		err = said
	}
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return ifGone(err, "what was reported is on disk, and loading all again does no harm")
}
