package index

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// model is what the index ought to hold: for each article its sentences' terms.
type model map[uint64][]Sentence

// find returns the matches of a term as "article/sentence×times", in no order.
func (m model) find(term string) map[string]bool {
	found := map[string]bool{}
	for number, sentences := range m {
		for i, s := range sentences {
			n := 0
			for _, t := range s.Terms {
				if t == term {
					n++
				}
			}
			if n > 0 {
				found[fmt.Sprintf("%d/%d×%d", number, i, n)] = true
			}
		}
	}
	return found
}

func search(t *testing.T, tenant *store.Tenant, term string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	view(t, tenant, func(x *Index) {
		err := x.Search([][]string{{term}}, func(h *Hits) {
			for _, m := range h.Matches {
				found[fmt.Sprintf("%d/%d×%d", h.Article, m.Sentence, m.TF)] = true
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	return found
}

func view(t *testing.T, tenant *store.Tenant, f func(*Index)) {
	t.Helper()
	err := tenant.View(func(tx *store.Tx) error {
		x, err := Open(tx)
		if err == nil {
			f(x)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func update(t *testing.T, tenant *store.Tenant, f func(*store.Tx) error) {
	t.Helper()
	if err := tenant.Update(f); err != nil {
		t.Fatal(err)
	}
}

// randomArticle has sentences over a small vocabulary, so that terms repeat.
func randomArticle(rng *rand.Rand, number uint64) Article {
	a := Article{Number: number}
	for i := range 1 + rng.IntN(12) {
		s := Sentence{Opens: i == 0 || rng.IntN(3) == 0, Length: rng.IntN(40)}
		for range rng.IntN(8) {
			s.Terms = append(s.Terms, fmt.Sprint("term", rng.IntN(30)))
			s.Words = append(s.Words, fmt.Sprint("word", rng.IntN(30)))
		}
		a.Sentences = append(a.Sentences, s)
	}
	return a
}

func TestRandomWritesAndRemovesFindWhatAModelFinds(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	rng := rand.New(rand.NewPCG(1, 2))
	m := model{}
	number := uint64(0)
	for round := range 300 {
		update(t, tenant, func(tx *store.Tx) error {
			if len(m) > 0 && rng.IntN(3) == 0 {
				old := slices.Sorted(maps.Keys(m))[rng.IntN(len(m))]
				delete(m, old)
				return Remove(tx, old)
			}
			var batch []Article
			for range 1 + rng.IntN(5) {
				number++
				a := randomArticle(rng, number)
				m[number] = a.Sentences
				batch = append(batch, a)
			}
			return Write(tx, batch)
		})
		term := fmt.Sprint("term", rng.IntN(31))
		if got, want := search(t, tenant, term), m.find(term); !maps.Equal(got, want) {
			t.Fatalf("round %d, %s: got %v, want %v", round, term, got, want)
		}
	}
}

func TestRemovalsHoldAcrossTiers(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	rng := rand.New(rand.NewPCG(7, 8))
	live := map[uint64]bool{}
	for number := uint64(1); number <= 400; number++ {
		a := Article{Number: number}
		for range 1 << rng.IntN(10) {
			a.Sentences = append(a.Sentences, Sentence{Terms: []string{"a"}})
		}
		update(t, tenant, func(tx *store.Tx) error { return Write(tx, []Article{a}) })
		live[number] = true
		if old := 1 + rng.Uint64N(number); live[old] && rng.IntN(2) == 0 {
			update(t, tenant, func(tx *store.Tx) error { return Remove(tx, old) })
			delete(live, old)
		}
	}
	view(t, tenant, func(x *Index) {
		found := map[uint64]bool{}
		_ = x.Search([][]string{{"a"}}, func(h *Hits) { found[h.Article] = true })
		if x.Live() != len(live) || !maps.Equal(found, live) {
			t.Errorf("%d are live and %d found, want %d", x.Live(), len(found), len(live))
		}
	})
}

func TestASegmentThatIsMostlyDeadIsWrittenAnew(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	all := []Article{{Number: 1, Sentences: []Sentence{{Terms: []string{"a"}}}}, {Number: 2, Sentences: []Sentence{{Terms: []string{"a"}}}}}
	update(t, tenant, func(tx *store.Tx) error { return Write(tx, all) })
	for number := range uint64(2) {
		update(t, tenant, func(tx *store.Tx) error { return Remove(tx, number+1) })
	}
	view(t, tenant, func(x *Index) {
		if n, err := x.Count("a"); n != 0 || len(x.segments) != 0 || err != nil {
			t.Errorf("%d sentences in %d segments are left, %v", n, len(x.segments), err)
		}
	})
}

func TestMergesKeepTheNumberOfSegmentsSmall(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	for n := range uint64(200) {
		update(t, tenant, func(tx *store.Tx) error {
			return Write(tx, []Article{{Number: n + 1, Sentences: []Sentence{{Terms: []string{"a"}}}}})
		})
	}
	view(t, tenant, func(x *Index) {
		if n := len(x.segments); n >= mergeFactor {
			t.Errorf("%d segments of one tier, want fewer than %d", n, mergeFactor)
		}
	})
	if found := search(t, tenant, "a"); len(found) != 200 {
		t.Errorf("found %d of 200", len(found))
	}
}

func TestSentencesKeepTheirLengthAndParagraph(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	want := []Sentence{{Opens: true, Length: 3, Terms: []string{"a"}}, {Length: 40000, Terms: []string{"a"}}, {Opens: true, Length: 7, Terms: []string{"a"}}}
	update(t, tenant, func(tx *store.Tx) error { return Write(tx, []Article{{Number: 9, Sentences: want}}) })
	view(t, tenant, func(x *Index) {
		if got := x.Size(); got != (Size{Articles: 1, Paragraphs: 2, Sentences: 3, Words: 40010}) {
			t.Errorf("size %+v", got)
		}
		_ = x.Search([][]string{{"a"}}, func(h *Hits) {
			for i, s := range want {
				length, opens := h.Sentence(i)
				if length != min(s.Length, maxLength) || opens != s.Opens {
					t.Errorf("sentence %d: length %d, opens %v", i, length, opens)
				}
			}
		})
	})
}

func TestSpellingsCountAsOneTerm(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	update(t, tenant, func(tx *store.Tx) error {
		return Write(tx, []Article{{Number: 1, Sentences: []Sentence{{Terms: []string{"colour"}}, {Terms: []string{"color"}}}}})
	})
	view(t, tenant, func(x *Index) {
		_ = x.Search([][]string{{"none"}, {"colour", "color"}}, func(h *Hits) {
			if len(h.Matches) != 2 || h.Matches[0].Term != 1 || h.Matches[1].Term != 1 {
				t.Errorf("matches %v", h.Matches)
			}
		})
	})
}

func TestAFlippedBitIsAnErrorAndClearMendsIt(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	update(t, tenant, func(tx *store.Tx) error { return Write(tx, []Article{randomArticle(rand.New(rand.NewPCG(3, 4)), 1)}) })
	for _, part := range []string{headKey, blockKey, wordsKey} {
		update(t, tenant, func(tx *store.Tx) error {
			for key, value := range tx.Scan([]byte(part)) {
				flipped := slices.Clone(value)
				flipped[len(flipped)/2] ^= 4
				return tx.Put(slices.Clone(key), flipped)
			}
			return nil
		})
		if err := tenant.View(checkAll); err == nil {
			t.Errorf("a flipped bit in %s was not noticed", part)
		}
	}
	update(t, tenant, Clear)
	if err := tenant.View(checkAll); err != nil {
		t.Error(err)
	}
}

func checkAll(tx *store.Tx) error {
	x, err := Open(tx)
	if err != nil {
		return err
	}
	return x.Check()
}

func FuzzPostings(f *testing.F) {
	f.Add([]byte{1, 1, 200, 3, 0, 0})
	f.Fuzz(func(t *testing.T, steps []byte) {
		type posting struct{ sentence, tf int }
		var want []posting
		w := newPostingsWriter()
		at := -1
		for i := 0; i+1 < len(steps); i += 2 {
			at += 1 + int(steps[i])<<(steps[i+1]%16)
			p := posting{at, 1 + int(steps[i+1])}
			want = append(want, p)
			w.add(p.sentence, p.tf)
		}
		var got []posting
		for p := (entry{list: w.list}).postings(); p.next(); {
			got = append(got, posting{p.sentence, p.tf})
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	tenant := storetest.Open(b).Tenant("t")
	rng := rand.New(rand.NewPCG(5, 6))
	for batch := range uint64(20) {
		var all []Article
		for n := range uint64(500) {
			all = append(all, randomArticle(rng, batch*500+n+1))
		}
		if err := tenant.Update(func(tx *store.Tx) error { return Write(tx, all) }); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		_ = tenant.View(func(tx *store.Tx) error {
			x, err := Open(tx)
			if err != nil {
				return err
			}
			return x.Search([][]string{{"term1"}, {"term2"}, {"term3"}}, func(*Hits) {})
		})
	}
}
