package speech

import "verbatim/answer/text"

// story is an article as the rules read it.
type story struct {
	*vocabulary
	names    *register
	t        string
	quotes   []quotation
	all      []token   // those of the paragraphs
	tokens   [][]token // of each paragraph
	headings []bool    // which paragraphs are none but headings
	at       []passage // of each quotation
	mentions []mention
	persons  []person
	holding  map[string]int // the persons by the office they alone hold: chairman
}

// open makes a story of an article. It is to be closed when it is no longer used.
func (l *language) open(article string, paragraphs []text.Span) *story {
	s, ok := l.stories.Get().(*story)
	if !ok {
		s = &story{vocabulary: newVocabulary(l), names: newRegister(l)}
	}
	s.vocabulary.begin()
	s.names.begin()
	s.t = article
	s.quotes = quotations(s.quotes[:0], article, l, paragraphs)
	s.read(paragraphs)
	s.link()
	return s
}

// close keeps the memory of a story for the next, unless that is much.
func (s *story) close() {
	const most = 1 << 17 // tokens
	if cap(s.all) <= most {
		s.t = ""
		s.lang.stories.Put(s)
	}
}

// read makes tokens of the paragraphs and finds the names in them.
func (s *story) read(paragraphs []text.Span) {
	s.tokenize(paragraphs)
	s.mentions, s.persons = s.mentions[:0], s.persons[:0]
	s.headings = resized(s.headings, len(s.tokens))
	for i, tokens := range s.tokens {
		if s.headings[i] = heading(tokens); s.headings[i] {
			continue
		}
		if before := len(s.mentions); s.findNames(i) > before {
			s.countPronouns(tokens)
		}
	}
}

// tokenize makes tokens of the paragraphs, and counts how words are spelt there and within the quotations.
func (s *story) tokenize(paragraphs []text.Span) {
	in := scanner{vocabulary: s.vocabulary, tokens: s.all[:0]}
	s.tokens, s.at = s.tokens[:0], resized(s.at, len(s.quotes))
	q := 0
	for i, p := range paragraphs {
		first := q
		for q < len(s.quotes) && s.quotes[q].paragraph == i {
			q++
		}
		from := len(in.tokens)
		in.t = s.t[:p.End]
		in.paragraph(p, s.quotes[first:q], first)
		s.tokens = append(s.tokens, in.tokens[from:])
		s.place(i, q-first)
	}
	s.all = in.tokens
	in.t = s.t
	for _, q := range s.quotes {
		in.tokens, in.before = s.all[len(s.all):], stop
		in.words(q.said.Start, q.said.End)
	}
}

// place notes where so many quotations stand in a paragraph.
func (s *story) place(paragraph, quotes int) {
	tokens := s.tokens[paragraph]
	for i := 0; quotes > 0; i++ {
		if tokens[i].kind == quoted {
			s.at[tokens[i].number] = passage{s, tokens, i, paragraph}
			quotes--
		}
	}
}

// resized returns a slice of n zero elements, in the memory of another if that is enough.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	clear(s[:n])
	return s[:n]
}

// heading reports whether a paragraph is a headline, a byline or a list of contents, whose capitals are no names: it
// does not end as a sentence does, and is short or has many capitals.
func heading(tokens []token) bool {
	const short = 20
	if len(tokens) == 0 {
		return true
	}
	capitals := 0
	for i := range tokens {
		switch tokens[i].kind {
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
