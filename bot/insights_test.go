package bot

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
)

// listed returns the items of the list of a reply with a heading, a line each.
func listOf(r Reply, heading string) (lines []string) {
	for _, b := range r.Blocks {
		if l, ok := b.(List); ok && l.Heading == heading {
			for _, i := range l.Items {
				lines = append(lines, i.Name+": "+i.About)
			}
		}
	}
	return lines
}

// exported returns the table that a keeper is sent.
func exported(t *testing.T, h *house, m Message) (raw string, rows [][]string) {
	t.Helper()
	m.Largest = 1 << 20
	r := ask(t, h.Bot, m, "/insights export")
	if len(r.Files) != 1 || !r.Private {
		t.Fatalf("it says %q", plain(r))
	}
	var b bytes.Buffer
	if err := r.Files[0].Write(t.Context(), &b); err != nil || int64(b.Len()) != r.Files[0].Size {
		t.Fatalf("%d bytes of %d, %v", b.Len(), r.Files[0].Size, err)
	}
	table, marked := strings.CutPrefix(b.String(), byteOrderMark)
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || !marked {
		t.Fatal(err, marked)
	}
	return b.String(), rows
}

func TestInsightsTellWhatWasAskedByWeek(t *testing.T) {
	h := newHouse(t, talks...)
	h.time = time.Date(2026, 11, 13, 12, 0, 0, 0, time.UTC)
	h.asks(someone("ann"), "Who won the cup in Oslo?")
	h.time = h.time.AddDate(0, 0, 5)
	for i, asked := range []string{"Who won the cup in Oslo, please?", "Who won the cups in Oslo?", "Who won the cup in Bergen?",
		aboutHarbour, aboutHarbour, "Hello!", "?!", "help"} {
		m := someone(fmt.Sprint("bob", i))
		m.Thread = fmt.Sprint(i)
		r := h.asks(m, asked)
		if asked == aboutHarbour {
			press(t, h.Bot, m, r, unhelpfulLabel)
		}
	}
	r := ask(t, h.Bot, admin("kim"), "/insights")
	if !r.Private {
		t.Error("insights are for everybody to read")
	}
	for heading, want := range map[string][]string{
		weekHeading: {"Week 47, 16 November to 22 November 2026: 5 questions, 2 answered, 3 not",
			"Week 46, 9 November to 15 November 2026: 1 question, 0 answered, 1 not"},
		unansweredHead: {"Who won the cup in Oslo?: 3 times, last on 18 November 2026", "Who won the cup in Bergen?: once, last on 18 November 2026"},
		unhelpfulHead:  {aboutHarbour + ": twice"},
		mostQuotedHead: {"Paul: 4 times, most of all paragraph 1, twice"},
	} {
		if got := listOf(r, heading); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
	if got := listOf(ask(t, h.Bot, admin("kim"), "/insights show 1"), unansweredHead); len(got) != 2 || !strings.Contains(got[1], "twice") && !strings.Contains(got[0], "twice") {
		t.Errorf("of this week alone: %q", got)
	}
	_, rows := exported(t, h, admin("kim"))
	want := [][]string{tableHead,
		{"2026-W47", aboutHarbour, "2", "2", "2", "Paul"},
		{"2026-W47", "Who won the cup in Oslo?", "2", "0", "0", ""},
		{"2026-W47", "Who won the cup in Bergen?", "1", "0", "0", ""},
		{"2026-W46", "Who won the cup in Oslo?", "1", "0", "0", ""},
	}
	slices.SortStableFunc(rows[1:], func(a, b []string) int { return strings.Compare(b[0], a[0]) })
	if fmt.Sprint(sortedRows(rows)) != fmt.Sprint(sortedRows(want)) {
		t.Errorf("exported is\n%q, want\n%q", rows, want)
	}
}

func sortedRows(rows [][]string) []string {
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.Join(r, "|"))
	}
	slices.Sort(lines)
	return lines
}

