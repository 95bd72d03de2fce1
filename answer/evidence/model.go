package evidence

import "math"

// Sum adds up the numbers, each by its weight.
func (n *Numbers) Sum(weights *Numbers) float64 {
	var a, b, c, d float64 // no addition waits for the one before it
	f := 0
	for ; f < len(n)-3; f += 4 {
		a += weights[f] * n[f]
		b += weights[f+1] * n[f+1]
		c += weights[f+2] * n[f+2]
		d += weights[f+3] * n[f+3]
	}
	for ; f < len(n); f++ {
		a += weights[f] * n[f]
	}
	return a + b + (c + d)
}

// What a word costs the first quote, and what it costs those behind it: they are read by
// those whom the first did not help, and may tell more.
const (
	perWord       = .15 / 10
	perWordBehind = .04 / 10
)

// Ranks is what passages are ranked by: their order is that of their worth as the first quote, and
// as one behind it. Only differences of ranks of the same question mean something.
func (n *Numbers) Ranks() (first, behind float64) {
	sum := n.Sum(&ranking)
	return sum - perWord*10*n[Words], sum - perWordBehind*10*n[Words]
}

// Score is how likely the passage answers the question, from 0 to 1. It comes of how likely
// the library tells of what is asked at all, times how likely, where it does, the passage has the answer; the second
// counts less, by answeredShare, since so many questions that are nearly answered are told of. The product is
// calibrated such that at .5 a passage is as good as silence. How likely it has the answer where
// the library tells of what is asked is returned too.
func (n *Numbers) Score() (score, hasAnswer float64) {
	answers := answersBias + n.Sum(&answers)
	z := sharpness * (logSigmoid(tellsBias+n.Sum(&tells)) + answeredShare*logSigmoid(answers) - threshold)
	return Sigmoid(z), Sigmoid(answers)
}

// Sigmoid is the logistic function.
func Sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// logSigmoid is the logarithm of the logistic function, without loss far from 0.
func logSigmoid(z float64) float64 {
	if z < 0 {
		return z - math.Log1p(math.Exp(z))
	}
	return -math.Log1p(math.Exp(-z))
}
