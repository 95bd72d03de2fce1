package answer

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/evidence"
	"verbatim/answer/text"
)

// scantShare is how much of a question may be missing from an article that answers it. Of
// the right passages in the sets that the model was fitted on 0.6 % lack more, of the others 3 %.
const scantShare = .65

// holding is which terms of a query are held by a passage and by what is around it.
type holding struct {
	own, exact, kin, order, voiced, quoted termSet // by the passage
	related                                [maxTerms]float32
	paragraph, titled, article             termSet // by what is around it too, each by the one before and more
	beside                                 [2]termSet
	pairs, triples                         places
	peak, weight, close, kind              float64
	words, content, novel, newNames, run   int
	opposed, misnumbered                   int
	negative                               bool
}

// best is what the best of the candidates scored.
type best struct{ own, context, whole float64 }

func (b *best) add(c candidate) {
	b.own, b.context, b.whole = max(b.own, c.own), max(b.context, c.context), max(b.whole, c.whole)
}

// weigh returns the evidence for a passage around a candidate of a rank, the first being 0.
func (y *query) weigh(p *passage, b best, rank int) (n evidence.Numbers) {
	h := y.gather(p)
	p.own, p.holds = h.own, h.paragraph
	y.weighTerms(&n, &h)
	y.weighNames(&n, &h)
	y.weighPlain(&n, &h)
	y.weighCandidate(&n, p.candidate, b, rank)
	weighShape(&n, p, &h)
	n[evidence.Refers] = one(p.line(p.from, y).refers)
	n[evidence.Referred] = n[evidence.Refers] * y.part(y.named, h.titled&^h.own)
	n[evidence.Density] = h.weight / y.total / float64(5+h.words) * 10
	n[evidence.Size] = math.Log(float64(1 + y.size))
	n[evidence.Kinds+evidence.Feature(y.Kind)] = 2*h.kind - 1
	if language := languageFeature[y.Lang]; language > 0 {
		n[language] = 1
	}
	if len(y.Speakers) > 0 {
		y.weighSpeech(&n, &h)
	}
	return n
}

var languageFeature = map[text.Lang]evidence.Feature{
	text.French: evidence.InFrench, text.Spanish: evidence.InSpanish, text.Russian: evidence.InRussian,
	text.Norwegian: evidence.InNorwegian, text.Swedish: evidence.InSwedish, text.Hungarian: evidence.InHungarian,
}

func (y *query) gather(p *passage) (h holding) {
	for i := p.from; i < p.to; i++ {
		h.add(y, p.line(i, y))
	}
	low, high := p.paragraphFrom, p.paragraphTo
	if p.from > low {
		h.beside[0] = p.line(p.from-1, y).own
	}
	if p.to < high {
		h.beside[1] = p.line(p.to, y).own
	}
	h.paragraph = h.own | p.candidate.paragraph
	h.titled = h.paragraph | p.candidate.title
	h.article = h.titled | p.candidate.all
	return h
}

// add adds a sentence of the passage.
func (h *holding) add(y *query, l *line) {
	h.own |= l.own
	if y.Said || !y.Asks {
		h.own |= l.voiced
		h.exact |= l.voiced
	}
	h.quoted |= l.quoted
	h.exact, h.kin, h.order, h.voiced = h.exact|l.exact, h.kin|l.kin, h.order|l.order, h.voiced|l.voiced
	for _, r := range l.related {
		h.related[r.term] = max(h.related[r.term], r.weight)
	}
	h.pairs, h.triples = h.pairs|l.pairs, h.triples|l.triples
	h.peak, h.close, h.kind = max(h.peak, l.share), max(h.close, l.close), max(h.kind, l.kind)
	h.weight += l.weight
	h.run = max(h.run, l.run)
	h.words += len(l.words)
	h.content, h.novel, h.newNames = h.content+l.content, h.novel+l.novel, h.newNames+l.newNames
	h.opposed, h.misnumbered = max(h.opposed, l.opposed), max(h.misnumbered, l.misnumbered)
	h.negative = h.negative || l.negative
}

func (y *query) weighTerms(n *evidence.Numbers, h *holding) {
	n[evidence.Own], n[evidence.Exact], n[evidence.Order] = y.share(h.own), y.share(h.exact), y.share(h.order)
	n[evidence.Kin], n[evidence.Related] = y.share(h.kin&^h.own), y.relatedShare(h)
	n[evidence.Opposite] = float64(h.opposed)
	if y.figures&^h.own != 0 {
		n[evidence.Misnumbered] = float64(h.misnumbered)
	}
	n[evidence.Peak] = h.peak
	n[evidence.Pairs] = float64(h.pairs.size()) / float64(max(1, y.phrasing.places-1))
	n[evidence.Triples] = float64(h.triples.size()) / float64(max(1, y.phrasing.places-2))
	n[evidence.Run] = float64(h.run) / float64(max(1, y.phrasing.places))
	n[evidence.Before], n[evidence.After] = y.share(h.beside[0]&^h.own), y.share(h.beside[1]&^h.own)
	n[evidence.Paragraph] = y.share(h.paragraph &^ h.own)
	n[evidence.Title] = y.share(h.titled &^ h.paragraph)
	n[evidence.Missing] = y.share(^h.article)
	n[evidence.Scant] = one(n[evidence.Missing] > scantShare)
	n[evidence.Gap] = y.heaviest(^(h.titled | h.kin))
	n[evidence.Rarity] = y.heaviest(^(h.own | h.kin)) * y.total / math.Log(float64(2+y.size))
	n[evidence.Unknown] = y.share(y.unknown)
	all := termSet(1)<<len(y.terms) - 1
	lost := (all &^ (h.own | h.kin)).size()
	n[evidence.Lost] = float64(lost)
	n[evidence.Held] = 1 - float64(lost)/float64(max(1, len(y.terms)))
	n[evidence.Terms] = math.Log(float64(1 + len(y.terms)))
}

