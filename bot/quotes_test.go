package bot

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// boats are articles in which people are quoted.
func boats() []*answer.Article {
	return []*answer.Article{
		{ID: "old", Title: "Old boats", Source: "The Wire", Published: "2018", Lang: text.English,
			Text: "“The old boats are all gone,” said Anna Berg, a pilot.\n\n“They were never any good,” said Berg.\n\n“I miss every one of them,” said Bo Berg."},
		{ID: "new", Title: "New boats", Source: "The Post", Published: "2019-03", Lang: text.English,
			Text: "“The new boats are here,” said Anna Berg, a pilot.\n\n“I shall sail one in May,” said Carl Lie.\n\n“There will be more of them,” the company said."},
		{ID: "fr", Title: "Les bateaux", Published: "2020", Lang: text.French,
			Text: "« Les bateaux sont tous arrivés ce matin », a déclaré Anna Berg, pilote du port."},
	}
}

func TestQuotes(t *testing.T) {
	b, _ := newBot(t, boats()...)
	for _, c := range []struct{ name, said, want string }{
		{"a name", `/quotes by:"Carl Lie"`, "1 quotation by Carl Lie.\n> I shall sail one in May,"},
		{"a name without quotation marks", `/quotes by:Carl Lie`, "1 quotation by Carl Lie.\n> I shall sail one in May,"},
		{"a name alone", `/quotes carl`, "1 quotation by Carl Lie.\n> I shall sail one in May,"},
		{"without a slash", `Quotes by LIE`, "1 quotation by Carl Lie.\n> I shall sail one in May,"},
		{"without a slash, as an option", `quotes by:lie`, "1 quotation by Carl Lie.\n> I shall sail one in May,"},
		{"a question that begins like it", `quotes of boats from the moon`, "The articles do not answer that. I looked for quotes, boats and moon; no article has quotes or moon."},
		{"the newest first", `/quotes by:Anna`, "Quotations 1 to 3 of 4 by Anna Berg.\n> Les bateaux sont tous arrivés ce matin\n> The new boats are here,\n> The old boats are all gone,"},
		{"a name that several have", `/quotes by:berg from:wire`, "3 quotations by “berg”, who may be several: Anna Berg (2), Bo Berg (1), narrowed down by from:wire.\n> The old boats are all gone,\n> They were never any good,\n> I miss every one of them,"},
		{"narrowed down alone", `/quotes after:2019 before:2020`, "3 quotations, narrowed down by after:2019 before:2020.\n> The new boats are here,\n> I shall sail one in May,\n> There will be more of them,"},
		{"about something", `quotes by anna about the boats`, "> “The new boats are here,” said Anna Berg, a pilot.\n> “The old boats are all gone,” said Anna Berg, a pilot."},
		{"about something, as an option", `/quotes about:"who misses every one" by:"Bo"`, "> “I miss every one of them,” said Bo Berg."},
		{"about something by nobody", `quotes by Zoë about boats`, "The articles quote nobody called “Zoë”. Type /quotes for those who are quoted most."},
		{"nobody like that", `/quotes Zaphod`, "The articles quote nobody called “Zaphod”. Type /quotes for those who are quoted most."},
		{"misspelt", `/quotes Karl Lie`, "The articles quote nobody called “Karl Lie”. Near to it: Carl Lie."},
		{"not then", `/quotes carl before:2019`, "The articles quote Carl Lie (1), but not narrowed down by before:2019."},
		{"not in there", `/quotes from:"The Sun"`, "The articles quote nobody by name, narrowed down by from:\"The Sun\"."},
		{"who is quoted", `/quotes`, "Those quoted most, of 3 names\n- Anna Berg\n- Bo Berg\n- Carl Lie"},
		{"no date", `/quotes carl after:May`, string(noSuchDate)},
		{"no collection", `/quotes carl in:!`, "The articles quote nobody called “carl in:!”. Near to it: Carl Lie."},
		{"a text", "/quotes " + strings.Repeat("berg ", 500), string(tooLong)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := plain(ask(t, b, someone("ann"), c.said)); got != c.want {
				t.Errorf("%q is answered with\n%s\nwant\n%s", c.said, got, c.want)
			}
		})
	}
}

