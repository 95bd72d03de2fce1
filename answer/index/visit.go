package index

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// visit is the memory of a visit to an article.
type visit struct {
	hits           []hit
	gathered       []gathering
	matches, other []match
	lengths        []byte    // of its sentences, as the segment has them
	copied         []byte    // the same where they lie in two parts
	own, context   []float64 // by sentence: its own score, and its paragraph's
	around         []Set     // by sentence: what its paragraph holds
	found          []int     // the sentences that hold a term
	title, whole   Set
	score          float64 // as a whole
}

// match is a sentence of an article that holds a term, and how often.
type match struct{ sentence, times int }

// look scores the sentences of an article: what they hold themselves, and a share of what
// their paragraph, their neighbours and the article hold.
func (r *scratch) look(l *leg, index, ordinal int) {
	from, to, length := l.extent(ordinal)
	r.collect(l, ordinal)
	r.read(l.segment, from, to)
	r.found, r.title, r.whole, r.score = r.found[:0], 0, 0, 0
	for _, g := range r.gathered {
		r.add(r.matches[g.from:g.to], g.term, length)
	}
	r.choose(Candidate{Doc: Doc{int32(index), int32(ordinal)}, Number: l.articleNumber(ordinal)})
}

// gathering is the matches [from, to) of a term.
type gathering struct{ from, to, term int }

// collect fills matches with the sentences of an article that hold a term, term by term.
func (r *scratch) collect(l *leg, ordinal int) {
	r.matches, r.gathered = r.matches[:0], r.gathered[:0]
	r.postingsOf(l, ordinal)
	for i := 0; i < len(r.hits); {
		g := gathering{from: len(r.matches), term: l.walks[r.hits[i].walk].term}
		lists := 0
		for ; i < len(r.hits) && l.walks[r.hits[i].walk].term == g.term; i++ {
			w, before := &l.walks[r.hits[i].walk], len(r.matches)
			switch {
			case w.half == 0:
				r.matches = w.matchesAt(r.hits[i].posting, r.matches)
			case w.half == 2 && r.isWhole(l, i):
				r.collectHalves(l, r.hits[i-1], r.hits[i])
			}
			if len(r.matches) > before {
				lists++
			}
		}
		if lists > 1 {
			r.matches = r.matches[:g.from+merged(r.matches[g.from:])]
		}
		if g.to = len(r.matches); g.to > g.from {
			r.gathered = append(r.gathered, g)
		}
	}
}

// postingsOf fills hits with the postings of an article, in the order of the walks.
func (r *scratch) postingsOf(l *leg, ordinal int) {
	r.hits = r.hits[:0]
	for at := l.last[ordinal]; at != 0; at = l.chain[at].before {
		r.hits = append(r.hits, l.chain[at])
	}
	slices.Reverse(r.hits)
}

// isWhole reports whether the hit before that of a second half is of the first half of the same
// term: a segment may hold the one and not the other.
func (r *scratch) isWhole(l *leg, i int) bool {
	if i == 0 {
		return false
	}
	first, second := &l.walks[r.hits[i-1].walk], &l.walks[r.hits[i].walk]
	return first.half == 1 && first.term == second.term
}

// collectHalves adds the sentences that hold both halves of a term, each once.
func (r *scratch) collectHalves(l *leg, first, second hit) {
	n := len(r.matches)
	r.matches = l.walks[first.walk].matchesAt(first.posting, r.matches)
	r.other = l.walks[second.walk].matchesAt(second.posting, r.other[:0])
	kept := r.matches[:n]
	for _, m := range r.matches[n:] {
		if slices.ContainsFunc(r.other, func(o match) bool { return o.sentence == m.sentence }) {
			kept = append(kept, match{m.sentence, 1})
		}
	}
	r.matches = kept
}

// merged puts matches of several spellings in order, those in one sentence together, and
// returns how many are left.
func merged(all []match) int {
	slices.SortFunc(all, func(a, b match) int { return cmp.Compare(a.sentence, b.sentence) })
	kept := all[:0]
	for _, m := range all {
		if n := len(kept); n > 0 && kept[n-1].sentence == m.sentence {
			kept[n-1].times += m.times
			continue
		}
		kept = append(kept, m)
	}
	return len(kept)
}

// read makes room for the sentences [from, to) of a segment.
func (r *scratch) read(s *segment, from, to int) {
	n := to - from
	r.own, r.context, r.around = zeroed(r.own, n+1), zeroed(r.context, n+1), zeroed(r.around, n+1)
	in, whole := s.inSentences(from, to)
	if !whole {
		r.copied = r.copied[:0]
		for i := from; i < to; i++ {
			r.copied = append(r.copied, s.element(sentenceColumn, i, sentenceSize)...)
		}
		in = r.copied
	}
	r.lengths = in
}

// lengthOf returns the length in words of a sentence of the article at hand, and whether it
// opens a paragraph.
func (r *scratch) lengthOf(i int) (length int, opens bool) {
	v := binary.LittleEndian.Uint16(r.lengths[i*sentenceSize:])
	return int(v &^ opensBit), v&opensBit != 0
}

// add adds what the matches of a term are worth to their sentences and paragraphs, and to
// the article of so many words.
func (r *scratch) add(matches []match, term, words int) {
	weight, set := r.query.Terms[term].Weight, Set(1)<<term
	r.whole |= set
	if matches[0].sentence < r.query.Skip {
		r.title |= set
	}
	times := 0
	for len(matches) > 0 {
		p := r.paragraph(matches[0].sentence)
		inParagraph, m := 0, 0
		for ; m < len(matches) && matches[m].sentence < p.to; m++ {
			i := matches[m].sentence
			length, _ := r.lengthOf(i)
			if r.own[i] == 0 {
				r.found = append(r.found, i)
			}
			r.own[i] += weight * r.inSentence.weight(matches[m].times, length)
			inParagraph += matches[m].times
		}
		gain := weight * r.inParagraph.weight(inParagraph, p.words)
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

// paragraph returns the paragraph around a sentence of the article at hand.
func (r *scratch) paragraph(i int) paragraph {
	p := paragraph{from: i, to: i + 1}
	length, opens := r.lengthOf(i)
	p.words = length
	for !opens && p.from > 0 {
		p.from--
		length, opens = r.lengthOf(p.from)
		p.words += length
	}
	for n := len(r.lengths) / sentenceSize; p.to < n; p.to++ {
		if length, opens = r.lengthOf(p.to); opens {
			break
		}
		p.words += length
	}
	return p
}

// choose keeps the sentences of an article that may be among the best.
func (r *scratch) choose(c Candidate) {
	for _, i := range r.found {
		if i < r.query.Skip || r.query.Holds != nil && !r.query.Holds(r.around[i]) {
			continue
		}
		before, after := 0.0, r.own[i+1]
		if i > r.query.Skip {
			before = r.own[i-1]
		}
		c.Score = r.own[i] + r.context[i]*paragraphShare + r.score*articleShare + (before+after)*neighbourShare
		if c.Score < r.floor {
			continue
		}
		c.Sentence, c.Own, c.Context, c.Whole, c.Before, c.After = i, r.own[i], r.context[i], r.score, before, after
		c.Paragraph, c.Title, c.All = r.around[i], r.title, r.whole
		r.keep(c)
	}
}
