package bot

import (
	"context"
	"errors"
	"testing"
)

// What nobody said to the bot is a question at most, and no command, also in its threads.
func TestWhatIsNotAddressedCommandsNothing(t *testing.T) {
	h := newHouse(t, talks...)
	h.asks(keeper("ann"), aboutHarbour)
	before := h.memory("here")
	for _, said := range []string{"forget?", "Forget?", "help?", "settings?", "insights?", "articles undo?", "articles remove a?", "add https://example.invalid/a ?", "load https://example.invalid/a?"} {
		m := keeper("ann")
		m.Addressed, m.Text = false, said
		if r := h.Handle(t.Context(), m); r.Form != nil || len(r.Actions) > 0 || plain(r) != "" && plain(r)[:3] != notAnswered[:3] {
			t.Errorf("%q is answered with %q", said, whole(r))
		}
	}
	if keysUnder(h, askedKey) == "" || before == "" {
		t.Error("what was asked is forgotten")
	}
}

// A group that is gone from the chat locks out none of the others.
func TestAGroupThatCannotBeLookedUpLocksOutNobody(t *testing.T) {
	h := newHouse(t)
	appoint := admin("kim")
	appoint.Mentioned = []Mention{{ID: "G1", Name: "gone", Group: true}, {ID: "G2", Name: "editors", Group: true}}
	ask(t, h.Bot, appoint, "/settings keepers add:@editors")
	m := someone("bob")
	editor := true
	m.User.In = func(_ context.Context, group string) (bool, error) {
		if group == "G1" {
			return true, errors.New("no such group")
		}
		return editor, nil
	}
	if got := plain(ask(t, h.Bot, m, "/settings quotes")); got != quotesNow(firstSettings) {
		t.Errorf("one of the other group is told %q", got)
	}
	editor = false
	if got := plain(ask(t, h.Bot, m, "/settings quotes")); got != string(WentWrong) {
		t.Errorf("where it cannot be known: %q", got)
	}
}

// Who mentions a person behind forget means that person.
func TestForgetDropsNothingOfWhoMentionsAnother(t *testing.T) {
	h := newHouse(t, talks...)
	h.asks(keeper("ann"), aboutHarbour)
	for _, m := range []Message{keeper("ann"), someone("ann")} {
		m.Mentioned = []Mention{{ID: "bob", Name: "Bob"}}
		ask(t, h.Bot, m, "/forget @Bob")
	}
	if keysUnder(h, askedKey) == "" {
		t.Error("what was dropped is what the person asked who mentioned another")
	}
}