func TestWhatIsAskedInOtherWordsIsOneTopic(t *testing.T) {
	for _, c := range []struct {
		one, other string
		same       bool
	}{
		{"Who won the cup in Oslo?", "who won cups in oslo", true},
		{"What did Ren Zhengfei say about chips?", "What did Ren Zhengfey say about chips?", true},
		{"What did Ren Zhengfei say about chips?", "What did Ren Zhengfei say about chips today?", true},
		{"Hva sa Ola Nordmann om havna i Bergen?", "hva sa Ola Nordmann om havnen i Bergen", true},
		{"What did Ren say about 5G networks?", "What did Ren say about 6G networks?", false},
		{"Who won the cup in Oslo in 2019?", "Who won the cup in Oslo in 2020?", false},
		{"When was the harbour of Arlen closed?", "Why was the harbour of Arlen closed?", false},
		{"from:CNN harbour of Arlen closed", "harbour of Arlen closed", false},
		{"moon", "moon cheese", false},
	} {
		g := gathering{}
		g.ask(inquiry{Text: c.one})
		g.ask(inquiry{Text: c.other})
		if got := len(g.joined()) == 1; got != c.same {
			t.Errorf("%q and %q: one topic is %t (%q, %q)", c.one, c.other, got, topicOf(c.one).words, topicOf(c.other).words)
		}
	}
}

func TestATableHoldsNoFormula(t *testing.T) {
	evil := harbour("a", closesInMay)
	evil.Title = "=HYPERLINK(\"http://evil.example\")"
	h := newHouse(t, evil)
	for _, asked := range []string{"=1+1 cheese", "+cheese", "-cheese", "@cheese", "  =cheese", "＝cheese", "ham;=1+1 cheese", "a \"cheese\", sliced\n=1+1", aboutHarbour} {
		m := someone("ann")
		m.Thread = asked
		h.asks(m, asked)
	}
	raw, rows := exported(t, h, admin("kim"))
	if len(rows) < 5 {
		t.Fatalf("exported is %q", rows)
	}
	for _, row := range rows {
		for _, c := range row {
			if bare := strings.TrimSpace(c); bare != "" && strings.ContainsRune("=+-@＝", []rune(bare)[0]) {
				t.Errorf("a cell begins a formula: %q", c)
			}
		}
	}
	if strings.Contains(raw, ";") {
		t.Errorf("what ends a cell elsewhere: %q", raw)
	}
}

func TestInsightsThatCannotBe(t *testing.T) {
	h := newHouse(t, talks...)
	if got := plain(ask(t, h.Bot, admin("kim"), "/insights")); !strings.HasPrefix(got, nothingAsked) {
		t.Errorf("of nothing it says %q", got)
	}
	h.asks(someone("ann"), aboutHarbour)
	for typed, want := range map[string]Refusal{"show 0": noSuchWeeks, "show many": noSuchWeeks, "show 54": noSuchWeeks, "export": noFileHere} {
		if r := ask(t, h.Bot, admin("kim"), "/insights "+typed); plain(r) != string(want) || !r.Private {
			t.Errorf("%s: %q", typed, plain(r))
		}
	}
	small := admin("kim")
	small.Largest = 20
	if r := ask(t, h.Bot, small, "/insights export"); plain(r) != string(tableTooLarge) || len(r.Files) > 0 {
		t.Errorf("a table that is too large: %q", plain(r))
	}
	if r := ask(t, h.Bot, someone("ann"), "/insights"); plain(r) != string(forKeepers) {
		t.Errorf("to others it says %q", plain(r))
	}
}

