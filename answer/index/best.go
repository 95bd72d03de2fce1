package index

import (
	"cmp"
	"slices"
)

// kept is the best sentences so far: a heap of their places with the worst first.
type kept struct {
	sentences []Candidate
	heap      []int32
	floor     float64 // what a sentence must score to be among them
}

// compare orders sentences by their scores, the best first; of equal scores those of older
// articles, and of these those that come first.
func compare(a, b *Candidate) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Sentence, b.Sentence))
}

// keep remembers a sentence if it is one of the best of so many.
func (k *kept) keep(c *Candidate, limit int) {
	if len(k.heap) < limit {
		k.sentences = append(k.sentences, *c)
		if k.heap = append(k.heap, int32(len(k.heap))); len(k.heap) == limit {
			slices.SortFunc(k.heap, func(i, j int32) int { return compare(&k.sentences[j], &k.sentences[i]) }) // which makes a heap of it
			k.floor = k.sentences[k.heap[0]].Score
		}
		return
	}
	worst := k.heap[0]
	if compare(c, &k.sentences[worst]) > 0 {
		return
	}
	k.sentences[worst] = *c
	k.sink(worst)
	k.floor = k.sentences[k.heap[0]].Score
}

// sink moves the first of the heap to where it belongs.
func (k *kept) sink(place int32) {
	i := 0
	for {
		child := 2*i + 1
		if child+1 < len(k.heap) && compare(&k.sentences[k.heap[child+1]], &k.sentences[k.heap[child]]) > 0 {
			child++
		}
		if child >= len(k.heap) || compare(&k.sentences[k.heap[child]], &k.sentences[place]) <= 0 {
			break
		}
		k.heap[i] = k.heap[child]
		i = child
	}
	k.heap[i] = place
}

// sorted returns the sentences, best first.
func (k *kept) sorted() []Candidate {
	slices.SortFunc(k.sentences, func(a, b Candidate) int { return compare(&a, &b) })
	return k.sentences
}
