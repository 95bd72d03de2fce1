package index

import (
	"cmp"
	"slices"
)

// exhaustive answers a question the plain way: it reads every sentence of every article, and
// scores it by what score.go says a score is.
func exhaustive(articles []*Article, q *Query) (all []Candidate) {
	size := sizeOf(articles)
	for _, a := range articles {
		if q.Among == nil || q.Among(a.Number, a.Tag) {
			all = append(all, newReading(a, q, size).candidates(a, q)...)
		}
	}
	slices.SortFunc(all, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Sentence, b.Sentence))
	})
	return all[:min(len(all), q.Limit)]
}

func sizeOf(articles []*Article) (size Size) {
	for _, a := range articles {
		size.Articles++
		for _, s := range a.Sentences {
			size.Sentences++
			if s.Opens {
				size.Paragraphs++
			}
			size.Words += s.count()
		}
	}
	return size
}

// count returns how many words a sentence has: several read as one are not one more.
func (s *Sentence) count() (n int) {
	for _, w := range s.Words {
		if w.Flags&Joined == 0 {
			n++
		}
	}
	return n
}

// count returns how often a term stands in a sentence: as a word, in the names that it is
// found by and, in the first, among the marks of the article.
func (a *Article) count(sentence int, term string) (n int) {
	s := &a.Sentences[sentence]
	n = among(s.Words, term)
	for _, list := range s.By {
		n += among(a.Names[list], term)
	}
	for _, m := range a.Marks {
		if sentence == 0 && m == term {
			n++
		}
	}
	return n
}

func among(words []Word, term string) (n int) {
	for i := range words {
		if words[i].Term == term && words[i].Flags&Stop == 0 {
			n++
		}
	}
	return n
}

// times returns how often a term of a question stands in a sentence.
func (t *Term) times(a *Article, sentence int) (n int) {
	for _, spelling := range t.Spellings {
		n += a.count(sentence, spelling)
	}
	if len(t.Halves) == 2 && a.count(sentence, t.Halves[0]) > 0 && a.count(sentence, t.Halves[1]) > 0 {
		n++
	}
	return n
}

// stretch is a text that terms are looked for in: a sentence, a paragraph or an article.
type stretch struct {
	length int
	times  []int // of each term
	holds  Set
	score  float64
}

func newStretch(a *Article, q *Query, from, to int, k1, b, mean float64) stretch {
	r := stretch{times: make([]int, len(q.Terms))}
	for i := from; i < to; i++ {
		r.length += a.Sentences[i].count()
	}
	for t := range q.Terms {
		for i := from; i < to; i++ {
			r.times[t] += q.Terms[t].times(a, i)
		}
		if n := float64(r.times[t]); n > 0 {
			r.holds |= 1 << t
			r.score += q.Terms[t].Weight * (n * (k1 + 1) / (n + k1*(1-b+b*float64(r.length)/mean)))
		}
	}
	return r
}

// reading is an article that was read for a question.
type reading struct {
	sentences  []stretch
	paragraphs []stretch // the one that each sentence stands in
	whole      stretch
	title      Set
}

func newReading(a *Article, q *Query, size Size) (r reading) {
	mean := func(of int) float64 { return max(1, float64(size.Words)/float64(max(1, of))) }
	n := len(a.Sentences)
	for from, to := 0, 1; from < n; from, to = to, to+1 {
		for to < n && !a.Sentences[to].Opens {
			to++
		}
		p := newStretch(a, q, from, to, paragraphK1, paragraphB, mean(size.Paragraphs))
		for i := from; i < to; i++ {
			r.sentences = append(r.sentences, newStretch(a, q, i, i+1, sentenceK1, sentenceB, mean(size.Sentences)))
			r.paragraphs = append(r.paragraphs, p)
		}
	}
	r.whole = newStretch(a, q, 0, n, articleK1, articleB, mean(size.Articles))
	for _, s := range r.sentences[:min(n, q.Skip)] {
		r.title |= s.holds
	}
	return r
}

// candidates returns the sentences that hold a term and may be found.
func (r reading) candidates(a *Article, q *Query) (all []Candidate) {
	for i := q.Skip; i < len(r.sentences); i++ {
		if r.sentences[i].holds == 0 || q.Holds != nil && !q.Holds(r.paragraphs[i].holds) {
			continue
		}
		c := Candidate{Number: a.Number, Sentence: i, Own: r.sentences[i].score, Context: r.paragraphs[i].score, Whole: r.whole.score,
			Paragraph: r.paragraphs[i].holds, Title: r.title, All: r.whole.holds}
		if i > q.Skip {
			c.Before = r.sentences[i-1].score
		}
		if i+1 < len(r.sentences) {
			c.After = r.sentences[i+1].score
		}
		c.Score = c.Own + c.Context*paragraphShare + c.Whole*articleShare + (c.Before+c.After)*neighbourShare
		all = append(all, c)
	}
	return all
}
