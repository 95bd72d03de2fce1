package answer

import (
	"math"
	"slices"

	"verbatim/answer/question"
)

// evidence is what speaks for a passage as the answer to a question, as numbers that the
// model weighs. Shares are of the weight of all the question's terms, from 0 to 1.
type evidence struct {
	own       float64                 // share that the passage holds, in its words or its speaker's name
	best      float64                 // the largest share that one of its sentences holds
	exact     float64                 // share that it holds in the question\'s own form
	plain     float64                 // share of the terms beside names that it holds, or words of their family; 1 where there are none
	kin       float64                 // share that it only holds words of the same family of
	paragraph float64                 // share that only its paragraph holds
	title     float64                 // share that only the heading of its article holds
	missing   float64                 // share that only other articles hold, or none
	unknown   float64                 // share that no article holds
	ranked    float64                 // the candidate's score, by the weight of all terms
	order     float64                 // share of the terms whose neighbour in the question is their neighbour here
	names     float64                 // share of the names that the passage holds, 0 where none is asked for
	strange   float64                 // share of the names that not even its article holds
	away      float64                 // share of the names that its article holds, but not its paragraph; 0 where somebody's words are asked for
	gap       float64                 // share of the heaviest term that neither the passage nor its paragraph holds, nor a word of its family
	figures   float64                 // share of the numbers asked with that its paragraph does not hold; 0 where there are none
	bare      float64                 // 1 where it names somebody, and no article holds any other term of the question
	absent    float64                 // 1 where neither its paragraph nor the heading of its article holds a name, though one is asked for
	kinds     [question.Kinds]float64 // of the kind asked for: from 1 where an answer is there to -1 where none is
	second    float64                 // 1 where it has a second sentence
	third     float64                 // 1 where it has a third
	words     float64                 // their number / 10
	length    float64                 // logarithm of their number
	size      float64                 // logarithm of the number of sentences in the library: the more there are, the more hold the words by chance
	asks      float64                 // 1 where the passage ends with a question
	heading   float64                 // 1 where it has no end, as a headline has none
	opens     float64                 // 1 where it opens its paragraph
	untold    float64                 // where they are asked for: the share of the other terms that the passage lacks
	mute      float64                 // 1 where it lacks all of them
	said      float64                 // 1 where the words of somebody are asked for
	speaks    float64                 // where they are asked for: 1 where they speak in the passage
}

func (y *query) weigh(p *passage) evidence {
	var own, exact, kin, order, voiced termSet
	var e evidence
	words, kind := 0, 0.0
	for i := p.from; i < p.to; i++ {
		l := p.line(i, y)
		held := l.own
		if y.Said || !y.Asks {
			held |= l.voiced
		}
		own, exact, kin, order, voiced = own|held, exact|l.exact, kin|l.kin, order|l.order, voiced|l.voiced
		e.best = max(e.best, y.share(held))
		words += len(l.words)
		kind = max(kind, l.kind)
	}
	around := p.candidate.around | own
	p.holds = around
	titled := p.candidate.title | around
	whole := p.candidate.whole | titled
	e.own = y.share(own)
	e.exact = y.share(exact)
	e.plain = 1 - y.part(^y.named, ^(own|kin))
	e.kin = y.share(kin &^ own)
	e.paragraph = y.share(around &^ own)
	e.title = y.share(titled &^ around)
	e.missing = y.share(^whole)
	e.unknown = y.share(y.unknown)
	e.ranked = p.candidate.score / y.total
	e.order = y.share(order)
	e.names = y.part(y.named, own)
	e.strange = y.part(y.named, ^whole)
	if !y.Said {
		e.away = y.part(y.named, whole&^titled)
	}
	e.figures = y.part(y.figures, ^titled)
	e.gap = y.gap(titled | kin)
	e.bare = one(y.named != 0 && y.plain != 0 && y.plain&^y.unknown == 0)
	e.absent = one(y.named != 0 && y.named&titled == 0)
	e.kinds[y.Kind] = 2*kind - 1
	e.second, e.third = one(p.to-p.from > 1), one(p.to-p.from > 2)
	e.words, e.length = float64(words)/10, math.Log(float64(1+words))
	e.asks, e.heading = ending(p.span().Of(p.article.Text))
	e.opens = one(p.opens)
	e.size = math.Log(float64(1 + y.size))
	if len(y.Speakers) > 0 {
		e.said = 1
		e.speaks = one(y.speakerIn(voiced))
		e.untold = 1 - y.share((own|kin)&^y.speakers)/max(1e-9, 1-y.share(y.speakers))
		e.mute = one((own|kin)&y.topic == 0 && y.topic != 0)
	}
	return e
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// share returns how much of the question's weight a set of its terms has.
func (y *query) share(s termSet) float64 {
	held := 0.0
	for i := range y.terms {
		if s.has(i) {
			held += y.terms[i].weight
		}
	}
	return held / y.total
}

// part returns how much of the weight of one set of terms another has; 0 where the one has none.
func (y *query) part(of, s termSet) float64 {
	all := y.share(of)
	if all == 0 {
		return 0
	}
	return y.share(s&of) / all
}

// gap returns the share of the heaviest term outside a set.
func (y *query) gap(held termSet) (gap float64) {
	for i := range y.terms {
		if !held.has(i) {
			gap = max(gap, y.terms[i].weight/y.total)
		}
	}
	return gap
}

// speakerIn reports whether a set of terms names one of those whose words are asked for.
func (y *query) speakerIn(held termSet) bool {
	return slices.ContainsFunc(y.Speakers, func(group []question.Word) bool { return y.names(group, held) })
}

// names reports whether a set of terms holds all the names of a group, or all its words where none is a name.
func (y *query) names(group []question.Word, held termSet) bool {
	all, names, named := true, 0, 0
	for _, w := range group {
		in := held.has(y.at(w))
		all = all && in
		if w.Name {
			names++
			named += int(one(in))
		}
	}
	return all || names > 0 && named == names
}

// at returns the term of a word of the question.
func (y *query) at(w question.Word) int {
	for i := range y.terms {
		if y.terms[i].Start == w.Start {
			return i
		}
	}
	return maxTerms
}

// ending tells a question, and a line without an end, by its last mark.
func ending(s string) (asks, heading float64) {
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case '"', '\'', ')', ']', ' ', '*':
			continue
		case '?':
			return 1, 0
		case '.', '!', ':', ';', ',':
			return 0, 0
		}
		if s[i] >= 0x80 {
			return 0, 0 // a curly mark, an ellipsis, or a letter: no telling
		}
		return 0, 1
	}
	return 0, 0
}
