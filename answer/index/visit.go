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
	in             []byte      // its sentences, as the segment has them
	copied         []byte      // the same where they lie in two parts
	own            []float64   // by sentence: its own score
	paragraphOf    []int32     // by sentence, more than stamp where its paragraph was read: stamp and its place
	stamp          int32       // what stands in paragraphOf of articles before is not more
	paragraphs     []paragraph // from 1 on, those that were read
	found          []int       // the sentences that hold a term
	title, whole   Set
	score          float64 // as a whole
}

// paragraph is what is known of a paragraph of an article.
type paragraph struct {
	from, to, words int // its sentences [from, to), and its length
	score           float64
	holds           Set
}

// match is a sentence of an article that holds a term, and how often.
type match struct{ sentence, times int }

// look scores the sentences of an article: what they hold themselves, and a share of what
// their paragraph, their neighbours and the article hold.
func (r *scratch) look(p place, e extent) {
	l, ordinal := &r.legs[p.leg()], p.article()
	r.collect(l, ordinal)
	r.read(l.segment, e.from, e.to)
	r.found, r.title, r.whole, r.score = r.found[:0], 0, 0, 0
	for _, g := range r.gathered {
		r.add(r.matches[g.from:g.to], g.term, e.words)
	}
	r.choose(Candidate{Doc: Doc{int32(p.leg()), int32(ordinal)}, Number: l.articleNumber(ordinal)})
	r.forget()
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
	for at := l.of[ordinal].last; at != 0; at = l.chain[at].before {
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

// read makes the sentences [from, to) of a segment those of the article at hand.
func (r *scratch) read(s *segment, from, to int) {
	n := to - from
	if len(r.own) <= n {
		r.own, r.paragraphOf = make([]float64, n+1), make([]int32, n+1)
	}
	r.paragraphs = append(r.paragraphs[:0], paragraph{})
	r.in = r.sentencesOf(s, from, to)
}

// paragraphAt returns the paragraph of a sentence, which is read when it is first asked for:
// of a long article most paragraphs hold no term.
func (r *scratch) paragraphAt(i int) *paragraph {
	if at := r.paragraphOf[i] - r.stamp; at > 0 {
		return &r.paragraphs[at]
	}
	p := paragraph{from: i, to: i + 1}
	length, opens := r.lengthOf(i)
	p.words = length
	for !opens && p.from > 0 {
		p.from--
		length, opens = r.lengthOf(p.from)
		p.words += length
	}
	for n := len(r.in) / sentenceSize; p.to < n; p.to++ {
		if length, opens = r.lengthOf(p.to); opens {
			break
		}
		p.words += length
	}
	here := r.paragraphOf[p.from:p.to]
	for j := range here {
		here[j] = r.stamp + int32(len(r.paragraphs))
	}
	r.paragraphs = append(r.paragraphs, p)
	return &r.paragraphs[len(r.paragraphs)-1]
}

// forget makes room for the next article.
func (r *scratch) forget() {
	for _, i := range r.found {
		r.own[i] = 0
	}
	if r.stamp += int32(len(r.paragraphs)); r.stamp > maxStamp {
		clear(r.paragraphOf)
		r.stamp = 0
	}
}

// maxStamp leaves room for the paragraphs of one more article.
const maxStamp = 1 << 30

// sentencesOf returns the records of the sentences [from, to) of a segment.
func (r *scratch) sentencesOf(s *segment, from, to int) []byte {
	in, whole := s.inSentences(from, to)
	if whole {
		return in
	}
	r.copied = r.copied[:0]
	for i := from; i < to; i++ {
		r.copied = append(r.copied, s.element(sentenceColumn, i, sentenceSize)...)
	}
	return r.copied
}

// lengthOf returns the length in words of a sentence of the article at hand, and whether it
// opens a paragraph.
func (r *scratch) lengthOf(i int) (length int, opens bool) {
	v := binary.LittleEndian.Uint16(r.in[i*sentenceSize:])
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
		p := r.paragraphAt(matches[0].sentence)
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
		p.score += weight * r.inParagraph.weight(inParagraph, p.words)
		p.holds |= set
		times += inParagraph
		matches = matches[m:]
	}
	r.score += weight * r.byArticle.weight(float64(times), float64(words))
}

// choose keeps the sentences of an article that may be among the best.
func (r *scratch) choose(c Candidate) {
	for _, i := range r.found {
		p := &r.paragraphs[r.paragraphOf[i]-r.stamp]
		if i < r.query.Skip {
			continue
		}
		before, after := 0.0, r.own[i+1]
		if i > r.query.Skip {
			before = r.own[i-1]
		}
		c.Score = r.own[i] + p.score*paragraphShare + r.score*articleShare + (before+after)*neighbourShare
		if c.Score < r.floor || r.query.Holds != nil && !r.query.Holds(p.holds) {
			continue
		}
		c.Sentence, c.Own, c.Context, c.Whole, c.Before, c.After = i, r.own[i], p.score, r.score, before, after
		c.Paragraph, c.Title, c.All = p.holds, r.title, r.whole
		r.keep(&c, r.query.Limit)
	}
}
