package answer

import (
	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// line is a sentence read against the question.
type line struct {
	own     termSet    // terms that its words are
	exact   termSet    // terms that stand there in the question's own form
	kin     termSet    // terms that a word is of the same family as
	related []relation // the terms that a word says in other words, where there are any
	voiced  termSet    // terms that the name or role of who speaks holds
	quoted  termSet    // those of them who are quoted in whole sentences
	order   termSet    // terms that have the same neighbour here as in the question
	outline outline    // of its words that are no stop words
	kind    float64    // how sure it is that an answer of the kind asked for is there

	share       float64 // of the question that own has
	weight      float64 // of the terms that its words are, each time
	close       float64 // how many of its words are terms from the first that is to the last, of 1
	words       int     // all of them
	content     int     // words that are no stop words
	novel       int     // of these, those that are no terms
	newNames    int     // of these, those that are written as names
	refers      bool    // it begins with a pronoun
	negative    bool    // it says not near a word of the question that says it too
	opposed     int     // words of the question of which it has the opposite
	misnumbered int     // numbers of the question of which it has others of the same sort
	ending      uint8   // as endingOf has it
	wordRuns            // that it shares with the question
}

// reader reads sentences for a query, one after the other in the same memory.
type reader struct {
	senses
	shares *shares
	tokens []index.Token
	hints  []index.Hint     // of each
	words  []*sense         // what they are to the query
	signs  []question.Signs // of each word, as it stands
	terms  []int8           // by word: the term of the question it counts as, or -1
	spelt  []text.Word      // some of the words, without their places in a text
	halved []int            // the terms that are written in two
}

// open makes the reader that of a query.
func (r *reader) open(y *query, shares *shares) {
	r.senses.open(y)
	r.shares = shares
	r.halved = y.halved()
}

// read reads a sentence of a source.
func (r *reader) read(l *line, s *source, sentence int) {
	*l = line{related: l.related[:0], ending: s.record.Mark(sentence + heading)}
	r.tokens = s.record.Tokens(sentence+heading, r.tokens[:0])
	all := r.spell(l, s)
	if len(r.halved) > 0 {
		r.joinHalves(s)
	}
	r.match(l)
	l.wordRuns = sharedRuns(r.words)
	l.kind = r.lexes[s.lexis].reader.Answers(r.signs)
	r.contrast(l, s, all)
	if len(s.layout.Speech) > 0 {
		r.hear(l, s, s.layout.Sentences[sentence])
	}
}

// spell fills what the words of a line are, and returns all signs among them.
func (r *reader) spell(l *line, s *source) (all question.Signs) {
	r.words, r.signs, r.terms = r.words[:0], r.signs[:0], r.terms[:0]
	r.hints = s.types.Hints(r.tokens, r.hints[:0])
	for i, t := range r.tokens {
		w := r.of(s.lexis, s.types, t.Type, r.hints[i])
		if all |= w.signs; !w.stop && !w.joined {
			l.outline |= 1 << (r.hints[i].Term % (1 << outlineBits))
		}
		r.words, r.signs, r.terms = append(r.words, w), append(r.signs, w.signs|question.Signs(t.Mark)), append(r.terms, w.term)
	}
	l.words = len(r.words)
	l.refers = l.words > 0 && r.signs[0]&question.Pronoun != 0
	return all
}

// termsIn returns which term of the question each word of a sentence counts as, -1 for none. It
// is valid until another sentence is read.
func (r *reader) termsIn(s *source, sentence int) []int8 {
	r.tokens = s.record.Tokens(sentence+heading, r.tokens[:0])
	var l line
	r.spell(&l, s)
	if len(r.halved) > 0 {
		r.joinHalves(s)
	}
	return r.terms
}

// joinHalves counts two words side by side as the term whose halves they are.
func (r *reader) joinHalves(s *source) {
	is := func(w int, half string) bool { return r.words[w].half && s.types.Term(r.tokens[w].Type) == half }
	for _, t := range r.halved {
		halves := r.query.terms[t].halves
		for w := 1; w < len(r.words); w++ {
			if is(w-1, halves[0]) && is(w, halves[1]) {
				r.terms[w-1], r.terms[w] = int8(t), int8(t)
			}
		}
	}
}

// match fills the sets of terms that the words of a line make, and counts the words.
func (r *reader) match(l *line) {
	first, last, held := -1, -1, 0 // of the words that are terms
	before := -1                   // the term that the word before is, stop words aside
	for i, t := range r.terms {
		w := r.words[i]
		if !w.stop && !w.joined {
			l.content++
		}
		switch {
		case t >= 0:
			if held++; first < 0 {
				first = i
			}
			last = i
			r.matchTerm(l, w, int(t), before)
			before = int(t)
		case !w.stop:
			l.kin |= w.kin
			if w.related.to > 0 {
				l.related = append(l.related, r.relations[w.related.from:w.related.to]...)
			}
			if before = -1; !w.joined {
				l.novel++
				if i > 0 && w.signs.IsCapital() {
					l.newNames++
				}
			}
		}
	}
	if held > 1 {
		l.close = float64(held) / float64(last-first+1)
	}
	l.kin &^= l.own
	l.share = r.shares.of(l.own)
}

// matchTerm adds a word that is a term, behind one that is another or none.
func (r *reader) matchTerm(l *line, w *sense, t, before int) {
	l.weight += r.query.terms[t].weight
	l.own |= w.terms
	l.own.add(t)
	l.exact.addIf(t, w.exact && t == int(w.term))
	if w.terms.size() > 1 { // two words of the question, written as one
		l.exact, l.order = l.exact|w.terms, l.order|w.terms
	}
	if t > 0 && before == t-1 {
		l.order |= 3 << before
	}
}

// contrast notes where a line with some signs says otherwise than the question. That takes the
// words themselves, which only few lines are read for.
func (r *reader) contrast(l *line, s *source, signs question.Signs) {
	y := r.query
	denies := y.Negated && signs&question.Denial != 0
	misnumbers := y.HasFigures() && signs&question.Figure != 0
	opposes := signs&(question.Opposite|question.Turned) != 0
	if !denies && !misnumbers && !opposes {
		return
	}
	r.spellOut(s, denies || signs&question.Turned != 0)
	l.negative = denies && y.Denies(r.spelt, s.lang, y.says)
	if opposes {
		l.opposed = y.Opposed(r.spelt, s.lang)
	}
	if misnumbers {
		l.misnumbered = y.Misnumbered(r.spelt)
	}
}

// spellOut fills spelt with all words of a line, or with those that its contrasts are told by.
func (r *reader) spellOut(s *source, all bool) {
	r.spelt = r.spelt[:0]
	before := question.Signs(0)
	for i, t := range r.tokens {
		if all || r.signs[i]&(question.Opposite|question.Figure) != 0 || before&question.Figure != 0 {
			r.spelt = append(r.spelt, text.Word{Form: s.types.Form(t.Type), Term: s.types.Term(t.Type), Stop: r.words[i].stop, Joined: r.words[i].joined})
		}
		before = r.signs[i]
	}
}

// hear notes who speaks in a line, and the terms that name them.
func (r *reader) hear(l *line, s *source, at text.Span) {
	if r.query.Kind == question.Person && r.query.Said {
		if who := s.layout.voiceIn(at); who >= 0 && !s.layout.Speech[who].Speaker.Empty() {
			l.kind = 1
		}
	}
	for i := s.layout.firstVoice(at); i < len(s.layout.Speech) && s.layout.Speech[i].Said.Start < at.End; i++ {
		voice := r.voice(s, i)
		l.voiced |= voice
		if s.layout.Speech[i].Kind == speech.Direct {
			l.quoted |= voice
		}
	}
}

// voice returns the terms that name who speaks in an utterance of a source.
func (r *reader) voice(s *source, utterance int) (held termSet) {
	for _, list := range s.voices[utterance] {
		if list < 0 {
			continue
		}
		n := &s.named[list]
		if !n.known {
			r.tokens = s.record.Names(int(list), r.tokens[:0])
			for _, t := range r.tokens {
				n.held |= r.of(s.lexis, s.types, t.Type, s.types.Hint(t.Type)).terms
			}
			n.known = true
		}
		held |= n.held
	}
	return held
}
