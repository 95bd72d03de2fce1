package index

import (
	"bytes"
	"slices"
	"testing"

	"verbatim/store"
)

// bulky is an article so large that a segment of it has columns beside its head, which are
// written in several steps.
func bulky(number uint64, words ...string) Article {
	a := plainArticle(number, words)
	a.Layout = make([]byte, inlineSize)
	return a
}

// bulkies writes mergeFactor articles, a segment each, so that a merge is due.
func bulkies(l *library) {
	for n := range uint64(mergeFactor) {
		l.write(bulky(n+1, "tide", "table"))
	}
}

// holds checks that a term is found in the articles of some numbers, and that nothing else is
// left of others.
func (l *library) holds(term string, want ...uint64) {
	l.Helper()
	l.view(func(x *Index) {
		var got []uint64
		l.must(x.Each(term, func(number, _ uint64) bool {
			got = append(got, number)
			return true
		}))
		slices.Sort(got)
		if !slices.Equal(got, want) {
			l.Errorf("%s stands in %v, want %v", term, got, want)
		}
		l.must(x.Check())
	})
}

// leaves checks that no part is left of a segment that is not there.
func (l *library) leaves(segments int) {
	l.Helper()
	if n := l.keys(headKey); n != segments {
		l.Errorf("%d segments are left, want %d", n, segments)
	}
	l.must(l.tenant.View(func(tx *store.Tx) error {
		for _, kind := range []string{partKey, deadKey} {
			for key := range tx.Scan([]byte(kind)) {
				if tx.Get(segmentKey(headKey, keySegment(key))) == nil {
					l.Errorf("%q is left of a segment that is not there", key)
				}
			}
		}
		return nil
	}))
}

func TestWhatHappensWhileAMergeIsUnderWayIsKept(t *testing.T) {
	for _, c := range []struct {
		name     string
		act      func(*library)
		want     []uint64
		segments int
	}{
		{"nothing", func(*library) {}, []uint64{1, 2, 3, 4, 5, 6, 7, 8}, 1},
		{"a write", func(l *library) { l.write(bulky(9, "tide")) }, []uint64{1, 2, 3, 4, 5, 6, 7, 8, 9}, 2},
		{"all removed", func(l *library) { l.remove(1, 2, 3, 4, 5, 6, 7, 8) }, nil, 0},
		{"the index cleared", func(l *library) { l.update(Clear) }, nil, 0},
		{"the index made again", func(l *library) { l.update(Clear); l.write(bulky(3, "tide")) }, []uint64{3}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			for steps := range 3 { // before the first, and after some
				l := newLibrary(t)
				bulkies(l)
				m := l.made(false)
				for range steps {
					l.step(m)
				}
				c.act(l)
				l.finish(m)
				l.holds("tide", c.want...)
				l.leaves(c.segments)
			}
		})
	}
}

func TestARemovalWhileAMergeIsUnderWayIsKept(t *testing.T) {
	for removed := range uint64(mergeFactor) { // the first source is gone, or one in the midst, or the last
		l := newLibrary(t)
		for n := range uint64(mergeFactor) {
			l.write(bulky(2*n+1, "tide"), bulky(2*n+2, "tide"))
		}
		m := l.made(false)
		l.step(m)
		l.remove(2*removed+1, 1+(2*removed+2)%(2*mergeFactor))
		l.finish(m)
		want := slices.Sorted(func(yield func(uint64) bool) {
			for n := range l.live {
				yield(n)
			}
		})
		l.holds("tide", want...)
		l.leaves(1)
	}
}

func TestARemovalBeforeAMergeIsMadeIsKept(t *testing.T) {
	l := newLibrary(t)
	for n := range uint64(mergeFactor) {
		l.write(plainArticle(3*n+1, []string{"tide"}), plainArticle(3*n+2, []string{"tide"}), plainArticle(3*n+3, []string{"tide"}))
		l.remove(3*n + 2)
	}
	m := l.plan(false)
	l.remove(1, 4, 9)
	l.must(m.Make())
	l.finish(m)
	l.holds("tide", 3, 6, 7, 10, 12, 13, 15, 16, 18, 19, 21, 22, 24)
}

