package store_test

import (
	"context"
	"errors"
	"testing"

	"verbatim/store"
)

// calls is a context that ends once it has been asked so often whether it has.
type calls struct {
	context.Context
	left int
}

func (c *calls) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Whenever a check is interrupted, that is not damage.
func TestAnInterruptedCheckFindsNoDamage(t *testing.T) {
	db := create(t, saved(t, sample(t)))
	defer closed(t, db)
	for n := 0; ; n++ {
		err := db.Check(&calls{t.Context(), n})
		if err == nil {
			return
		}
		if errors.Is(err, store.ErrCorrupt) || !errors.Is(err, context.Canceled) {
			t.Fatalf("ended after %d steps: %v", n, err)
		}
	}
}
