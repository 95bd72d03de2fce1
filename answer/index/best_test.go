package index

import (
	"flag"
	"math"
	"testing"

	"verbatim/store"
)

var corpora = flag.Int("corpora", 300, "how many random corpora TestBestFindsWhatAnExhaustiveScorerFinds asks")

// questions is how many are asked of each corpus.
const questions = 4

func TestBestFindsWhatAnExhaustiveScorerFinds(t *testing.T) {
	l := newLibrary(t)
	for seed := range uint64(*corpora) {
		clear(l.live)
		c := newCorpus(seed)
		l.update(func(tx *store.Tx) error {
			if err := Clear(tx); err != nil {
				return err
			}
			return l.fill(tx, c)
		})
		l.view(func(x *Index) {
			if got, want := x.Size(), sizeOf(l.articles()); got != want {
				t.Errorf("size %+v, want %+v", got, want)
			}
			for range questions {
				l.ask(x, c.question())
			}
		})
		if t.Failed() {
			t.Fatalf("corpus %d", seed)
		}
	}
}

// fill writes a corpus, with removals and merges in between.
func (l *library) fill(tx *store.Tx, c *corpus) error {
	for left := c.articles; left > 0; {
		batch := make([]Article, 1+c.IntN(left))
		left -= len(batch)
		for i := range batch {
			batch[i] = c.article()
		}
		if err := l.writeIn(tx, batch); err != nil {
			return err
		}
		if err := l.removeIn(tx, c.some(l.articles())); err != nil {
			return err
		}
		if c.IntN(4) == 0 {
			if err := mergeIn(tx, c.IntN(2) == 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// some returns the numbers of a few articles, or of many.
func (c *corpus) some(of []*Article) (numbers []uint64) {
	if c.IntN(2) == 0 {
		return nil
	}
	share := 1 + c.IntN(20)
	for _, a := range of {
		if c.IntN(share) == 0 && c.IntN(2) == 0 {
			numbers = append(numbers, a.Number)
		}
	}
	return append(numbers, c.number+100) // of none
}

// mergeIn makes the merge that is due, if one is, in one transaction.
func mergeIn(tx *store.Tx, rest bool) error {
	m, err := Plan(tx, nil, rest)
	if m == nil || err != nil {
		return err
	}
	err = m.Make()
	for done := false; !done && err == nil; {
		done, err = m.Step(tx)
	}
	return err
}

// ask compares the answer of an index to a question with the plain one.
func (l *library) ask(x *Index, q *Query) {
	l.Helper()
	got, whole, err := x.Best(q)
	if err != nil || !whole {
		l.Fatalf("whole is %v, error %v", whole, err)
	}
	want := exhaustive(l.articles(), q)
	if len(got) != len(want) {
		l.Errorf("found %d sentences, want %d, for %+v", len(got), len(want), q)
		return
	}
	for i, c := range got {
		var r Record
		l.must(x.Record(c.Doc, &r))
		if r.Article() != c.Number {
			l.Errorf("%+v is where article %d stands, want %d", c.Doc, r.Article(), c.Number)
		}
		c.Doc = Doc{}
		if !alike(c, want[i]) {
			l.Errorf("place %d of %d is\n%+v, want\n%+v, for %+v", i, len(got), c, want[i], q)
			return
		}
	}
}

// alike reports whether two candidates are the same but for the rounding of numbers.
func alike(a, b Candidate) bool {
	for _, n := range [][2]*float64{{&a.Score, &b.Score}, {&a.Own, &b.Own}, {&a.Context, &b.Context}, {&a.Whole, &b.Whole}, {&a.Before, &b.Before}, {&a.After, &b.After}} {
		if math.Abs(*n[0]-*n[1]) > 1e-9 {
			return false
		}
		*n[0] = *n[1]
	}
	return a == b
}
