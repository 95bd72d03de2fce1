package index

import "math"

// Query is what sentences are looked for by.
type Query struct {
	Terms []Term // up to 64
	Limit int    // how many sentences are wanted
	Skip  int    // how many sentences at the start of each article are not
	// Among reports whether an article may be found; nil where each may.
	Among func(number, tag uint64) bool
	// Holds reports whether a sentence may be found whose paragraph holds some terms; nil where each may.
	Holds func(paragraph Set) bool
}

// Term is a word that is looked for.
type Term struct {
	Spellings []string // the terms of the index that count as it
	Halves    []string // two terms that count as it where one sentence holds both, or none
	Weight    float64
}

// Set is a set of the terms of a query: bits of their places in it.
type Set uint64

// Candidate is a sentence that was found. What scores are of, weighed, is its score.
type Candidate struct {
	Doc
	Number   uint64 // of the article
	Sentence int
	Score    float64

	Own, Context, Whole, Before, After float64 // what it scores itself, its paragraph, its article and the sentences beside it

	Paragraph, Title, All Set // the terms that its paragraph, its article's first sentence and its article hold
}

// walk is a posting list on its way through a segment.
type walk struct {
	postings
	term   int
	half   int // 1 and 2 of a term in two halves, 0 of others
	weight float32
}

// group is the walks [from, to) of a term, and their bits in held.
type group struct {
	from, to, term int
	bits           uint64
}

// match is a sentence of an article that holds a term, and how often.
type match struct{ sentence, times int }

// scratch is the memory of a search.
type scratch struct {
	scoring
	query *Query
	*segment
	index int32 // of the segment

	walks   []walk
	groups  []group
	most    []float32 // by article: what its best sentence scores at most
	held    []uint64  // by article: which walks hold it, those behind share the last bit
	touched []uint32  // the articles that most is not 0 for

	best  []Candidate
	least []float64 // the best scores, a heap with the lowest first
	floor float64   // what a sentence must score to be among the best

	// Of the article at hand:
	dead           postings // the last list that dead articles were looked for in
	matches, other []match
	own, context   []float64 // by sentence: its own score, and its paragraph's
	around         []Set     // by sentence: what its paragraph holds
	found          []int     // the sentences that hold a term
	title, whole   Set
	score          float64 // as a whole
}

// Best returns the sentences that score highest, best first; of equal scores those of older
// articles, and of these those that come first. They are valid until the next search.
func (x *Index) Best(q *Query) (best []Candidate, err error) {
	r := &x.scratch
	defer func() {
		if err != nil {
			*r = scratch{} // what it was about is half done
		}
	}()
	defer caught(&err)
	r.scoring.set(x.size)
	r.query, r.best, r.least, r.floor = q, r.best[:0], r.least[:0], math.Inf(-1)
	for i := range x.segments {
		r.segment, r.index = &x.segments[i], int32(i)
		r.search()
	}
	r.segment, r.query = nil, nil
	return r.cut(q.Limit), nil
}

// search looks at what may be among the best of a segment: first at the articles that promise
// most, so that few of the others have to be looked at.
func (r *scratch) search() {
	r.open()
	if len(r.walks) == 0 {
		return
	}
	r.promise()
	high := r.threshold()
	for _, a := range r.touched {
		if r.most[a] >= high {
			r.visit(int(a))
		}
	}
	for _, a := range r.touched {
		if m := r.most[a]; m < high && float64(m) >= r.floor {
			r.visit(int(a))
		}
	}
	for _, a := range r.touched {
		r.most[a], r.held[a] = 0, 0
	}
}

// open reads the posting lists that the segment has of the terms.
func (r *scratch) open() {
	r.walks, r.groups = r.walks[:0], r.groups[:0]
	for i := range r.query.Terms {
		t, from := &r.query.Terms[i], len(r.walks)
		for _, s := range t.Spellings {
			r.walk(s, i, 0)
		}
		for half, s := range t.Halves {
			r.walk(s, i, half+1)
		}
		g := group{from: from, to: len(r.walks), term: i}
		for j := g.from; j < g.to; j++ {
			g.bits |= bitOf(j)
		}
		if g.bits != 0 {
			r.groups = append(r.groups, g)
		}
	}
}

// bitOf is the bit of a walk in held.
func bitOf(walk int) uint64 { return 1 << min(walk, 63) }

// walk adds the posting list of a spelling.
func (r *scratch) walk(spelling string, term, half int) {
	w := r.lookup(hashOf(spelling), spelling)
	if w.articles == 0 {
		return
	}
	if n := len(r.walks); n < cap(r.walks) {
		r.walks = r.walks[:n+1]
	} else {
		r.walks = append(r.walks, walk{})
	}
	next := &r.walks[len(r.walks)-1]
	next.term, next.half, next.weight = term, half, float32(r.query.Terms[term].Weight)
	r.segment.postings(&w, &next.postings)
}

// promise fills most, held and touched. Where a sentence holds both halves of a term they
// are worth as much as the term, of which the first has all.
func (r *scratch) promise() {
	if len(r.most) < r.segment.articles {
		r.most, r.held = make([]float32, r.segment.articles), make([]uint64, r.segment.articles)
	}
	r.touched = r.touched[:0]
	for i := range r.walks {
		w := &r.walks[i]
		weight, bit := w.weight, bitOf(i)
		if w.half == 2 {
			weight = 0
		}
		impacts := w.impacts[:len(w.articles)]
		for j, a := range w.articles {
			if r.held[a] == 0 {
				r.touched = append(r.touched, a)
			}
			r.held[a] |= bit
			r.most[a] += weight * r.scoring.most[impacts[j]]
		}
	}
}

// threshold returns what the articles promise at least that promise most: about as many as
// sentences are wanted.
func (r *scratch) threshold() float32 {
	const steps = 64
	top := float32(0)
	for _, a := range r.touched {
		top = max(top, r.most[a])
	}
	if top == 0 {
		return 0
	}
	var count [steps + 1]int
	for _, a := range r.touched {
		count[int(r.most[a]/top*steps)]++
	}
	step := steps
	for n := count[steps]; step > 0 && n < r.query.Limit; n += count[step] {
		step--
	}
	return top * float32(step) / steps
}
