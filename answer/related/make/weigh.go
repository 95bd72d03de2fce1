package main

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
)

// weighted is a term with how sure it is that it says another.
type weighted struct {
	term   string
	weight float64
}

// pair is a stem and a word that may say it.
type pair struct {
	term  string
	says  weighted
	value float64 // by which pairs are chosen
}

// strengths say for each kind of relation how sure it is in full, and by which power of the relation's share it
// fades: a derived word says the other in nearly any sense.
var strengths = [kinds]struct{ full, power float64 }{
	same: {.9, .5}, derived: {.9, .3}, wider: {.3, .5}, narrower: {.6, .5}, like: {.5, .5},
}

// What the company that two words keep adds: nothing up to a cosine of alike, companyAlone at one of sameCompany. What
// WordNet says counts not at all at a cosine of unlike and in full at one of inKeeping: unusual senses fall out so.
const (
	unlike, inKeeping  = .2, .65
	alike, sameCompany = .5, .95
	companyAlone       = .7
)

// weigh returns how sure it is that b says a, by what WordNet says of them and by their cosine; 0 where it does not.
func weigh(a, b *stem, cos float64) float64 {
	r := a.says[b.term]
	if r == nil {
		r = &relation{}
	}
	said := r.strength()
	if r.opposite || said == 0 && exclude(a, b) {
		return 0
	}
	return min(1, said*ramp(cos, unlike, inKeeping)+companyAlone*ramp(cos, alike, sameCompany))
}

// strength returns how sure the strongest of the kinds makes the relation.
func (r *relation) strength() float64 {
	best := 0.0
	for k, s := range strengths {
		best = max(best, s.full*math.Pow(min(1, r.by[k]), s.power))
	}
	return best
}

// ramp goes from 0 at low to 1 at high.
func ramp(v, low, high float64) float64 { return max(0, min(1, (v-low)/(high-low))) }

// pairs weighs every stem with every other.
func (x *lexicon) pairs() []pair {
	found := make([][]pair, len(x.stems))
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(x.stems); i += workers {
				found[i] = x.pairsOf(x.stems[i])
			}
		})
	}
	wait.Wait()
	return slices.Concat(found...)
}

// leastWeight is what a pair must have to be told at all.
const leastWeight = .06

// pairsOf returns the words that may say a.
func (x *lexicon) pairsOf(a *stem) (found []pair) {
	for _, b := range x.stems {
		cos := cosine(&a.company, &b.company)
		if a == b || cos <= unlike || cos <= alike && a.says[b.term] == nil {
			continue
		}
		if w := weigh(a, b, cos); w >= leastWeight {
			found = append(found, pair{a.term, weighted{b.term, w}, w * usefulness(a.rank) * usefulness(b.rank)})
		}
	}
	return found
}

// usefulness is how much the pairs of a word are worth by its rank: those of rare words are asked for less often.
func usefulness(rank int) float64 { return math.Pow(float64(rank+1000), -.25) }

// How many pairs the table has in all, which is what keeps it below 1 MB, and how many a term may have. From 12 to 64
// a term the right sentence came first half a percent more often; more than that helped no further.
const (
	mostPairs = 235_000
	mostWords = 64
)

// choose returns the words of each term, the surest first, of the pairs with the most value.
func choose(all []pair) map[string][]weighted {
	slices.SortFunc(all, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.value, p.value), cmp.Compare(p.term, q.term), cmp.Compare(p.says.term, q.says.term))
	})
	lists := map[string][]weighted{}
	left := mostPairs
	for _, p := range all {
		if left > 0 && len(lists[p.term]) < mostWords {
			lists[p.term] = append(lists[p.term], p.says)
			left--
		}
	}
	for _, list := range lists {
		slices.SortFunc(list, func(v, w weighted) int {
			return cmp.Or(cmp.Compare(w.weight, v.weight), cmp.Compare(v.term, w.term))
		})
	}
	return lists
}
