package bot

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"verbatim/store"
)

const rareWord = "zebrafinch"

// remembers reports whether a memory holds some words, also within the states of actions.
func remembers(h *house, words string) bool {
	memory := h.memory("here")
	for line := range strings.SplitSeq(memory, "\n") {
		for i := range min(len(line), stampSize+1) {
			state, err := base64.RawURLEncoding.DecodeString(line[i:])
			if err == nil {
				memory += string(state)
			}
		}
	}
	return strings.Contains(memory, words)
}

func TestForgetLeavesNoByteOfWhatAPersonAsked(t *testing.T) {
	h := newHouse(t, talks...)
	ask(t, h.Bot, admin("kim"), "/settings follow-ups everyone")
	ann, alone, channel := someone("ann"), someone("ann"), someone("ann")
	alone.Private = true
	channel.Thread = ""
	asked := "What did Paul Stone say about the " + rareWord + " harbour?"
	for _, m := range []Message{ann, alone, channel} {
		r := h.asks(m, asked)
		press(t, h.Bot, m, r, unhelpfulLabel)
		if _, err := h.Shelve("here", labelled(r, helpfulLabel).State); err != nil {
			t.Fatal(err)
		}
		h.asks(m, "Who won the "+rareWord+" cup?")
		h.asks(m, asked)
	}
	bob := someone("bob")
	r := h.asks(bob, "and Mary Wood?")
	if !strings.Contains(plain(r), rareWord) {
		t.Fatalf("the follow-up is read as %q", plain(r))
	}
	press(t, h.Bot, bob, r, unhelpfulLabel)
	if _, err := h.Shelve("here", labelled(r, helpfulLabel).State); err != nil {
		t.Fatal(err)
	}
	other := someone("carl")
	other.Thread = "T2"
	h.asks(other, aboutHarbour)
	if !remembers(h, rareWord) {
		t.Fatal("nothing is remembered before")
	}
	if got := plain(ask(t, h.Bot, ann, "/forget")); !strings.HasPrefix(got, "Forgotten: 10 questions, 2 marks of answers and ") {
		t.Errorf("it says %q", got)
	}
	if remembers(h, rareWord) || remembers(h, `"ann"`) || remembers(h, "/ann/") {
		t.Errorf("what is left is\n%s", h.memory("here"))
	}
	if !strings.Contains(h.memory("here"), aboutHarbour) {
		t.Error("what another asked is gone too")
	}
	h.remove("here", "paul.txt")
	for _, e := range h.errands("here") {
		if strings.Contains(plain(e.Reply), rareWord) || !strings.Contains(plain(e.Reply), "taken back") {
			t.Errorf("an answer is corrected to %q", plain(e.Reply))
		}
	}
	if got := plain(ask(t, h.Bot, ann, "/forget")); got != forgotten(0, 0, 0) {
		t.Errorf("the second time it says %q", got)
	}
}

func TestOnlyKeepersForgetForOthers(t *testing.T) {
	h := newHouse(t, talks...)
	h.asks(someone("ann"), "Who won the "+rareWord+" cup?")
	bob, kim, away := someone("bob"), admin("kim"), someone("bob")
	bob.Mentioned = []Mention{{ID: "ann"}}
	away.User.Admin = func(context.Context) (bool, error) { return false, errors.New("the chat is away") }
	for _, c := range []struct {
		m    Message
		want string
	}{{bob, string(forgetIsForYou)}, {kim, string(whoToForget)}, {away, string(WentWrong)}} {
		if got := plain(ask(t, h.Bot, c.m, "/forget who:@ann")); got != c.want || !remembers(h, rareWord) {
			t.Errorf("it says %q, want %q", got, c.want)
		}
	}
	kim.Mentioned = []Mention{{ID: "G1", Group: true}, {ID: "ann", Name: "Ann"}}
	if got := plain(ask(t, h.Bot, kim, "/forget who:@ann")); !strings.HasPrefix(got, "Forgotten: 1 question") || remembers(h, rareWord) {
		t.Errorf("it says %q", got)
	}
}

// What was asked is forgotten also of a question that waits for its answer.
func TestWhatIsForgottenIsNotAnsweredLater(t *testing.T) {
	h := newHouse(t)
	h.asks(someone("ann"), aboutHarbour)
	h.load("here", harbour("a", closesInMay))
	a := h.attendant("here", nil)
	if err := a.reviewIfChanged(t.Context()); err != nil {
		t.Fatal(err)
	}
	ask(t, h.Bot, someone("ann"), "/forget")
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("errands: %v", all)
	}
}

