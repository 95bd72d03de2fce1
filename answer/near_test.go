package answer

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// reported returns a text of n words, of which every one that is a multiple of change differs
// from that of another change.
func reported(n, change int) string {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint("word", random.IntN(5000))
		if change > 0 && i%change == 0 {
			words[i] = fmt.Sprint("other", i)
		}
		if i%12 == 11 {
			words[i] += "."
		}
	}
	return strings.Join(words, " ")
}

func TestAddTellsOfAnArticleThatIsNearlyTheSame(t *testing.T) {
	const n = 600
	for _, c := range []struct {
		name, text, want string
	}{
		{"the same to the byte", reported(n, 0), ""}, // which is a twin
		{"in capitals", strings.ToUpper(reported(n, 0)), "first"},
		{"a word in a hundred differs", reported(n, 100), "first"},
		{"a word in ten differs", reported(n, 10), ""},
		{"with a line more", "By the agency\n\n" + reported(n, 0), "first"},
		{"half of it", reported(n, 0)[:n*4], ""},
		{"twice as long", reported(n, 0) + "\n" + reported(n+1, 0), ""},
		{"another", reported(n+2, 0), ""},
	} {
		l := openLibrary(t)
		load(t, l, english("first", reported(n, 0)), english("short", "The harbour is deep."), english("third", reported(n+3, 0)))
		added := load(t, l, english("new", c.text))
		if added[0].Near != c.want {
			t.Errorf("%s: near %q, want %q", c.name, added[0].Near, c.want)
		}
	}
}

func TestAShortTextIsNearToNothing(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", reported(30, 0)))
	if added := load(t, l, english("b", strings.ToUpper(reported(30, 0)))); added[0].Near != "" {
		t.Errorf("near %q", added[0].Near)
	}
}

func TestNearFollowsWhatTheLibraryHolds(t *testing.T) {
	l := openLibrary(t)
	near := func(what, id string, change int, want string) {
		t.Helper()
		if added := load(t, l, english(id, reported(600, change))); added[0].Near != want {
			t.Errorf("%s: near %q, want %q", what, added[0].Near, want)
		}
	}
	near("an empty library", "a", 0, "")
	near("replaced by its like", "a", 200, "")
	near("another like it", "b", 100, "a")
	if err := l.Remove(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	near("the one like it was taken out", "a", 150, "")
	if err := l.Reindex(ctx, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	near("the index was made again", "c", 100, "a")
	both := load(t, l, english("d", reported(700, 0)), english("e", reported(700, 100)))
	if both[0].Near != "" || both[1].Near != "d" {
		t.Errorf("two at once: %+v", both)
	}
}

func TestFurnitureMakesNothingNear(t *testing.T) {
	menu := reported(900, 0)
	for _, c := range []struct {
		furniture []text.Span
		want      string
	}{{nil, "a"}, {[]text.Span{{End: len(menu)}}, ""}} {
		l := openLibrary(t)
		for i, id := range []string{"a", "b"} {
			a := &Article{ID: id, Text: menu + "\n\n" + reported(100+i, 0), Lang: text.English, Furniture: c.furniture}
			if added := load(t, l, a); id == "b" && added[0].Near != c.want {
				t.Errorf("with the furniture %v: near %q, want %q", c.furniture, added[0].Near, c.want)
			}
		}
	}
}

func BenchmarkSketch(b *testing.B) {
	a := &Article{Text: reported(1<<16, 0)}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		sketch(a)
	}
}
