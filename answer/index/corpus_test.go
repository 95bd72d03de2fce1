package index

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
)

// corpus makes random articles and questions. Its words are few, so that they repeat.
type corpus struct {
	*rand.Rand
	words     []Word
	terms     []string // theirs, those of marks, and some that none has
	articles  int      // how many there are about
	sentences int      // how many an article has at most
	length    int      // how many words a sentence has at most
	openness  int      // a sentence in so many opens a paragraph
	number    uint64   // of the last article
}

// shapes are what corpora are like: a few long articles, many short ones, enough for a
// term to have several blocks of postings.
var shapes = []struct{ words, articles, sentences, length int }{
	{6, 4, 30, 20}, {40, 8, 40, 100}, {12, 30, 8, 12}, {60, 60, 12, 30}, {8, 40, 3, 5}, {25, 300, 3, 8}, {200, maxVisits - 1, 2, 10},
}

func newCorpus(seed uint64) *corpus {
	c := &corpus{Rand: rand.New(rand.NewPCG(seed, 7))}
	shape := shapes[c.IntN(len(shapes))]
	c.articles, c.sentences, c.length, c.openness = 1+c.IntN(shape.articles), 1+c.IntN(shape.sentences), 1+c.IntN(shape.length), 1+c.IntN(5)
	for i := range 1 + c.IntN(shape.words) {
		term := fmt.Sprint("term", i)
		c.terms = append(c.terms, term)
		for range 1 + c.IntN(3) {
			w := Word{Form: term, Term: term}
			if c.IntN(3) > 0 {
				w.Form = fmt.Sprint(term, "form", c.IntN(4))
			}
			w.Flags = []Flags{0, 0, 0, Capital, Capital, Stop, Joined, Stop | Joined}[c.IntN(8)]
			c.words = append(c.words, w)
		}
	}
	c.terms = append(c.terms, "\x01a", "\x01b", "none", "")
	return c
}

// word returns a word: some are much more frequent than others.
func (c *corpus) word() Word {
	at := c.Float64()
	w := c.words[int(at*at*float64(len(c.words)))]
	if c.IntN(4) == 0 {
		w.Mark = uint8(c.IntN(256))
	}
	return w
}

func (c *corpus) list(n int) (all []Word) {
	for range n {
		all = append(all, c.word())
	}
	return all
}

// chant returns a word again and again.
func (c *corpus) chant() (all []Word) {
	w := c.word()
	for range 1 + c.IntN(3*farOften) {
		all = append(all, w)
	}
	return all
}

// article returns the next article.
func (c *corpus) article() Article {
	c.number += 1 + c.Uint64N(3)
	a := Article{Number: c.number, Tag: c.Uint64(), Layout: []byte(fmt.Sprint("layout of ", c.number))}
	for range c.IntN(3) {
		a.Marks = append(a.Marks, c.pick([]string{"\x01a", "\x01b", "\x01c"}))
	}
	for range c.IntN(3) {
		a.Names = append(a.Names, c.list(c.IntN(4)))
	}
	for i := range 1 + c.IntN(c.sentences) {
		a.Sentences = append(a.Sentences, c.sentence(i == 0, len(a.Names)))
	}
	return a
}

func (c *corpus) sentence(first bool, lists int) Sentence {
	s := Sentence{Opens: first && c.IntN(20) > 0 || c.IntN(c.openness) == 0, Mark: uint8(c.IntN(4))}
	switch c.IntN(20) {
	case 0, 1: // it must not be found
		return s
	case 2:
		s.Words = c.chant()
	default:
		s.Words = c.list(1 + c.IntN(c.length))
	}
	for list := range lists {
		if c.IntN(4) == 0 {
			s.By = append(s.By, list)
		}
	}
	return s
}

func (c *corpus) pick(from []string) string { return from[c.IntN(len(from))] }

// question returns something to ask.
func (c *corpus) question() *Query {
	q := &Query{Limit: 1 + c.IntN(1+c.IntN(100)), Skip: []int{0, 1, 1, 2}[c.IntN(4)]}
	most := 8
	if c.IntN(10) == 0 {
		most = 64
	}
	for range 1 + c.IntN(most) {
		q.Terms = append(q.Terms, c.term())
	}
	if k := c.Uint64N(12); k < 3 {
		q.Among = func(number, tag uint64) bool { return (number+tag)%3 != k }
	}
	switch set := Set(c.Uint64()); c.IntN(8) {
	case 0:
		q.Holds = func(paragraph Set) bool { return paragraph&set != 0 }
	case 1:
		q.Holds = func(paragraph Set) bool { return bits.OnesCount64(uint64(paragraph)) > 1 }
	}
	return q
}

func (c *corpus) term() Term {
	t := Term{Weight: .01 + 8*c.Float64()}
	for _, i := range c.Perm(len(c.terms))[:min(c.IntN(4), len(c.terms))] {
		t.Spellings = append(t.Spellings, c.terms[i])
	}
	if len(t.Spellings) == 0 || c.IntN(8) == 0 {
		t.Halves = []string{c.pick(c.terms), c.pick(c.terms)}
	}
	return t
}
