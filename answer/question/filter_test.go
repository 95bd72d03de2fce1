package question

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFilters(t *testing.T) {
	for _, c := range []struct {
		asked, rest string
		want        Filter
	}{
		{"Who won?", "Who won?", Filter{}},
		{"from:TechRadar what about 5G?", "what about 5G?", Filter{From: "TechRadar"}},
		{`What about 5G from:"The  Verge"?`, "What about 5G?", Filter{From: "The Verge"}},
		{"What from:“The Verge” about 5G", "What about 5G", Filter{From: "The Verge"}},
		{"from:CNN, by:\"Guo Ping\"; 5G", "5G", Filter{From: "CNN", By: "Guo Ping"}},
		{"by:«Го Пин», что о 5G?", "что о 5G?", Filter{By: "Го Пин"}},
		{`by:"Ren Zhengfei"`, "", Filter{By: "Ren Zhengfei"}},
		{"By:O’Brien (after:2019-01)", "(after:2019-01)", Filter{By: "O’Brien"}},
		{"after:2019-01 before:2019-03-02 5G", "5G", Filter{After: "2019-01", Before: "2019-03-02"}},
		{`5G after:"2019".`, "5G.", Filter{After: "2019"}},
		{"from:A 5G from:B", "5G", Filter{From: "B"}},
		{"from: whom?", "from: whom?", Filter{}},
		{"from:? by:… after:", "from:? by:… after:", Filter{}},
		{`from:"" by:"?"`, `from:"" by:"?"`, Filter{}},
		{`from:"The Verge`, `from:"The Verge`, Filter{}},
		{`from:"The Verge"s by:a"b"`, `from:"The Verge"s by:a"b"`, Filter{}},
		{"after:lunch before:2019-02-30 after:19", "after:lunch before:2019-02-30 after:19", Filter{}},
		{"on:general wherefrom:CNN https://from:CNN", "on:general wherefrom:CNN https://from:CNN", Filter{}},
		{`What about 5G in:"Press  releases"?`, "What about 5G?", Filter{In: "Press releases"}},
		{"at 10:30 from:CNN", "at 10:30", Filter{From: "CNN"}},
		{"from: from:CNN", "from:", Filter{From: "CNN"}},
	} {
		if rest, f := Filters(c.asked); rest != c.rest || f != c.want {
			t.Errorf("%q: %q and %+v, want %q and %+v", c.asked, rest, f, c.rest, c.want)
		}
	}
}

func TestAFilterStandsInFrontOfAQuestion(t *testing.T) {
	f := Filter{From: "The Verge", By: "Ping"}.With(Filter{By: `Guo "Bo" Ping`, After: "2019"})
	if got, want := f.On("What about 5G?"), `from:"The Verge" by:"Guo Bo Ping" after:2019 What about 5G?`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := (Filter{}).On("5G?"); got != "5G?" {
		t.Errorf("without a filter: %q", got)
	}
}

func FuzzFilters(f *testing.F) {
	f.Add(`What about 5G from:"The Verge", by:Ping? after:2019-01`)
	f.Add(`from:" from:"|m:" fro"`)
	f.Add("from: by:x,a from:«b» before:2019!")
	f.Fuzz(func(t *testing.T, asked string) {
		asked = strings.ToValidUTF8(asked, " ")
		rest, found := Filters(asked)
		if len(rest) > len(asked) || !utf8.ValidString(rest) {
			t.Fatalf("%q leaves %q", asked, rest)
		}
		if found == (Filter{}) && rest != asked {
			t.Fatalf("%q becomes %q without a filter", asked, rest)
		}
		if again, more := Filters(rest); more != (Filter{}) || again != rest {
			t.Fatalf("of %q is left %q, and of that %q, with %+v", asked, rest, again, more)
		}
		whole := found.On(rest)
		if _, same := Filters(whole); same != found {
			t.Fatalf("%q with %+v is written %q and read as %+v", asked, found, whole, same)
		}
	})
}