func TestQuotesGoOnForEverybody(t *testing.T) {
	b, _ := newBot(t, boats()...)
	r := ask(t, b, someone("ann"), "/quotes by:berg")
	says(t, r, "Quotations 1 to 3 of 5", "[Only Anna Berg]", "[Only Bo Berg]")
	if said := whole(press(t, b, someone("bob"), r, "Only Bo Berg")); said != "1 quotation by Bo Berg.\n> I miss every one of them," {
		t.Errorf("it says %s", said)
	}
	r = press(t, b, someone("bob"), r, moreQuotesLabel)
	says(t, r, "Quotations 4 to 5 of 5", "> They were never any good,", "> I miss every one of them,")
	if !r.Private || len(r.Actions) > 0 {
		t.Errorf("the end of the list for another: private %t, with %v", r.Private, r.Actions)
	}
	q := r.Blocks[1].(Quotation)
	if q.Who != "Anna Berg, pilot" || q.Sources[0].Place != "The Wire, 2018, paragraph 2" || len(q.Actions) != 1 {
		t.Errorf("the quotation is by %q, at %q, with %v", q.Who, q.Sources[0].Place, q.Actions)
	}
	says(t, press(t, b, someone("bob"), r, inContextLabel), "> They were never any good,")
	names := ask(t, b, someone("ann"), "quotes")
	says(t, press(t, b, someone("ann"), names, "Anna Berg"), "4 by Anna Berg")
}

// A name of several words is that of one person, even where others add something to it, and
// what is a name and a part of others is not offered as one of them.
func TestQuotesTellWhoMayBeMeant(t *testing.T) {
	var said strings.Builder
	for _, name := range []string{"Anna Berg", "Anna Berg", "Captain Anna Berg", "Bo Berg"} {
		fmt.Fprintf(&said, "“The old boats are all gone,” said %s.\n\n", name)
	}
	b, _ := newBot(t, &answer.Article{ID: "a", Lang: text.English, Text: said.String()},
		&answer.Article{ID: "b", Lang: text.English, Text: "“The old boats are all gone,” said Berg."})
	for typed, want := range map[string]string{
		"anna berg": "by Anna Berg.",
		"berg":      "by “berg”, who may be several: Anna Berg (3), Berg (1), Bo Berg (1).",
	} {
		says(t, ask(t, b, someone("ann"), "/quotes "+typed), want)
	}
	r := ask(t, b, someone("ann"), "/quotes berg")
	if said := whole(r); strings.Contains(said, "[Only Berg]") || !strings.Contains(said, "[Only Bo Berg]") {
		t.Errorf("it offers %s", said)
	}
}

// What is listed is what questions are answered from: the collections of the channel, the
// languages and the number of quotes that are set.
func TestQuotesAreFromWhatTheChannelIsAnsweredFrom(t *testing.T) {
	b, _ := newBot(t, boats()...)
	ask(t, b, keeper("ann"), "/collections put old in:Past")
	ask(t, b, keeper("ann"), "/collections here Past")
	says(t, ask(t, b, someone("bob"), "/quotes anna"), "2 quotations by Anna Berg.")
	for said, want := range map[string]string{
		"/quotes carl":             "nobody called “carl”. Type /quotes",
		"/quotes carl before:2019": "nobody called “carl”. Type /quotes",
		"/quotes karl":             "nobody called “karl”. Type /quotes",
		"/quotes":                  "of 2 names\n- Anna Berg\n- Bo Berg",
	} {
		says(t, ask(t, b, someone("bob"), said), want)
	}
	ask(t, b, keeper("ann"), "/collections here all")
	ask(t, b, keeper("ann"), "/settings languages French")
	says(t, ask(t, b, someone("bob"), "/quotes berg"), "1 quotation by Anna Berg.\n> Les bateaux")
	ask(t, b, keeper("ann"), "/settings languages all")
	ask(t, b, keeper("ann"), "/settings quotes 1")
	says(t, ask(t, b, someone("bob"), "/quotes berg"), "Quotations 1 to 1 of 5")
}

