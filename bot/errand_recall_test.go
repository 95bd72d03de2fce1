package bot

import (
	"strings"
	"testing"
	"time"

	"verbatim/answer"
	"verbatim/answer/text"
)

// harbour answers aboutHarbour.
func harbour(id, words string) *answer.Article {
	return &answer.Article{ID: id, Lang: text.English, Title: "Title of " + id, Text: words}
}

const (
	aboutHarbour = "What did Paul Stone say about the harbour?"
	closesInMay  = "“The harbour of Arlen will be closed in May,” said Paul Stone, the mayor."
	closesInJune = "“The harbour of Arlen will be closed in June,” said Paul Stone, the mayor."
)

// What was taken back by mistake, and is put back, is quoted again where it was.
func TestACorrectionIsTakenBackOnceTheWordsStandAgain(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	r := h.asks(someone("ann"), aboutHarbour)
	h.remove("here", "a")
	gone := h.errands("here")
	if len(gone) != 1 || strings.Contains(plain(gone[0].Reply), "May") {
		t.Fatalf("errands: %v", gone)
	}
	h.restart()
	h.load("here", harbour("a", closesInMay))
	back := h.errands("here")
	if len(back) != 1 || back[0].ID == gone[0].ID || back[0].Sent != gone[0].Sent || plain(back[0].Reply) != plain(r)+"\nWhat was taken back here stands in the articles again since 18 November 2026." {
		t.Fatalf("errands: %v", back)
	}
	h.restart()
	if more := h.errands("here"); len(more) > 0 {
		t.Errorf("and then: %v", more)
	}
}

func TestAnAnswerIsCorrectedOnceItsWordsAreGone(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay), harbour("b", "“The harbour is deep,” said Paul Stone.\n\nNothing more."))
	r := h.asks(someone("ann"), aboutHarbour)
	if r.Receipt == "" || strings.Count(plain(r), "> ") != 2 {
		t.Fatalf("answered with %q, receipt %q", plain(r), r.Receipt)
	}
	if all := h.errands("here"); len(all) > 0 {
		t.Fatalf("before anything changed: %v", all)
	}
	h.restart()
	h.load("here", harbour("a", closesInJune))
	h.restart()
	all := h.errands("here")
	if len(all) != 1 || all[0].Sent != "sent "+r.Receipt || all[0].Place != "" {
		t.Fatalf("errands: %v", all)
	}
	const gone = "A quote was taken back on 18 November 2026: “Title of a” was replaced or taken out, and the words quoted here no longer stand in it."
	want := strings.Split(plain(r), "\n")
	for i, line := range want {
		if strings.Contains(line, "May") {
			want[i] = gone
		}
	}
	if got := plain(all[0].Reply); got != strings.Join(want, "\n") {
		t.Errorf("it is corrected to\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	if labelled(all[0].Reply, helpfulLabel) != nil || labelled(all[0].Reply, inContextLabel) == nil {
		t.Error("a corrected answer offers what stands beside quotes, and no more")
	}
	if got := press(t, h.Bot, someone("bob"), all[0].Reply, inContextLabel); !strings.Contains(plain(got), "deep") {
		t.Errorf("in context it says %q", plain(got))
	}
	h.load("here", harbour("c", "Nothing."))
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("it is corrected again: %v", all)
	}
	h.remove("here", "b")
	again := h.errands("here")
	if len(again) != 1 || again[0].ID == all[0].ID || strings.Contains(plain(again[0].Reply), "> ") {
		t.Errorf("once all is gone: %v", again)
	}
}

