package attendance

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// scripted is a chat that says when it begins and ends under which configuration, and that
// cannot go on under one that begins with bad.
type scripted struct {
	*testing.T
	happened chan string
}

var errBad = errors.New("refused")

func (w scripted) attend(ctx context.Context, _ *slog.Logger, _ *bot.Bot, c string) error {
	w.happened <- "begin " + c
	if strings.HasPrefix(c, "bad") {
		return errBad
	}
	<-ctx.Done()
	w.happened <- "end " + c
	return nil
}

func (w scripted) hears(want ...string) {
	w.Helper()
	for _, want := range want {
		if got := <-w.happened; got != want {
			w.Fatalf("%s, want %s", got, want)
		}
	}
}

func (w scripted) attendance(first string) *Attendance[string] {
	return New(slog.New(slog.DiscardHandler), "Chat", func(c string) bool { return c != "" }, w.attend, first)
}

// A chat is attended to under one configuration at a time, and goes back once.
func TestAnAttendanceIsOfOneConfigurationAtATime(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	w := scripted{t, make(chan string)}
	a := w.attendance("one")
	ended := make(chan error)
	go func() { ended <- a.Keep(ctx, nil) }()
	w.hears("begin one")
	a.Change(ctx, "one") // which is no change
	a.Change(ctx, "two")
	w.hears("end one", "begin two")
	a.Change(ctx, "bad")
	w.hears("end two", "begin bad", "begin two")
	a.Change(ctx, "bad")
	w.hears("end two", "begin bad", "begin two")
	stop()
	w.hears("end two")
	if err := <-ended; err != nil {
		t.Error(err)
	}
	a.Change(ctx, "three") // which nobody waits for any more
	go func() { ended <- w.attendance("bad from the start").Keep(t.Context(), nil) }()
	w.hears("begin bad from the start")
	if err := <-ended; err != errBad {
		t.Errorf("it ends with %v", err)
	}
}

// A chat whose token was revoked does not end the other: it is tried again, and at once where
// it gets another.
func TestAChatThatCannotGoOnLeavesTheOtherAlone(t *testing.T) {
	w := scripted{t, make(chan string)}
	a := w.attendance("bad")
	var other atomic.Bool
	other.Store(true)
	a.Beside(other.Load)
	a.pauses = adapter.Pauses(time.Millisecond, time.Millisecond)
	b := bot.New(slog.New(slog.DiscardHandler), bot.Tenants{})
	ended := make(chan error)
	go func() { ended <- a.Keep(t.Context(), b) }()
	w.hears("begin bad", "begin bad")
	go a.Change(t.Context(), "good")
	for got := ""; got != "begin good"; {
		got = <-w.happened
	}
	if chats := b.Vitals().Chats(); len(chats) != 0 || !a.GoesOn() { // the chat itself tells how it does now
		t.Errorf("%d chats are said to be down", len(chats))
	}
	other.Store(false)
	last := w.attendance("bad")
	last.Beside(other.Load)
	go func() { ended <- last.Keep(t.Context(), b) }()
	w.hears("begin bad")
	if err := <-ended; err != errBad {
		t.Errorf("it ends with %v", err)
	}
}
