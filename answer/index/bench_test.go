package index

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"verbatim/store"
)

// prose makes articles with words as frequent as those of a language: the n-th a share of 1/n.
type prose struct {
	*rand.Rand
	words []Word
}

func newProse() *prose {
	p := &prose{Rand: rand.New(rand.NewPCG(1, 2))}
	for n := range 40000 {
		w := Word{Form: fmt.Sprintf("word%d", n), Term: fmt.Sprintf("word%d", n)}
		switch {
		case n < 60:
			w.Flags = Stop
		case n%5 == 0:
			w.Term = fmt.Sprintf("word%d", n/5)
		}
		p.words = append(p.words, w)
	}
	return p
}

// word returns a word, and the rank of one.
func (p *prose) word() Word {
	return p.words[int(math.Exp(p.Float64()*math.Log(float64(len(p.words)))))-1]
}

// article returns an article of paragraphs of three sentences of 20 words.
func (p *prose) article(number uint64, paragraphs int) Article {
	a := Article{Number: number, Layout: make([]byte, 4*paragraphs)}
	for i := range 3 * paragraphs {
		s := Sentence{Opens: i%3 == 0}
		for range 20 {
			s.Words = append(s.Words, p.word())
		}
		a.Sentences = append(a.Sentences, s)
	}
	return a
}

// proseLibrary is a library of so many articles, in few segments.
func proseLibrary(b *testing.B, articles, paragraphs int) *library {
	l, p := newLibrary(b), newProse()
	for number := 0; number < articles; {
		var all []Article
		for range min(2000, articles-number) {
			number++
			all = append(all, p.article(uint64(number), paragraphs))
		}
		l.update(func(tx *store.Tx) error { return Write(tx, all) })
	}
	l.settle(true)
	b.ResetTimer()
	b.ReportAllocs()
	return l
}

// opened runs f with the index open.
func (l *library) opened(f func(*Index)) {
	l.must(l.tenant.View(func(tx *store.Tx) error {
		x, err := Open(tx, l.cache)
		if err != nil {
			return err
		}
		defer x.Close()
		f(x)
		return nil
	}))
}

// asks are questions by the ranks of their words.
var asks = []struct {
	name  string
	ranks []int
}{
	{"rare", []int{20001, 25003, 31007, 39001}},
	{"usual", []int{101, 702, 3003, 12004}},
	{"frequent", []int{61, 62, 63, 64, 66, 67}},
}

func askOf(ranks []int) *Query {
	q := &Query{Limit: 16, Skip: 1}
	for _, n := range ranks {
		q.Terms = append(q.Terms, Term{Spellings: []string{fmt.Sprint("word", n)}, Weight: math.Log(float64(n))})
	}
	return q
}

func BenchmarkBest(b *testing.B) {
	for _, size := range []struct{ articles, paragraphs int }{{10000, 1}, {1000, 20}} {
		b.Run(fmt.Sprintf("%dx%d", size.articles, size.paragraphs), func(b *testing.B) {
			l := proseLibrary(b, size.articles, size.paragraphs)
			l.opened(func(x *Index) {
				for _, ask := range asks {
					b.Run(ask.name, func(b *testing.B) { best(b, x, askOf(ask.ranks)) })
				}
			})
		})
	}
}

func best(b *testing.B, x *Index, q *Query) {
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := x.Best(q); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen opens the index for one question, as an answer does.
func BenchmarkOpen(b *testing.B) {
	q := askOf(asks[0].ranks)
	l := proseLibrary(b, 10000, 1)
	for b.Loop() {
		l.opened(func(x *Index) {
			_, _, err := x.Best(q)
			l.must(err)
		})
	}
}

func BenchmarkCount(b *testing.B) {
	l := proseLibrary(b, 10000, 1)
	l.opened(func(x *Index) {
		for i := 0; b.Loop(); i++ {
			_, err := x.Count(fmt.Sprint("word", i%50000)) // one in five is none
			l.must(err)
		}
	})
}

func BenchmarkNear(b *testing.B) {
	l := proseLibrary(b, 10000, 1)
	l.opened(func(x *Index) {
		for b.Loop() {
			l.must(x.Near(Words, "wrod1234", 2, func([]byte, Use) {}))
		}
	})
}

// BenchmarkRecord opens records of articles of 20 paragraphs and reads three sentences of each.
func BenchmarkRecord(b *testing.B) {
	l := proseLibrary(b, 1000, 20)
	l.opened(func(x *Index) {
		var r Record
		var tokens []Token
		for i := 0; b.Loop(); i++ {
			d, _, err := x.Find(uint64(i%1000 + 1))
			l.must(err)
			l.must(x.Record(d, &r))
			types := r.Types()
			for s := 20; s < 23; s++ {
				tokens = r.Tokens(s, tokens[:0])
				for _, t := range tokens {
					_ = types.Hint(t.Type)
				}
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	p := newProse()
	var all []Article
	words := 0
	for n := range uint64(2000) {
		all = append(all, p.article(n+1, 2))
		words += 2 * 3 * 20
	}
	b.ReportAllocs()
	for b.Loop() {
		builder := newBuilder()
		for i := range all {
			builder.add(&all[i])
		}
		builder.encode()
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkMerge makes one segment of mergeFactor with 500 articles each.
func BenchmarkMerge(b *testing.B) {
	l, p := newLibrary(b), newProse()
	words := 0
	for i := range uint64(mergeFactor) {
		var all []Article
		for n := range uint64(500) {
			all = append(all, p.article(i*500+n+1, 1))
			words += 3 * 20
		}
		l.write(all...)
	}
	b.ReportAllocs()
	for b.Loop() {
		if l.made(false) == nil {
			b.Fatal("no merge is due")
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
