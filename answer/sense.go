package answer

import (
	"slices"

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
	half   bool // it may be half of a term

	related struct{ from, to uint32 } // among all relations: the terms that it says in other words, where it is spelled as none
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
	known     memo // by the number of a lexis and a type: the place of its sense
	all       []sense
	relations []relation

	sayings   sayings
	lexes     []lexis
	compounds bool // words of the question's language are joined to others
	byTerm    bool // the question itself has what is told by terms

	// The hints of the query's own words.
	termHints  hints // of terms that it is spelled as, that are related to it or that it counts
	startHints hints // of its forms, and of what families begin with
	endHints   hints // of what the parts of compounds end with

	plain plainness
}

// plainness tells by their hints which types in the question's language are nothing to it: nearly all are.
// It holds what any hints do that may say otherwise.
type plainness struct {
	terms  hints
	starts [2]hints       // of no stop words, and of these
	flags  [2]index.Flags // that say otherwise too
}

// lexis is how types of words of a segment are read in one language.
type lexis struct {
	lang    text.Lang
	segment int32
	reader  question.Reader
	hints   *lexiconHints
	each    bool // hints do not tell what the question has to know
	plain   bool // plainness holds for it
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
	s.sayings.open(y.related, &s.termHints)
	s.byTerm = len(y.Nouns()) > 0
	for _, noun := range y.Nouns() {
		s.termHints.add(index.HashTerm(noun))
	}
	for i := range y.phrasing.forms {
		s.startHints.add(y.phrasing.forms[i].start)
	}
	for prefix, rest := range y.Turned {
		s.startHints.add(index.HashStartOf(prefix, rest))
	}
	for word := range y.Opposites {
		s.byTerm = true
		s.termHints.add(index.HashTerm(word))
		s.startHints.add(index.HashStart(word))
	}
	for i := range y.terms {
		s.openTerm(&y.terms[i])
	}
	s.plain.open(s, tellingIn(y.Lang, y.Kind))
}

// open makes the plainness that of senses, in a language for which hints tell what these do not have.
func (p *plainness) open(s *senses, told *lexiconHints) {
	p.terms.unite(&s.termHints, &told.terms)
	p.starts[0].unite(&s.startHints, &told.forms)
	p.starts[1].unite(&s.startHints, &told.stops)
	p.flags = [2]index.Flags{index.Digit | index.Apart, index.Digit}
}

// has reports whether a type is nothing but what its flags say.
func (p *plainness) has(hint index.Hint) bool {
	stop := 0
	if hint.Flags&index.Stop != 0 {
		stop = 1
	}
	return !p.terms.has(hint.Term) && !p.starts[stop].has(hint.Start) && hint.Flags&p.flags[stop] == 0
}

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
	n := len(s.lexes)
	s.lexes = slices.Grow(s.lexes, 1)[:n+1] // with the memory that its reader has
	l := &s.lexes[n]
	l.segment, l.lang, l.hints = segment, lang, tellingIn(lang, s.query.Kind)
	l.each = s.query.Negated || s.query.IsManner() || lang != s.query.Lang
	l.plain = !l.each && !s.compounds
	l.reader.Open(&s.query.Question, lang)
	return n
}

// of returns the sense of a type.
func (s *senses) of(lexis int, types index.Types, id uint32, hint index.Hint) *sense {
	if s.lexes[lexis].plain && s.plain.has(hint) {
		return &s.all[hint.Flags&bareFlags]
	}
	value, known := s.known.at(uint64(lexis)<<32 | uint64(id))
	if !known {
		*value = s.judge(&s.lexes[lexis], types, id, hint)
	}
	return &s.all[*value]
}

// judge returns the place of the sense of a type. Its letters lie far apart in memory from those of
// others: so they are looked at only where hints say that it takes that.
func (s *senses) judge(l *lexis, types index.Types, id uint32, hint index.Hint) uint32 {
	byTerm, byForm := l.tells(hint)
	own, placed := s.termHints.has(hint.Term), s.startHints.has(hint.Start)
	kin := hint.Flags&index.Stop == 0 && (placed || s.mayBeKin(types, id, hint))
	if !own && !placed && !kin && !byTerm && !byForm {
		return uint32(hint.Flags & bareFlags)
	}
	n := bare(hint.Flags)
	w := text.Word{Stop: n.stop}
	if own || kin || byTerm {
		w.Term = types.Term(id)
	}
	if placed || kin || byForm {
		w.Form = types.Form(id)
		n.places = s.query.phrasing.placesOf(w.Form, hint.Start)
	}
	if own {
		n.terms = s.query.termsHashed(w.Term, hint.Term)
		n.term = int8(n.terms.first())
		n.half = s.query.hasHalf(w.Term)
	}
	switch {
	case n.term >= 0:
		n.exact = types.Form(id) == s.query.terms[n.term].Form
	case !n.stop:
		if own {
			s.relate(&n, w.Term, hint.Term)
		}
		if kin {
			n.kin = s.query.kin(&w)
		}
	}
	if !byTerm && !s.byTerm {
		w.Term = ""
	}
	n.signs = l.reader.Signs(&w, hint.Flags&index.Capital != 0, n.terms != 0)
	s.all = append(s.all, n)
	return uint32(len(s.all) - 1)
}

// tells reports whether the term or the form of a type may tell something in its language.
func (l *lexis) tells(hint index.Hint) (byTerm, byForm bool) {
	switch {
	case l.each:
		return true, true
	case hint.Flags&index.Stop != 0:
		byForm = l.hints.stops.has(hint.Start)
	default:
		byTerm, byForm = l.hints.terms.has(hint.Term), l.hints.forms.has(hint.Start)
	}
	return byTerm, byForm || hint.Flags&index.Digit != 0
}

// mayBeKin reports whether a type that begins as no word of the query may be of the family of one all the same,
// as text.Kin says: its term begins otherwise, or it is a compound with one at its end.
func (s *senses) mayBeKin(types index.Types, id uint32, hint index.Hint) bool {
	if hint.Flags&index.Apart != 0 && s.startHints.has(index.HashStart(types.Term(id))) {
		return true
	}
	return s.compounds && (s.endHints.has(hint.End) || s.endHints.has(index.HashEnd(types.Term(id))))
}

// relate notes the terms that a term says in other words.
func (s *senses) relate(n *sense, term string, hash uint16) {
	n.related.from = uint32(len(s.relations))
	s.relations = s.sayings.appendOf(s.relations, term, hash)
	n.related.to = uint32(len(s.relations))
}
