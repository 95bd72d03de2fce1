package index

import (
	"cmp"
	"slices"
)

// visit scores the sentences of an article: what they hold themselves, and a share of what
// their paragraph, their neighbours and the article hold.
func (r *scratch) visit(ordinal int) {
	if r.isDead(ordinal) || r.query.Among != nil && !r.query.Among(r.articleNumber(ordinal), r.tag(ordinal)) {
		return
	}
	from, to, length := r.extent(ordinal)
	n := to - from
	r.own, r.context, r.around = zeroed(r.own, n+1), zeroed(r.context, n+1), zeroed(r.around, n+1)
	r.found, r.title, r.whole, r.score = r.found[:0], 0, 0, 0
	held := r.held[ordinal]
	for _, g := range r.groups {
		if held&g.bits != 0 {
			r.gather(ordinal, g)
			r.add(from, n, length, g.term)
		}
	}
	number := r.articleNumber(ordinal)
	for _, i := range r.found {
		if i < r.query.Skip || r.query.Holds != nil && !r.query.Holds(r.around[i]) {
			continue
		}
		c := Candidate{Doc: Doc{r.index, int32(ordinal)}, Number: number, Sentence: i, Own: r.own[i], Context: r.context[i], Whole: r.score,
			After: r.own[i+1], Paragraph: r.around[i], Title: r.title, All: r.whole}
		if i > r.query.Skip {
			c.Before = r.own[i-1]
		}
		c.Score = c.Own + c.Context*paragraphShare + c.Whole*articleShare + (c.Before+c.After)*neighbourShare
		r.keep(c)
	}
}

// gather fills matches with the sentences of an article that hold a term.
func (r *scratch) gather(ordinal int, g group) {
	r.matches = r.matches[:0]
	lists := 0
	for i := g.from; i < g.to; i++ {
		before := len(r.matches)
		switch w := &r.walks[i]; w.half {
		case 0:
			r.matches = w.matches(ordinal, r.matches)
		case 2:
			r.gatherHalves(ordinal, i)
		}
		if len(r.matches) > before {
			lists++
		}
	}
	if lists > 1 {
		r.matches = merged(r.matches)
	}
}

// gatherHalves adds the sentences that hold both halves of a term, of which walk second has the second.
func (r *scratch) gatherHalves(ordinal, second int) {
	if second == 0 || r.walks[second-1].half != 1 {
		return
	}
	n := len(r.matches)
	r.matches = r.walks[second-1].matches(ordinal, r.matches)
	r.other = r.walks[second].matches(ordinal, r.other[:0])
	kept := r.matches[:n]
	for _, m := range r.matches[n:] {
		if slices.ContainsFunc(r.other, func(o match) bool { return o.sentence == m.sentence }) {
			kept = append(kept, match{m.sentence, 1})
		}
	}
	r.matches = kept
}

// merged puts matches of several spellings in order, those in one sentence together.
func merged(all []match) []match {
	slices.SortFunc(all, func(a, b match) int { return cmp.Compare(a.sentence, b.sentence) })
	kept := all[:0]
	for _, m := range all {
		if n := len(kept); n > 0 && kept[n-1].sentence == m.sentence {
			kept[n-1].times += m.times
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// matches appends the sentences of an article that a list has.
func (p *postings) matches(ordinal int, to []match) []match {
	i, ok := slices.BinarySearch(p.articles, uint32(ordinal))
	if !ok {
		return to
	}
	in := p.placesOf(i)
	times := int(p.impacts[i] & 15)
	if times == farOften {
		times, in = number(in)
	}
	first, sentence := len(to), 0
	for range times {
		var distance int
		distance, in = number(in)
		sentence += distance
		if n := len(to); n > first && distance == 0 {
			to[n-1].times++
			continue
		}
		to = append(to, match{sentence, 1})
	}
	return to
}

// add adds what the matches of a term are worth to their sentences and paragraphs, and to
// the article of so many words, which has n sentences from one on.
func (r *scratch) add(from, n, words, term int) {
	matches, times := r.matches, 0
	if len(matches) == 0 {
		return
	}
	weight, set := r.query.Terms[term].Weight, Set(1)<<term
	r.whole |= set
	if matches[0].sentence < r.query.Skip {
		r.title |= set
	}
	for len(matches) > 0 {
		p := r.paragraph(from, n, matches[0].sentence)
		inParagraph, m := 0, 0
		for ; m < len(matches) && matches[m].sentence < p.to; m++ {
			i := matches[m].sentence
			length, _ := r.sentence(from + i)
			if r.own[i] == 0 {
				r.found = append(r.found, i)
			}
			r.own[i] += weight * r.bySentence.weight(float64(matches[m].times), float64(length))
			inParagraph += matches[m].times
		}
		gain := weight * r.byParagraph.weight(float64(inParagraph), float64(p.words))
		for i := p.from; i < p.to; i++ {
			r.context[i] += gain
			r.around[i] |= set
		}
		times += inParagraph
		matches = matches[m:]
	}
	r.score += weight * r.byArticle.weight(float64(times), float64(words))
}

// paragraph is the sentences [from, to) of an article.
type paragraph struct{ from, to, words int }

// paragraph returns the paragraph around a sentence of an article that has n from first on.
func (s *segment) paragraph(first, n, i int) paragraph {
	p := paragraph{from: i, to: i + 1}
	length, opens := s.sentence(first + i)
	p.words = length
	for !opens && p.from > 0 {
		p.from--
		length, opens = s.sentence(first + p.from)
		p.words += length
	}
	for p.to < n {
		if length, opens = s.sentence(first + p.to); opens {
			break
		}
		p.to++
		p.words += length
	}
	return p
}

// keep remembers a sentence if it may be among the best.
func (r *scratch) keep(c Candidate) {
	if c.Score < r.floor {
		return
	}
	if r.best = append(r.best, c); len(r.best) > 4*r.query.Limit {
		r.cut(r.query.Limit)
	}
	if len(r.least) < r.query.Limit {
		r.least = append(r.least, c.Score)
		if len(r.least) == r.query.Limit {
			slices.Sort(r.least) // which makes a heap of it
			r.floor = r.least[0]
		}
		return
	}
	r.raise(c.Score)
}

// raise puts a score in the place of the lowest of the best.
func (r *scratch) raise(score float64) {
	i := 0
	for {
		child := 2*i + 1
		if child+1 < len(r.least) && r.least[child+1] < r.least[child] {
			child++
		}
		if child >= len(r.least) || r.least[child] >= score {
			break
		}
		r.least[i] = r.least[child]
		i = child
	}
	r.least[i] = score
	r.floor = r.least[0]
}

// cut sorts the sentences that were kept and drops all but the first n.
func (r *scratch) cut(n int) []Candidate {
	slices.SortFunc(r.best, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Sentence, b.Sentence))
	})
	r.best = r.best[:min(len(r.best), n)]
	return r.best
}

func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
