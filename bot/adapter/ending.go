package adapter

import (
	"context"
	"time"
)

// At the end of the program a chat answers what it has received for Drain, and then has a
// LastMoment for what is broken off. Together they are less than the ten seconds that those
// who end a program wait before they kill it, and leave some for the database.
const (
	Drain      = 7 * time.Second
	LastMoment = time.Second
)

// Outliving returns a context with the values of ctx that ends when stop is called, or so
// long after ctx has ended, whatever is still going on then.
func Outliving(ctx context.Context, long time.Duration) (last context.Context, stop context.CancelFunc) {
	last, stop = context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() { time.AfterFunc(long, stop) })
	return last, stop
}

// Drained waits for wait, which waits until all is answered, as long as work may go on, and
// reports whether all was; if not, what is broken off with work gets a last moment.
func Drained(work context.Context, wait func(context.Context) error) bool {
	if wait(work) == nil {
		return true
	}
	last, stop := context.WithTimeout(context.WithoutCancel(work), LastMoment)
	defer stop()
	_ = wait(last) // what does not heed the end of work is left behind
	return false
}
