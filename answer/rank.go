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
	own: 6.82, best: -0.86, kin: 5.84, paragraph: -2.89, title: 9.15, article: -0.63,
	missing: -2.48, unknown: 0.89, ranked: 2.01, order: 1.38, names: 1.06, strange: -1.73,
	away: 2.73, gap: -3.33, figures: -0.91, heaviest: -0.15, second: -0.88, third: -0.85,
	words: -0.35, length: 1.02, asks: -0.22, heading: -0.44, opens: 0.65, said: -1.45,
	strangers: -0.63, untold: -3.29,
	kinds: [question.Kinds]float64{question.Anything: 0.55, question.Person: 0.21, question.Time: 0.74, question.Place: 0.33, question.Number: 0.88, question.Reason: 0.91},
}

const bias = -5.27

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
		e.own, e.best, e.kin, e.paragraph, e.title, e.article, e.missing, e.unknown, e.ranked, e.order, e.names, e.strange, e.away, e.gap, e.figures,
		e.heaviest, e.second, e.third, e.words, e.length, e.asks, e.heading, e.opens, e.said, e.strangers, e.untold,
	}, e.kinds[:]...)
}
