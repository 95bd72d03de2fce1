package answer

import "math"

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
