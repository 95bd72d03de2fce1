package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/index"
)

// candidate is a sentence that may answer.
type candidate struct {
	article  uint64
	doc      index.Doc // where it stands in the index
	sentence int       // of the layout
	score    float64

	own, context, whole, before, after float64 // what the score is of: its own, its paragraph's, its article's, its neighbours'

	// Which terms are held, by its words or by who speaks them:
	paragraph termSet // by its paragraph
	title     termSet // by its article's heading
	all       termSet // by its article
}

// maxCandidates is how many sentences are looked at closely.
const maxCandidates = 40

// ranker scores the sentences of the articles it is shown, and keeps the best.
type ranker struct {
	query                        *query
	lets                         func(doc index.Doc, sentence int) bool // whether a sentence may be one; nil where each may
	halved                       []int                                  // of its terms
	sentence, paragraph, article bm25
	best                         []candidate
	floor                        float64 // what a candidate must score to be among them

	// By sentence of the article at hand:
	own     []float64 // its own score
	context []float64 // its paragraph's
	around  []termSet // what its paragraph holds
	title   termSet   // what the heading holds
	whole   termSet   // what the article holds
	touched []int     // the sentences that own is not 0 for
}

func newRanker(size index.Size, y *query) *ranker {
	mean := func(of int) float64 { return max(1, float64(size.Words)/float64(max(1, of))) }
	return &ranker{
		query:     y,
		halved:    y.halved(),
		sentence:  bm25{sentenceK1, sentenceB, mean(size.Sentences)},
		paragraph: bm25{paragraphK1, paragraphB, mean(size.Paragraphs)},
		article:   bm25{articleK1, articleB, mean(size.Articles)},
	}
}

// visit scores the sentences of an article in the scope: what they hold themselves, and a share of what
// their paragraph, their neighbours and the article hold.
func (r *ranker) visit(h *index.Hits) {
	if !r.query.scope.admits(h.Article) {
		return
	}
	n := h.Sentences()
	r.own = zeroed(r.own, n+1)
	r.context = zeroed(r.context, n+1)
	r.around = zeroed(r.around, n+1)
	r.touched, r.title, r.whole = r.touched[:0], 0, 0
	r.tidy(h)
	whole := r.accumulate(h)
	for _, i := range r.touched {
		if i < heading {
			continue
		}
		c := candidate{article: h.Article, doc: h.Doc(), sentence: i - heading, own: r.own[i], context: r.context[i], whole: whole, after: r.own[i+1],
			paragraph: r.around[i], title: r.title, all: r.whole}
		if i > heading {
			c.before = r.own[i-1]
		}
		c.score = c.own + c.context*paragraphShare + c.whole*articleShare + (c.before+c.after)*neighbourShare
		r.keep(c)
	}
}

// accumulate fills own and context, and returns the score of the article as a whole.
func (r *ranker) accumulate(h *index.Hits) (whole float64) {
	words := 0
	for i := range h.Sentences() {
		length, _ := h.Sentence(i)
		words += length
	}
	for from := 0; from < len(h.Matches); {
		to, tf := from, 0
		for ; to < len(h.Matches) && h.Matches[to].Term == h.Matches[from].Term; to++ {
			tf += h.Matches[to].TF
		}
		r.accumulateTerm(h, h.Matches[from:to])
		whole += r.query.terms[h.Matches[from].Term].weight * r.article.weight(float64(tf), float64(words))
		from = to
	}
	return whole
}