func TestQuestionsAreKeptForAsLongAsIsWanted(t *testing.T) {
	h := newHouse(t, talks...)
	asked := func() int {
		r := ask(t, h.Bot, admin("kim"), "/insights show 53")
		return len(listOf(r, weekHeading))
	}
	r := h.asks(someone("ann"), aboutHarbour)
	press(t, h.Bot, someone("ann"), r, unhelpfulLabel)
	h.time = h.time.AddDate(0, 0, 8)
	h.asks(someone("ann"), "Who won the cup?")
	if n := asked(); n != 2 {
		t.Fatalf("%d weeks are kept", n)
	}
	ask(t, h.Bot, admin("kim"), "/settings questions 7")
	if n := asked(); n != 1 || strings.Contains(h.memory("here"), "helpful\":false") {
		t.Errorf("after a week %d weeks are kept, in\n%s", n, h.memory("here"))
	}
	ask(t, h.Bot, admin("kim"), "/settings questions 30")
	h.time = h.time.AddDate(0, 0, 8)
	if n := asked(); n != 0 {
		t.Error("what was to end in a week is kept for longer")
	}
	h.asks(someone("ann"), "Who won the cup?")
	ask(t, h.Bot, admin("kim"), "/settings questions 0")
	other := someone("bob")
	other.Thread = "T2"
	r = h.asks(other, "Which pebble is heard by harbour?")
	if n := asked(); n != 0 || strings.Contains(h.memory("here"), askedKey) && strings.Contains(keysUnder(h, askedKey), askedKey) {
		t.Errorf("where nothing is to be kept, %d weeks are", n)
	}
	if labelled(r, helpfulLabel) != nil {
		t.Error("a mark is offered that is not kept")
	}
}

// Also what a conversation goes on from, and what buttons ask again, is forgotten in time
// where nothing is to be kept.
func TestNothingThatWasAskedStaysWhereNothingIsKept(t *testing.T) {
	h := newHouse(t, talks...)
	state := func() string {
		return ticket{"ann", "C1", "T1", page{3, "", aboutHarbour}.state(), ""}.seal([]byte("key"), "more")
	}
	shelve := func() {
		if _, err := h.Shelve("here", state()); err != nil {
			t.Fatal(err)
		}
	}
	kept := func() (n int) {
		for _, prefix := range []string{conversationKey, shelfKey, askedKey, feedbackKey} {
			for range h.records(t.Context(), h.tenants.Memory("here"), prefix, prefix) {
				n++
			}
		}
		return n
	}
	h.asks(someone("ann"), aboutHarbour)
	shelve()
	if kept() != 3 {
		t.Fatalf("%d records are kept", kept())
	}
	ask(t, h.Bot, admin("kim"), "/settings questions 0")
	if kept() != 0 {
		t.Errorf("at once %d records are kept still", kept())
	}
	h.asks(someone("ann"), aboutHarbour)
	shelve()
	if kept() != 2 {
		t.Errorf("for a conversation to go on %d records are kept", kept())
	}
	h.time = h.time.Add(keepPassing)
	if kept() != 0 {
		t.Errorf("after an hour %d records are kept still", kept())
	}
}

// keysUnder returns the keys of a tenant's memory that begin with a prefix.
func keysUnder(h *house, prefix string) string {
	var keys []string
	for line := range strings.SplitSeq(h.memory("here"), "\n") {
		if strings.HasPrefix(line, prefix) {
			keys = append(keys, line)
		}
	}
	return strings.Join(keys, "\n")
}

// Tenants may share a library, and nothing of what they ask.
func TestNothingOfATenantIsToldToAnother(t *testing.T) {
	const rareWord = "zebrafinch"
	h := newHouse(t)
	h.shared = true
	h.restart()
	h.load("here", talks...)
	theirs := someone("bob")
	theirs.Tenant = "there"
	h.asks(theirs, "Who won the "+rareWord+" cup?")
	press(t, h.Bot, theirs, h.asks(theirs, aboutHarbour+" "+rareWord), unhelpfulLabel)
	h.asks(someone("ann"), aboutHarbour)
	h.remove("here", "paul.txt")
	h.load("here", &answer.Article{ID: "c", Lang: "en", Text: "The zebrafinch cup was won by Arlen."})
	mine := fmt.Sprint(ask(t, h.Bot, admin("kim"), "/insights"), h.memory("here"))
	raw, _ := exported(t, h, admin("kim"))
	for _, e := range h.errands("here") {
		mine += fmt.Sprint(e.ID, e.Place, e.Sent, plain(e.Reply))
	}
	if strings.Contains(mine+raw+h.log.String(), rareWord) {
		t.Errorf("it tells\n%s\n%s", mine, raw)
	}
	var said string
	for _, e := range h.errands("there") {
		said += plain(e.Reply)
	}
	if !strings.Contains(said, rareWord) {
		t.Error("in its own tenant it is not told either")
	}
}
