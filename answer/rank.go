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
	own: 6.75, best: -1.71, kin: 7.81, paragraph: -2.57, article: 1.44, missing: -2.86,
	unknown: -1.12, ranked: 2.55, order: 1.06, names: 0.47, strange: -1.3, heaviest: 0.16,
	second: -0.78, third: -0.79, words: -0.24, brief: -13.55, asks: -0.8, heading: -0.53,
	opens: 0.71, voice: -0.06,
	kinds: [question.Kinds]float64{question.Anything: 0.76, question.Person: 0.18, question.Time: 0.7, question.Place: 0.46, question.Number: 1.05, question.Reason: 0.96},
}

const bias = -4.32

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
		e.own, e.best, e.kin, e.paragraph, e.article, e.missing, e.unknown, e.ranked, e.order, e.names, e.strange,
		e.heaviest, e.second, e.third, e.words, e.brief, e.asks, e.heading, e.opens, e.voice, e.topic,
	}, e.kinds[:]...)
}
