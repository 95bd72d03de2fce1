package answer

import (
	"math"

	"verbatim/answer/evidence"
	"verbatim/answer/text"
)

// scantShare is how much of a question may be missing from an article that answers it. Of
// the right passages in the sets that the model was fitted on 0.6 % lack more, of the others 3 %.
const scantShare = .65

// best is what the best of the candidates scored.
type best struct{ own, context, whole float64 }

func (b *best) add(c *candidate) {
	b.own, b.context, b.whole = max(b.own, c.own), max(b.context, c.context), max(b.whole, c.whole)
}

// weigher weighs passages for a query. What is the same for all of them it knows beforehand.
type weigher struct {
	asked   evidence.Numbers // of the question alone
	found   evidence.Numbers // and of a candidate
	bearers []bearer         // whose words are asked for
	logSize float64
	untold  float64 // the share of what is no speaker
	pairs   float64 // how many there can be
	triples float64
	run     float64
	kind    evidence.Feature
	related [maxTerms]float32 // by term that holding.related has: how sure it is
	holding holding           // of the passage that is weighed
}

// openWeigher makes the weigher that of a query.
func (p *picker) openWeigher() {
	y, w := p.query, &p.weigher
	n := &w.asked
	*n = evidence.Numbers{}
	n[evidence.Unknown] = p.shares.of(y.unknown)
	n[evidence.Terms] = logOf(1 + len(y.terms))
	n[evidence.Bare] = one(y.named != 0 && y.plain != 0 && y.plain&^y.unknown == 0)
	n[evidence.Negative] = one(y.Negated)
	n[evidence.Guessed] = p.shares.of(y.guessed())
	n[evidence.Size] = math.Log(float64(1 + y.size))
	if language := languageFeature(y.Lang); language > 0 {
		n[language] = 1
	}
	n[evidence.Said] = one(len(y.Speakers) > 0)
	w.bearers = w.bearers[:0]
	for _, group := range y.Speakers {
		w.bearers = append(w.bearers, y.bearer(group))
	}
	w.logSize = math.Log(float64(2 + y.size))
	w.untold = max(tiny, 1-p.shares.of(y.speakers))
	w.pairs, w.triples, w.run = float64(max(1, y.phrasing.places-1)), float64(max(1, y.phrasing.places-2)), float64(max(1, y.phrasing.places))
	w.kind = evidence.Kinds + evidence.Feature(y.Kind)
}

// meet notes the evidence for all passages around a candidate of a rank, the first being 0.
func (p *picker) meet(s *source, c *candidate, rank int) {
	n := &p.found
	*n = p.asked
	p.weighCandidate(n, c, rank)
	n[evidence.Whole] = logOf(len(s.layout.Sentences))
}

// weigh fills in the evidence for a passage around the candidate that was met.
func (p *picker) weigh(w *passage) {
	y, h, n := p.query, &p.holding, &w.numbers
	p.gather(w)
	w.own, w.holds = h.own, h.paragraph
	*n = p.found
	p.weighTerms(n, h)
	p.weighNames(n, h)
	p.weighPlain(n, h)
	weighShape(n, w, h)
	if p.line(w.source, w.from).refers {
		n[evidence.Refers] = 1
		n[evidence.Referred] = p.shares.part(y.named, h.titled&^h.own)
	}
	n[evidence.Density] = h.weight / y.total / float64(5+h.words) * 10
	n[p.weigher.kind] = 2*h.kind - 1
	if len(y.Speakers) > 0 {
		p.weighSpeech(n, h)
	}
}

func languageFeature(lang text.Lang) evidence.Feature {
	switch lang {
	case text.French:
		return evidence.InFrench
	case text.Spanish:
		return evidence.InSpanish
	case text.Russian:
		return evidence.InRussian
	case text.Norwegian:
		return evidence.InNorwegian
	case text.Swedish:
		return evidence.InSwedish
	case text.Hungarian:
		return evidence.InHungarian
	}
	return 0
}

func (p *picker) weighTerms(n *evidence.Numbers, h *holding) {
	y := p.query
	held := h.own | h.kin
	n[evidence.Own], n[evidence.Exact], n[evidence.Order] = p.shares.of(h.own), p.shares.of(h.exact), p.shares.of(h.order)
	n[evidence.Kin], n[evidence.Related] = p.shares.of(h.kin&^h.own), p.relatedShare(h)
	n[evidence.Opposite] = float64(h.opposed)
	if y.figures&^h.own != 0 {
		n[evidence.Misnumbered] = float64(h.misnumbered)
	}
	n[evidence.Peak] = h.peak
	n[evidence.Pairs] = float64(h.pairs.size()) / p.weigher.pairs
	n[evidence.Triples] = float64(h.triples.size()) / p.weigher.triples
	n[evidence.Run] = float64(h.run) / p.weigher.run
	n[evidence.Before], n[evidence.After] = p.shares.of(h.beside[0]&^h.own), p.shares.of(h.beside[1]&^h.own)
	n[evidence.Paragraph] = p.shares.of(h.paragraph &^ h.own)
	n[evidence.Title] = p.shares.of(h.titled &^ h.paragraph)
	n[evidence.Missing] = p.shares.of(^h.article)
	n[evidence.Scant] = one(n[evidence.Missing] > scantShare)
	n[evidence.Gap] = p.shares.heaviest(^(h.titled | h.kin))
	n[evidence.Rarity] = p.shares.heaviest(^held) * y.total / p.logSize
	lost := (p.shares.all &^ held).size()
	n[evidence.Lost] = float64(lost)
	n[evidence.Held] = 1 - float64(lost)/float64(max(1, len(y.terms)))
}

