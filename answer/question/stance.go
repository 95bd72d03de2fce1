package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// holders finds those whose views are asked for where no verb of saying tells it: "Ken Hu's
// opinion of 5G", "quotes by Ken Hu", "compare Ken Hu and Guo Ping on 5G". They are told
// from what is talked about by being full names before that, or by the word beside them.
func (p *parser) holders() [][]Word {
	if p.out.Kind == Person {
		return nil // who it is is what is asked
	}
	stance, comparison := -1, -1
	for i, r := range p.roles {
		if r.is(asAside) || p.isQuoted(i) {
			continue
		}
		if stance < 0 && r.is(asStance) {
			stance = i
		}
		if comparison < 0 && r.is(asComparing) {
			comparison = i
		}
	}
	if comparison >= 0 {
		if all := p.fullNames(p.leadOfTopic()); len(all) > 1 {
			p.out.Kind = Anything
			return all
		}
	}
	if stance < 0 {
		return nil
	}
	if from := p.owner(stance); from >= 0 {
		return appendGroup(nil, p.group(from, stance-1))
	}
	if to := p.nameEnd(min(stance+2, len(p.words)-1)); stance+2 < len(p.words) && p.is(stance+1, asSource) && p.is(stance+2, asName) {
		return appendGroup(nil, p.group(stance+2, to))
	}
	return nil
}

// owner returns the first word of the full name or the possessive right before a stance; -1
// where there is none.
func (p *parser) owner(stance int) int {
	from := stance
	for from > 0 && p.is(from-1, asName) && strings.TrimSpace(p.text[p.words[from-1].End:p.words[from].Start]) == "" {
		from--
	}
	if from == stance {
		return -1
	}
	name := text.Span{Start: p.words[from].Start, End: p.words[stance-1].End}.Of(p.text)
	if p.isKnown(from, stance-1) || isFullName(name) || strings.HasSuffix(name, "'s") || strings.HasSuffix(name, "’s") {
		return from
	}
	return -1
}

// leadOfTopic returns the first preposition that leads to what is talked about, behind a name; the end where there is none.
func (p *parser) leadOfTopic() int {
	for i, r := range p.roles {
		if i > 0 && r.is(asTopic) && p.is(i-1, asName) {
			return i
		}
	}
	return len(p.words)
}

// fullNames returns the names before a word that are surely those of people.
func (p *parser) fullNames(to int) (all [][]Word) {
	for i := 0; i < to; i++ {
		if !p.is(i, asName) {
			continue
		}
		last := min(p.nameEnd(i), to-1)
		if p.isKnown(i, last) || isFullName(p.stretch(i, last).Of(p.text)) {
			all = appendGroup(all, p.group(i, last))
		}
		i = last
	}
	return all[:min(len(all), maxSpeakers)]
}

// group returns the words from one to another that are no stop words.
func (p *parser) group(from, to int) (all []Word) {
	for i := from; i <= to; i++ {
		if !p.words[i].Stop {
			all = append(all, p.weigh(i))
		}
	}
	return slices.Clip(all)
}

// findKnown notes the words that name a known speaker, whether they have capitals or not. A
// single word needs one: "read" is no name.
func (p *parser) findKnown(speaks func(name string) bool) {
	const longest = 3 // words
	for i := range p.words {
		last := min(i+longest, len(p.words)) - 1
		for last >= i && !p.mayName(i, last, speaks) {
			last--
		}
		p.mark(i, last+1, asKnown)
	}
}

// mayName reports whether the words from one to another name somebody who speaks.
func (p *parser) mayName(from, to int, speaks func(name string) bool) bool {
	return !p.words[from].Stop && !p.words[to].Stop && (from < to || p.is(from, asCapital)) &&
		speaks(p.stretch(from, to).Of(p.text))
}

// isKnown reports whether the words from one to another name known speakers.
func (p *parser) isKnown(from, to int) bool {
	return !slices.ContainsFunc(p.roles[from:to+1], func(r role) bool { return !r.is(asKnown) })
}
