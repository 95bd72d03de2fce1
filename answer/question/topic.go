package question

import (
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// more: "and?", "what else?", "more about that": the earlier question again.
func (f *followUp) more() (string, bool) {
	again := f.earlier.text
	if f.first > 0 && f.first == len(f.words) {
		return again, true
	}
	behind := f.opening(&f.lex.more, f.first)
	if behind > f.first && behind == len(f.words) {
		return again, true
	}
	topic := f.opening(&f.lex.about, behind)
	back := topic > behind && topic < len(f.words) && f.onlyStops(topic) && f.holds(topic, asChat) < 0
	return again, back
}

// newTopic: "what about NATO?", "more about 5G": another topic in the place of the earlier one.
func (f *followUp) newTopic() (string, bool) {
	behind := f.opening(&f.lex.more, f.first)
	topic := f.opening(&f.lex.about, behind)
	if topic == len(f.words) || f.asks(topic) && topic-behind < 2 || f.holds(topic, asChat) >= 0 {
		return "", false
	}
	if topic > behind {
		return f.about(f.rest(topic), f.text[f.words[behind].Start:f.words[topic-1].End]), true
	}
	if f.first > 0 && f.hasEnding(len(f.words)-1) && !f.asks(f.first) {
		return f.about(f.rest(f.first), ""), true
	}
	return "", false
}

// about returns the earlier question with a new topic. A preposition that led the new one
// in takes the place of the earlier one's; words such as "what about" do not.
func (f *followUp) about(topic, lead string) string {
	e := f.earlier
	preposition := lead != "" && !strings.Contains(lead, " ")
	switch {
	case !e.lead.Empty() && preposition:
		return replaced(e.text, text.Span{Start: e.lead.Start, End: e.topic.End}, lead+" "+topic)
	case !e.topic.Empty():
		return replaced(e.text, e.topic, topic)
	case !e.speaker.Empty() && preposition:
		return e.text + " " + lead + " " + topic
	case !e.speaker.Empty() && f.lex.topicWord != "":
		return e.text + " " + f.lex.topicWord + " " + topic
	case e.out.Said && lead == "" && f.hasEnding(len(f.words)-1):
		return e.text + " " + topic
	case e.out.Said && preposition:
		return f.named(lead + " " + topic)
	}
	return f.named(topic)
}

// named returns the earlier question with a new name in the place of its last one, and
// where that cannot be, with the new one behind it.
func (f *followUp) named(name string) string {
	e := f.earlier
	if old := e.replaceable(); !old.Empty() && strings.ContainsFunc(name, unicode.IsUpper) {
		return replaced(e.text, old, name)
	}
	return e.text + ", " + f.lex.link + " " + name
}

// newPhrase: "and at Nokia?": another name behind the same preposition, or else one more phrase.
func (f *followUp) newPhrase() (string, bool) {
	if f.first == 0 || f.first == len(f.words) || f.asks(f.first) {
		return "", false
	}
	phrase, form := f.rest(f.first), f.words[f.first].Form
	if strings.HasPrefix(strings.ToLower(f.elided(f.first)), "d") {
		form = "de"
	} else if !f.is(f.first, asPreposition) || f.first+1 == len(f.words) {
		return "", false
	}
	if old := f.earlier.phrase(form); !old.Empty() {
		return replaced(f.earlier.text, old, phrase), true
	}
	return f.earlier.text + " " + phrase, true
}

// newName: "and Ren Zhengfei?", of whom it says nothing but the name. Where the earlier
// question asks for somebody's words, a name of two words or more is another speaker: so
// are people called, and topics seldom. Any name is where there was no topic to replace.
// What is not is a new topic.
func (f *followUp) newName() (string, bool) {
	const longest = 6 // words
	e := f.earlier
	if f.first == 0 || f.first == len(f.words) || len(f.words)-f.first > longest || f.asks(f.first) ||
		f.holds(f.first, asChat) >= 0 || f.words[f.first].Stop && !f.is(f.first, asArticle) || !f.adds() {
		return "", false
	}
	according, name := f.nameAlone()
	switch {
	case !e.speaker.Empty() && (according || e.topic.Empty() || isFullName(name)):
		return replaced(e.text, e.speaker, name), true
	case !e.topic.Empty():
		return f.about(name, ""), true
	}
	return f.named(name), true
}

// adds reports whether a follow-up is joined to what was asked: "ok Bob" may be said to Bob.
func (f *followUp) adds() bool { return f.marked || f.is(0, asAnd) }

// nameAlone returns the name that a follow-up is, and whether it is led in by "according to".
func (f *followUp) nameAlone() (according bool, name string) {
	from := f.first
	if f.is(from, asAccording) {
		for from++; from+1 < len(f.words) && f.words[from].Stop && f.prepositionBefore(from+1) != ""; {
			from++
		}
	}
	name = f.rest(from)
	for _, ending := range []string{"'s", "’s"} {
		name = strings.TrimSuffix(name, ending)
	}
	return from > f.first && name != "", name
}

// replaced returns a text with other words in a range of it. The stop of U.S. is not doubled.
func replaced(t string, s text.Span, by string) string {
	if strings.HasPrefix(t[s.End:], ".") {
		by = strings.TrimSuffix(by, ".")
	}
	return t[:s.Start] + by + t[s.End:]
}