// What was listed for one person is shared as it stands, once.
func TestQuotesAreShared(t *testing.T) {
	h := newHouse(t, boats()...)
	private := someone("ann")
	private.Private = true
	private.User.Name = "Ann"
	r := ask(t, h.Bot, private, "/quotes by:berg")
	if !r.Private {
		t.Fatal("everybody reads it")
	}
	r = press(t, h.Bot, private, r, moreQuotesLabel)
	says(t, press(t, h.Bot, someone("bob"), r, shareLabel), string(notYours))
	shared := press(t, h.Bot, private, r, shareLabel)
	says(t, shared, "Ann shared an answer to “/quotes by:berg”", "Quotations 4 to 5 of 5", "> They were never any good,")
	if shared.Private || shared.Receipt == "" {
		t.Errorf("shared: private %t, receipt %q", shared.Private, shared.Receipt)
	}
	private.ID = "another"
	says(t, press(t, h.Bot, private, r, shareLabel), string(sharedAlready))
	private.ID = "a third"
	r = ask(t, h.Bot, private, "/quotes by:berg")
	h.remove("here", "fr")
	says(t, press(t, h.Bot, private, r, shareLabel), string(changedSince))
	h.remove("here", "old")
	h.remove("here", "new")
	says(t, press(t, h.Bot, private, r, moreQuotesLabel), "nobody called “berg”")
	says(t, press(t, h.Bot, private, r, shareLabel), string(changedSince))
}

// Quotations that would fill several messages are fewer at once.
func TestLongQuotesAreFewerAtOnce(t *testing.T) {
	long := strings.Repeat("It is a very long story. ", 140)
	b, _ := newBot(t, &answer.Article{ID: "long", Lang: text.English, Text: "“" + long + "” said Carl Lie.\n\n“" + long + "” said Carl Lie."})
	r := ask(t, b, someone("ann"), "/quotes carl")
	says(t, r, "Quotations 1 to 1 of 2", "["+moreQuotesLabel+"]")
	says(t, press(t, b, someone("ann"), r, moreQuotesLabel), "Quotations 2 to 2 of 2")
}

// Where that is set, whoever mentions the bot reads the list alone.
func TestQuotesArePrivateWhereThatIsSet(t *testing.T) {
	b, _ := newBot(t, boats()...)
	ask(t, b, keeper("ann"), "/settings private on")
	if r := ask(t, b, someone("bob"), "quotes by carl"); !r.Private {
		t.Error("everybody reads it")
	}
	m := someone("bob")
	m.Alone = true
	if r := ask(t, b, m, "quotes by carl"); r.Private || len(r.Actions) > 0 {
		t.Errorf("with the bot alone it can be shared: %v", r.Actions)
	}
}

// A list is remembered so that it can be corrected when its words no longer stand.
func TestQuotesThatAreTakenOutAreCorrected(t *testing.T) {
	h := newHouse(t, boats()...)
	h.asks(someone("ann"), "/quotes carl")
	h.remove("here", "new")
	errands := h.errands("here")
	if len(errands) == 0 || !strings.Contains(fmt.Sprintf("%+v", errands), "A quote was taken back") {
		t.Errorf("nothing is corrected: %+v", errands)
	}
}

func TestTheStateOfAListComesBack(t *testing.T) {
	for _, l := range []saidList{
		{},
		{of: question.Filter{By: "Guo Ping", From: "TechRadar", In: "Annual reports"}, after: "12 345 2019-03-01", shown: 3},
		{of: question.Filter{By: "about:"}, after: "12 345 ", shown: 6},
	} {
		if got, err := saidListOf(l.state()); got != l || err != nil {
			t.Errorf("%+v comes back as %+v, %v", l, got, err)
		}
	}
	if _, err := saidListOf("x"); err == nil {
		t.Error("anything is a state")
	}
}
