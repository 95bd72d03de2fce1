package adapter

import (
	"context"
	"time"

	"verbatim/bot/vitals"
)

// Of returns ctx for the work on a message, by whose request id the records of all of it
// are known, whenever it comes.
func (i *Inbox) Of(ctx context.Context, tenant, id string) context.Context {
	return vitals.WithRequest(ctx, vitals.RequestID(tenant, id))
}

// Took notes that a step of a message's way is done, since the one before it, and returns
// when that was.
func (i *Inbox) Took(ctx context.Context, step vitals.Step, since time.Time) time.Time {
	now := time.Now()
	long := now.Sub(since)
	vitals.Of(ctx).Took(step, long)
	i.log.DebugContext(ctx, step.String(), "took", long)
	return now
}