// relatedShare returns the share of the terms that a passage lacks and tells in other words,
// as far as it is sure that they do.
func (y *query) relatedShare(h *holding) (share float64) {
	for i, t := range y.terms {
		if !(h.own | h.kin).has(i) {
			share += t.weight * float64(h.related[i])
		}
	}
	return share / y.total
}

func (y *query) weighNames(n *evidence.Numbers, h *holding) {
	n[evidence.Names] = y.part(y.named, h.own)
	n[evidence.NamesStrange] = y.part(y.named, ^h.article)
	n[evidence.NamesAbsent] = one(y.named != 0 && y.named&h.titled == 0)
	if !y.Said {
		n[evidence.NamesAway] = y.part(y.named, h.article&^h.titled)
	}
	n[evidence.NamesLost] = float64((y.named &^ (h.own | h.kin)).size())
}

func (y *query) weighPlain(n *evidence.Numbers, h *holding) {
	n[evidence.Plain] = 1 - y.part(^y.named, ^(h.own|h.kin))
	n[evidence.PlainAbsent] = one(y.plain != 0 && y.plain&(h.own|h.kin) == 0)
	n[evidence.PlainLost] = float64((y.plain &^ (h.own | h.kin)).size())
	n[evidence.Figures] = y.part(y.figures, ^h.titled)
	n[evidence.Bare] = one(y.named != 0 && y.plain != 0 && y.plain&^y.unknown == 0)
	n[evidence.Negative] = one(y.Negated)
	n[evidence.Unnegated] = one(y.Negated && !h.negative)
	n[evidence.Guessed] = y.share(y.guessed())
}

func (y *query) weighCandidate(n *evidence.Numbers, c candidate, b best, rank int) {
	n[evidence.Headed] = y.share(c.title)
	n[evidence.NamesHeaded] = y.part(y.named, c.title)
	n[evidence.Scored] = c.own / y.total
	n[evidence.ScoredAround] = c.context / y.total
	n[evidence.ScoredWhole] = c.whole / y.total
	n[evidence.ScoredBefore] = c.before / y.total
	n[evidence.ScoredAfter] = c.after / y.total
	n[evidence.Short] = (b.own - c.own) / y.total
	n[evidence.ShortAround] = (b.context - c.context) / y.total
	n[evidence.ShortWhole] = (b.whole - c.whole) / y.total
	n[evidence.Rank] = 1 / float64(1+rank)
}

func weighShape(n *evidence.Numbers, p *passage, h *holding) {
	n[evidence.Second], n[evidence.Third] = one(p.to-p.from > 1), one(p.to-p.from > 2)
	n[evidence.Words], n[evidence.Length] = float64(h.words)/10, math.Log(float64(1+h.words))
	n[evidence.Opens] = one(p.from == p.paragraphFrom)
	n[evidence.First], n[evidence.Early] = one(p.from == 0), 1/float64(1+p.from)
	n[evidence.Whole] = math.Log(float64(len(p.layout.Sentences)))
	n[evidence.Novel] = float64(h.novel) / float64(max(1, h.content))
	n[evidence.News], n[evidence.NewNames] = math.Log(float64(1+h.novel)), math.Log(float64(1+h.newNames))
	n[evidence.Close] = h.close
	switch last := lastMark(p.span().Of(p.article.Text)); {
	case last == '?':
		n[evidence.Asks] = 1
	case unicode.IsLetter(last) || unicode.IsDigit(last):
		n[evidence.Heading] = 1
	}
}

func (y *query) weighSpeech(n *evidence.Numbers, h *holding) {
	n[evidence.Said] = 1
	n[evidence.Direct] = one(y.speakerIn(h.quoted))
	n[evidence.Speaks] = one(y.speakerIn(h.voiced))
	n[evidence.Untold] = 1 - y.share((h.own|h.kin)&^y.speakers)/max(tiny, 1-y.share(y.speakers))
	topic := y.named &^ y.speakers
	n[evidence.Aside] = one(topic != 0 && topic&h.titled == 0)
	n[evidence.Mute] = one(y.topic != 0 && (h.own|h.kin)&y.topic == 0)
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
