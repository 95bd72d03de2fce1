package answer

import (
	"slices"

	"verbatim/answer/index"
)

// candidate is a sentence that may answer.
type candidate struct {
	doc      index.Doc
	article  uint64
	sentence int // of the layout
	score    float64

	own, context, whole, before, after float64 // what the score is of: its own, its paragraph's, its article's, its neighbours'

	// Which terms are held, by its words or by who speaks them:
	paragraph termSet // by its paragraph
	title     termSet // by its article's heading
	all       termSet // by its article
}

// At most maxCandidates sentences are looked at closely: the first fewCandidates, and of the
// others those that score at least candidateShare of what the best does: of short articles some
// 25. A share of .65 behind the first 8 lost 3 of 384 right first articles of the news.
const (
	maxCandidates  = 40
	fewCandidates  = 16
	candidateShare = .6
)

// maxTried is how many sentences are asked for whether they may be candidates.
const maxTried = 1000

// candidates returns the sentences that score highest, best first. Where lets is given they
// are those it lets through of the first maxTried: what it tells is read in their articles, and
// so it is asked when the best are known.
func (y *query) candidates(x *index.Index, lets func(candidate) bool) (all []candidate, whole bool, err error) {
	q := &y.room.sought
	*q = index.Query{Terms: y.searched(q.Terms[:0]), Limit: maxCandidates, Skip: heading, Until: y.until}
	if lets != nil {
		q.Limit = maxTried
	}
	if y.scope != nil {
		q.Among = y.scope.has
	}
	if len(y.without) > 0 {
		among := q.Among
		q.Among = func(article, tag uint64) bool {
			return !slices.Contains(y.without, article) && (among == nil || among(article, tag))
		}
	}
	if len(y.Phrases) > 0 {
		q.Holds = func(paragraph index.Set) bool { return y.mayQuote(termSet(paragraph)) }
	}
	best, whole, err := x.Best(q)
	all = y.room.found[:0]
	for _, b := range best {
		c := candidate{doc: b.Doc, article: b.Number, sentence: b.Sentence - heading, score: b.Score,
			own: b.Own, context: b.Context, whole: b.Whole, before: b.Before, after: b.After,
			paragraph: termSet(b.Paragraph), title: termSet(b.Title), all: termSet(b.All)}
		if len(all) >= fewCandidates && c.score < candidateShare*all[0].score {
			break
		}
		if len(all) < maxCandidates && (lets == nil || lets(c)) {
			all = append(all, c)
		}
	}
	y.room.found = all
	return all, whole, err
}

// searched appends what the index is searched for.
func (y *query) searched(all []index.Term) []index.Term {
	for i := range y.terms {
		t := &y.terms[i]
		all = append(all, index.Term{Spellings: t.spellings, Halves: t.halves, Weight: t.weight})
	}
	return all
}

func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
