package index

import "time"

// Query is what sentences are looked for by.
type Query struct {
	Terms []Term // up to 64
	Limit int    // how many sentences are wanted
	Skip  int    // how many sentences at the start of each article are not
	// Among reports whether an article may be found; nil where each may.
	Among func(number, tag uint64) bool
	// Holds reports whether a sentence may be found whose paragraph holds some terms; nil where each may.
	Holds func(paragraph Set) bool
	// Until is when the best so far have to do; the zero time sets no limit.
	Until time.Time
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

// maxVisits is in how many articles sentences are looked for: in those that score highest as
// a whole. Of the best sentences of 600 questions to 11,593 news articles 3 in 100 stand in others
// than the first 512, and 8 in 100 in others than the first 256.
const maxVisits = 400

// Best returns the sentences that score highest, of the articles that do as a whole, best
// first; of equal scores those of older articles, and of these those that come first. It is
// not whole where the query's time was over before. The sentences are valid until the next search.
func (x *Index) Best(q *Query) (best []Candidate, whole bool, err error) {
	r := &x.scratch
	defer func() {
		if err != nil {
			*r = scratch{} // what it was about is half done
		}
	}()
	defer Caught(&err)
	r.scoring.set(x.size)
	r.begin(q)
	r.seek(q)
	for i := range x.segments {
		r.open(r.push(), &x.segments[i])
	}
	for i := range r.legs {
		r.legs[i].promise(&r.scoring)
		r.legs[i].leave(q.Among)
	}
	r.order()
	whole = r.visitAll()
	for i := range r.legs {
		r.legs[i].close()
	}
	return r.sorted(), whole, nil
}

// scratch is the memory of a search.
type scratch struct {
	scoring
	query   *Query
	legs    []leg     // by segment
	wholes  []float32 // what the articles touched score as a whole, leg by leg
	ordered []place   // the articles to be visited, in that order
	dead    postings  // the last list that dead articles were looked for in

	sought  []sought
	buckets []address // that words are looked up in
	words   []word    // that were looked up
	extents []extent  // of the articles that are looked at next
	asked   byte      // for what lies far away: a sum of it

	kept
	visit
}

// deadlineEvery is after how many visits it is looked at the clock, and memory asked for what
// the next read.
const deadlineEvery = 32

// visitAll looks at the articles that may have one of the best sentences, and reports whether
// there was time for all of them.
func (r *scratch) visitAll() bool {
	for left := r.ordered; len(left) > 0; {
		if !r.query.Until.IsZero() && time.Now().After(r.query.Until) {
			return false
		}
		batch := left[:min(len(left), deadlineEvery)]
		r.ask(batch)
		for i, p := range batch {
			if float64(r.of(p).most) >= r.floor {
				r.look(p, r.extents[i])
			}
		}
		left = left[len(batch):]
	}
	return true
}

// extent is the sentences [from, to) of an article, and how many words it has.
type extent struct{ from, to, words int }

// ask fills extents with those of some articles that are looked at next, and asks for their
// sentences, all at once.
func (r *scratch) ask(next []place) {
	r.extents = r.extents[:0]
	for _, p := range next {
		var e extent
		if float64(r.of(p).most) >= r.floor {
			e.from, e.to, e.words = r.legs[p.leg()].extent(p.article())
		}
		r.extents = append(r.extents, e)
	}
	for i, p := range next {
		e := r.extents[i]
		for at := e.from; at < e.to; at += lineSize / sentenceSize {
			r.asked += r.legs[p.leg()].element(sentenceColumn, at, sentenceSize)[0]
		}
	}
}

// lineSize is how much is read from memory at once.
const lineSize = 64
