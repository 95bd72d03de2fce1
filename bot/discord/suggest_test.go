package discord

import (
	"strings"
	"testing"
)

func TestAChoiceIsAsManyWordsAsThereIsRoomFor(t *testing.T) {
	for s, want := range map[string]string{
		"The Verge": "The Verge", "": "", strings.Repeat("é", 101): "",
		strings.Repeat("word ", 21): strings.TrimSpace(strings.Repeat("word ", 20)),
	} {
		if got := opening(s); got != want {
			t.Errorf("%q is offered as %q, want %q", s, got, want)
		}
	}
}
