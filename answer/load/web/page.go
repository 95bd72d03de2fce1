package web

import (
	"context"
	"io"
	"net/url"
	"time"
)

// Page is what a server sends. Reading it fails, with one line for a person,
// when the server falls silent, breaks off, or sends more than 256 MiB, unpacked.
type Page struct {
	URL         *url.URL // where it was found in the end
	ContentType string   // as the server says; empty if it does not

	body  io.ReadCloser
	read  int64
	watch *watch
}

func (p *Page) Read(b []byte) (int, error) {
	p.watch.wake()
	n, err := p.body.Read(b)
	p.watch.rest()
	if p.read += int64(n); p.read > maxBody {
		return 0, errLarge
	}
	if err != nil && err != io.EOF {
		err = why(p.watch.ctx, err, errBroken)
	}
	return n, err
}

// Close ends the fetch, wherever it is.
func (p *Page) Close() error {
	p.watch.stop()
	return p.body.Close()
}

// watch is the time that a fetch may take: patience for each of its steps, and maxFetch for all.
type watch struct {
	ctx      context.Context
	stop     func() // to be called when the fetch has ended
	alarm    *time.Timer
	patience time.Duration
}

func newWatch(ctx context.Context, patience time.Duration) *watch {
	ctx, end := context.WithTimeoutCause(ctx, maxFetch, errSilent)
	ctx, giveUp := context.WithCancelCause(ctx)
	w := &watch{ctx: ctx, patience: patience}
	w.alarm = time.AfterFunc(patience, func() { giveUp(errSilent) })
	w.stop = func() { w.alarm.Stop(); giveUp(nil); end() }
	return w
}

func (w *watch) wake() { w.alarm.Reset(w.patience) } // a step begins
func (w *watch) rest() { w.alarm.Stop() }            // it has ended
