package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readSpeakers finds whose words are asked for: those between the start and a verb of
// saying ("what did X say about"), or between that verb and what it is about ("что
// сказал X о"), or behind "according to".
func (p *parser) readSpeakers() {
	verb := p.verbOfSaying()
	if verb < 0 {
		if p.out.Speakers = p.accordingTo(); len(p.out.Speakers) == 0 {
			p.out.Speakers = p.holders()
		}
		p.out.Said = len(p.out.Speakers) > 0
		return
	}
	p.out.Said = true
	if p.out.Kind == Person {
		return // who said it is what is asked
	}
	if p.isPassive(verb) {
		return // what was said is asked of all
	}
	p.out.Speakers = p.groups(p.asksUpTo(verb), verb)
	if len(p.out.Speakers) == 0 {
		p.out.Speakers = p.groups(verb+1, p.topicFrom(verb+1))
	}
}

// isPassive reports whether a verb tells what is done and not who does it: "how are forces
// explained", and not "what is Ren saying".
func (p *parser) isPassive(verb int) bool {
	if p.lex.gerund != "" && strings.HasSuffix(p.words[verb].Form, p.lex.gerund) {
		return false
	}
	for i := verb - 1; i >= 0; i-- {
		if p.is(i, asCopula|asAuxiliary) {
			return p.is(i, asCopula)
		}
	}
	return false
}

// asksUpTo returns the word behind the last question word before a verb.
func (p *parser) asksUpTo(verb int) (from int) {
	for i := range verb {
		if last := p.questionWord(i); last >= 0 && last < verb && !p.is(i, asName) {
			from = last + 1
		}
	}
	return from
}

// verbOfSaying returns the first verb of saying that is asked with, or -1.
func (p *parser) verbOfSaying() int {
	for i, r := range p.roles {
		if r.is(asSaying) && !r.is(asAside|asName) && p.isSaying(i) && !p.isQuoted(i) {
			return i
		}
	}
	return -1
}

// isSaying reports whether word i is a verb of saying. What may be a noun too is one where
// it has a subject, and its topic or nothing behind it: "what did Ren claim about 5G".
func (p *parser) isSaying(i int) bool {
	if !p.is(i, asSaying) || !p.is(i, asSaidNoun) {
		return p.is(i, asSaying)
	}
	subject := slices.ContainsFunc(p.roles[:max(0, i-1)], func(r role) bool { return r.is(asAuxiliary) })
	return subject && (i+1 == len(p.words) || p.is(i+1, asTopic))
}

// topicFrom returns where the topic begins: the first preposition from i that leads to one, or the end.
func (p *parser) topicFrom(i int) int {
	for ; i < len(p.words); i++ {
		if p.is(i, asTopic) {
			return i
		}
	}
	return len(p.words)
}

func (p *parser) accordingTo() [][]Word {
	for i, r := range p.roles {
		if r.is(asAccording) {
			return p.groups(i+1, p.clauseEnd(i+1))
		}
	}
	return nil
}

// clauseEnd returns the first word from i that a comma or a question mark stands before, or the end.
func (p *parser) clauseEnd(i int) int {
	for i++; i < len(p.words); i++ {
		if p.parted(i, ",?;:") {
			return i
		}
	}
	return len(p.words)
}

// groups returns the words in [from, to) that name somebody, cut where "and" or a comma parts two.
// Words in an aside name nobody.
func (p *parser) groups(from, to int) [][]Word {
	var all [][]Word
	var one []Word
	for i := from; i < to; i++ {
		if p.is(i, asAnd) || i > from && p.parted(i, ",") {
			all, one = appendGroup(all, one), nil
		}
		if !p.words[i].Stop && !p.is(i, asFrame|asAside) {
			one = append(one, p.weigh(i))
		}
	}
	all = appendGroup(all, one)
	return all[:min(len(all), maxSpeakers)]
}

// maxSpeakers is of how many people a question is asked, each of whom costs as much as a question.
const maxSpeakers = 4

func appendGroup(all [][]Word, one []Word) [][]Word {
	if len(one) == 0 {
		return all
	}
	return append(all, one)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// Each returns the question, or where it is several or asks for the words of several, one
// for each. None is of several.
func (q *Question) Each() []Question {
	var all []Question
	for _, part := range q.parts {
		all = append(all, part.eachSpeaker()...)
	}
	if len(all) > 0 {
		return all[:min(len(all), maxQuestions)]
	}
	return q.eachSpeaker()
}

func (q *Question) eachSpeaker() []Question {
	if len(q.Speakers) < 2 {
		return []Question{*q}
	}
	var all []Question
	for _, group := range q.Speakers {
		one := *q
		one.Speakers = [][]Word{group}
		one.Words = nil
		for _, w := range q.Words {
			if !q.Speaks(w) || in(group, w) {
				one.Words = append(one.Words, w)
			}
		}
		all = append(all, one)
	}
	return all
}

// Speaks reports whether a word is among those that name whose words are asked for.
func (q *Question) Speaks(w Word) bool {
	return slices.ContainsFunc(q.Speakers, func(group []Word) bool { return in(group, w) })
}

func in(group []Word, w Word) bool {
	return slices.ContainsFunc(group, func(o Word) bool { return o.Start == w.Start })
}
