package answer

import "math/bits"

// An outline holds a bit for each of some words, so that two sentences that have few in
// common are told apart at the cost of a few instructions, and without their text.
type outline uint64

// outlineBits is how many bits of a hash tell which one of an outline's.
const outlineBits = 6

// shared returns which share of the smaller of two outlines the other has too.
func (o outline) shared(p outline) float64 {
	least := min(bits.OnesCount64(uint64(o)), bits.OnesCount64(uint64(p)))
	return float64(bits.OnesCount64(uint64(o&p))) / float64(max(1, least))
}

// leastOutline is how much the outlines of passages share that have most of their words in
// common, and those of two of their sentences.
const leastOutline = .6

// outline returns the outline of a passage.
func (p *passage) outline() (o outline) {
	for i := p.from; i < p.to; i++ {
		o |= p.line(i, p.query).outline
	}
	return o
}

// resembles reports whether two passages may have most of their words in common, so that it
// is worth reading them.
func (p *passage) resembles(q *passage) bool {
	if p.outline().shared(q.outline()) < leastOutline {
		return false
	}
	for i := p.from; i < p.to; i++ {
		for j := q.from; j < q.to; j++ {
			if p.line(i, p.query).outline.shared(q.line(j, q.query).outline) >= leastOutline {
				return true
			}
		}
	}
	return false
}
