package bot

import (
	"context"
	"strings"
	"testing"
	"time"
)

// What a chat notes with the words of a person is gone as soon as these are to be.
func TestANoteForNowEndsWithWhatIsAsked(t *testing.T) {
	for _, c := range []struct {
		days  int
		note  func(*Bot) func(ctx context.Context, tenant, name, value string) error
		stays time.Duration
	}{
		{0, func(b *Bot) func(context.Context, string, string, string) error { return b.NoteForNow }, keepPassing},
		{90, func(b *Bot) func(context.Context, string, string, string) error { return b.NoteForNow }, keepWaiting},
		{0, func(b *Bot) func(context.Context, string, string, string) error { return b.Note }, keepNoted},
	} {
		h := newHouse(t)
		h.KeepQuestions = c.days
		if err := c.note(h.Bot)(t.Context(), "here", "ann", "noted"); err != nil {
			t.Fatal(err)
		}
		for _, at := range []struct {
			after time.Duration
			there bool
		}{{c.stays - time.Second, true}, {time.Second, false}} {
			h.time = h.time.Add(at.after)
			h.sweep("here")
			if there := strings.Contains(h.memory("here"), "noted"); there != at.there {
				t.Errorf("%d days, %v on: it is there: %t", c.days, at.after, there)
			}
		}
	}
}
