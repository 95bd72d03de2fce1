package control_test

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"verbatim/cmd/verbatim/control"
)

// A command that holds what others wait for need not look whether each line of its progress could
// be said.
func TestWhoTakesNothingForTooLongIsTakenForGone(t *testing.T) {
	path := newDatabase(t)
	failed := make(chan error, 1)
	serve(t, path, func(ctx context.Context, _ control.Call, s control.Streams) (exit control.Exit) {
		s.Errs.(interface{ Within(time.Duration) }).Within(time.Millisecond)
		var err error
		for err == nil { // until nothing more fits between the two
			_, err = s.Errs.Write(make([]byte, 1<<20))
		}
		failed <- err
		<-ctx.Done()
		return exit
	})
	left := make(chan struct{})
	ran := make(chan error, 1)
	c := dial(t, path)
	go func() {
		_, err := c.Run(context.Background(), control.Call{}, control.Streams{Errs: &onWrite{then: func() { <-left }}})
		ran <- err
	}()
	if err := <-failed; !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the command is told %v", err)
	}
	close(left)
	if err := <-ran; !errors.Is(err, control.ErrGone) {
		t.Errorf("the client is told %v", err)
	}
}
