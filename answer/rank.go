package answer

import (
	"math"

	"verbatim/answer/question"
)

// This file holds the arithmetic of ranking: functions of numbers alone.

// idf is how much it says that a sentence holds a term which count of n sentences hold
// (Robertson and Spärck Jones, in the form that is never negative).
func idf(count, n int) float64 {
	return math.Log(1 + (float64(n)-float64(count)+.5)/(float64(count)+.5))
}

// bm25 weighs how often a term stands in a stretch of text against how long that is
// (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
type bm25 struct{ k1, b, mean float64 }

func (m bm25) weight(tf, length float64) float64 {
	return tf * (m.k1 + 1) / (tf + m.k1*(1-m.b+m.b*length/m.mean))
}

// A sentence repeats little, so its k1 and b are lower than the customary 1.2 and .75.
const (
	sentenceK1, sentenceB   = .4, .3
	paragraphK1, paragraphB = .8, .4
	articleK1, articleB     = 1.2, .6
)

// A sentence is also judged by what stands around it.
const (
	paragraphShare = .4
	neighbourShare = .1
	articleShare   = .2
)

// model holds the weight of each number of the evidence.
var model = evidence{
	own: 1.91, best: -0.45, exact: 3.84, plain: 2.37, kin: 2.66, paragraph: -2.29,
	title: 8.9, missing: -1.5, unknown: -0.37, ranked: 1.39, order: 1.18, names: 1.27,
	strange: -2.52, away: 1.85, gap: -2.76, figures: -0.91, absent: -0.88, bare: -3.5,
	second: -0.75, third: -0.56, words: -0.23, length: 0.59, size: -0.45, asks: -2.02,
	heading: -0.52, opens: 0.73, said: -2.01, speaks: 1.5, untold: -2.25, mute: -2,
	kinds: [question.Kinds]float64{question.Anything: 0.3, question.Person: 0.08, question.Time: 0.7, question.Place: 0.48, question.Number: 0.85, question.Reason: 0.8},
}

const bias = -0.46

// score is how likely the passage answers, from 0 to 1: a logistic model of the evidence.
func (e evidence) score() float64 {
	z := float64(bias)
	weights := model.vector()
	for i, v := range e.vector() {
		z += weights[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

func (e evidence) vector() []float64 {
	return append([]float64{
		e.own, e.best, e.exact, e.plain, e.kin, e.paragraph, e.title, e.missing, e.unknown, e.ranked, e.order,
		e.names, e.strange, e.away, e.gap, e.figures, e.absent, e.bare,
		e.second, e.third, e.words, e.length, e.size, e.asks, e.heading, e.opens,
		e.said, e.speaks, e.untold, e.mute,
	}, e.kinds[:]...)
}
