package bot

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/store"
)

// Where people talk among themselves, what goes wrong is the operator's to hear of, not theirs.
func TestTroubleIsNotToldToThoseWhoDidNotAsk(t *testing.T) {
	b, log := newBot(t)
	if r := b.Handle(t.Context(), Message{ID: "m1", Tenant: "elsewhere", Forum: "C1", Text: "Lunch?"}); len(r.Blocks) > 0 {
		t.Errorf("it says %q", plain(r))
	}
	if !strings.Contains(log.String(), "secret trouble") {
		t.Errorf("the log says %q", log)
	}
}

// A write that is refused to a person says nothing of the disk: a write after it would be made.
func TestARefusalIsNoFailureOfTheDatabase(t *testing.T) {
	b, _ := newBot(t)
	err := b.write(t.Context(), "here", func(*store.Tx) error { return nothingKept })
	if err != error(nothingKept) || b.Vitals().LastStored(time.Hour) != nil {
		t.Errorf("the write ends with %v, and the database is said to have failed with %v", err, b.Vitals().LastStored(time.Hour))
	}
	err = b.write(t.Context(), "here", func(*store.Tx) error { return store.ErrFull })
	if err == nil || b.Vitals().LastStored(time.Hour) == nil {
		t.Errorf("the write ends with %v, and the database is said to be well", err)
	}
}

// Each question is an answer, a silence or none of the two where it was not for the bot.
func TestEachQuestionThatFindsNothingIsASilence(t *testing.T) {
	h := newHouse(t, talks...)
	if err := (&turn{bot: h.Bot, Message: Message{Tenant: "here", Channel: "C1"}}).setUnasked(t.Context(), on); err != nil {
		t.Fatal(err)
	}
	chat := h.Vitals().Chat("test")
	for _, m := range []Message{
		{Forum: "C1", Text: aboutHarbour},
		{Forum: "C1", Text: "Who fed the zebra at noon?"},
		{Addressed: true, Text: "Who fed the zebra at noon?"},
	} {
		m.Tenant, m.Channel, m.User.ID = "here", "C1", "ann"
		h.Handle(chat.Begin(t.Context()), m)
	}
	var page strings.Builder
	if _, err := h.Vitals().WriteTo(&page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`questions_total{chat="test"} 3`, `answers_total{chat="test"} 1`, `silences_total{chat="test"} 2`} {
		if !strings.Contains(page.String(), "verbatim_"+want+"\n") {
			t.Errorf("it does not count %s", want)
		}
	}
}

// What is damaged is named to who asks for it, and in what check prints: the log has no title and no id.
func TestADamagedHistoryNamesNoArticleInTheLog(t *testing.T) {
	h := newHouse(t)
	for i, text := range []string{oceans, rocks} {
		m := sends(keeper("ann"), "add", "Secret plans.txt", text)
		m.ID = fmt.Sprint(i)
		says(t, h.Handle(t.Context(), m), "Loaded 1 article")
	}
	err := h.db.Tenant("here").Update(func(tx *store.Tx) error {
		for key := range tx.Scan([]byte("j/")) {
			if err := tx.Put(slices.Clone(key), []byte("damaged")); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	says(t, ask(t, h.Bot, keeper("bob"), "/articles undo 2"), string(WentWrong))
	if log := h.log.String(); strings.Contains(log, "ecret") || !strings.Contains(log, "damaged") {
		t.Errorf("the log says %q", log)
	}
}

// While the articles are indexed anew those who ask are told that, and nothing is wrong.
func TestWhoAsksWhileTheIndexIsMadeIsToldSo(t *testing.T) {
	h := newHouse(t, talks...)
	asked := 0
	err := h.library("here").Reindex(t.Context(), func(int, int) {
		asked++
		says(t, ask(t, h.Bot, someone("ann"), aboutHarbour), string(remaking))
		says(t, ask(t, h.Bot, keeper("kim"), "/articles list"), string(remaking))
	})
	if err != nil || asked == 0 || h.log.Len() > 0 {
		t.Errorf("asked %d times; %v; the log says %q", asked, err, h.log.String())
	}
	if r := ask(t, h.Bot, someone("ann"), aboutHarbour); r.Receipt == "" {
		t.Errorf("then it says %q", plain(r))
	}
}

// Without its settings the bot keeps still, rather than keep what it was told to forget; that is damage, and told as such.
func TestDamagedSettingsAreToldAsDamage(t *testing.T) {
	for name, key := range map[string]string{"of the tenant": settingsKey, "of the channel": collectionsKey + "C1"} {
		h := newHouse(t, talks...)
		ask(t, h.Bot, admin("kim"), "/settings quotes 2")
		err := h.tenants.Memory("here").Update(func(tx *store.Tx) error { return tx.Put([]byte(key), []byte(`["x"`)) })
		if err != nil {
			t.Fatal(err)
		}
		says(t, h.asks(someone("ann"), aboutHarbour), string(WentWrong))
		if h.Vitals().LastDamage().IsZero() || !strings.Contains(h.log.String(), "check --repair") {
			t.Errorf("%s: the log says %s", name, h.log.String())
		}
	}
}

// A write is made beside others, by whoever comes first: its panic is its own.
func TestAPanicOfAWriteEndsNoOther(t *testing.T) {
	h := newHouse(t)
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			err := h.write(t.Context(), "here", func(tx *store.Tx) error {
				if i%4 == 0 {
					panic("secret")
				}
				return tx.Put([]byte(fmt.Sprint("n/", i)), nil)
			})
			if (err != nil) != (i%4 == 0) {
				t.Errorf("write %d: %v", i, err)
			}
		})
	}
	all.Wait()
	if n := strings.Count("\n"+h.memory("here"), "\nn/"); n != 15 || strings.Contains(h.log.String(), "secret") {
		t.Errorf("%d are written; the log says %s", n, h.log.String())
	}
}