// However a question is remembered, and whenever the time was chosen: it ends with what was asked.
func TestNothingHoldsAQuestionForLongerThanThatIsKept(t *testing.T) {
	const day = 24 * time.Hour
	for name, c := range map[string]struct {
		first, then string
		answers     time.Duration
		after       time.Duration // since then
	}{
		"a week":                        {first: "7", answers: keepSent, after: 7*day + time.Minute},
		"a week, before it was a year":  {first: "365", then: "7", answers: keepSent, after: 7*day + time.Minute},
		"nothing, before it was a year": {first: "365", then: "0", answers: keepSent, after: time.Minute},
		"nothing, and no answer":        {first: "365", then: "0", answers: 0, after: time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, talks...)
			h.KeepAnswers = c.answers
			ask(t, h.Bot, admin("kim"), "/settings questions "+c.first)
			r := h.asks(someone("ann"), "What did Paul Stone say about the "+rareWord+" harbour?")
			press(t, h.Bot, someone("ann"), r, unhelpfulLabel)
			if _, err := h.Shelve("here", labelled(r, unhelpfulLabel).State); err != nil {
				t.Fatal(err)
			}
			if c.then != "" {
				ask(t, h.Bot, admin("kim"), "/settings questions "+c.then)
			}
			h.time = h.time.Add(c.after)
			h.sweep("here")
			if remembers(h, rareWord) {
				t.Errorf("what is left is\n%s", h.memory("here"))
			}
		})
	}
}

// What is damaged may hold words of whoever wants to be forgotten, and is of no use to others.
func TestForgetLeavesNothingThatCannotBeRead(t *testing.T) {
	h := newHouse(t, talks...)
	r := h.asks(someone("ann"), "What did Paul Stone say about the "+rareWord+" harbour?")
	press(t, h.Bot, someone("ann"), r, unhelpfulLabel)
	if _, err := h.Shelve("here", labelled(r, unhelpfulLabel).State); err != nil {
		t.Fatal(err)
	}
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) error {
		for _, prefix := range []string{askedKey, feedbackKey, conversationKey, sentKey, shelfKey} {
			key, value := tx.Seek([]byte(prefix), nil)
			if key == nil {
				t.Fatalf("there is no %s", prefix)
			}
			value = bytes.Clone(value)
			value[stampSize] ^= 1 << 2 // no brace any more
			if prefix == shelfKey {
				value = value[:len(value)-1]
			}
			if err := tx.Put(bytes.Clone(key), value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	ask(t, h.Bot, someone("ann"), "/forget")
	if remembers(h, rareWord) {
		t.Errorf("what is left is\n%s", h.memory("here"))
	}
}

// Words of a person go on in what others press: of a question that they asked together, also when that is
// long forgotten.
func TestForgetFindsWhatOthersHavePressed(t *testing.T) {
	h := newHouse(t, talks...)
	ask(t, h.Bot, admin("kim"), "/settings follow-ups everyone")
	h.asks(someone("ann"), "What did Paul Stone say about the "+rareWord+" harbour?")
	bob, carl := someone("bob"), someone("carl")
	r := h.asks(bob, "and Mary Wood?")
	if !strings.Contains(plain(r), rareWord) {
		t.Fatalf("the follow-up is read as %q", plain(r))
	}
	both, err := h.turn(bob, h.library("here"))
	if err != nil {
		t.Fatal(err)
	}
	both.of = []string{"bob", "ann"}
	also := both.sealed(t.Context(), Reply{Actions: []Action{offer("Another", "ask", "Who painted the "+rareWord+" red?")}})
	press(t, h.Bot, carl, also, "Another")
	h.time = h.time.Add(89 * 24 * time.Hour)
	press(t, h.Bot, bob, r, unhelpfulLabel)
	if _, err := h.Shelve("here", labelled(r, helpfulLabel).State, also.Actions[0].State); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		ask(t, h.Bot, someone("ann"), "/forget")
		if remembers(h, rareWord) {
			t.Errorf("what is left is\n%s", h.memory("here"))
		}
		h.restart()
		h.time = h.time.Add(2 * 24 * time.Hour)
		h.sweep("here")
		press(t, h.Bot, bob, r, unhelpfulLabel) // the message stands, and what it holds comes back with it
		if _, err := h.Shelve("here", labelled(r, helpfulLabel).State); err != nil {
			t.Fatal(err)
		}
		press(t, h.Bot, carl, also, "Another")
	}
}
