package answer

import (
	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// sense is what a type of words is to a query, wherever such a word stands.
type sense struct {
	signs  question.Signs
	terms  termSet // of the question, that it is spelled as
	kin    termSet // that it is of the same family as, where it is spelled as none
	places places  // where in the question it stands
	term   int8    // the first of terms, or -1
	exact  bool    // it has the form of that
	stop   bool
	joined bool

	related    []relation // the terms that it says in other words, where it is spelled as none
	head, tail termSet    // terms that it is the first or the second half of
}

// bare returns the sense of a word that is nothing to a query.
func bare(flags index.Flags) sense {
	stop := flags&index.Stop != 0
	return sense{
		signs: question.Bare(stop, flags&index.Capital != 0), term: -1, stop: stop, joined: flags&index.Joined != 0,
	}
}

// bareFlags are the flags that tell bare senses apart; those are the first of a picker's.
const bareFlags = index.Stop | index.Joined | index.Capital

// senses judges types of words for a query, each once.
type senses struct {
	query     *query
	known     memo // by the number of a lexis and a type: the place of its sense, and behind that its bit of an outline
	all       []sense
	relations []relation
	lexes     []lexis
	compounds bool // words of the question's language are joined to others

	// The hints of the query's own words.
	termHints  hints // of terms that it is spelled as, that are related to it or that it counts
	startHints hints // of its forms, and of what families begin with
	endHints   hints // of what the parts of compounds end with
}

// lexis is how types of words of a segment are read in one language.
type lexis struct {
	lang    text.Lang
	segment int32
	reader  question.Reader
	hints   *lexiconHints
	each    bool // hints do not tell what the question has to know
}

// open makes the senses those of a query.
func (s *senses) open(y *query) {
	s.query, s.compounds = y, text.Compounds(y.Lang)
	s.known.forget()
	s.all, s.relations, s.lexes = s.all[:0], s.relations[:0], s.lexes[:0]
	for flags := range bareFlags + 1 {
		s.all = append(s.all, bare(flags))
	}
	s.termHints, s.startHints, s.endHints = hints{}, hints{}, hints{}
	for i := range y.spelled {
		s.termHints.add(y.spelled[i].hash)
	}
	for i := range y.related {
		for _, hash := range y.related[i].Hashes {
			s.termHints.add(hash)
		}
	}
	for _, noun := range y.Nouns() {
		s.termHints.add(index.HashTerm(noun))
	}
	for i := range y.phrasing.forms {
		s.startHints.add(y.phrasing.forms[i].start)
	}
	for prefix, rest := range y.Turned {
		s.startHints.add(index.HashStart(prefix + rest[:min(len(rest), enough)]))
	}
	for i := range y.terms {
		s.openTerm(&y.terms[i])
	}
}

// enough is how many bytes of a form a hash of its start looks at, at most.
const enough = 16

func (s *senses) openTerm(t *term) {
	for _, word := range [...]string{t.Form, t.Term} {
		s.startHints.add(index.HashStart(word))
		if s.compounds {
			s.endHints.add(index.HashEnd(word))
		}
	}
	for _, half := range t.halves {
		s.termHints.add(index.HashTerm(half))
	}
}

// lexis returns the number of how types of a segment are read in a language.
func (s *senses) lexis(segment int32, lang text.Lang) int {
	for i := range s.lexes {
		if s.lexes[i].segment == segment && s.lexes[i].lang == lang {
			return i
		}
	}
	s.lexes = append(s.lexes, lexis{lang, segment, s.query.Reader(lang), tellingIn(lang), s.query.Negated || s.query.IsManner() || lang != s.query.Lang})
	return len(s.lexes) - 1
}

// of returns the sense of a type, and the bit that it has in an outline.
func (s *senses) of(lexis int, types index.Types, id uint32) (*sense, uint8) {
	value, known := s.known.at(uint64(lexis)<<32 | uint64(id))
	if !known {
		hint := types.Hint(id)
		*value = s.judge(&s.lexes[lexis], types, id, hint)<<outlineBits | uint32(hint.Term)%(1<<outlineBits)
	}
	return &s.all[*value>>outlineBits], uint8(*value % (1 << outlineBits))
}

// judge returns the place of the sense of a type.
func (s *senses) judge(l *lexis, types index.Types, id uint32, hint index.Hint) uint32 {
	kin := s.mayBeKin(types, id, hint)
	own := s.termHints.has(hint.Term)
	if !own && !kin && !l.each && hint.Flags&index.Digit == 0 && !s.startHints.has(hint.Start) && !l.hints.may(hint) {
		return uint32(hint.Flags & bareFlags)
	}
	y := s.query
	w := text.Word{Form: types.Form(id), Term: types.Term(id), Stop: hint.Flags&index.Stop != 0}
	n := bare(hint.Flags)
	if own {
		n.terms = y.termsSpelled(w.Term)
		n.head, n.tail = y.halvesSpelled(w.Term)
	}
	if n.term = int8(n.terms.first()); n.term >= 0 {
		n.exact = w.Form == y.terms[n.term].Form
	} else if !w.Stop {
		if kin {
			n.kin = y.kin(w)
		}
		if own {
			n.related = s.relate(w.Term, hint.Term)
		}
	}
	n.places = y.phrasing.placesOf(w.Form, hint.Start)
	n.signs = l.reader.Signs(w, hint.Flags&index.Capital != 0, n.terms != 0)
	s.all = append(s.all, n)
	return uint32(len(s.all) - 1)
}

// mayBeKin reports whether a type may be of the family of one of the query's words, as text.Kin says:
// that the hint of its form tells, unless its term begins otherwise.
func (s *senses) mayBeKin(types index.Types, id uint32, hint index.Hint) bool {
	switch {
	case hint.Flags&index.Stop != 0:
		return false
	case s.startHints.has(hint.Start), s.compounds && s.endHints.has(hint.End):
		return true
	case hint.Flags&index.Apart != 0 && s.startHints.has(index.HashStart(types.Term(id))):
		return true
	}
	return s.compounds && s.endHints.has(index.HashEnd(types.Term(id)))
}

// relate returns the terms that another says in other words.
func (s *senses) relate(term string, hash uint16) []relation {
	from := len(s.relations)
	for i := range s.query.related {
		if weight := s.query.related[i].Weight(term, hash); weight > 0 {
			s.relations = append(s.relations, relation{i, weight})
		}
	}
	return s.relations[from:]
}
