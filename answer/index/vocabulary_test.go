package index

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// near returns the uses of what Near visits, those of a word in all segments together.
func (l *library) near(x *Index, of Vocabulary, typed string, reach int) map[string]Use {
	l.Helper()
	found := map[string]Use{}
	l.must(x.Near(of, typed, reach, func(word []byte, use Use) {
		all := found[string(word)]
		found[string(word)] = Use{all.Count + use.Count, all.Names + use.Names}
	}))
	return found
}

func TestNearCountsTheWordsOfAllSegments(t *testing.T) {
	l := newLibrary(t)
	word := func(form, term string, flags Flags) Word { return Word{Form: form, Term: term, Flags: flags} }
	const n = mergeFactor + 1
	for number := range uint64(n) {
		l.write(Article{Number: number + 1, Marks: []string{"\x01skerry"}, Names: [][]Word{{word("brig", "brig", 0)}}, Sentences: []Sentence{
			{Words: []Word{word("ships", "ship", Capital), word("skerry", "skerri", Capital), word("ships", "ship", 0), word("tug", "tug", Stop), word("ships", "ship", Joined)}},
			{Words: []Word{word("skerry", "skerri", 0), word("tug", "tug", 0)}, By: []int{0}},
		}})
	}
	for range 2 { // as it is, and merged
		l.view(func(x *Index) {
			for _, c := range []struct {
				of    Vocabulary
				typed string
				reach int
				want  map[string]Use
			}{
				{Words, "shops", 1, map[string]Use{"ships": {Count: 2 * n}}},
				{Words, "kserry", 1, map[string]Use{"skerry": {2 * n, n}}},
				{Words, "skerry", 0, map[string]Use{"skerry": {2 * n, n}}},
				{Words, "ship", 0, map[string]Use{}},
				{Words, "but", 1, map[string]Use{"tug": {Count: 2 * n}}}, // not near, though its letters may be
				{Words, "bat", 1, map[string]Use{}},
				{Words, "brig", 1, map[string]Use{}}, // a name only
				{Stems, "brig", 1, map[string]Use{"brig": {Count: n}}},
				{Stems, "shp", 1, map[string]Use{"ship": {Count: n}}},
				{Stems, "skerri", 0, map[string]Use{"skerri": {Count: 2 * n}}},
				{Stems, "tug", 0, map[string]Use{}}, // it is a word
				{Stems, "\x01skerry", 0, map[string]Use{}},
				{Words, "\x01skerry", 0, map[string]Use{}},
			} {
				if got := l.near(x, c.of, c.typed, c.reach); !maps.Equal(got, c.want) {
					t.Errorf("%d near to %q in %d: got %v, want %v", c.reach, c.typed, c.of, got, c.want)
				}
			}
			for text, want := range map[string]Use{"ships": {Count: 2 * n}, "skerry": {2 * n, n}, "ship": {}, "none": {}, "": {}} {
				if got, err := x.UseOf(text); got != want || err != nil {
					t.Errorf("use of %q: %v, want %v, %v", text, got, want, err)
				}
			}
		})
		l.settle(true)
	}
}

// scripts are ranges of letters: few of each, so that many words are near each other.
var scripts = [][2]rune{{'a', 'e'}, {'а', 'ж'}, {'α', 'ε'}, {'ا', 'ج'}, {'一', '丅'}, {'가', '갅'}, {'😀', '😅'}}

// randomWord returns a word of one script, or now and then of two.
func randomWord(rng *rand.Rand) string {
	var b strings.Builder
	script := scripts[rng.IntN(len(scripts))]
	for range 1 + rng.IntN(7) {
		if rng.IntN(20) == 0 {
			script = scripts[rng.IntN(len(scripts))]
		}
		b.WriteRune(script[0] + rng.Int32N(script[1]-script[0]))
	}
	if rng.IntN(15) == 0 {
		return string([]rune(strings.Repeat(b.String(), longest+4))[:longest-3+rng.IntN(7)]) // about as long as any that is told apart by its length
	}
	return b.String()
}

// edited returns a word with up to reach letters put in, left out, replaced or swapped.
func edited(rng *rand.Rand, word string, reach int) string {
	r := []rune(word)
	for range rng.IntN(reach + 1) {
		switch at := rng.IntN(len(r)); rng.IntN(4) {
		case 0:
			r = slices.Insert(r, at, 'z')
		case 1:
			if len(r) > 1 {
				r = slices.Delete(r, at, at+1)
			}
		case 2:
			r[at] = 'я'
		case 3:
			next := (at + 1) % len(r)
			r[at], r[next] = r[next], r[at]
		}
	}
	return string(r)
}

func TestNearMissesNoWordWithinReach(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	l := newLibrary(t)
	want := map[string]Use{}
	var all []string
	for number := range uint64(20) {
		words := make([]string, 60)
		for i := range words {
			words[i] = randomWord(rng)
			use := want[words[i]]
			use.Count++
			want[words[i]] = use
		}
		all = append(all, words...)
		l.write(plainArticle(number+1, words))
	}
	for range 2 {
		l.view(func(x *Index) {
			for _, word := range all {
				reach := 1 + rng.IntN(2)
				if got := l.near(x, Words, edited(rng, word, reach), reach)[word]; got != want[word] {
					t.Errorf("%q within %d: %v, want %v", word, reach, got, want[word])
				}
				if got, err := x.UseOf(word); got != want[word] || err != nil {
					t.Errorf("use of %q: %v, want %v, %v", word, got, want[word], err)
				}
			}
		})
		l.settle(true)
	}
}

func TestWordsOfManyPartsAreNear(t *testing.T) {
	const words = partSize/spellingSize + 100
	all := make([]string, words)
	for i := range all {
		all[i] = fmt.Sprintf("%05x", i)
	}
	l, x := library{TB: t}, &Index{segments: []segment{*inMemory([]Article{plainArticle(1, all)})}}
	if n := len(x.segments[0].parts[spellingColumn]); n < 2 {
		t.Errorf("the spellings have %d parts", n)
	}
	if got := l.near(x, Words, "00000", 5); len(got) != words {
		t.Errorf("%d words were visited of %d", len(got), words)
	}
}

func TestTheWordsOfTheRemovedGoWithTheNextMerge(t *testing.T) {
	l := newLibrary(t)
	l.write(plainArticle(1, []string{"tide"}), plainArticle(2, []string{"tide", "table"}), plainArticle(3, []string{"table"}))
	l.remove(1, 2)
	l.settle(false)
	l.view(func(x *Index) {
		if got := l.near(x, Words, "tidee", 1); len(got) != 0 {
			t.Errorf("%v is left", got)
		}
		if got, err := x.UseOf("table"); got != (Use{Count: 1}) || err != nil {
			t.Errorf("use %v, %v", got, err)
		}
	})
}
