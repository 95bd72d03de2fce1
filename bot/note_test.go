package bot

import (
	"testing"
	"time"
)

func TestANoteReplacesTheOneBeforeUntilItEnds(t *testing.T) {
	b, _ := newBot(t)
	for _, value := range []string{"first", "second"} {
		if err := b.Note(t.Context(), "T1", "ann", value); err != nil {
			t.Fatal(err)
		}
		if got, err := b.Noted("T1", "ann"); got != value || err != nil {
			t.Errorf("noted is %q, %v, want %q", got, err, value)
		}
	}
	for _, of := range [][2]string{{"T1", "bob"}, {"T2", "ann"}} {
		if got, err := b.Noted(of[0], of[1]); got != "" || err != nil {
			t.Errorf("of %v is noted %q, %v", of, got, err)
		}
	}
	now := b.now()
	b.now = func() time.Time { return now.Add(keepNoted) }
	if got, err := b.Noted("T1", "ann"); got != "" || err != nil {
		t.Errorf("after its time it is %q, %v", got, err)
	}
}