// relatedShare returns the share of the terms that a passage lacks and tells in other words,
// as far as it is sure that they do.
func (p *picker) relatedShare(h *holding) (share float64) {
	for set := h.related &^ (h.own | h.kin); set != 0; set &= set - 1 {
		i := set.first()
		share += p.query.terms[i].weight * float64(p.related[i])
	}
	return share / p.query.total
}

func (p *picker) weighNames(n *evidence.Numbers, h *holding) {
	y := p.query
	if y.named == 0 {
		return
	}
	n[evidence.Names] = p.shares.part(y.named, h.own)
	n[evidence.NamesStrange] = p.shares.part(y.named, ^h.article)
	n[evidence.NamesAbsent] = one(y.named&h.titled == 0)
	if !y.Said {
		n[evidence.NamesAway] = p.shares.part(y.named, h.article&^h.titled)
	}
	n[evidence.NamesLost] = float64((y.named &^ (h.own | h.kin)).size())
}

func (p *picker) weighPlain(n *evidence.Numbers, h *holding) {
	y := p.query
	n[evidence.Plain] = 1 - p.shares.part(^y.named, ^(h.own|h.kin))
	n[evidence.PlainAbsent] = one(y.plain != 0 && y.plain&(h.own|h.kin) == 0)
	n[evidence.PlainLost] = float64((y.plain &^ (h.own | h.kin)).size())
	n[evidence.Figures] = p.shares.part(y.figures, ^h.titled)
	n[evidence.Unnegated] = one(y.Negated && !h.negative)
}

func (p *picker) weighCandidate(n *evidence.Numbers, c *candidate, rank int) {
	total, b := p.query.total, p.best
	n[evidence.Headed] = p.shares.of(c.title)
	n[evidence.NamesHeaded] = p.shares.part(p.query.named, c.title)
	n[evidence.Scored] = c.own / total
	n[evidence.ScoredAround] = c.context / total
	n[evidence.ScoredWhole] = c.whole / total
	n[evidence.ScoredBefore] = c.before / total
	n[evidence.ScoredAfter] = c.after / total
	n[evidence.Short] = (b.own - c.own) / total
	n[evidence.ShortAround] = (b.context - c.context) / total
	n[evidence.ShortWhole] = (b.whole - c.whole) / total
	n[evidence.Rank] = 1 / float64(1+rank)
}

func weighShape(n *evidence.Numbers, p *passage, h *holding) {
	n[evidence.Second], n[evidence.Third] = one(p.to-p.from > 1), one(p.to-p.from > 2)
	n[evidence.Words], n[evidence.Length] = float64(h.words)/10, logOf(1+h.words)
	n[evidence.Opens] = one(p.from == p.paragraphFrom)
	n[evidence.First], n[evidence.Early] = one(p.from == 0), 1/float64(1+p.from)
	n[evidence.Novel] = float64(h.novel) / float64(max(1, h.content))
	n[evidence.News], n[evidence.NewNames] = logOf(1+h.novel), logOf(1+h.newNames)
	n[evidence.Close] = h.close
	n[evidence.Asks], n[evidence.Heading] = one(h.ending == asks), one(h.ending == endless)
}

func (p *picker) weighSpeech(n *evidence.Numbers, h *holding) {
	y := p.query
	n[evidence.Direct] = one(p.speakerIn(h.quoted))
	n[evidence.Speaks] = one(p.speakerIn(h.voiced))
	n[evidence.Untold] = 1 - p.shares.of((h.own|h.kin)&^y.speakers)/p.untold
	topic := y.named &^ y.speakers
	n[evidence.Aside] = one(topic != 0 && topic&h.titled == 0)
	n[evidence.Mute] = one(y.topic != 0 && (h.own|h.kin)&y.topic == 0)
}

// speakerIn reports whether a set of terms names one of those whose words are asked for.
func (p *picker) speakerIn(held termSet) bool {
	for _, b := range p.bearers {
		if b.isIn(held) {
			return true
		}
	}
	return false
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
