package evidence

import "math"

// Sum adds up the numbers, each by its weight.
func (n *Numbers) Sum(weights *Numbers) (sum float64) {
	for f, w := range weights {
		sum += w * n[f]
	}
	return sum
}

// What a word costs the first quote, and what it costs those behind it: they are read by
// those whom the first did not help, and may tell more.
const (
	perWord       = .15 / 10
	perWordBehind = .04 / 10
)

// Rank is what passages are ranked by: their order is that of their worth as the first quote,
// or as one behind it. Only differences of ranks of the same question mean something.
func (n *Numbers) Rank(behind bool) float64 {
	cost := perWord
	if behind {
		cost = perWordBehind
	}
	return n.Sum(&ranking) - cost*10*n[Words]
}

// Score is how likely the passage answers the question, from 0 to 1. It comes of how likely
// the library tells of what is asked at all, times how likely, where it does, the passage has the answer; the second
// counts less, by answeredShare, since so many questions that are nearly answered are told of. The product is
// calibrated such that at .5 a passage is as good as silence.
func (n *Numbers) Score() float64 {
	return Sigmoid(sharpness * (logSigmoid(tellsBias+n.Sum(&tells)) + answeredShare*logSigmoid(answersBias+n.Sum(&answers)) - threshold))
}

// HasAnswer is how likely the passage has the answer where the library tells of what is asked.
func (n *Numbers) HasAnswer() float64 { return Sigmoid(answersBias + n.Sum(&answers)) }

// Sigmoid is the logistic function.
func Sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// logSigmoid is the logarithm of the logistic function, without loss far from 0.
func logSigmoid(z float64) float64 {
	if z < 0 {
		return z - math.Log1p(math.Exp(z))
	}
	return -math.Log1p(math.Exp(-z))
}
