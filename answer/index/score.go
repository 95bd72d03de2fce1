package index

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
	of                                 Size
	bySentence, byParagraph, byArticle bm25
	inSentence, inParagraph            weights
	most                               [256]float32 // by impact: what a term of weight 1 adds to a sentence's score at most
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
	if g.of == size && g.bySentence.mean > 0 {
		return
	}
	mean := func(of int) float64 { return max(1, float64(size.Words)/float64(max(1, of))) }
	g.of = size
	g.bySentence = bm25{sentenceK1, sentenceB, mean(size.Sentences)}
	g.byParagraph = bm25{paragraphK1, paragraphB, mean(size.Paragraphs)}
	g.byArticle = bm25{articleK1, articleB, mean(size.Articles)}
	g.inSentence, g.inParagraph = newWeights(g.bySentence), newWeights(g.byParagraph)
	for impact := range g.most {
		g.most[impact] = float32(g.bound(uint8(impact))) * (1 + roundings)
	}
}

// roundings is more than what sums of float32 are off by.
const roundings = 1e-5

// bound returns what a term of weight 1 adds to the score of a sentence at most, in an
// article where it has an impact. It stands there so many times: all of them in the
// sentence, or some in one beside it. No sentence that holds it is shorter than the impact
// says, and no paragraph and no article is shorter than its sentences.
func (g *scoring) bound(impact uint8) float64 {
	times, length := float64(impact&15), float64(lengthClasses[impact>>4])
	if impact&15 == farOften {
		times = 1e9 // it may be any number: as many as give all that repeating gives
	}
	own := g.bySentence.weight(times, length)
	if times > 1 {
		own += neighbourShare * 2 * g.bySentence.weight(times/2, length)
	}
	return own + paragraphShare*g.byParagraph.weight(times, length) + articleShare*g.byArticle.weight(times, length)
}
