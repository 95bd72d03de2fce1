package index

import (
	"cmp"
	"math"
	"slices"
)

// leg is a search in a segment.
type leg struct {
	*segment
	walks   []walk
	of      []promise // by article
	chain   []hit     // from 1 on
	touched []uint32  // the articles that have postings
}

// promise is what an article promises.
type promise struct {
	most  float32 // what its best sentence scores at most
	whole float32 // what it scores as a whole, nearly
	last  int32   // where the last of its postings stands in chain, 0 for none
	class uint8   // of its length, where it has postings
}

// walk is a posting list of a spelling of a term.
type walk struct {
	postings
	term   int
	half   int // 1 and 2 of a term in two halves, 0 of others
	weight float32
}

// hit is a posting of a walk, and where that of the same article before it stands in a chain.
type hit struct {
	walk, posting int32
	before        int32
}

// place is where an article stands: its leg 32 | its ordinal 32.
type place uint64

func placeOf(leg int, article uint32) place { return place(leg)<<32 | place(article) }

func (p place) leg() int     { return int(p >> 32) }
func (p place) article() int { return int(uint32(p)) }

func (r *scratch) begin(q *Query) {
	r.query, r.sentences, r.heap, r.floor = q, r.sentences[:0], r.heap[:0], math.Inf(-1)
	r.legs = r.legs[:0]
}

// push returns room for one more leg, with the memory of one that was there.
func (r *scratch) push() *leg {
	r.legs = grown(r.legs)
	return &r.legs[len(r.legs)-1]
}

// grown returns a slice with one more element, which has the memory of what was there.
func grown[T any](s []T) []T {
	if n := len(s); n < cap(s) {
		return s[:n+1]
	}
	var none T
	return append(s, none)
}

// sought is a spelling of a term that is looked up.
type sought struct {
	spelling string
	hash     uint64
	term     int
	half     int // as a walk has it
	weight   float32
}

// seek fills sought with the spellings of the terms of a query.
func (r *scratch) seek(q *Query) {
	r.sought = r.sought[:0]
	for i := range q.Terms {
		t := &q.Terms[i]
		for _, spelling := range t.Spellings {
			r.sought = append(r.sought, sought{spelling, hashOf(spelling), i, 0, float32(t.Weight)})
		}
		for half, spelling := range t.Halves {
			r.sought = append(r.sought, sought{spelling, hashOf(spelling), i, half + 1, float32(t.Weight)})
		}
	}
}

// open reads the posting lists that a segment has of what is sought. What lies far away in memory
// is asked for all at once, for one has to be waited for about as long as all.
func (r *scratch) open(l *leg, s *segment) {
	l.segment, l.walks, l.touched, l.chain = s, l.walks[:0], l.touched[:0], append(l.chain[:0], hit{})
	r.buckets, r.words = r.buckets[:0], r.words[:0]
	for i := range r.sought {
		r.buckets = append(r.buckets, s.bucket(r.sought[i].hash))
	}
	for _, b := range r.buckets {
		r.asked += s.at(wordColumn, b)[0]
	}
	for i, b := range r.buckets {
		w := s.wordIn(b, r.sought[i].spelling)
		if w.articles > 0 && len(w.list) == 0 {
			w.list = s.at(listColumn, w.listAt)
			r.asked += w.list[0]
		}
		r.words = append(r.words, w)
	}
	for i := range r.words {
		if r.words[i].articles > 0 {
			l.walk(&r.sought[i], &r.words[i])
		}
	}
	if len(l.of) < s.head.articles {
		l.of = make([]promise, s.head.articles)
	}
}

// walk adds the posting list of a word.
func (l *leg) walk(of *sought, w *word) {
	l.walks = grown(l.walks)
	next := &l.walks[len(l.walks)-1]
	next.term, next.half, next.weight = of.term, of.half, of.weight
	l.segment.postings(w, &next.postings)
}