// accumulateTerm adds what the matches of one term are worth to their sentences and paragraphs.
func (r *ranker) accumulateTerm(h *index.Hits, matches []index.Match) {
	term := matches[0].Term
	weight := r.query.terms[term].weight
	r.whole.add(term)
	if matches[0].Sentence < heading {
		r.title.add(term)
	}
	for len(matches) > 0 {
		p := paragraphAround(h, matches[0].Sentence)
		tf, n := 0, 0
		for ; n < len(matches) && matches[n].Sentence >= p.from && matches[n].Sentence < p.to; n++ {
			i := matches[n].Sentence
			length, _ := h.Sentence(i)
			if r.own[i] == 0 {
				r.touched = append(r.touched, i)
			}
			r.own[i] += weight * r.sentence.weight(float64(matches[n].TF), float64(length))
			tf += matches[n].TF
		}
		gain := weight * r.paragraph.weight(float64(tf), float64(p.words))
		for i := p.from; i < p.to; i++ {
			r.context[i] += gain
			r.around[i].add(term)
		}
		matches = matches[n:]
	}
}

// paragraph is the sentences [from, to) of an article.
type paragraph struct{ from, to, words int }

func paragraphAround(h *index.Hits, i int) paragraph {
	p := paragraph{from: i, to: i + 1}
	length, opens := h.Sentence(i)
	p.words = length
	for !opens && p.from > 0 {
		p.from--
		length, opens = h.Sentence(p.from)
		p.words += length
	}
	for p.to < h.Sentences() {
		if length, opens = h.Sentence(p.to); opens {
			break
		}
		p.to++
		p.words += length
	}
	return p
}

// keep remembers a candidate if it may be among the best.
func (r *ranker) keep(c candidate) {
	if c.score < r.floor || !r.query.mayQuote(c.paragraph) {
		return
	}
	if r.best = append(r.best, c); len(r.best) == 4*maxCandidates && r.lets == nil {
		r.floor = r.cut()[maxCandidates-1].score
	}
}

// cut sorts the candidates, best first, and drops those beyond maxCandidates. Equal
// scores go by age, so that the same question has the same answer every time.
func (r *ranker) cut() []candidate {
	slices.SortFunc(r.best, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.article, b.article), cmp.Compare(a.sentence, b.sentence))
	})
	if r.lets != nil {
		r.best = r.let(r.best)
	}
	r.best = r.best[:min(len(r.best), maxCandidates)]
	return r.best
}

// maxTried is how many sentences are asked for whether they may be candidates.
const maxTried = 1000

// let returns the first maxCandidates that may be candidates. That is read in their articles:
// so it is asked of the best alone, when all are known.
func (r *ranker) let(sorted []candidate) (all []candidate) {
	for _, c := range sorted[:min(len(sorted), maxTried)] {
		if len(all) < maxCandidates && r.lets(c.doc, c.sentence) {
			all = append(all, c)
		}
	}
	return all
}

// tidy turns the matches of two halves in one sentence into one of their term, and puts
// the matches of a term in order where it has several spellings.
func (r *ranker) tidy(h *index.Hits) {
	if len(r.halved) > 0 {
		h.Matches = r.joinHalves(h.Matches)
	}
	if slices.IsSortedFunc(h.Matches, byTerm) {
		return
	}
	slices.SortFunc(h.Matches, byTerm)
	kept := h.Matches[:0]
	for _, m := range h.Matches {
		if n := len(kept); n > 0 && byTerm(kept[n-1], m) == 0 {
			kept[n-1].TF += m.TF
			continue
		}
		kept = append(kept, m)
	}
	h.Matches = kept
}

func byTerm(a, b index.Match) int {
	return cmp.Or(cmp.Compare(a.Term, b.Term), cmp.Compare(a.Sentence, b.Sentence))
}

func (r *ranker) joinHalves(matches []index.Match) (joined []index.Match) {
	n := len(r.query.terms)
	first := map[[2]int]bool{} // half and sentence
	for _, m := range matches {
		switch half := m.Term - n; {
		case half < 0:
			joined = append(joined, m)
		case half%2 == 0:
			first[[2]int{half, m.Sentence}] = true
		case first[[2]int{half - 1, m.Sentence}]:
			joined = append(joined, index.Match{Sentence: m.Sentence, Term: r.halved[half/2], TF: 1})
		}
	}
	return joined
}

func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
