package answer

import "math/bits"

// An outline holds a bit for each of some words, so that two sentences that have few in
// common are told apart at the cost of a few instructions, and without their text.
type outline uint64

// outlineBits is how many bits of a hash tell which one of an outline's.
const outlineBits = 6

// shares reports whether two outlines share a part of the larger one.
func (o outline) shares(p outline, part float64) bool {
	return float64(o.shared(p)) >= part*float64(max(1, o.size(), p.size()))
}

// sharesLess reports whether two outlines share a part of the smaller one.
func (o outline) sharesLess(p outline, part float64) bool {
	return float64(o.shared(p)) >= part*float64(max(1, min(o.size(), p.size())))
}

func (o outline) size() int            { return bits.OnesCount64(uint64(o)) }
func (o outline) shared(p outline) int { return (o & p).size() }

// outline returns the outline of the sentences [from, to) around a passage.
func (p *passage) outline(from, to int) (o outline) {
	for i := from; i < to; i++ {
		o |= p.line(i, p.query).outline
	}
	return o
}

// resembles reports whether two passages may have most of their words in common, so that it
// is worth reading them: whether two of their sentences share a part of the longer one.
func (p *passage) resembles(q *passage, part float64) bool {
	for i := p.from; i < p.to; i++ {
		for j := q.from; j < q.to; j++ {
			if p.line(i, p.query).outline.shares(q.line(j, q.query).outline, part) {
				return true
			}
		}
	}
	return false
}

// mayHold reports whether one of two passages may have all the words of the other.
func (p *passage) mayHold(q *passage) bool {
	mine, other := p.outline(p.from, p.to), q.outline(q.from, q.to)
	return mine&^other == 0 || other&^mine == 0
}
