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
	for _, behind := range []bool{false, true} {
		costs := short.Rank(behind) - long.Rank(behind) + ranking[Words]*long[Words]
		if want := map[bool]float64{false: 30 * perWord, true: 30 * perWordBehind}[behind]; math.Abs(costs-want) > 1e-9 {
			t.Errorf("30 words more cost %.3f where behind is %v, want %.3f", costs, behind, want)
		}
	}
}

func TestAScoreIsLowWhereEitherHalfIs(t *testing.T) {
	good := strongest(1)
	both := good.Score()
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
		if s := bad.Score(); s >= both || s < 0 || math.IsNaN(s) {
			t.Errorf("with all against it in %s the score is %.3f, of %.3f", half.name, s, both)
		}
	}
}

func TestScoresAreFromZeroToOneHoweverFarTheEvidence(t *testing.T) {
	for _, far := range []float64{-1e6, -1, 0, 1, 1e6} {
		n := strongest(far)
		if s := n.Score(); !(s >= 0 && s <= 1) {
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
