package answer

import (
	"math"

	"verbatim/answer/question"
)

// This file holds the arithmetic of ranking: functions of numbers alone.

// idf is how much it says that a sentence holds a term which count of n sentences hold
// (Robertson and Spärck Jones, in the form that is never negative).
func idf(count, n int) float64 {
	return math.Log(1 + (float64(max(n, count)-count)+.5)/(float64(count)+.5))
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

// model holds the weight of each number of the evidence. They were fitted on public sets
// of questions in six languages and on questions made from labelled quotations: passages
// that answer, passages that do not, and other questions that nothing answers. What was
// made largest is the worth of what is said, where a right passage is worth 1 less 0.004
// for each of its words, a wrong one nothing, and silence 1 where nothing answers. The
// weights of scant, bare, speaks and mute are set by judgement, since the sets hold too
// few such questions.
var model = evidence{
	own: 0.99, exact: 4.43, kin: 3.18, order: 1.05, paragraph: -2.13, title: 8.72,
	missing: -1.44, scant: -3, gap: -2.99, ranked: 1.44, names: 1.13, away: 1.96,
	strange: -2.69, absent: -0.81, plain: 2.23, figures: -1.06, bare: -4.5, second: -0.76,
	third: -0.34, words: -0.17, length: 0.44, opens: 0.79, asks: -2.42, heading: -0.69,
	size: -0.44, said: -2.27, speaks: 2.5, untold: -1.58, mute: -3,
	kinds: [question.Kinds]float64{
		question.Anything: 0.37, question.Person: 0.16, question.Time: 0.77, question.Place: 0.53, question.Number: 0.87, question.Reason: 0.8,
	},
}

// bias is set so that, of English encyclopedia questions, silence at even chance takes about
// 5 % of those that the articles answer and 80 % of those about other subjects.
const bias = -0.09

// score is how likely the passage answers, from 0 to 1: a logistic model of the evidence.
func (e *evidence) score() float64 {
	z := float64(bias)
	weights := model.numbers()
	for i, v := range e.numbers() {
		z += weights[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

func (e *evidence) numbers() [evidenceNumbers]float64 {
	all := [evidenceNumbers]float64{
		e.own, e.exact, e.kin, e.order, e.paragraph, e.title, e.missing, e.scant, e.gap, e.ranked,
		e.names, e.away, e.strange, e.absent, e.plain, e.figures, e.bare,
		e.second, e.third, e.words, e.length, e.opens, e.asks, e.heading, e.size,
		e.said, e.speaks, e.untold, e.mute,
	}
	copy(all[evidenceNumbers-int(question.Kinds):], e.kinds[:])
	return all
}

const evidenceNumbers = 29 + int(question.Kinds)
