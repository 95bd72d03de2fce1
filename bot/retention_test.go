package bot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"verbatim/store"
)

// sweep is what Sweep does before it waits for the first time.
func (h *house) sweep(tenants ...string) {
	h.t.Helper()
	h.tenants.Remembered = func() ([]string, error) { return tenants, nil }
	h.everyTenant(h.t.Context(), h.Bot.shorten)
	h.everyTenant(h.t.Context(), h.dropAllEnded)
	if h.log.Len() > 0 {
		h.t.Fatal(h.log.String())
	}
}

func TestWhatHasEndedIsSweptFromAnIdleTenant(t *testing.T) {
	h := newHouse(t, talks...)
	ask(t, h.Bot, someone("ann"), aboutHarbour)
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) error {
		for i := range 2*sweptAtOnce + 1 { // more than one transaction takes
			if err := keep(tx, noteKey+fmt.Sprint(i), []byte("noted"), h.time, keepNoted); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Note(t.Context(), "here", "last", "kept"); err != nil {
		t.Fatal(err)
	}
	h.time = h.time.Add(2 * keepNoted)
	if err := h.Note(t.Context(), "here", "last", "kept"); err != nil {
		t.Fatal(err)
	}
	h.sweep("here")
	left := 0
	err = h.tenants.Memory("here").View(func(tx *store.Tx) error {
		for key := range tx.Scan(nil) {
			if !strings.HasPrefix(string(key), settingKey) && string(key) != sealingKey {
				left++
			}
		}
		return nil
	})
	if note, _ := h.Noted("here", "last"); left != 2 || note != "kept" || err != nil {
		t.Errorf("%d keys are left, of two that stay; the note is %q, %v", left, note, err)
	}
}

func TestWhatWasAskedIsKeptNoLongerThanTheOperatorLetsIt(t *testing.T) {
	for days, c := range map[int]struct{ says, refuses string }{
		0:  {questionsNow(settings{}), string(keptAtMost(0))},
		1:  {questionsNow(settings{Questions: 1}), string(keptAtMost(1))},
		30: {questionsNow(settings{Questions: 30}), string(keptAtMost(30))},
	} {
		h := newHouse(t, talks...)
		ask(t, h.Bot, someone("ann"), aboutHarbour)
		h.restart()
		h.KeepQuestions = days
		h.sweep("here")
		if got := plain(ask(t, h.Bot, admin("kim"), "/settings questions")); got != c.says {
			t.Errorf("%d: it says %q", days, got)
		}
		if got := plain(ask(t, h.Bot, admin("kim"), "/settings questions 31")); got != c.refuses {
			t.Errorf("%d: of more it says %q", days, got)
		}
		ask(t, h.Bot, someone("bob"), aboutHarbour)
		h.time = h.time.Add(time.Duration(days)*24*time.Hour + keepPassing + time.Minute)
		h.sweep("here")
		if strings.Contains(h.memory("here"), askedKey) {
			t.Errorf("%d: what was asked is still there", days)
		}
		h.restart()
		if got := plain(ask(t, h.Bot, admin("kim"), "/settings questions")); got != questionsNow(firstSettings) {
			t.Errorf("without a limit it says %q", got)
		}
	}
}

func TestAnAnswerIsKeptNoLongerThanTheOperatorLetsIt(t *testing.T) {
	for long, c := range map[time.Duration]struct{ says, switched string }{
		0:                {correctionsNow(settings{}), string(keepsNoAnswers)},
		90 * time.Minute: {"I correct my answers of the last 90 minutes", "of the last 90 minutes"},
		12 * time.Hour:   {"I correct my answers of the last 12 hours", "of the last 12 hours"},
		24 * time.Hour:   {"I correct my answers of the last day", "of the last day"},
		2 * keepSent:     {"I correct my answers of the last 30 days", "of the last 30 days"},
	} {
		h := newHouse(t, harbour("a", closesInMay))
		h.asks(someone("ann"), aboutHarbour)
		h.restart()
		h.KeepAnswers = long
		h.sweep("here")
		if got := plain(ask(t, h.Bot, admin("kim"), "/settings corrections")); !strings.Contains(got, c.says) {
			t.Errorf("%v: it says %q", long, got)
		}
		if got := plain(ask(t, h.Bot, admin("kim"), "/settings corrections on")); !strings.Contains(got, c.switched) {
			t.Errorf("%v: switched on it says %q", long, got)
		}
		if r := h.asks(someone("bob"), aboutHarbour); (r.Receipt == "") != (long == 0) {
			t.Errorf("%v: the receipt is %q", long, r.Receipt)
		}
		h.time = h.time.Add(min(long, keepSent) - time.Minute)
		h.sweep("here")
		if kept := h.sentAnswers(); long > 0 && kept != 2 {
			t.Errorf("%v: of two answers %d are there before their end", long, kept)
		}
		h.time = h.time.Add(2 * time.Minute)
		h.sweep("here")
		if kept := h.sentAnswers(); kept > 0 {
			t.Errorf("%v: %d answers are there after their end", long, kept)
		}
	}
}

// sentAnswers returns how many are kept to be corrected.
func (h *house) sentAnswers() int { return strings.Count("\n"+h.memory("here"), "\n"+sentKey) }

func TestWhatCannotBeReadIsFoundAndDropped(t *testing.T) {
	ctx := context.Background()
	for name, damage := range map[string]func(tx *store.Tx, key, value []byte) error{
		"a value that does not decode": func(tx *store.Tx, key, value []byte) error {
			value[stampSize] ^= 1
			return tx.Put(key, value)
		},
		"another end": func(tx *store.Tx, key, value []byte) error {
			value[0] ^= 0x40
			return tx.Put(key, value)
		},
		"no value":  func(tx *store.Tx, key, _ []byte) error { return tx.Put(key, nil) },
		"no record": func(tx *store.Tx, key, _ []byte) error { return tx.Delete(key) },
		"another kind": func(tx *store.Tx, key, value []byte) error {
			return tx.Put(append([]byte{'z'}, key...), value)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, talks...)
			ask(t, h.Bot, someone("ann"), aboutHarbour)
			memory := h.tenants.Memory("here")
			sound := 0
			if err := ExamineMemory(ctx, memory, func(what string) { t.Errorf("before it finds %s", what) }); err != nil {
				t.Fatal(err)
			}
			err := memory.Update(func(tx *store.Tx) error {
				key, value := tx.Seek([]byte(askedKey), []byte(askedKey))
				return damage(tx, append([]byte(nil), key...), append([]byte(nil), value...))
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := ExamineMemory(ctx, memory, func(string) { sound++ }); err != nil || sound == 0 {
				t.Errorf("it finds %d, %v", sound, err)
			}
			if dropped, err := RepairMemory(ctx, memory); dropped == 0 || err != nil {
				t.Errorf("dropped %d, %v", dropped, err)
			}
			if err := ExamineMemory(ctx, memory, func(what string) { t.Errorf("after it finds %s", what) }); err != nil {
				t.Error(err)
			}
		})
	}
}

// An end that is damaged may never come; what is to be known of a record is when its own note of that ends.
func TestWhatSeemsToEndNeverEndsWhenItWasTo(t *testing.T) {
	h := newHouse(t, talks...)
	h.asks(someone("ann"), "Who won the "+rareWord+" cup?")
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) error {
		key, value := tx.Seek([]byte(askedKey), nil)
		value = bytes.Clone(value)
		value[1] ^= 1
		return tx.Put(bytes.Clone(key), value)
	})
	if err != nil {
		t.Fatal(err)
	}
	h.time = h.time.Add(2 * mostDays * 24 * time.Hour)
	h.sweep("here")
	if remembers(h, rareWord) {
		t.Errorf("what is left is\n%s", h.memory("here"))
	}
}

