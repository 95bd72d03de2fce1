package evidence

import (
	"math"
	"testing"
)

func TestEveryFeatureHasANameOfItsOwn(t *testing.T) {
	seen := map[string]Feature{}
	for f := range Features {
		name := f.String()
		if other, ok := seen[name]; name == "" || name == "kind " || ok {
			t.Errorf("feature %d is called %q, as feature %d is", f, name, other)
		}
		seen[name] = f
	}
}

func TestTheFirstQuoteHasToBeShorterThanThoseBehindIt(t *testing.T) {
	var short, long Numbers
	long[Words] = 3
	first, behind := short.Ranks()
	longFirst, longBehind := long.Ranks()
	for _, c := range []struct{ costs, want float64 }{{first - longFirst, perWord}, {behind - longBehind, perWordBehind}} {
		if costs := c.costs + ranking[Words]*long[Words]; math.Abs(costs-30*c.want) > 1e-9 {
			t.Errorf("30 words more cost %.3f, want %.3f", costs, 30*c.want)
		}
	}
}

func TestAScoreIsLowWhereEitherHalfIs(t *testing.T) {
	good := strongest(1)
	both, _ := good.Score()
	if both < .5 {
		t.Fatalf("the best evidence scores %.3f", both)
	}
	for _, half := range []struct {
		name    string
		weights *Numbers
	}{{"tells", &tells}, {"answers", &answers}} {
		bad := strongest(1)
		for f, w := range half.weights {
			bad[f] -= 10 * sign(w)
		}
		if s, _ := bad.Score(); s >= both || s < 0 || math.IsNaN(s) {
			t.Errorf("with all against it in %s the score is %.3f, of %.3f", half.name, s, both)
		}
	}
}

func TestScoresAreFromZeroToOneHoweverFarTheEvidence(t *testing.T) {
	for _, far := range []float64{-1e6, -1, 0, 1, 1e6} {
		n := strongest(far)
		if s, _ := n.Score(); !(s >= 0 && s <= 1) {
			t.Errorf("evidence of %g scores %v", far, s)
		}
	}
}

// strongest returns numbers that all speak for a passage.
func strongest(by float64) (n Numbers) {
	for f := range n {
		n[f] = by * sign(tells[f]+answers[f])
	}
	return n
}

func sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

func BenchmarkRanks(b *testing.B) {
	n := strongest(1)
	for b.Loop() {
		n.Ranks()
	}
}

func BenchmarkScore(b *testing.B) {
	n := strongest(1)
	for b.Loop() {
		n.Score()
	}
}
