package index

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// read returns what the record of an article tells of it.
func (l *library) read(x *Index, number uint64) (a Article) {
	l.Helper()
	d, ok, err := x.Find(number)
	l.must(err)
	if !ok {
		l.Fatalf("article %d is not found", number)
	}
	var r Record
	l.must(x.Record(d, &r))
	return r.article()
}

// article returns what a record tells.
func (r *Record) article() (a Article) {
	a.Number, a.Layout = r.Article(), r.Layout()
	for i := range r.lists {
		a.Names = append(a.Names, words(r, r.Names(i, nil)))
	}
	for i := range r.Sentences() {
		a.Sentences = append(a.Sentences, Sentence{Mark: r.Mark(i), Words: words(r, r.Tokens(i, nil))})
	}
	return a
}

// words returns what the types of tokens tell of them.
func words(r *Record, tokens []Token) (all []Word) {
	types := r.Types()
	hints := types.Hints(tokens, nil)
	for i, t := range tokens {
		hint := types.Hint(t.Type)
		w := Word{Form: strings.Clone(types.Form(t.Type)), Term: strings.Clone(types.Term(t.Type)), Flags: hint.Flags & given, Mark: t.Mark}
		if hint != HintOf(w.Form, w.Term, w.Flags) || hint != hints[i] {
			return nil
		}
		all = append(all, w)
	}
	return all
}

// recorded reports whether an article is what a record ought to tell of another.
func (a *Article) recorded(of *Article) bool {
	return a.Number == of.Number && bytes.Equal(a.Layout, of.Layout) &&
		slices.EqualFunc(a.Names, of.Names, slices.Equal[[]Word]) &&
		slices.EqualFunc(a.Sentences, of.Sentences, func(s, t Sentence) bool { return s.Mark == t.Mark && slices.Equal(s.Words, t.Words) })
}

// recalls checks the records of all articles.
func (l *library) recalls() {
	l.Helper()
	l.view(func(x *Index) {
		for _, a := range l.articles() {
			if got := l.read(x, a.Number); !got.recorded(a) {
				l.Fatalf("of article %d the record is\n%.2000v, want\n%.2000v", a.Number, got, a)
			}
		}
	})
}

func TestARecordGivesBackWhatWasGiven(t *testing.T) {
	for seed := range uint64(15) {
		l, c := newLibrary(t), newCorpus(seed)
		for range 1 + c.IntN(2*mergeFactor) {
			batch := make([]Article, 1+c.IntN(3))
			for i := range batch {
				batch[i] = c.article()
			}
			l.write(batch...)
		}
		l.recalls()
		l.remove(c.some(l.articles())...)
		l.settle(true)
		l.recalls()
	}
}

func TestWordsThatDifferInAnythingAreToldApart(t *testing.T) {
	l := newLibrary(t)
	var all []Word
	for _, form := range []string{"tide", "tides", "", "прилив", "\xff"} {
		for _, term := range []string{"tide", "tides", ""} {
			for flags := range mark {
				all = append(all, Word{form, term, flags, 0}, Word{form, term, flags, 255})
			}
		}
	}
	l.write(Article{Number: 1, Names: [][]Word{all, nil, all[:1]}, Sentences: []Sentence{{Mark: 255, Words: all}, {}, {Words: all[3:]}}})
	l.recalls()
}

func TestAnArticleIsFoundUnlessItIsRemoved(t *testing.T) {
	l := newLibrary(t)
	l.write(plainArticle(2), plainArticle(5), plainArticle(9))
	l.write(plainArticle(1<<40), plainArticle(1<<63+1))
	l.remove(5)
	l.view(func(x *Index) {
		for _, n := range []uint64{0, 1, 2, 3, 5, 9, 10, 1 << 40, 1 << 63, 1<<63 + 1, 1<<64 - 1} {
			_, ok, err := x.Find(n)
			if want := l.live[n] != nil; ok != want || err != nil {
				t.Errorf("article %d: found is %v, want %v, %v", n, ok, want, err)
			}
		}
	})
}