// What the operator wants is done as soon as it can be, if it could not at the start.
func TestATenantThatCannotBeSweptIsSweptLater(t *testing.T) {
	h := newHouse(t, talks...)
	h.asks(someone("ann"), "Who won the "+rareWord+" cup?")
	h.KeepQuestions = 0
	set := func(value string) {
		t.Helper()
		err := h.tenants.Memory("here").Update(func(tx *store.Tx) error { return tx.Put([]byte(settingsKey), []byte(value)) })
		if err != nil {
			t.Fatal(err)
		}
	}
	s := &sweeper{h.Bot, map[string]bool{}}
	for _, c := range []struct {
		settings string
		sound    bool
	}{{"{", false}, {"{}", true}} {
		set(c.settings)
		if err := s.shortenOnce(t.Context(), "here"); (err == nil) != c.sound || remembers(h, rareWord) == c.sound {
			t.Errorf("with the settings %s: %v, what is left is\n%s", c.settings, err, h.memory("here"))
		}
	}
}

// A conversation of before its time was noted goes on, and ends as any other.
func TestAnOlderConversationGoesOnAsLongAsQuestionsAreKept(t *testing.T) {
	const day = 24 * time.Hour
	h := newHouse(t, talks...)
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) error {
		return keep(tx, conversationKey+"old", []byte(`{"asked":"Who won?","of":["ann"],"shown":3,"answered":["ann"]}`), h.time, keepConversation)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		after time.Duration
		days  int
		there bool
	}{{0, 90, true}, {6 * day, 7, true}, {2 * day, 7, false}} {
		h.time = h.time.Add(c.after)
		h.KeepQuestions = c.days
		h.sweep("here")
		if there := strings.Contains(h.memory("here"), "Who won?"); there != c.there {
			t.Errorf("after %v, with %d days: it is there: %t", c.after, c.days, there)
		}
	}
}

// Records are swept in the order in which they end: a note of an end that is out of it keeps none.
func TestAFlippedBitInANoteOfAnEndKeepsNothingElse(t *testing.T) {
	const records = 60
	h := newHouse(t)
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) (err error) {
		for i := range records {
			err = errors.Join(err, keep(tx, noteKey+fmt.Sprintf("%03d", i), []byte("noted"), h.time, time.Duration(i+1)*time.Hour))
		}
		return err
	})
	if err := errors.Join(err, h.db.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(h.path)
	if err != nil {
		t.Fatal(err)
	}
	note := append([]byte(endKey), stamp(h.time.Add(records/3*time.Hour))...)
	damaged := bytes.Clone(note)
	damaged[len(endKey)+3] ^= 1
	if file = bytes.ReplaceAll(file, note, damaged); !bytes.Contains(file, damaged) {
		t.Fatal("the note is not in the file")
	}
	if err := os.WriteFile(h.path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	h.db = nil
	h.restart()
	h.time = h.time.Add(2 * records * time.Hour)
	h.sweep("here")
	if left := strings.Count(h.memory("here"), "noted"); left > 1 {
		t.Errorf("%d records are left", left)
	}
}
