package index

import (
	"slices"
	"strings"
	"testing"
)

// What is longer than a part of a column has one of its own, and what lies about the end of one
// is found all the same.

func TestAnArticleWhoseSentencesLieInTwoPartsIsFound(t *testing.T) {
	const perPart = partSize / sentenceSize
	l := newLibrary(t)
	all := []Article{plainArticle(1, make([][]string, perPart-5)...)}
	all[0].Layout = make([]byte, 100) // its record is longer than a part too
	all[0].Sentences[perPart-6] = Sentence{Words: []Word{{Form: "tides", Term: "tide"}}}
	for n := range uint64(4) {
		all = append(all, plainArticle(n+2, []string{"a", "tide"}, []string{"b"}, []string{"tide", "b", "c"}))
	}
	l.write(all...)
	l.view(func(x *Index) {
		s := &x.segments[0]
		if len(s.parts[sentenceColumn]) != 2 || len(s.part(forwardColumn, 0)) <= partSize {
			t.Error("the sentences lie in one part, or the record fits into one")
		}
		l.must(x.Check())
		l.ask(x, &Query{Limit: 50, Terms: []Term{{Spellings: []string{"tide"}, Weight: 1}, {Spellings: []string{"b"}, Weight: 2}}})
	})
	l.recalls()
	l.remove(1, 2, 4)
	l.settle(false) // most is dead
	l.holds("tide", 3, 5)
	l.recalls()
}

func TestPostingsThatDoNotFitIntoAPartAreFound(t *testing.T) {
	chant := slices.Repeat([]string{"tide"}, 64)
	for _, articles := range []int{2, 2 * sparse} { // in a short list, and in blocks
		l := newLibrary(t)
		all := []Article{plainArticle(1, slices.Repeat([][]string{chant}, partSize/len(chant)+1)...)}
		for n := range articles {
			all = append(all, plainArticle(uint64(n+2), []string{"tide"}, []string{"table"}))
		}
		l.write(all...)
		l.view(func(x *Index) {
			if s := &x.segments[0]; len(s.part(listColumn, 0)) <= partSize {
				t.Error("the list fits into a part")
			}
			l.must(x.Search([][]string{{"tide"}}, func(h *Hits) {
				want, _ := l.live[h.Article].matchesOf("tide")
				if !slices.EqualFunc(h.Matches, want, func(m Match, w match) bool { return m == Match{w.sentence, 0, w.times} }) {
					t.Errorf("article %d has %d matches, want %d", h.Article, len(h.Matches), len(want))
				}
			}))
		})
	}
}

func TestAWordThatDoesNotFitIntoAPartCountsAsWhatItBeginsWith(t *testing.T) {
	l := newLibrary(t)
	long := []string{strings.Repeat("a", 2*partSize), strings.Repeat("b", partSize), "tide", "table", "turn"}
	l.write(plainArticle(1, long), plainArticle(2, []string{"tide"}))
	l.view(func(x *Index) {
		for i, w := range l.read(x, 1).Sentences[0].Words {
			if w.Form != clipped(long[i]) || w.Term != clipped(long[i]) {
				t.Errorf("word %d is %.20q of %d bytes, term %.20q", i, w.Form, len(w.Form), w.Term)
			}
		}
	})
	for i, word := range long {
		l.holds(word, [][]uint64{{1}, {1}, {1, 2}, {1}, {1}}[i]...)
	}
}
