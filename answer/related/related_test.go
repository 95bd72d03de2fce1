package related

import (
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

// weight returns how sure it is that a word says what another does.
func weight(of, says string) float32 {
	l := To(of, text.English)
	for i := range l.Len() {
		if word, weight := l.Word(i); word == says {
			return weight
		}
	}
	return 0
}

func TestTo(t *testing.T) {
	for _, c := range []struct{ word, says string }{
		{"buy", "purchase"}, {"purchase", "buy"}, {"founder", "establish"}, {"author", "writer"}, {"begin", "start"},
		{"car", "automobile"}, {"leader", "lead"}, {"kill", "murder"}, {"doctor", "physician"}, {"happen", "occur"},
		{"found", "discovered"}, {"big", "large"}, {"killers", "killed"}, {"elected", "voters"},
	} {
		if weight(term(t, c.word), term(t, c.says)) == 0 {
			t.Errorf("%s is not known to say %s", c.says, c.word)
		}
	}
}

func TestToLeavesOut(t *testing.T) {
	for _, c := range []struct{ word, other string }{
		{"increase", "decrease"}, {"Monday", "Tuesday"}, {"January", "March"},
		{"north", "south"}, {"buy", "sell"}, {"buy", "buy"},
	} {
		if weight(term(t, c.word), term(t, c.other)) > 0 {
			t.Errorf("%s is said to say %s", c.other, c.word)
		}
	}
}

func TestToKnowsEnglishWordsAlone(t *testing.T) {
	for _, lang := range []text.Lang{text.French, text.Swedish, ""} {
		if w := To("buy", lang); w.Len() > 0 {
			t.Errorf("%q: %v", lang, w)
		}
	}
	for _, unknown := range []string{"", "a", "zzzz", "purchase", "\x00", "\xff"} {
		if w := To(unknown, text.English); w.Len() > 0 {
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
		checkWords(t, head, To(head, text.English))
	}
	if t.Failed() || terms < 15_000 {
		t.Errorf("%d terms", terms)
	}
}

func checkWords(t *testing.T, head string, l List) {
	t.Helper()
	if l.Len() > mostWords {
		t.Errorf("%s has %d words", head, l.Len())
	}
	surest := float32(1)
	seen := map[string]bool{head: true}
	for i := range l.Len() {
		term, weight := l.Word(i)
		if weight <= 0 || weight > surest || seen[term] {
			t.Errorf("%s: %s by %v", head, term, weight)
		}
		if Opposite(head, term, text.English) {
			t.Errorf("%s and %s are opposites", head, term)
		}
		if l.Hash(i) != text.Hash(term) {
			t.Errorf("%s: %s has another hash", head, term)
		}
		surest, seen[term] = weight, true
	}
}

func TestToAllocatesNothing(t *testing.T) {
	To("buy", text.English)
	n := testing.AllocsPerRun(100, func() {
		if weight("buy", "purchas") == 0 || !Opposite("increas", "decreas", text.English) || To("zzzz", text.English).Len() > 0 {
			t.Error("known words are unknown")
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
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
