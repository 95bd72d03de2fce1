package related

import (
	"slices"
	"testing"

	"verbatim/answer/text"
)

// term returns the term of an English word.
func term(t testing.TB, word string) string {
	t.Helper()
	words := text.Words(word, text.Span{End: len(word)}, text.English)
	if len(words) != 1 {
		t.Fatalf("%q is %d words", word, len(words))
	}
	return words[0].Term
}

func TestTo(t *testing.T) {
	for _, c := range []struct{ word, says string }{
		{"buy", "purchase"}, {"purchase", "buy"}, {"founder", "establish"}, {"author", "writer"}, {"begin", "start"},
		{"car", "automobile"}, {"leader", "lead"}, {"kill", "murder"}, {"doctor", "physician"}, {"happen", "occur"},
		{"found", "discovered"}, {"big", "large"}, {"killers", "killed"}, {"elected", "voters"},
	} {
		if !slices.ContainsFunc(To(term(t, c.word), text.English), func(w Word) bool { return w.Term == term(t, c.says) }) {
			t.Errorf("%s is not known to say %s", c.says, c.word)
		}
	}
}

func TestToLeavesOut(t *testing.T) {
	for _, c := range []struct{ word, other string }{
		{"increase", "decrease"}, {"Monday", "Tuesday"}, {"January", "March"},
		{"north", "south"}, {"buy", "sell"}, {"buy", "buy"},
	} {
		if slices.ContainsFunc(To(term(t, c.word), text.English), func(w Word) bool { return w.Term == term(t, c.other) }) {
			t.Errorf("%s is said to say %s", c.other, c.word)
		}
	}
}

func TestToKnowsEnglishWordsAlone(t *testing.T) {
	for _, lang := range []text.Lang{text.French, text.Swedish, ""} {
		if w := To("buy", lang); w != nil {
			t.Errorf("%q: %v", lang, w)
		}
	}
	for _, unknown := range []string{"", "a", "zzzz", "purchase", "\x00", "\xff"} {
		if w := To(unknown, text.English); w != nil {
			t.Errorf("%q: %v", unknown, w)
		}
	}
}

func TestOpposite(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"increase", "decrease", true}, {"buy", "sell", true}, {"win", "lose", true}, {"guilty", "innocent", true},
		{"buy", "purchase", false}, {"buy", "buy", false}, {"buy", "zzzz", false}, {"zzzz", "buy", false},
	} {
		a, b := term(t, c.a), term(t, c.b)
		if Opposite(a, b, text.English) != c.want || Opposite(b, a, text.English) != c.want {
			t.Errorf("%s and %s: want opposite %v", c.a, c.b, c.want)
		}
		if Opposite(a, b, text.French) {
			t.Errorf("%s and %s are opposite in French", c.a, c.b)
		}
	}
}

// The table is made by a program: this holds what every record of it promises.
func TestTable(t *testing.T) {
	last := ""
	for id := range terms {
		head, _ := record(id)
		if id > 0 && head <= last {
			t.Errorf("%q stands behind %q", head, last)
		}
		last = head
		checkWords(t, head, wordsOf(id))
	}
	if t.Failed() || terms < 15_000 {
		t.Errorf("%d terms", terms)
	}
}

func checkWords(t *testing.T, head string, words []Word) {
	t.Helper()
	if len(words) > mostWords {
		t.Errorf("%s has %d words", head, len(words))
	}
	weight := float32(1)
	seen := map[string]bool{head: true}
	for _, w := range words {
		if w.Weight <= 0 || w.Weight > weight || seen[w.Term] {
			t.Errorf("%s: %v", head, w)
		}
		if Opposite(head, w.Term, text.English) {
			t.Errorf("%s and %s are opposites", head, w.Term)
		}
		weight, seen[w.Term] = w.Weight, true
	}
}

func TestToAllocatesNothing(t *testing.T) {
	To("buy", text.English)
	n := testing.AllocsPerRun(100, func() {
		if len(To("buy", text.English)) == 0 || !Opposite("increas", "decreas", text.English) || To("zzzz", text.English) != nil {
			t.Error("known words are unknown")
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestAListHasTheWeightOfEachOfItsWords(t *testing.T) {
	for id := range terms {
		head, _ := record(id)
		l := ListOf(head, text.English)
		for _, w := range wordsOf(id) {
			if got := l.Weight(w.Term, text.Hash(w.Term)); got != w.Weight {
				t.Fatalf("%s says %s by %v, want %v", w.Term, head, got, w.Weight)
			}
		}
		if got := l.Weight("zzzz", text.Hash("zzzz")); got != 0 {
			t.Fatalf("zzzz says %s by %v", head, got)
		}
	}
}

func TestToInParallel(t *testing.T) {
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for id := range terms {
				head, _ := record(id)
				if !slices.Equal(To(head, text.English), wordsOf(id)) {
					t.Fatalf("%s has other words", head)
				}
			}
		})
	}
}

func BenchmarkTo(b *testing.B) {
	asked := []string{"buy", "founder", "leader", "increas", "zzzz"}
	for i := 0; b.Loop(); i++ {
		To(asked[i%len(asked)], text.English)
	}
}

func BenchmarkOpposite(b *testing.B) {
	for b.Loop() {
		Opposite("increas", "decreas", text.English)
	}
}
