package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
	"verbatim/store"
)

func TestAnErrandIsRunAgainUntilItIsSettled(t *testing.T) {
	h := newHouse(t)
	h.asks(someone("ann"), aboutHarbour)
	h.load("here", harbour("a", closesInMay))
	var ids []string
	var fails error = errors.New("the chat is away")
	do := func(_ context.Context, e Errand) error {
		ids = append(ids, e.ID)
		return fails
	}
	steps := func(a *attendant) {
		for range 5 {
			if _, err := a.step(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	}
	a := h.attendant("here", do)
	steps(a)
	if len(ids) != 1 {
		t.Fatalf("at once it is run %d times", len(ids))
	}
	h.time = h.time.Add(2 * time.Minute)
	steps(a)
	if len(ids) != 2 {
		t.Fatalf("after a while it was run %d times", len(ids))
	}
	h.restart()
	fails = Hopeless{errors.New("the channel is gone")}
	steps(h.attendant("here", do))
	if len(ids) != 3 || ids[0] != ids[1] || ids[0] != ids[2] {
		t.Errorf("run were %q", ids)
	}
	if got := h.errands("here"); len(got) > 0 {
		t.Errorf("what is hopeless is run again: %v", got)
	}
}

// mortal is a context that ends once it was looked at so many times.
type mortal struct {
	context.Context
	left *int
}

func (m mortal) Err() error {
	if *m.left--; *m.left < 0 {
		return context.Canceled
	}
	return nil
}

// However often the process ends on the way, each question is answered later once and each
// answer corrected once, as far as the chat tells errands apart by their ids.
func TestNoErrandIsLostOrDoubledWhereTheProcessEnds(t *testing.T) {
	const each = 25
	h := newHouse(t, harbour("a", closesInMay))
	for i := range each {
		m := someone(fmt.Sprint("ann", i))
		m.Thread = fmt.Sprint("T", i)
		h.asks(m, aboutHarbour)
		h.asks(m, "What did Mary Wood say about the ferry?")
	}
	h.remove("here", "a")
	h.load("here", harbour("m", "“The ferry is late,” said Mary Wood."))
	said := map[string]Errand{}
	for life, quiet := 0, false; !quiet; life++ {
		left := 3 + life*7
		do := func(_ context.Context, e Errand) error {
			if _, again := said[e.ID]; !again && len(said)%10 == 0 {
				h.db.Close() // and that it was done is not noted
			}
			said[e.ID] = e
			return nil
		}
		a, wait, err := h.attendant("here", do), time.Duration(0), error(nil)
		for wait == 0 && err == nil {
			wait, err = a.step(mortal{t.Context(), &left})
		}
		if quiet = err == nil; !quiet {
			h.restart()
		}
	}
	var places []string
	for _, e := range said {
		places = append(places, e.Place+e.Sent)
	}
	slices.Sort(places)
	if len(places) != 2*each || len(slices.Compact(places)) != 2*each {
		t.Errorf("%d errands were run for %d places, want %d", len(said), len(slices.Compact(places)), 2*each)
	}
}

func TestAttendRunsErrandsOnceTheArticlesChange(t *testing.T) {
	h := newHouse(t)
	h.shared = true
	h.restart()
	other := someone("bob")
	other.Tenant = "there"
	h.asks(someone("ann"), aboutHarbour)
	h.asks(other, aboutHarbour)
	ctx, end := context.WithCancel(t.Context())
	done := make(chan string)
	ended := make(chan bool)
	for _, tenant := range []string{"here", "there"} {
		go func() {
			h.Attend(ctx, tenant, func(_ context.Context, e Errand) error {
				done <- tenant + " " + e.Place
				return nil
			})
			ended <- true
		}()
	}
	h.load("here", harbour("a", closesInMay))
	h.stir(h.library("here"))
	got := []string{<-done, <-done}
	slices.Sort(got)
	if want := []string{"here place C1T1", "there place C1T1"}; !slices.Equal(got, want) {
		t.Errorf("run were %q, want %q", got, want)
	}
	end()
	<-ended
	<-ended
}

// What panics is met again later, and neither ends the process nor tells the log what was said.
func TestAttendOutlivesPanics(t *testing.T) {
	h := newHouse(t)
	h.asks(someone("ann"), aboutHarbour)
	h.load("here", harbour("a", closesInMay))
	times := 0
	a := h.attendant("here", func(context.Context, Errand) error { times++; panic("canary") })
	for range 3 {
		if _, err := a.step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if times != 1 {
		t.Errorf("at once it is run %d times", times)
	}
	open, opened := h.tenants.Library, 0
	h.tenants.Library = func(tenant string) (*answer.Library, error) {
		if opened++; opened == 1 {
			panic("canary")
		}
		return open(tenant)
	}
	ctx, end := context.WithCancel(t.Context())
	h.Attend(ctx, "here", func(context.Context, Errand) error { end(); return nil })
	if got := h.errands("here"); len(got) > 0 {
		t.Errorf("what was done is run again: %v", got)
	}
	if told := h.log.String(); strings.Count(told, "panic") < 2 || strings.Contains(told, "canary") {
		t.Errorf("the log tells %s", told)
	}
}

// What was said and could not be settled, as on a full disk, is settled later and not said again.
func TestAnErrandThatCannotBeSettledIsSaidOnce(t *testing.T) {
	h := newHouse(t)
	h.asks(someone("ann"), aboutHarbour)
	h.load("here", harbour("a", closesInMay))
	said, fails, memory := 0, false, h.tenants.Memory
	h.tenants.Memory = func(tenant string) *store.Tenant {
		if fails {
			return h.db.Tenant("") // in which nothing can be stored
		}
		return memory(tenant)
	}
	a := h.attendant("here", func(context.Context, Errand) error {
		said++
		fails = true
		return nil
	})
	if _, err := a.step(t.Context()); err == nil {
		t.Fatal("it is settled")
	}
	fails = false
	if _, err := a.step(t.Context()); err != nil || said != 1 {
		t.Errorf("it is said %d times, %v", said, err)
	}
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("left are %v", all)
	}
}
