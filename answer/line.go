package answer

import (
	"unicode/utf8"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// line is a sentence read against the question.
type line struct {
	words  []text.Word
	terms  []int   // by word: the term of the question it counts as, or -1
	own    termSet // terms that its words are
	exact  termSet // terms that stand there in the question's own form
	kin    termSet // terms that a word has its beginning in common with
	voiced termSet // terms that the name or role of who speaks holds
	order  termSet // terms that have the same neighbour here as in the question
	kind   float64 // how sure it is that an answer of the kind asked for is there
	who    int     // the utterance it belongs to, or -1
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
	y.hear(l, s, at)
	l.kind = y.Answers(t, l.words, s.article.Lang, func(term string) bool { return y.termsSpelled(term) != 0 })
	if y.Kind == question.Person && y.Said && s.speaks(l) {
		l.kind = 1
	}
	return l
}

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
			l.own |= y.termsSpelled(l.words[w].Term)
			l.own.add(t)
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
		}
		last = t
	}
	l.kin &^= l.own
}

// A word is kin of another when they begin with the same letters, at least kinLetters of
// them and at least kinShare of the longer: founder and foundation, flyplass and flyplassene.
const (
	kinLetters = 4
	kinShare   = .6
)

// kin returns the terms of the question that a word is kin of.
func (y *query) kin(w text.Word) (all termSet) {
	for i, t := range y.terms {
		n := commonLetters(w.Form, t.Form)
		if n >= kinLetters && float64(n) >= kinShare*float64(max(utf8.RuneCountInString(w.Form), utf8.RuneCountInString(t.Form))) {
			all.add(i)
		}
	}
	return all
}

// commonLetters returns how many letters two words have in common from the start.
func commonLetters(a, b string) (n int) {
	for i, r := range a {
		if s, _ := utf8.DecodeRuneInString(b[min(i, len(b)):]); s != r {
			break
		}
		n++
	}
	return n
}

// hear notes who speaks in a line, and the terms that name them.
func (y *query) hear(l *line, s *source, at text.Span) {
	l.who = s.layout.voiceIn(at)
	for _, u := range s.layout.Speech[s.layout.firstVoice(at):] {
		if u.Said.Start >= at.End {
			break
		}
		l.voiced |= y.termsOf(s, u.Speaker) | y.termsOf(s, u.Role)
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
