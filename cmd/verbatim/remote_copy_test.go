package main

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"verbatim/store"
)

// stopsAtOnce ends a command at the first that it writes.
type stopsAtOnce struct {
	bytes.Buffer
	stop func()
}

func (w *stopsAtOnce) Write(p []byte) (int, error) {
	w.stop()
	return w.Buffer.Write(p)
}

// A copy of a database ends with its serve, and does not go on to its own end.
func TestACopyEndsWhenServeDoes(t *testing.T) {
	path := ofVersion(t, current)
	err := new(app).withDatabase(path, func(db *store.DB) error {
		ctx, stop := context.WithCancel(t.Context())
		out := &stopsAtOnce{stop: stop}
		a := &app{database: path, out: out}
		a.host = &host{tenants: a.tenantsOf(db, "")}
		c := a.copyCommand()
		c.SetArgs(nil)
		if err := c.ExecuteContext(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("after %d bytes it ends with %v", out.Len(), err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
