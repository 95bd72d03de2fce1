package speech

import "verbatim/answer/text"

// story is an article as the rules read it.
type story struct {
	t        string
	lang     *language
	quotes   []quotation
	tokens   [][]token // of each paragraph
	at       []passage // of each quotation
	mentions []mention
	persons  []person
	called   map[key]int    // the persons by the names they go by
	holding  map[string]int // and by the office they alone hold: chairman
}

// read makes a story of an article that has quotations.
func read(article string, lang *language, paragraphs []text.Span, quotes []quotation) *story {
	s := &story{t: article, lang: lang, quotes: quotes, at: make([]passage, len(quotes))}
	q := 0
	for i, p := range paragraphs {
		first := q
		for q < len(quotes) && quotes[q].paragraph == i {
			q++
		}
		s.tokens = append(s.tokens, tokenize(article, p, lang, quotes[first:q], first))
	}
	sp := s.spellings()
	for n, tokens := range s.tokens {
		for i, t := range tokens {
			if t.kind == quoted {
				s.at[t.quote] = passage{s, tokens, i, n}
			}
		}
		if !heading(tokens) {
			s.names(n, sp)
		}
	}
	s.link()
	return s
}

// heading reports whether a paragraph is a headline, a byline or a list of contents, whose capitals are no names: it
// does not end as a sentence does, and is short or has many capitals.
func heading(tokens []token) bool {
	const short = 20
	if len(tokens) == 0 {
		return true
	}
	capitals := 0
	for _, t := range tokens {
		switch t.kind {
		case quoted:
			return false
		case capital:
			capitals++
		}
	}
	return tokens[len(tokens)-1].kind <= capital && (len(tokens) < short || capitals*3 > len(tokens))
}

// in returns a paragraph as a passage without a quotation to ask about.
func (s *story) in(paragraph int) passage { return passage{s, s.tokens[paragraph], 0, paragraph} }