// A source is gone where all of its articles were removed.
func TestASourceThatIsGoneTakesNoOtherWithIt(t *testing.T) {
	for removed := range uint64(mergeFactor) {
		l := newLibrary(t)
		bulkies(l)
		m := l.made(false)
		l.step(m)
		l.remove(removed + 1)
		l.finish(m)
		var want []uint64
		for _, a := range l.articles() {
			want = append(want, a.Number)
		}
		l.holds("tide", want...)
	}
}

func TestAMergeThatWasGivenUpLeavesNothing(t *testing.T) {
	for steps := range 6 {
		l := newLibrary(t)
		bulkies(l)
		given := l.made(false)
		for range steps {
			if l.step(given) {
				t.Fatal("the merge has too few steps to be given up")
			}
		}
		l.cache = new(Cache) // the process has died
		l.holds("tide", 1, 2, 3, 4, 5, 6, 7, 8)
		l.settle(false)
		l.holds("tide", 1, 2, 3, 4, 5, 6, 7, 8)
		l.leaves(1)
	}
}

func TestMergesKeepTheNumberOfSegmentsSmall(t *testing.T) {
	l := newLibrary(t)
	tiers := 1
	for n := range uint64(100) {
		l.write(plainArticle(n+1, make([][]string, 1+tierBase/4)...))
		for sentences := l.size().Sentences / tierBase; tiers <= 8 && sentences >= 1<<(3*tiers-3); {
			tiers++
		}
		l.settle(false)
		if n := l.segments(); n >= mergeFactor*tiers {
			t.Fatalf("%d segments of %d tiers, want fewer than %d of each", n, tiers, mergeFactor)
		}
	}
	if n := l.size().Articles; n != 100 {
		t.Errorf("%d articles are left of 100", n)
	}
}

func (l *library) size() (size Size) {
	l.Helper()
	l.view(func(x *Index) { size = x.Size() })
	return size
}

func TestAtRestNoSegmentIsSmallBesideOthers(t *testing.T) {
	l := newLibrary(t)
	for n, sentences := range []int{5000, 900, 1, 1, 30, 2, 700, 1, 40, 1, 1, 20000, 3} {
		l.write(plainArticle(uint64(n+1), make([][]string, sentences)...))
	}
	l.settle(true)
	l.view(func(x *Index) {
		var sizes []int
		for i := range x.segments {
			sizes = append(sizes, x.segments[i].head.sentences)
		}
		slices.Sort(sizes)
		smaller := 0
		for i, n := range sizes {
			if i > 0 && n <= restShare*smaller {
				t.Errorf("segments of %v sentences are left", sizes)
			}
			smaller += n
		}
	})
	if merges := l.settle(true); merges != 0 {
		t.Errorf("%d more merges at rest", merges)
	}
	if got := l.size(); got.Articles != 13 || got.Sentences != 26680 {
		t.Errorf("%+v is left", got)
	}
}

// A source that is read although a bit of it was flipped is merged, and not planned again for good.
func TestASourceOfWhichABitWasFlippedIsMerged(t *testing.T) {
	for _, prefix := range []string{headKey, partKey} {
		l := newLibrary(t)
		bulkies(l)
		for _, v := range l.values() {
			if bytes.HasPrefix(v.key, []byte(prefix)) {
				v.is[len(v.is)/2] ^= 4
				l.update(func(tx *store.Tx) error { return tx.Put(v.key, v.is) })
				break
			}
		}
		l.cache = new(Cache) // which has seen nothing yet
		l.finish(l.made(false))
		if l.plan(false) != nil {
			t.Error("the same merge is due again")
		}
		l.holds("tide", 1, 2, 3, 4, 5, 6, 7, 8)
		l.leaves(1)
	}
}
