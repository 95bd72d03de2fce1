package answer

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestSharesAreWhatTheWeightsAddUpTo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, terms := range []int{0, 1, 7, 8, 9, 20, maxTerms} {
		y := &query{total: tiny}
		for range terms {
			y.terms = append(y.terms, term{weight: random.Float64()})
			y.total += y.terms[len(y.terms)-1].weight
		}
		var s shares
		s.open(y)
		for range 100 {
			set, of := termSet(random.Uint64()), termSet(random.Uint64())
			if got, want := s.of(set), y.share(set); math.Abs(got-want) > 1e-12 {
				t.Errorf("%d terms: %b has a share of %v, want %v", terms, set, got, want)
			}
			if all := y.share(of); all > 0 && math.Abs(s.part(of, set)-y.share(of&set)/all) > 1e-12 {
				t.Errorf("%d terms: %b has a part of %v of %b", terms, set, s.part(of, set), of)
			}
			heaviest := 0.0
			for i := range y.terms {
				if set.has(i) {
					heaviest = max(heaviest, y.terms[i].weight/y.total)
				}
			}
			if got := s.heaviest(set); got != heaviest {
				t.Errorf("%d terms: the heaviest of %b has %v, want %v", terms, set, got, heaviest)
			}
		}
	}
}
