package bot

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
)

const aboutFerry = "What did Mary Wood say about the ferry?"

var ferryIsLate = harbour("m", "“The ferry is late,” said Mary Wood.")

func TestWhatFoundNothingIsAnsweredOnceThereIsAnAnswer(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	if r := h.asks(someone("ann"), aboutFerry); strings.Contains(plain(r), "> ") {
		t.Fatalf("answered with %q", plain(r))
	}
	h.time = h.time.AddDate(0, 0, 2)
	h.load("here", harbour("x", "Nothing of that."))
	if all := h.errands("here"); len(all) > 0 {
		t.Fatalf("without an answer: %v", all)
	}
	h.restart()
	h.load("here", ferryIsLate)
	all := h.errands("here")
	if len(all) != 1 || all[0].Place != "place C1T1" || all[0].Sent != "" || all[0].Reply.Private {
		t.Fatalf("errands: %v", all)
	}
	const want = "This was asked on 18 November 2026: “" + aboutFerry + "”. The articles answer it now:\n> “The ferry is late,” said Mary Wood."
	r := all[0].Reply
	if got := plain(r); got != want {
		t.Errorf("it says %q", got)
	}
	if got := press(t, h.Bot, someone("ann"), r, helpfulLabel); plain(got) != thanksHelpful {
		t.Errorf("a mark of it is answered with %q", plain(got))
	}
	if got := press(t, h.Bot, someone("bob"), r, helpfulLabel); plain(got) != string(notYours) {
		t.Errorf("another's mark of it is answered with %q", plain(got))
	}
	h.restart()
	h.load("here", harbour("n", "“The ferry is still late,” said Mary Wood."))
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("it is answered again: %v", all)
	}
	if got := listOf(ask(t, h.Bot, admin("kim"), "/insights"), unansweredHead); len(got) > 0 {
		t.Errorf("still not answered are %q", got)
	}
	if err := h.Sent(t.Context(), "here", r.Receipt, "there"); err != nil {
		t.Fatal(err)
	}
	h.remove("here", "m")
	if all := h.errands("here"); len(all) != 1 || all[0].Sent != "there" || !strings.HasPrefix(plain(all[0].Reply), "This was asked on ") {
		t.Errorf("an answer that came later is corrected by %v", all)
	}
}

func TestWhatIsNotAnsweredLater(t *testing.T) {
	alone, nowhere, post := someone("ann"), someone("ann"), someone("ann")
	alone.Private = true
	post.Addressed, post.Forum, post.Text = false, "C1", aboutFerry
	for name, do := range map[string]func(h *house){
		"a private question":     func(h *house) { h.asks(alone, aboutFerry) },
		"one without a place":    func(h *house) { ask(t, h.Bot, nowhere, aboutFerry) },
		"a post that nobody put": func(h *house) { h.asks(post, aboutFerry) },
		"one that is too old": func(h *house) {
			h.asks(someone("ann"), aboutFerry)
			h.time = h.time.Add(keepSent + time.Hour)
		},
		"one that was answered since": func(h *house) {
			h.asks(someone("ann"), aboutFerry)
			h.load("here", ferryIsLate)
			h.time = h.time.Add(time.Minute)
			h.asks(someone("bob"), "what did Mary Wood say about ferries")
		},
		"one in a channel with other collections": func(h *house) {
			ctx := t.Context()
			if err := h.library("here").Collect(ctx, "Water", "a"); err != nil {
				t.Fatal(err)
			}
			made, err := h.turn(someone("ann"), h.library("here"))
			if err != nil {
				t.Fatal(err)
			}
			if err := made.setCollections(ctx, []string{"Water"}); err != nil {
				t.Fatal(err)
			}
			h.asks(someone("ann"), aboutFerry)
		},
		"one in languages that are not quoted": func(h *house) {
			h.asks(someone("ann"), aboutFerry)
			ask(t, h.Bot, admin("kim"), "/settings languages French")
		},
		"one within another filter": func(h *house) { h.asks(someone("ann"), "from:CNN "+aboutFerry) },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, harbour("a", closesInMay))
			do(h)
			h.load("here", ferryIsLate)
			if all := h.errands("here"); len(all) > 0 {
				t.Errorf("errands: %s", plain(all[0].Reply))
			}
		})
	}
}

func TestWhatWasAskedTwiceAtAPlaceIsAnsweredThereOnce(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	h.asks(someone("ann"), aboutFerry)
	h.time = h.time.Add(time.Minute)
	h.asks(someone("bob"), "what did Mary Wood say about ferries")
	elsewhere := someone("ann")
	elsewhere.Thread = "T2"
	h.asks(elsewhere, aboutFerry)
	h.load("here", ferryIsLate)
	places := map[string]int{}
	for range 2 {
		for _, e := range h.errands("here") {
			places[e.Place]++
		}
		h.load("here", harbour("more", "Something else."))
	}
	if fmt.Sprint(places) != "map[place C1T1:1 place C1T2:1]" {
		t.Errorf("answered are %v", places)
	}
}

// What is taken out again before it could be said is said once it is back.
func TestAnAnswerThatGoesBeforeItIsSaidWaits(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	h.asks(someone("ann"), aboutFerry)
	h.load("here", ferryIsLate)
	if err := h.attendant("here", nil).reviewIfChanged(t.Context()); err != nil {
		t.Fatal(err)
	}
	h.remove("here", "m")
	if all := h.errands("here"); len(all) > 0 {
		t.Fatalf("errands: %v", all)
	}
	h.load("here", ferryIsLate)
	if all := h.errands("here"); len(all) != 1 {
		t.Errorf("once it is back: %v", all)
	}
}

// A review may be over before the turn is that asked while the articles changed.
func TestWhatIsAskedDuringAChangeIsReviewedAfterIt(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	m := someone("ann")
	m.Text, m.Place = aboutFerry, "there"
	made, err := h.turn(m, h.library("here"))
	if err != nil {
		t.Fatal(err)
	}
	before, err := h.library("here").Latest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := made.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	h.load("here", ferryIsLate)
	if all := h.errands("here"); len(all) > 0 {
		t.Fatalf("before the question is kept: %v", all)
	}
	made.leaves(t.Context())
	made.catchUp(t.Context(), before)
	if all := h.errands("here"); len(all) != 1 || all[0].Place != "there" {
		t.Errorf("errands: %v", all)
	}
}

var inquiries = flag.Int("inquiries", 60, "how many questions a review looks at")

// TestALongReview measures a review of many answers and questions, with -args -inquiries 20000.
func TestALongReview(t *testing.T) {
	var all []*answer.Article
	for i := range 50 {
		all = append(all, harbour(fmt.Sprint(i), fmt.Sprintf("“The harbour of town %d is closed,” said Paul Stone, the mayor.", i)))
	}
	h := newHouse(t, all...)
	for i := range *inquiries {
		m := someone(fmt.Sprint("ann", i))
		m.Thread = fmt.Sprint(i)
		h.asks(m, fmt.Sprintf("What did Paul Stone say about town %d?", i%100))
	}
	h.remove("here", "0")
	start := time.Now()
	a := h.attendant("here", nil)
	if err := a.reviewIfChanged(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d inquiries reviewed in %v", *inquiries, time.Since(start))
	orders := 0
	for _, err := range each[errand](t.Context(), h.Bot, a.memory, errandKey, errandKey) {
		if orders++; err != nil {
			t.Fatal(err)
		}
	}
	if orders == 0 {
		t.Error("it ordered nothing")
	}
}