func TestWordsThatMovedOrStandElsewhereTooAreKept(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay), harbour("b", closesInMay))
	r := h.asks(someone("ann"), aboutHarbour)
	first := r.Blocks[0].(Quotation)
	if len(first.Sources) != 2 {
		t.Fatalf("quoted from %v", first.Sources)
	}
	h.load("here", harbour(first.Sources[1].Article, "It was said at noon.\n\n"+closesInMay))
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("words that moved: %v", all)
	}
	h.remove("here", first.Sources[0].Article)
	all := h.errands("here")
	if len(all) != 1 {
		t.Fatalf("errands: %v", all)
	}
	now := all[0].Reply.Blocks[0].(Quotation)
	if now.Quote.Text() != first.Quote.Text() || len(now.Sources) != 1 || now.Sources[0].Article != first.Sources[1].Article || now.Sources[0].Place != "paragraph 2" {
		t.Errorf("it quotes %q from %v", now.Quote.Text(), now.Sources)
	}
	if len(now.Quote.Marks) != len(first.Quote.Marks) || now.Quote.Marks[0].Of(now.Quote.Article.Text) != first.Quote.Marks[0].Of(first.Quote.Article.Text) {
		t.Errorf("marked are %v", now.Quote.Marks)
	}
}

func TestWhatIsSaidBesideQuotesStaysInACorrection(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	r := press(t, h.Bot, someone("ann"), h.asks(someone("ann"), aboutHarbour), inContextLabel)
	if err := h.Sent(t.Context(), "here", r.Receipt, "there"); err != nil || r.Receipt == "" {
		t.Fatal(err, r.Receipt)
	}
	h.remove("here", "a")
	for _, e := range h.errands("here") {
		if got := plain(e.Reply); e.Sent == "there" && strings.HasPrefix(got, inItsPlace+"\nA quote was taken back") {
			return
		}
	}
	t.Error("the sentence before it is gone")
}

// The chat may tell of an answer only after the articles have changed.
func TestAnAnswerIsCorrectedThatWasSentAfterTheReview(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	r := ask(t, h.Bot, someone("ann"), aboutHarbour)
	h.remove("here", "a")
	if all := h.errands("here"); len(all) > 0 {
		t.Fatalf("of an answer that is nowhere: %v", all)
	}
	if err := h.Sent(t.Context(), "here", r.Receipt, "there"); err != nil {
		t.Fatal(err)
	}
	if all := h.errands("here"); len(all) != 1 || all[0].Sent != "there" {
		t.Errorf("errands: %v", all)
	}
	if err := h.Sent(t.Context(), "here", "none such", "there"); err != nil || len(h.errands("here")) > 0 {
		t.Error("a receipt that nobody gave counts", err)
	}
}

func TestWhatGetsNoReceiptAndWhatEnds(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	alone := someone("ann")
	alone.Private = true
	for name, r := range map[string]Reply{
		"a private answer": ask(t, h.Bot, alone, aboutHarbour),
		"no answer":        ask(t, h.Bot, someone("ann"), "Who won the cup in Oslo?"),
		"help":             ask(t, h.Bot, someone("ann"), "help"),
	} {
		if r.Receipt != "" {
			t.Errorf("%s has a receipt", name)
		}
	}
	h.asks(someone("ann"), aboutHarbour)
	h.time = h.time.Add(keepSent + time.Hour)
	h.remove("here", "a")
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("after its time an answer is corrected: %v", all)
	}
}

func TestCorrectionsAndLaterAnswersCanBeSwitchedOff(t *testing.T) {
	h := newHouse(t, harbour("a", closesInMay))
	h.asks(someone("ann"), aboutHarbour)
	h.asks(someone("ann"), "What did Mary Wood say about the ferry?")
	for _, s := range []string{"corrections off", "answer-later off"} {
		ask(t, h.Bot, admin("kim"), "/settings "+s)
	}
	h.remove("here", "a")
	h.load("here", harbour("m", "“The ferry is late,” said Mary Wood."))
	if all := h.errands("here"); len(all) > 0 {
		t.Errorf("switched off: %v", all)
	}
	if r := h.asks(someone("ann"), "What did Mary Wood say about the ferry?"); r.Receipt != "" {
		t.Error("an answer that is never corrected has a receipt")
	}
}
