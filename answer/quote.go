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
		q.Marks = p.appendMarks(q.Marks, i)
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

// appendMarks appends where the words of the question stand in a sentence, without verbs of
// saying. Which of its words these are the index tells.
func (p *passage) appendMarks(marks []text.Span, sentence int) []text.Span {
	terms := p.picker.reader.termsIn(p.source, sentence)
	words := p.picker.places(p.article, p.layout.Sentences[sentence], len(terms))
	for i, w := range words {
		if t := terms[i]; t >= 0 && (p.query.named | p.query.plain).has(int(t)) {
			if marks == nil {
				marks = make([]text.Span, 0, fewMarks)
			}
			marks = append(marks, w.Span)
		}
	}
	return marks
}

// places returns where the n words of a sentence stand. It is valid until it is asked again.
func (p *picker) places(a *Article, sentence text.Span, n int) []text.Word {
	if p.words = text.Places(a.Text, sentence, a.Lang, p.words); len(p.words) != n {
		return text.Words(a.Text, sentence, a.Lang)
	}
	return p.words
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
