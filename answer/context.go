package answer

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// InContext returns a range of an article as a quote again, with its speaker and paragraph
// but without marks, and around it the range from the start of the paragraph before to the
// end of the one behind, as far as no furniture and no headline stands there, and of long
// paragraphs the sentences next to the quote, up to 1,500 bytes on each side. It returns
// ErrNotFound for what is no quote: where the article is gone, and where the range is not
// of whole characters of one paragraph without furniture. Whether the words are still those
// that were quoted the caller has to check.
func (l *Library) InContext(ctx context.Context, id string, at text.Span) (q Quote, around text.Span, err error) {
	a, layout, err := l.Article(ctx, id)
	if err != nil {
		return Quote{}, text.Span{}, err
	}
	s := &source{article: a, layout: layout}
	n := layout.paragraphOf(at)
	if n < 0 || at.Empty() || !wholeRunes(a.Text, at) || overlapsAny(a.Furniture, at) {
		return Quote{}, text.Span{}, ErrNotFound
	}
	q = s.quote(at)
	if who := layout.voiceIn(at); who >= 0 && layout.Speech[who].Said.Contains(at) {
		q.Speaker, q.Role = layout.Speech[who].Speaker, layout.Speech[who].Role // also where another says more of the sentence
	}
	return q, s.around(at, n), nil
}

func wholeRunes(t string, at text.Span) bool {
	return utf8.RuneStart(t[at.Start]) && (at.End == len(t) || utf8.RuneStart(t[at.End]))
}

// around returns the range of a paragraph that holds a quote, with the one before and the
// one behind. Furniture cannot be cut out of a range, so that it ends there.
func (s *source) around(quote text.Span, paragraph int) text.Span {
	all := s.layout.Paragraphs
	around := all[paragraph]
	if n := paragraph - 1; n >= 0 && s.isProse(all[n]) {
		around.Start = all[n].Start
	}
	if n := paragraph + 1; n < len(all) && s.isProse(all[n]) {
		around.End = all[n].End
	}
	for _, f := range s.article.Furniture {
		if f.End <= quote.Start {
			around.Start = max(around.Start, f.End)
		} else {
			around.End = min(around.End, f.Start)
		}
	}
	return trimmed(s.article.Text, s.nearby(quote, around))
}

// maxBeside is how many bytes of context stand on each side of a quote: a text may have no
// line breaks at all.
const maxBeside = 1500

// nearby returns a range around a quote without the sentences that are further from it.
func (s *source) nearby(quote, around text.Span) text.Span {
	near := quote
	for _, n := range s.layout.Sentences {
		if n.Start >= max(around.Start, quote.Start-maxBeside) {
			near.Start = min(near.Start, n.Start)
		}
		if n.End <= min(around.End, quote.End+maxBeside) {
			near.End = max(near.End, n.End)
		}
	}
	if quote.Start-around.Start <= maxBeside {
		near.Start = around.Start
	}
	if around.End-quote.End <= maxBeside {
		near.End = around.End
	}
	return near
}

// trimmed returns a range without the white space at its ends.
func trimmed(t string, s text.Span) text.Span {
	s.Start = s.End - len(strings.TrimLeftFunc(s.Of(t), unicode.IsSpace))
	s.End = s.Start + len(strings.TrimRightFunc(s.Of(t), unicode.IsSpace))
	return s
}
