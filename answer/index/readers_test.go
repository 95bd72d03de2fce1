package index

import (
	"slices"
	"sync"
	"testing"

	"verbatim/store"
)

// Readers see the same answers all the while that merges are under way, and share a cache with
// each other and with these.
func TestReadersSeeNothingOfMerges(t *testing.T) {
	l := newLibrary(t)
	c := newCorpus(11)
	for range 3 * mergeFactor {
		a := c.article()
		a.Layout = make([]byte, inlineSize/mergeFactor)
		l.write(a)
	}
	asked := []*Query{c.question(), c.question(), c.question()}
	var want [][]Candidate
	for _, q := range asked {
		want = append(want, exhaustive(l.articles(), q))
	}
	settled := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for i := 0; ; i++ {
				l.answersAs(asked[i%len(asked)], want[i%len(asked)])
				select {
				case <-settled:
					return
				default:
				}
			}
		})
	}
	if merges := l.settle(true); merges < 3 {
		t.Errorf("%d merges", merges)
	}
	close(settled)
	readers.Wait()
}

// answersAs checks the answer to a question, from any goroutine.
func (l *library) answersAs(q *Query, want []Candidate) {
	err := l.tenant.View(func(tx *store.Tx) error {
		x, err := Open(tx, l.cache)
		if err != nil {
			return err
		}
		defer x.Close()
		best, _, err := x.Best(q)
		for i := range best {
			best[i].Doc = Doc{}
		}
		if !slices.EqualFunc(best, want, alike) {
			l.Errorf("found\n%+v, want\n%+v", best, want)
		}
		return err
	})
	if err != nil {
		l.Error(err)
	}
}
