package attendance

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"verbatim/bot"
)

// A chat goes back to the configuration before only where it has never worked under the new
// one: a token that was good for a day is not given up for the one that it replaced.
func TestAChatThatHasWorkedAsItIsDoesNotGoBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var begun []string
		a := New(slog.New(slog.DiscardHandler), "Chat", func(string) bool { return true }, func(ctx context.Context, _ *slog.Logger, _ *bot.Bot, c string) error {
			begun = append(begun, c)
			if c == "old" {
				<-ctx.Done()
				return nil
			}
			time.Sleep(24 * time.Hour)
			return errors.New("revoked")
		}, "old")
		ended := make(chan error)
		ctx, stop := context.WithCancel(t.Context())
		go func() { ended <- a.Keep(ctx, nil) }()
		a.Change(ctx, "new")
		select {
		case <-ended:
		case <-time.After(48 * time.Hour):
			stop()
			<-ended
		}
		stop()
		if !slices.Equal(begun, []string{"old", "new"}) {
			t.Errorf("it begins as %q", begun)
		}
	})
}
