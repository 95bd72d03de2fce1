package transfer

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"io"

	"verbatim/answer"
	"verbatim/answer/load"
)

// Told is told what became of the articles among the items of a batch, in their order.
type Told = func(batch []load.Item, added []answer.Added) error

// parcel is an article on its way to serve, or the end of a batch of them.
type parcel struct {
	Article     *answer.Article
	Collections []string
	Last        bool
}

// fate is what became of an article.
type fate struct {
	Status     answer.Status
	Twin, Near string
	Why        string // it was refused
}

// parcelBuffer is how many bytes of parcels are asked for at once.
const parcelBuffer = 256 << 10

// SendArticles sends batches until there are no more or ctx ends, and tells of each what comes
// back of what became of it. It closes to, and reads from to its end.
func SendArticles(ctx context.Context, batches <-chan []load.Item, to io.WriteCloser, from io.Reader, tell Told) error {
	return each(send(ctx, batches, to), from, tell)
}

// onTheirWay is how many batches are sent before serve has told of the first: one that it
// stores, one that it prepares, and one that it receives.
const onTheirWay = 3

// send sends batches until there are no more or ctx ends, and yields each as it is sent.
func send(ctx context.Context, batches <-chan []load.Item, to io.WriteCloser) <-chan []load.Item {
	sent := make(chan []load.Item, onTheirWay)
	go func() {
		defer close(sent)
		defer to.Close()
		out := gob.NewEncoder(to)
		for batch := range batches {
			select {
			case sent <- batch:
			case <-ctx.Done():
				return
			}
			if writeBatch(out, batch) != nil {
				return // serve has ended, and says why
			}
		}
	}()
	return sent
}

func writeBatch(out *gob.Encoder, batch []load.Item) error {
	for _, item := range batch {
		if item.Article == nil {
			continue
		}
		if err := out.Encode(parcel{Article: item.Article, Collections: item.Collections}); err != nil {
			return err
		}
	}
	return out.Encode(parcel{Last: true})
}

// each tells of each batch that was sent what serve says became of it, until that says no more.
func each(sent <-chan []load.Item, from io.Reader, tell Told) error {
	in := gob.NewDecoder(from)
	for {
		var fates []fate
		if err := in.Decode(&fates); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := tell(<-sent, addedOf(fates)); err != nil {
			return err
		}
	}
}

// ReceiveArticles has put store the batches that SendArticles sends, and sends back what it
// tells became of them.
func ReceiveArticles(ctx context.Context, from io.Reader, to io.Writer, put func(context.Context, <-chan []load.Item, Told) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	out := gob.NewEncoder(to)
	err := put(ctx, arriving(ctx, stop, from), func(_ []load.Item, added []answer.Added) error {
		return out.Encode(fatesOf(added))
	})
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// arriving reads the batches that are sent. What is no batch ends ctx.
func arriving(ctx context.Context, stop context.CancelCauseFunc, from io.Reader) <-chan []load.Item {
	batches := make(chan []load.Item)
	go func() {
		defer close(batches)
		in := gob.NewDecoder(bufio.NewReaderSize(from, parcelBuffer))
		for {
			batch, err := readBatch(in)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				stop(err)
				return
			}
			select {
			case batches <- batch:
			case <-ctx.Done():
				return
			}
		}
	}()
	return batches
}

func readBatch(in *gob.Decoder) (batch []load.Item, err error) {
	for {
		var p parcel
		if err := in.Decode(&p); err != nil || p.Last {
			return batch, err
		}
		batch = append(batch, load.Item{Article: p.Article, Collections: p.Collections})
	}
}

func fatesOf(added []answer.Added) []fate {
	all := make([]fate, len(added))
	for i, a := range added {
		all[i] = fate{Status: a.Status, Twin: a.Twin, Near: a.Near}
		if a.Err != nil {
			all[i].Why = a.Err.Error()
		}
	}
	return all
}

// addedOf is what fatesOf was made of.
func addedOf(fates []fate) []answer.Added {
	all := make([]answer.Added, len(fates))
	for i, f := range fates {
		all[i] = answer.Added{Status: f.Status, Twin: f.Twin, Near: f.Near}
		if f.Why != "" {
			all[i].Err = errors.New(f.Why)
		}
	}
	return all
}
