package answer

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/question"
)

// evidence is what speaks for a passage as the answer to a question, as numbers that the
// model weighs. A share is of the weight of all the question's terms, from 0 to 1.
type evidence struct {
	// Which of the terms stand where.
	own       float64 // share that the passage holds, in its words or its speaker's name
	exact     float64 // share that it holds in the question's own form
	kin       float64 // share that it only holds words of the same family of
	order     float64 // share whose neighbour in the question is their neighbour here
	paragraph float64 // share that only its paragraph holds
	title     float64 // share that only the heading of its article holds
	missing   float64 // share that not even its article holds
	scant     float64 // 1 where that is more than most of the question
	gap       float64 // share of the heaviest term that is in none of them, nor a word of its family
	ranked    float64 // the score of its sentence among the candidates, by the weight of all terms

	// Of the names in the question; 0 where there are none.
	names   float64 // how much of them the passage holds
	away    float64 // how much of them only the rest of its article holds, where nobody's words are asked for
	strange float64 // how much of them not even its article holds
	absent  float64 // 1 where neither its paragraph nor the heading holds any

	// Of the other terms.
	plain   float64 // how much of them the passage holds, or words of their family; 1 where there are none
	figures float64 // how much of the numbers neither its paragraph nor the heading holds
	bare    float64 // 1 where a name is all of the question that any article holds

	// What the passage looks like.
	kinds   [question.Kinds]float64 // of the kind asked for: from 1 where an answer is there to -1 where none is
	second  float64                 // 1 where it has a second sentence
	third   float64                 // 1 where it has a third
	words   float64                 // their number / 10
	length  float64                 // logarithm of their number
	opens   float64                 // 1 where it opens its paragraph
	asks    float64                 // 1 where it ends with a question
	heading float64                 // 1 where it has no end, as a headline has none
	size    float64                 // logarithm of the library's sentences: the more, the more hold the words by chance

	// Where the words of somebody are asked for; else 0.
	said   float64 // 1
	speaks float64 // 1 where they speak in the passage
	untold float64 // the share of the topic that the passage lacks
	mute   float64 // 1 where it lacks all of it
}

// scantShare is how much of a question may be missing from an article that answers it. Of
// the right passages in the sets that the model was fitted on 0.6 % lack more, of the others 3 %.
const scantShare = .65

// holding is which terms of a query are held by a passage and by what is around it.
type holding struct {
	own, exact, kin, order, voiced termSet // by the passage
	paragraph, titled, article     termSet // by what is around it too, each by the one before and more
	words                          int
	kind                           float64
}

func (y *query) weigh(p *passage) evidence {
	h := y.gather(p)
	p.own, p.holds = h.own, h.paragraph
	var e evidence
	e.weighTerms(y, h)
	e.ranked = p.candidate.score / y.total
	e.weighShape(p, h)
	e.kinds[y.Kind] = 2*h.kind - 1
	e.size = math.Log(float64(1 + y.size))
	if len(y.Speakers) > 0 {
		e.weighSpeech(y, h)
	}
	return e
}

func (y *query) gather(p *passage) (h holding) {
	for i := p.from; i < p.to; i++ {
		l := p.line(i, y)
		h.own |= l.own
		if y.Said || !y.Asks {
			h.own |= l.voiced
		}
		h.exact, h.kin, h.order, h.voiced = h.exact|l.exact, h.kin|l.kin, h.order|l.order, h.voiced|l.voiced
		h.words += len(l.words)
		h.kind = max(h.kind, l.kind)
	}
	h.paragraph = h.own | p.candidate.paragraph
	h.titled = h.paragraph | p.candidate.title
	h.article = h.titled | p.candidate.all
	return h
}

func (e *evidence) weighTerms(y *query, h holding) {
	e.own, e.exact, e.order = y.share(h.own), y.share(h.exact), y.share(h.order)
	e.kin = y.share(h.kin &^ h.own)
	e.paragraph = y.share(h.paragraph &^ h.own)
	e.title = y.share(h.titled &^ h.paragraph)
	e.missing = y.share(^h.article)
	e.scant = one(e.missing > scantShare)
	e.gap = y.heaviest(^(h.titled | h.kin))

	e.names = y.part(y.named, h.own)
	e.strange = y.part(y.named, ^h.article)
	e.absent = one(y.named != 0 && y.named&h.titled == 0)
	if !y.Said {
		e.away = y.part(y.named, h.article&^h.titled)
	}

	e.plain = 1 - y.part(^y.named, ^(h.own|h.kin))
	e.figures = y.part(y.figures, ^h.titled)
	e.bare = one(y.named != 0 && y.plain != 0 && y.plain&^y.unknown == 0)
}

func (e *evidence) weighShape(p *passage, h holding) {
	e.second, e.third = one(p.to-p.from > 1), one(p.to-p.from > 2)
	e.words, e.length = float64(h.words)/10, math.Log(float64(1+h.words))
	e.opens = one(p.opens)
	switch last := lastMark(p.span().Of(p.article.Text)); {
	case last == '?':
		e.asks = 1
	case unicode.IsLetter(last) || unicode.IsDigit(last):
		e.heading = 1
	}
}

func (e *evidence) weighSpeech(y *query, h holding) {
	e.said = 1
	e.speaks = one(y.speakerIn(h.voiced))
	e.untold = 1 - y.share((h.own|h.kin)&^y.speakers)/max(tiny, 1-y.share(y.speakers))
	e.mute = one(y.topic != 0 && (h.own|h.kin)&y.topic == 0)
}

// lastMark returns the last rune of a passage that is no mark of quotation, bracket or space.
func lastMark(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"'”’»“‘)]*"))
	return r
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
