package index

import (
	"testing"
	"testing/synctest"
	"time"
)

// alikeFrom returns articles from a number on that all score the same.
func alikeFrom(number uint64, n int) (all []Article) {
	for i := range n {
		all = append(all, plainArticle(number+uint64(i), []string{"tide", "table"}))
	}
	return all
}

// Of articles that score the same those are looked at that are older, wherever they stand.
func TestSoManyArticlesAreLookedAt(t *testing.T) {
	for _, newer := range []int{maxVisits/2 + 1, maxVisits} { // one too many, and many
		testVisits(t, newer)
	}
}

func testVisits(t *testing.T, newer int) {
	l := newLibrary(t)
	l.write(alikeFrom(5000, newer)...)
	l.write(alikeFrom(1, maxVisits/2)...)
	looks := 0
	q := &Query{Limit: 2 * maxVisits, Terms: []Term{{Spellings: []string{"tide"}, Weight: 1}}, Holds: func(Set) bool { looks++; return true }}
	l.view(func(x *Index) {
		best, whole, err := x.Best(q)
		if err != nil || !whole || len(best) != maxVisits || looks != maxVisits {
			t.Fatalf("%d articles are looked at and %d found, want %d, whole is %v, error %v", looks, len(best), maxVisits, whole, err)
		}
		for i, c := range best {
			want := uint64(i + 1)
			if i >= maxVisits/2 {
				want = uint64(5000 + i - maxVisits/2)
			}
			if c.Number != want {
				t.Fatalf("place %d is of article %d, want %d", i, c.Number, want)
			}
		}
	})
}

// Those that score higher as a whole are looked at first, whatever their numbers, and so the
// best of them are found.
func TestWhatScoresHighestAsAWholeIsLookedAt(t *testing.T) {
	l := newLibrary(t)
	l.write(alikeFrom(1, 3*maxVisits)...)
	// what scores nearly the same is told apart where it has to be
	l.write(plainArticle(8000, []string{"tide", "gauge"}), plainArticle(8001, []string{"tide", "ebb"}), plainArticle(8002, []string{"tide", "ebb"}))
	l.view(func(x *Index) {
		terms := []Term{{Spellings: []string{"tide"}, Weight: 1}, {Spellings: []string{"table"}, Weight: .5}, {Spellings: []string{"ebb"}, Weight: .5001}, {Spellings: []string{"gauge"}, Weight: 3}}
		l.ask(x, &Query{Limit: 3, Terms: terms})
	})
	for n := range uint64(5) {
		l.write(append(alikeFrom(10000+100*n, 50), plainArticle(10099+100*n, []string{"tide", "mark", "at", "high", "water"}))...)
	}
	l.view(func(x *Index) {
		l.ask(x, &Query{Limit: 100, Terms: []Term{{Spellings: []string{"tide"}, Weight: 1}, {Spellings: []string{"mark"}, Weight: 2}}})
		l.ask(x, &Query{Limit: 5, Terms: []Term{{Spellings: []string{"tide"}, Weight: .1}, {Halves: []string{"high", "water"}, Weight: .5}}})
	})
}

// What cannot be among the best is not looked at.
func TestWhatPromisesTooLittleIsLeftOut(t *testing.T) {
	l := newLibrary(t)
	var all []Article
	for n := range uint64(500) {
		all = append(all, plainArticle(n+1, []string{"tide"}))
	}
	for n := range uint64(3) {
		all = append(all, plainArticle(501+n, []string{"tide", "table"}))
	}
	l.write(all...)
	looks := 0
	q := &Query{Limit: 3, Terms: []Term{{Spellings: []string{"tide"}, Weight: 1}, {Spellings: []string{"table"}, Weight: 5}}}
	l.view(func(x *Index) {
		l.ask(x, q)
		q.Holds = func(Set) bool { looks++; return true }
		for range 20 { // a search promises nothing to the next
			if _, _, err := x.Best(q); err != nil || looks != 3 {
				t.Fatalf("%d articles are looked at, want 3, %v", looks, err)
			}
			looks = 0
		}
	})
}

func TestTheBestSoFarHaveToDoWhenTimeIsUp(t *testing.T) {
	l := newLibrary(t)
	l.write(alikeFrom(1, 300)...)
	for _, limit := range []int{5, 1000} {
		synctest.Test(t, func(t *testing.T) {
			looks := 0
			q := &Query{Limit: limit, Terms: []Term{{Spellings: []string{"tide"}, Weight: 1}}}
			q.Holds = func(Set) bool {
				time.Sleep(time.Second)
				looks++
				return true
			}
			for _, c := range []struct{ given, most int }{{-1, 0}, {100, 100 + deadlineEvery}, {2000, 300}} {
				q.Until, looks = time.Now().Add(time.Duration(c.given)*time.Second), 0
				l.view(func(x *Index) {
					best, whole, err := x.Best(q)
					if err != nil || whole != (c.given == 2000) || looks < min(c.given, c.most) || looks > c.most || len(best) != min(looks, limit) {
						t.Errorf("%d found of %d looked at in %d s, whole is %v, error %v", len(best), looks, c.given, whole, err)
					}
				})
			}
		})
	}
}

func TestAQuestionOfNoTermsFindsNothing(t *testing.T) {
	l := newLibrary(t)
	q := &Query{Limit: 5}
	for range 2 { // an empty library, and one with something in it
		l.view(func(x *Index) {
			if best, whole, err := x.Best(q); len(best) != 0 || !whole || err != nil {
				t.Errorf("found %v, whole is %v, error %v", best, whole, err)
			}
			if err := x.Check(); err != nil || x.Size() != sizeOf(l.articles()) {
				t.Errorf("size %+v, error %v", x.Size(), err)
			}
		})
		l.write(plainArticle(1, []string{"tide"}))
		q.Terms = []Term{{Spellings: []string{"none", ""}, Weight: 1}, {Halves: []string{"tide", "none"}, Weight: 1}, {}}
	}
}

// A search allocates nothing for what it looks at: memory is only taken where more of it is
// needed than ever before.
func TestBestAllocatesNothingInTheSteadyState(t *testing.T) {
	l := newLibrary(t)
	c := newCorpus(17)
	for range 3 {
		all := make([]Article, 300)
		for i := range all {
			all[i] = c.article()
		}
		l.write(all...)
	}
	l.remove(c.number)
	var asked []*Query
	for range 20 {
		asked = append(asked, c.question())
	}
	l.view(func(x *Index) {
		for i, q := range asked {
			n := testing.AllocsPerRun(5, func() {
				_, _, err := x.Best(q)
				l.must(err)
			})
			if n != 0 {
				t.Errorf("question %d allocates %v times", i, n)
			}
		}
	})
}
