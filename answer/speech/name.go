package speech

import (
	"verbatim/answer/text"
)

// mention is a name where it stands in the article.
type mention struct {
	text.Span
	paragraph   int
	first, last int    // its tokens, half open
	name        int32  // without titles, in the register
	title       traits // what Mr, Mrs or an office before it tells of the person
	doubtful    bool   // only seen where every word has a capital
	time        bool   // a month or a day, unless somebody has it for a name: Theresa May
	person      int
}

// longestName is the most tokens a name has; it keeps a page of capitals from being one name.
const longestName = 8

// findNames finds the names in a paragraph, marks its tokens with them, and returns how many there are so far.
func (s *story) findNames(paragraph int) int {
	tokens := s.tokens[paragraph]
	for i := 0; i < len(tokens); i++ {
		if !s.beginsName(&tokens[i]) || tokens[i].traits&particle != 0 && (i+1 == len(tokens) || !nameable(tokens[i+1])) {
			continue
		}
		end := s.nameEnd(tokens, i)
		if m, ok := s.mentionOf(tokens, i, end); ok {
			m.paragraph = paragraph
			s.mentions = append(s.mentions, m)
			for k := m.first; k < m.last; k++ {
				tokens[k].mention = int32(len(s.mentions))
			}
		}
		i = end - 1
	}
	return len(s.mentions)
}

// beginsName reports whether a name or the title of one begins at t: a capital that does not come of the place.
func (s *story) beginsName(t *token) bool {
	if !nameable(*t) && (t.kind != capital || t.traits&particle == 0 || t.traits&conjunction != 0) {
		return false
	}
	if !t.initial || t.traits&title != 0 {
		return true
	}
	n := s.capitals(t)
	return n > 0 || n == 0 && t.traits&(cue|adverb) == 0
}

// nameable reports whether a token can be a word of a name: it has a capital and is no word of grammar, save the May of
// Theresa May and the Will of Will Smith where no sentence begins.
func nameable(t token) bool {
	return t.kind == capital && t.traits&shortened == 0 &&
		(t.traits&closed == 0 || !t.initial && t.traits&(calendar|sexes) != 0 && t.traits&(pronoun|determiner) == 0)
}

// nameEnd returns where the capitalised words that begin at i end.
func (s *story) nameEnd(tokens []token, i int) int {
	end := i + 1
	for end < len(tokens) && end-i < longestName && !tokens[end-1].possessive {
		next := s.partOfName(tokens, end)
		if next == 0 {
			break
		}
		end += next
	}
	return end
}

// partOfName returns how many tokens from i on go on with a name: a capital, a particle with its capital, a
// nickname in quotation marks, Jr.
func (s *story) partOfName(tokens []token, i int) int {
	capitalAt := func(k int) bool { return k < len(tokens) && nameable(tokens[k]) }
	t := tokens[i]
	switch {
	case t.traits&calendar != 0 && tokens[i-1].traits&sexes == 0:
		return 0 // in California Tuesday; but Theresa May
	case capitalAt(i), t.traits&suffix != 0 && t.kind <= capital:
		return 1
	case t.kind == capital && t.traits&particle != 0 && capitalAt(i+1):
		return 2
	case t.kind == word && t.traits&particle != 0 && capitalAt(i+1):
		return 2
	case t.kind == word && t.traits&particle != 0 && i+1 < len(tokens) && tokens[i+1].traits&particle != 0 && capitalAt(i+2):
		return 3
	case t.Of(s.t) == "of" && tokens[i-1].traits&body != 0 && capitalAt(i+1):
		return 2 // University of Oslo
	case t.kind == quoted && t.Len() < 20 && capitalAt(i+1), t.Of(s.t) == "&" && capitalAt(i+1):
		return 2
	case t.kind == comma && i+1 < len(tokens) && tokens[i+1].traits&suffix != 0 && tokens[i+1].kind == capital:
		return 2
	}
	return 0
}

// mentionOf makes a mention of the capitalised tokens from first to last, without the titles they begin with.
func (s *story) mentionOf(tokens []token, first, last int) (mention, bool) {
	begin := afterTitles(tokens, first, last)
	if begin == last {
		return mention{}, false
	}
	if s.lang.stacked {
		begin = fromGivenName(tokens, begin, last)
	}
	m := mention{first: begin, last: last, Span: text.Span{Start: tokens[begin].Start, End: tokens[last-1].End}}
	m.name = s.names.number(m.Of(s.t))
	for _, t := range tokens[first:begin] {
		m.title |= t.traits
	}
	if begin+1 == last {
		t := &tokens[begin]
		m.time = t.traits&calendar != 0
		m.doubtful = t.initial && s.capitals(t) <= 0
		if begin > first && tokens[begin-1].traits&honorific != 0 {
			m.first, m.Start = begin-1, tokens[begin-1].Start
		}
	}
	return m, true
}

// afterTitles returns where the name begins among capitalised tokens: after the last office or honorific, and after
// words such as Republican unless they belong to an organisation. It is last when there is nothing but titles.
func afterTitles(tokens []token, first, last int) int {
	begin := first
	for k := first; k+1 < last; k++ {
		if tokens[k].traits&(office|honorific) != 0 && tokens[k+1].traits&body == 0 {
			begin = k + 1
		}
	}
	organisation := false
	for _, t := range tokens[begin:last] {
		organisation = organisation || t.traits&body != 0
	}
	for begin < last && !organisation && tokens[begin].traits&(modifier|calendar|people) != 0 && (begin+1 < last || tokens[begin].traits&calendar == 0) {
		begin++
	}
	if end := tokens[last-1].traits; end&office != 0 || begin+1 == last && end&honorific != 0 && end&particle == 0 {
		return last
	}
	return begin
}

// fromGivenName returns where the given name stands among capitalised tokens, if a surname follows it, else begin.
func fromGivenName(tokens []token, begin, last int) int {
	for k := begin; k+1 < last; k++ {
		if tokens[k].traits&sexes != 0 {
			return k
		}
	}
	return begin
}
