package answer

import (
	"verbatim/answer/question"
	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// line is a sentence read against the question.
type line struct {
	words   []text.Word
	terms   []int      // by word: the term of the question it counts as, or -1
	own     termSet    // terms that its words are
	exact   termSet    // terms that stand there in the question's own form
	kin     termSet    // terms that a word is of the same family as
	related []relation // the terms that a word says in other words, where there are any
	voiced  termSet    // terms that the name or role of who speaks holds
	quoted  termSet    // those of them who are quoted in whole sentences
	order   termSet    // terms that have the same neighbour here as in the question
	outline outline    // of its words that are no stop words
	kind    float64    // how sure it is that an answer of the kind asked for is there
	who     int        // the utterance it belongs to, or -1

	share       float64 // of the question that own has
	weight      float64 // of the terms that its words are, each time
	close       float64 // how many of its words are terms from the first that is to the last, of 1
	content     int     // words that are no stop words
	novel       int     // of these, those that are no terms
	newNames    int     // of these, those that are written as names
	refers      bool    // it begins with a pronoun
	negative    bool    // it says not near a word of the question that says it too
	opposed     int     // words of the question of which it has the opposite
	misnumbered int     // numbers of the question of which it has others of the same sort
	wordRuns            // that it shares with the question
}

func (y *query) read(s *source, at text.Span) *line {
	t := s.article.Text
	l := &line{words: text.Words(t, at, s.article.Lang)}
	l.terms = make([]int, len(l.words))
	for w, word := range l.words {
		l.terms[w] = y.termOf(word.Term)
	}
	y.joinHalves(l)
	y.match(l)
	y.measure(l, t)
	y.contrast(l, s.article.Lang)
	l.wordRuns = y.phrasing.runsIn(l.words)
	y.hear(l, s, at)
	l.kind = y.Answers(t, l.words, s.article.Lang, y.says)
	if y.Kind == question.Person && y.Said && s.speaks(l) {
		l.kind = 1
	}
	return l
}

// measure fills the numbers of a line.
func (y *query) measure(l *line, t string) {
	first, last, held := -1, -1, 0
	for i, w := range l.words {
		if l.terms[i] >= 0 {
			if first < 0 {
				first = i
			}
			last = i
			held++
			l.weight += y.terms[l.terms[i]].weight
		}
		if w.Joined || w.Stop {
			continue
		}
		l.content++
		l.outline.add(w.Term)
		if l.terms[i] < 0 {
			l.novel++
			if i > 0 && startsUpper(w.Of(t)) {
				l.newNames++
			}
		}
	}
	if held > 1 {
		l.close = float64(held) / float64(last-first+1)
	}
	l.share = y.share(l.own)
	if len(l.words) > 0 {
		l.refers = question.IsPronoun(l.words[0].Form, y.Lang)
	}
}

// contrast notes where a line says otherwise than the question.
func (y *query) contrast(l *line, lang text.Lang) {
	l.negative = y.Negated && y.Denies(l.words, lang, y.says)
	l.opposed = y.Opposed(l.words, lang)
	l.misnumbered = y.Misnumbered(l.words)
}

// says reports whether a term is one of the question's.
func (y *query) says(term string) bool { return y.spelled[term] != 0 }

// joinHalves counts two words side by side as the term whose halves they are.
func (y *query) joinHalves(l *line) {
	for _, t := range y.halved() {
		halves := y.terms[t].halves
		for w := 1; w < len(l.words); w++ {
			if l.words[w-1].Term == halves[0] && l.words[w].Term == halves[1] {
				l.terms[w-1], l.terms[w] = t, t
			}
		}
	}
}

// match fills the sets of terms that the words of a line make.
func (y *query) match(l *line) {
	last := -1
	for w, t := range l.terms {
		switch {
		case t >= 0:
			joined := y.termsSpelled(l.words[w].Term)
			l.own |= joined
			l.own.add(t)
			if joined.size() > 1 { // two words of the question, written as one
				l.exact, l.order = l.exact|joined, l.order|joined
			}
			if l.words[w].Form == y.terms[t].Form {
				l.exact.add(t)
			}
			if t > 0 && last == t-1 {
				l.order.add(t)
				l.order.add(t - 1)
			}
		case l.words[w].Stop:
			continue
		default:
			l.kin |= y.kin(l.words[w])
			l.related = append(l.related, y.related[l.words[w].Term]...)
		}
		last = t
	}
	l.kin &^= l.own
}

// kin returns the terms of the question that a word is of the same family as.
func (y *query) kin(w text.Word) (all termSet) {
	for i, t := range y.terms {
		all.addIf(i, text.Kin(w, t.Word.Word, y.Lang))
	}
	return all
}

// hear notes who speaks in a line, and the terms that name them.
func (y *query) hear(l *line, s *source, at text.Span) {
	l.who = s.layout.voiceIn(at)
	for _, u := range s.layout.Speech[s.layout.firstVoice(at):] {
		if u.Said.Start >= at.End {
			break
		}
		voice := y.termsOf(s, u.Speaker) | y.termsOf(s, u.Role) | y.termsOf(s, u.Addition)
		l.voiced |= voice
		if u.Kind == speech.Direct {
			l.quoted |= voice
		}
	}
}

// termsOf returns the terms that a range of a source holds.
func (y *query) termsOf(s *source, at text.Span) (held termSet) {
	for _, w := range text.Words(s.article.Text, at, s.article.Lang) {
		held |= y.termsSpelled(w.Term)
	}
	return held
}

// speaks reports whether somebody known speaks in a line.
func (s *source) speaks(l *line) bool {
	return l.who >= 0 && !s.layout.Speech[l.who].Speaker.Empty()
}
