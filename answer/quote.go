package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/text"
)

// addSource notes that words of q stand in an article too, as other does, unless one of that article is noted already.
func (q *Quote) addSource(other Quote) {
	known := func(o Quote) bool { return o.Article.ID == other.Article.ID }
	if known(*q) || slices.ContainsFunc(q.Also, known) {
		return
	}
	other.Marks = nil
	q.Also = append(q.Also, other)
}

// mark adds ranges to the marks of a quote, in the place of those that they overlap.
func (q *Quote) mark(spans []text.Span) {
	for _, s := range spans {
		q.Marks = slices.DeleteFunc(q.Marks, s.Overlaps)
	}
	q.Marks = append(q.Marks, spans...)
	slices.SortFunc(q.Marks, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
}

// quote returns a passage as a quote, with who speaks in it and where the question's words
// stand. Its article has to be loaded.
func (p *passage) quote() Quote {
	q := p.quoteOf(p.span())
	if p.query.explains {
		q.Why = p.why()
	}
	for i := p.from; i < p.to; i++ {
		q.Marks = p.query.appendMarks(q.Marks, p.words(i))
	}
	return q
}

// quoteOf returns a range of the article of a passage as a quote that scores as the passage does.
func (p *passage) quoteOf(at text.Span) Quote {
	q := p.source.quote(at)
	q.Score = p.score
	return q
}

// quote returns a range of an article as a quote, with who speaks in it.
func (s *source) quote(at text.Span) Quote {
	q := Quote{Article: s.article, Span: at, Paragraph: s.paragraphNumber(at)}
	q.Speaker, q.Role = s.voice(at)
	return q
}

// fewMarks is how many marks most quotes have at most.
const fewMarks = 8

// appendMarks appends where the words of the question stand among those of a sentence,
// without verbs of saying.
func (y *query) appendMarks(marks []text.Span, words []text.Word) []text.Span {
	for i, w := range words {
		t := y.termOf(w.Term)
		if whole := y.halfAt(words, i); whole >= 0 {
			t = whole
		}
		if t >= 0 && (y.named | y.plain).has(t) {
			if marks == nil {
				marks = make([]text.Span, 0, fewMarks)
			}
			marks = append(marks, w.Span)
		}
	}
	return marks
}

// halfAt returns the term that a word is half of, written in two, or -1.
func (y *query) halfAt(words []text.Word, i int) int {
	for t := range y.terms {
		halves := y.terms[t].halves
		if halves == nil {
			continue
		}
		for first := max(0, i-1); first <= i && first+1 < len(words); first++ {
			if words[first].Term == halves[0] && words[first+1].Term == halves[1] {
				return t
			}
		}
	}
	return -1
}

// voice returns who speaks in a range of an article, and as what: whoever is heard most in
// it of those who are heard most in one of its sentences.
func (s *source) voice(at text.Span) (speaker, role text.Span) {
	longest := 0
	for _, sentence := range s.layout.within(at) {
		who := s.layout.voiceIn(sentence)
		if who < 0 {
			continue
		}
		if n := s.layout.heard(who, at); n > longest {
			longest = n
			speaker, role = s.layout.Speech[who].Speaker, s.layout.Speech[who].Role
		}
	}
	return speaker, role
}

// paragraphNumber counts paragraphs as a reader does: from 1, without furniture and the headline.
func (s *source) paragraphNumber(at text.Span) int {
	n := 1
	for _, paragraph := range s.layout.Paragraphs {
		if paragraph.Contains(at) {
			break
		}
		if s.isProse(paragraph) {
			n++
		}
	}
	return n
}

// isProse reports whether a paragraph is neither furniture nor the headline.
func (s *source) isProse(paragraph text.Span) bool {
	return !overlapsAny(s.article.Furniture, paragraph) && paragraph.Of(s.article.Text) != s.article.Title
}
