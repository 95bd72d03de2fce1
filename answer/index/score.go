package index

import "math"

// This file holds the arithmetic of finding sentences: functions of numbers alone.

// bm25 weighs how often a term stands in a stretch of text against how long that is
// (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
type bm25 struct{ k1, b, mean float64 }

func (m *bm25) weight(times, length float64) float64 {
	return times * (m.k1 + 1) / (times + m.k1*(1-m.b+m.b*length/m.mean))
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

// scoring is what a term is worth in the sentences of an index.
type scoring struct {
	of                      Size
	byArticle               bm25
	inSentence, inParagraph weights
	mostNear                [256]float32          // by impact: what a term of weight 1 adds at most to a sentence's score by itself and its paragraph
	mostWhole               [lengths << 4]float32 // by class of length and times in the article: what it adds by the article at most
}

// weights are those of a bm25, those for terms that stand once in a stretch of text made
// beforehand: they nearly always do.
type weights struct {
	bm25
	once [256]float64
}

func newWeights(of bm25) weights {
	w := weights{bm25: of}
	for length := range w.once {
		w.once[length] = of.weight(1, float64(length))
	}
	return w
}

func (w *weights) weight(times, length int) float64 {
	if times == 1 && length < len(w.once) {
		return w.once[length]
	}
	return w.bm25.weight(float64(times), float64(length))
}

// set makes the scoring that of an index of a size.
func (g *scoring) set(size Size) {
	if g.of == size && g.byArticle.mean > 0 {
		return
	}
	mean := func(of int) float64 { return max(1, float64(size.Words)/float64(max(1, of))) }
	g.of = size
	g.inSentence = newWeights(bm25{sentenceK1, sentenceB, mean(size.Sentences)})
	g.inParagraph = newWeights(bm25{paragraphK1, paragraphB, mean(size.Paragraphs)})
	g.byArticle = bm25{articleK1, articleB, mean(size.Articles)}
	for impact := range g.mostNear {
		g.mostNear[impact] = float32(g.boundNear(uint8(impact))) * (1 + roundings)
	}
	for i := range g.mostWhole {
		length := float64(leastOf(i>>4)) * g.byArticle.mean
		g.mostWhole[i] = float32(articleShare*g.byArticle.weight(often(i&15), length)) * (1 + roundings)
	}
}

// roundings is more than what sums of float32 are off by.
const roundings = 1e-5

// often returns how often a term stands in an article, at most: where that is not known any
// number, as many as give all that repeating gives.
func often(times int) float64 {
	if times == farOften {
		return 1e9
	}
	return float64(times)
}

// boundNear returns what a term of weight 1 adds to the score of a sentence at most by itself,
// by the sentences beside it and by their paragraph, in an article where it has an impact. No
// sentence that holds it is shorter than the impact says, and no paragraph shorter than its
// sentences.
func (g *scoring) boundNear(impact uint8) float64 {
	times, length := often(timesIn(impact)), float64(lengthClasses[impact>>lengthShift])
	if impact&togetherBit == 0 {
		times = min(times, 1)
	}
	own := g.inSentence.bm25.weight(times, length)
	if times > 1 { // some may stand in the sentences beside it
		own += neighbourShare * 2 * g.inSentence.bm25.weight(times/2, length)
	}
	return own + paragraphShare*g.inParagraph.bm25.weight(times, length)
}

// lengths is how many classes of lengths of articles there are: four for each time that they
// are twice as long, from a sixteenth of the mean on.
const (
	lengths    = 32
	classShift = 21 // of a float32, which leaves its exponent and two bits
	firstClass = (127 - 4) << 2
)

// classOf returns the class of an article of so many words, where one is of mean length.
func classOf(words, one float32) uint8 {
	class := int(math.Float32bits(words/one)>>classShift) - firstClass
	return uint8(min(max(class, 0), lengths-1))
}

// leastOf returns how long the articles of a class are at least, of the mean.
func leastOf(class int) float32 {
	if class == 0 {
		return 0
	}
	return math.Float32frombits(uint32(class+firstClass) << classShift)
}
