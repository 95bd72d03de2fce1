package answer

import (
	"slices"
	"strings"
	"testing"
)

func TestAWordThatNoArticleHasIsTakenForOneThatItMayBe(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		english("a", "“The harbour is deep enough for ferries,” said Anna Berg.\n\nThe lighthouse on Skerryvore was built by Alan Stevenson."),
		english("b", "Nobody reads by candlelight in Bergen, where the committee paid for photographs of the funicular."))
	for _, c := range []struct{ asked, typed, meant string }{
		{"Who built the lighthouse on Skeryvore?", "Skeryvore", "Skerryvore"},
		{"who built the lighthouse on skeryvore", "skeryvore", "Skerryvore"},
		{"Who built the kighthouse on Skerryvore?", "kighthouse", "lighthouse"},
		{"What did the comittee pay for?", "comittee", "committee"},
		{"What did Anna Brg’s committee say about the harbuor?", "harbuor", "harbour"},
		{"Who paid for fotographs of the funicular?", "fotographs", "photographs"},
		{"How deep is Bereg’s harbour?", "Bereg’s", "Berg’s"},
		{"How deep is teh harbour?", "teh", "the"},
	} {
		found := ask(t, l, c.asked)
		want := strings.Replace(c.asked, c.typed, c.meant, 1)
		if !slices.Contains(found.Taken, Taken{c.typed, c.meant}) || len(found.Taken) == 1 && found.DidYouMean != want {
			t.Errorf("%s: took %v, and read it as %q", c.asked, found.Taken, found.DidYouMean)
		}
	}
}

func TestAWordIsMeantAsItStands(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		english("a", "“The harbour is deep enough for ferries,” said Anna Berg.\n\nNobody can read the chart of the COVID-19 ward."),
		english("b", "Ferries sail to Skerryvore at noon. Larger ones do not, and the largest is kept."))
	for _, c := range []struct{ name, asked string }{
		{"one that an article has", "Who can read the chart?"},
		{"one in quotation marks", `How deep is the "harbuor" for ferries?`},
		{"a name that is near to a word that is none", "Who is Bob Reed?"},
		{"another name", "What did Anna Bergman say about the harbour?"},
		{"a number", "How deep is the harbour for 2019 ferries?"},
		{"a word with another number", "Who reads the chart of the COVID-18 ward?"},
		{"another form of a word", "How deep is the harbour for large ferries?"},
		{"one that is far from all", "How deep is the volcano for ferries?"},
	} {
		if found := ask(t, l, c.asked); len(found.Taken) > 0 || found.DidYouMean != "" || found.AsTyped != "" {
			t.Errorf("%s: took %v", c.name, found.Taken)
		}
	}
}

func TestTheOtherWordsTellWhichIsMeant(t *testing.T) {
	l := openLibrary(t)
	for range 3 {
		load(t, l, english("a", "Many tutors came to the school at Bergen. The tutors were paid well, and tutors are rare."))
	}
	load(t, l, english("b", "The stators are attached to the housing of the engine, and do not turn."))
	if got := ask(t, l, "What are tators of the engine attached to?").DidYouMean; got != "What are stators of the engine attached to?" {
		t.Errorf("of the engine: read as %q", got)
	}
	if got := ask(t, l, "How well were the tators at the school in Bergen paid?").DidYouMean; got != "How well were the tutors at the school in Bergen paid?" {
		t.Errorf("at the school: read as %q", got)
	}
}

func TestAQuestionCanBeAskedAsItWasTyped(t *testing.T) {
	l := openLibrary(t)
	load(t, l, &Article{ID: "a", Source: "The Herald", Lang: "en", Text: "The lighthouse on Skerryvore was built by Alan Stevenson, who liked the harbour."})
	found := ask(t, l, "from:Herald Who built the lighthouse on Skeryvore by the harbuor?")
	if want := `from:Herald Who built the lighthouse on "Skeryvore" by the "harbuor"?`; found.AsTyped != want {
		t.Fatalf("as typed it is %s, want %s", found.AsTyped, want)
	}
	if again := ask(t, l, found.AsTyped); again.AsTyped != "" || len(again.Taken) > 0 {
		t.Errorf("took %v all the same", again.Taken)
	}
}

func TestAWordRunTogetherIsFoundInTwoWhereTheseStandTogether(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "Nobody plants back doors in Bergen."), english("b", "A horde came to Oslo.\n\nThe power of the engine is 30 horsepower."))
	if got := first(ask(t, l, "Who plants backdoors in Bergen?")); got != "Nobody plants back doors in Bergen." {
		t.Errorf("found %q", got)
	}
	if got := ask(t, l, "How many hordepower has the engine?").DidYouMean; got != "How many horsepower has the engine?" {
		t.Errorf("read as %q", got)
	}
}
