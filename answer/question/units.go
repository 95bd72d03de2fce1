package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// maxQuestions is how many questions of one message are answered.
const maxQuestions = 4

// split reads the questions that a message has beside its first, if it has several.
func (p *parser) split() (all []Question) {
	units := p.units()
	if len(units) < 2 {
		return nil
	}
	for n := range units[:min(len(units), maxQuestions)] {
		one := p.only(units, n)
		one.read()
		all = append(all, one.out)
	}
	return all
}

// units returns the ranges of the questions in a message: sentences with a question mark,
// and clauses of them behind an and that open with a question word. Each asks of something.
// They are valid until it is asked again.
func (p *parser) units() (all []text.Span) {
	if !strings.Contains(p.text, "?") {
		return nil
	}
	all = p.room.units[:0]
	for _, s := range p.weights {
		if s.weight < 1 {
			continue
		}
		rest := s.Span
		for _, h := range p.heads {
			first, second := rest, rest
			first.End, second.Start = p.words[h].Start, p.words[h].Start
			if rest.Contains(p.words[h].Span) && p.joins(h) && p.asksOf(first) && p.asksOf(second) {
				all, rest = append(all, first), second
			}
		}
		if p.asksOf(rest) {
			all = append(all, rest)
		}
	}
	return all
}

// joins reports whether an and stands before word i.
func (p *parser) joins(i int) bool { return i > 0 && p.is(i-1, asAnd) }

// asksOf reports whether a range has one of the words that open a question and something that it asks of.
func (p *parser) asksOf(s text.Span) bool {
	if !slices.ContainsFunc(p.heads, func(h int) bool { return s.Contains(p.words[h].Span) }) {
		return false
	}
	for i := range p.words {
		if w := &p.words[i]; !w.Stop && s.Contains(w.Span) && !p.is(i, asSaying) {
			return true
		}
	}
	return false
}

// only returns a parser of one of the units. The others are asides where it names nothing
// itself or goes on with them by a pronoun; else they are no part of it.
func (p *parser) only(units []text.Span, n int) *parser {
	one := &parser{text: p.text, lex: p.lex, words: make([]text.Word, 0, len(p.words))}
	one.roles, one.weights, one.heads = one.room.roles[:0], one.room.weights[:0], one.room.heads[:0]
	one.out.Lang, one.out.All = p.out.Lang, p.out.All
	within := func(s text.Span) bool { return units[n].Contains(s) }
	goesOn := n > 0 && p.leansBack(units[n])
	for i, w := range p.words {
		other := slices.ContainsFunc(units, func(u text.Span) bool { return u.Contains(w.Span) })
		if within(w.Span) || !other || goesOn && units[n-1].Contains(w.Span) {
			one.words = append(one.words, w)
			one.roles = append(one.roles, p.roles[i])
		}
	}
	for _, s := range p.weights {
		if s.weight < 1 {
			one.weights = append(one.weights, s)
		}
	}
	one.weights = append(one.weights, sentenceWeight{units[n], 1})
	if goesOn {
		one.weights = append(one.weights, sentenceWeight{units[n-1], asideWeight})
	}
	return one
}

// leansBack reports whether a range names nothing or has a pronoun.
func (p *parser) leansBack(s text.Span) bool {
	names, pronoun := false, false
	for i, w := range p.words {
		if s.Contains(w.Span) {
			names = names || p.is(i, asName)
			pronoun = pronoun || w.Stop && p.is(i, asThey|asIt|asThat)
		}
	}
	return pronoun || !names
}
