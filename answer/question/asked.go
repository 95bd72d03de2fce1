package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// PlainSpeaker finds those whose words a question asks for: "what did Ren say about 5G?",
// "according to Ren, who leads?". Says is their names as they are written, and Rest what is
// asked of them; the Filter is empty. It is not ok where nobody's words are asked for, or
// nothing else.
func PlainSpeaker(q string, lang text.Lang) (asked Plain, ok bool) {
	p := newParser(q, lang)
	if !p.mayAskForWords() {
		return Plain{}, false
	}
	p.weighSentences()
	p.read()
	if len(p.out.Speakers) == 0 {
		return Plain{}, false
	}
	e := partsOf(p)
	asked = Plain{Says: e.speaker.Of(q), Rest: e.spokenOf()}
	if at := e.attribution(); !at.Empty() {
		asked.Rest = without(q, at)
	}
	return asked, !Courtesy(asked.Rest)
}

// mayAskForWords reports whether a question has one of the words by which it may ask for what somebody said.
func (p *parser) mayAskForWords() bool {
	return slices.ContainsFunc(p.roles, func(r role) bool { return r.is(asSaying | asAccording | asStance | asComparing) })
}

// attribution returns the range of an "according to" with those whom it names.
func (e *earlier) attribution() text.Span {
	if e.verbOfSaying() >= 0 {
		return text.Span{}
	}
	for i := range e.words {
		if !e.is(i, asAccording) {
			continue
		}
		if i > 0 && e.prepositionBefore(i) == e.words[i-1].Form { // i følge
			i--
		}
		return text.Span{Start: e.words[i].Start - len(e.elided(i)), End: max(e.words[i].End, e.speaker.End)}
	}
	return text.Span{}
}

// spokenOf returns what stands behind those who speak, from the preposition of their topic on.
func (e *earlier) spokenOf() string {
	from := e.lead.Start
	if e.lead.Empty() {
		from = e.topic.Start
	}
	if lead := e.topicFrom(e.verbOfSaying() + 1); e.topic.Empty() && lead+1 < len(e.words) {
		from = e.words[lead].Start
	}
	if from < e.speaker.End {
		return ""
	}
	return strings.TrimRight(e.text[from:], " ?!.…")
}