// promise finds what the articles promise, and chains the postings of each. Where a sentence holds both
// halves of a term they are worth as much as the term, of which the first has all.
func (l *leg) promise(g *scoring) {
	mean := float32(g.byArticle.mean)
	for i := range l.walks {
		w := &l.walks[i]
		weight := w.weight
		if w.half == 2 {
			weight = 0
		}
		impacts := w.impacts[:len(w.articles)]
		n := len(l.chain)
		l.chain = slices.Grow(l.chain, len(w.articles))[:n+len(w.articles)]
		hits := l.chain[n:][:len(w.articles)]
		for j, a := range w.articles {
			p := &l.of[a]
			if p.last == 0 {
				l.touched = append(l.touched, a)
				p.class = classOf(leastWords(l.lengthOf(int(a))), mean)
			}
			hits[j] = hit{int32(i), int32(j), p.last}
			p.last = int32(n + j)
			whole := weight * g.mostWhole[int(p.class)<<4|timesIn(impacts[j])]
			p.whole += whole
			p.most += whole + weight*g.mostNear[impacts[j]]
		}
	}
}

// leave forgets the articles that may not be found: the dead, and those not among some.
func (l *leg) leave(among func(number, tag uint64) bool) {
	if len(l.dead) == 0 && among == nil {
		return
	}
	kept := l.touched[:0]
	for _, a := range l.touched {
		if l.isDead(int(a)) || among != nil && !among(l.articleNumber(int(a)), l.tag(int(a))) {
			l.of[a] = promise{}
			continue
		}
		kept = append(kept, a)
	}
	l.touched = kept
}

// close forgets what articles promise.
func (l *leg) close() {
	for _, a := range l.touched {
		l.of[a] = promise{}
	}
	l.segment = nil
}

// steps is how many steps scores are told apart by.
const steps = 256

// order fills ordered with the maxVisits articles that score highest as a whole, and of equals
// those of lower numbers: the first firstVisits with those that score highest first, told apart by
// steps, so that few of the others need to be visited; the others as they lie on disk and in the caches.
func (r *scratch) order() {
	high := float32(0)
	r.wholes = r.wholes[:0]
	for i := range r.legs {
		l := &r.legs[i]
		for _, a := range l.touched {
			whole := l.of[a].whole
			r.wholes = append(r.wholes, whole)
			high = max(high, whole)
		}
	}
	scale := float32(0)
	if high > 0 {
		scale = (steps - 1) / high
	}
	var end [steps + 1]int
	for _, whole := range r.wholes {
		end[stepOf(whole, scale)]++
	}
	from, last := 0, 0 // of the articles that are wanted, those that stand in the last step
	for ; last < steps && from+end[last] < maxVisits; last++ {
		end[last], from = from, from+end[last]
	}
	n := from + end[last]
	end[last] = from
	r.ordered = slices.Grow(r.ordered[:0], n)[:n]
	wholes := r.wholes
	for i := range r.legs {
		touched := r.legs[i].touched
		for j, whole := range wholes[:len(touched)] {
			if step := stepOf(whole, scale); step <= last {
				r.ordered[end[step]] = placeOf(i, touched[j])
				end[step]++
			}
		}
		wholes = wholes[len(touched):]
	}
	if n > maxVisits {
		slices.SortFunc(r.ordered[from:], r.byWhole)
		r.ordered = r.ordered[:maxVisits]
	}
	if len(r.ordered) > firstVisits {
		slices.Sort(r.ordered[firstVisits:])
	}
}

const firstVisits = 64

// stepOf returns the step of a score; the highest has step 0.
func stepOf(whole, scale float32) int { return steps - 1 - int(scale*whole) }

// of returns what the article at a place promises.
func (r *scratch) of(p place) *promise { return &r.legs[p.leg()].of[p.article()] }

func (r *scratch) byWhole(p, q place) int {
	return cmp.Or(cmp.Compare(r.of(q).whole, r.of(p).whole),
		cmp.Compare(r.legs[p.leg()].articleNumber(p.article()), r.legs[q.leg()].articleNumber(q.article())))
}
