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
	words  []*sense         // what they are to the query
	signs  []question.Signs // of each word, as it stands
	terms  []int8           // by word: the term of the question it counts as, or -1
	halved bool             // a term is written in two
}

// open makes the reader that of a query.
func (r *reader) open(y *query, shares *shares) {
	r.senses.open(y)
	r.shares = shares
	r.halved = y.halved() != nil
}

// read reads a sentence of a source.
func (r *reader) read(l *line, s *source, sentence int) {
	*l = line{related: l.related[:0], ending: s.record.Mark(sentence + heading)}
	r.tokens = s.record.Tokens(sentence+heading, r.tokens[:0])
	all := r.spell(l, s)
	if r.halved {
		r.joinHalves()
	}
	r.match(l)
	r.measure(l)
	l.wordRuns = sharedRuns(r.words)
	l.refers = len(r.signs) > 0 && r.signs[0]&question.Pronoun != 0
	l.kind = r.lexes[s.lexis].reader.Answers(r.signs)
	r.contrast(l, s, all)
	if len(s.layout.Speech) > 0 {
		r.hear(l, s, s.layout.Sentences[sentence])
	}
}

// spell fills what the words of a line are, and returns all signs among them.
func (r *reader) spell(l *line, s *source) (all question.Signs) {
	r.words, r.signs, r.terms = r.words[:0], r.signs[:0], r.terms[:0]
	for _, t := range r.tokens {
		w, bit := r.of(s.lexis, s.types, t.Type)
		if !w.stop && !w.joined {
			l.outline |= 1 << bit
		}
		all |= w.signs
		r.words, r.signs, r.terms = append(r.words, w), append(r.signs, w.signs|question.Signs(t.Mark)), append(r.terms, w.term)
	}
	return all
}

// joinHalves counts two words side by side as the term whose halves they are.
func (r *reader) joinHalves() {
	for _, t := range r.query.halved() {
		for w := 1; w < len(r.words); w++ {
			if r.words[w-1].head.has(t) && r.words[w].tail.has(t) {
				r.terms[w-1], r.terms[w] = int8(t), int8(t)
			}
		}
	}
}

// match fills the sets of terms that the words of a line make.
func (r *reader) match(l *line) {
	last := -1
	for i, w := range r.words {
		t := int(r.terms[i])
		switch {
		case t >= 0:
			l.own |= w.terms
			l.own.add(t)
			if w.terms.size() > 1 { // two words of the question, written as one
				l.exact, l.order = l.exact|w.terms, l.order|w.terms
			}
			l.exact.addIf(t, w.exact && t == int(w.term))
			if t > 0 && last == t-1 {
				l.order.add(t)
				l.order.add(t - 1)
			}
		case w.stop:
			continue
		default:
			l.kin |= w.kin
			l.related = append(l.related, w.related...)
		}
		last = t
	}
	l.kin &^= l.own
}

// measure fills the numbers of a line.
func (r *reader) measure(l *line) {
	first, last, held := -1, -1, 0
	for i, w := range r.words {
		t := r.terms[i]
		if t >= 0 {
			if first < 0 {
				first = i
			}
			last = i
			held++
			l.weight += r.query.terms[t].weight
		}
		if w.joined || w.stop {
			continue
		}
		l.content++
		if t < 0 {
			l.novel++
			if i > 0 && w.signs.IsCapital() {
				l.newNames++
			}
		}
	}
	if held > 1 {
		l.close = float64(held) / float64(last-first+1)
	}
	l.words = len(r.words)
	l.share = r.shares.of(l.own)
}

// contrast notes where a line with some signs says otherwise than the question. That takes the
// words themselves, which only few lines are read for.
func (r *reader) contrast(l *line, s *source, signs question.Signs) {
	y := r.query
	denies := y.Negated && signs&question.Denial != 0
	misnumbers := y.HasFigures() && signs&question.Figure != 0
	if !denies && !misnumbers && signs&question.Contrary == 0 {
		return
	}
	words := s.spelled(r.tokens)
	l.negative = denies && y.Denies(words, s.lang, y.says)
	l.opposed = y.Opposed(words, s.lang)
	l.misnumbered = y.Misnumbered(words)
}

// spelled returns words as they are matched, without their places in a text.
func (s *source) spelled(tokens []index.Token) []text.Word {
	words := make([]text.Word, len(tokens))
	for i, t := range tokens {
		flags := s.types.Hint(t.Type).Flags
		words[i] = text.Word{
			Form: s.types.Form(t.Type), Term: s.types.Term(t.Type), Stop: flags&index.Stop != 0, Joined: flags&index.Joined != 0,
		}
	}
	return words
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
				w, _ := r.of(s.lexis, s.types, t.Type)
				n.held |= w.terms
			}
			n.known = true
		}
		held |= n.held
	}
	return held
}
