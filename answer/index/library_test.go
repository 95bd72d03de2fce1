package index

import (
	"maps"
	"slices"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// library is an index with what it ought to hold.
type library struct {
	testing.TB
	tenant *store.Tenant
	cache  *Cache
	live   map[uint64]*Article
}

func newLibrary(t testing.TB) *library {
	return &library{TB: t, tenant: storetest.Open(t).Tenant("t"), cache: new(Cache), live: map[uint64]*Article{}}
}

// update runs f in a transaction that is kept.
func (l *library) update(f func(*store.Tx) error) {
	l.Helper()
	if err := l.tenant.Update(f); err != nil {
		l.Fatal(err)
	}
}

// view opens the index with a cache that knows nothing, and so has all that f reads be checked.
func (l *library) view(f func(*Index)) {
	l.Helper()
	err := l.tenant.View(func(tx *store.Tx) error {
		x, err := Open(tx, nil)
		if err != nil {
			return err
		}
		defer x.Close()
		f(x)
		return nil
	})
	if err != nil {
		l.Fatal(err)
	}
}

func (l *library) must(err error) {
	l.Helper()
	if err != nil {
		l.Fatal(err)
	}
}

// write writes articles as one segment.
func (l *library) write(all ...Article) {
	l.Helper()
	l.update(func(tx *store.Tx) error { return l.writeIn(tx, all) })
}

func (l *library) writeIn(tx *store.Tx, all []Article) error {
	for i := range all {
		l.live[all[i].Number] = &all[i]
	}
	return Write(tx, all)
}

func (l *library) remove(numbers ...uint64) {
	l.Helper()
	l.update(func(tx *store.Tx) error { return l.removeIn(tx, numbers) })
}

func (l *library) removeIn(tx *store.Tx, numbers []uint64) error {
	for _, n := range numbers {
		delete(l.live, n)
	}
	return Remove(tx, numbers...)
}

// articles returns those that are live, in the order of their numbers.
func (l *library) articles() (all []*Article) {
	for _, n := range slices.Sorted(maps.Keys(l.live)) {
		all = append(all, l.live[n])
	}
	return all
}

// plan returns the merge that is due, or nil.
func (l *library) plan(rest bool) (m *Merge) {
	l.Helper()
	err := l.tenant.View(func(tx *store.Tx) (err error) {
		m, err = Plan(tx, l.cache, rest)
		return err
	})
	l.must(err)
	return m
}

// made returns the merge that is due, made, or nil.
func (l *library) made(rest bool) (m *Merge) {
	l.Helper()
	if m = l.plan(rest); m != nil {
		l.must(m.Make())
	}
	return m
}

// step takes a step of a merge.
func (l *library) step(m *Merge) (done bool) {
	l.Helper()
	l.update(func(tx *store.Tx) (err error) {
		done, err = m.Step(tx)
		return err
	})
	return done
}

func (l *library) finish(m *Merge) {
	l.Helper()
	for !l.step(m) {
	}
}

// settle makes all merges that are due, and returns how many.
func (l *library) settle(rest bool) (merges int) {
	l.Helper()
	for m := l.made(rest); m != nil; m = l.made(rest) {
		l.finish(m)
		merges++
	}
	return merges
}

// keys returns how many keys the index has under a prefix.
func (l *library) keys(prefix string) (n int) {
	l.Helper()
	l.must(l.tenant.View(func(tx *store.Tx) error {
		for range tx.Scan([]byte(prefix)) {
			n++
		}
		return nil
	}))
	return n
}

func (l *library) segments() (n int) {
	l.Helper()
	l.view(func(x *Index) { n = len(x.segments) })
	return n
}

// plainArticle is an article of one-word forms that are their own terms: a string a sentence.
func plainArticle(number uint64, sentences ...[]string) Article {
	a := Article{Number: number}
	for _, words := range sentences {
		s := Sentence{Opens: true}
		for _, w := range words {
			s.Words = append(s.Words, Word{Form: w, Term: w})
		}
		a.Sentences = append(a.Sentences, s)
	}
	return a
}
