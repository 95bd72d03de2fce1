package bot

import (
	"strings"
	"testing"
)

func TestTicketsComeBackAsTheyWere(t *testing.T) {
	key := []byte("key")
	for _, want := range []ticket{
		{}, {"U1", "C1", "1.5", "0 abc what is the moon?", ""}, {"", "C\x00", "", "\x00\xff", ""}, {"U", "", "T", strings.Repeat("й", 500), ""},
		ticket{"U1", "C1", "1.5", "0 abc what is the moon?", ""}.of([]string{"U1", "U2", "U3"}),
	} {
		if got, ok := unseal(key, "more", want.seal(key, "more")); !ok || got != want {
			t.Errorf("%q comes back as %q, %t", want, got, ok)
		}
	}
}

func TestWhatWasNotSealedIsNoTicket(t *testing.T) {
	key := []byte("key")
	state := ticket{"U1", "C1", "", "0  where is the moon?", ""}.seal(key, "more")
	for i := range len(state) {
		for _, c := range []byte{'A', 'B', '_', '=', ' ', 0} {
			altered := state[:i] + string(c) + state[i+1:]
			if _, ok := unseal(key, "more", altered); ok && altered != state {
				t.Fatalf("altered at %d to %q it still counts", i, c)
			}
		}
		if _, ok := unseal(key, "more", state[:i]); ok {
			t.Fatalf("cut at %d it still counts", i)
		}
	}
	for name, ok := range map[string]bool{
		"of another action": second(unseal(key, "share", state)),
		"of one as long":    second(unseal(key, "undo", state)),
		"of another tenant": second(unseal([]byte("other"), "more", state)),
		"longer":            second(unseal(key, "more", state+"AAAA")),
		"empty":             second(unseal(key, "more", "")),
	} {
		if ok {
			t.Errorf("a ticket %s counts", name)
		}
	}
}

func second(_ ticket, ok bool) bool { return ok }
