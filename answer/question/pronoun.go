package question

import (
	"strings"

	"verbatim/answer/text"
)

// IsPronoun reports whether a word in a language stands for somebody or something that was
// named before: he, its.
func IsPronoun(form string, lang text.Lang) bool {
	return lexiconOf(lang).forms[form].is(asThey | asTheir | asIt)
}

// pronoun: "when did he say that?": the person of the earlier question in the place of the
// first pronoun, unless somebody is named before it whom it may stand for.
func (f *followUp) pronoun() (string, bool) {
	i := f.holds(f.first, asThey)
	if i < 0 || f.namesBefore(i) {
		return "", false
	}
	person := f.earlier.person(f.quoted)
	if person == "" {
		return "", false
	}
	if f.isPossessive(i) {
		person += "’s"
	}
	return f.told(f.words[i].Span, person), true
}

// unsaid: "¿qué más dijo sobre la OTAN?": the same in a language that leaves the pronoun out.
func (f *followUp) unsaid() (string, bool) {
	verb := f.verbOfSaying()
	person := f.earlier.person(f.quoted)
	if !f.lex.unsaid || verb < f.first || person == "" || f.out.Kind == Person || !f.asks(f.first) ||
		f.namesBefore(f.topicFrom(verb+1)) {
		return "", false
	}
	return f.told(text.Span{Start: f.words[verb].End, End: f.words[verb].End}, person), true
}

// told returns the follow-up with a person at a range of it. Where it only asks for that
// which was said, it gets the topic of the earlier question.
func (f *followUp) told(at text.Span, person string) string {
	from := f.words[f.first].Start - len(f.elided(f.first))
	before, behind := f.text[from:at.Start], f.text[at.End:]
	for _, hyphen := range []string{"-t-", "-"} { // a-t-il
		before = strings.TrimSuffix(before, hyphen)
	}
	if !strings.HasSuffix(before, "'") && !strings.HasSuffix(before, "’") { // qu’il
		before = strings.TrimRight(before, " ") + " "
	}
	whole := before + person + behind
	if e := f.earlier; f.out.Said && !e.topic.Empty() && f.onlySays() {
		start := e.topic.Start
		if !e.lead.Empty() {
			start = e.lead.Start
		}
		whole += " " + e.text[start:e.topic.End]
	}
	return strings.TrimSpace(whole)
}

// isPossessive reports whether the pronoun at i is the his of "his view": it stands before a noun.
func (f *followUp) isPossessive(i int) bool {
	return f.is(i, asTheir) && i+1 < len(f.words) && !f.words[i+1].Stop
}

// namesBefore reports whether a name or a noun for a person stands before word i.
func (f *followUp) namesBefore(i int) bool {
	for k := f.first; k < i; k++ {
		if f.is(k, asName) && !f.endsTopic(k) || f.roles[k].noun == Person {
			return true
		}
	}
	return false
}

// endsTopic reports whether a word or the one that is joined to it has the ending of a topic.
func (f *followUp) endsTopic(i int) bool {
	return f.hasEnding(i) || i+1 < len(f.words) && f.words[i+1].Start == f.words[i].End+len("-") && f.hasEnding(i+1)
}

// person returns whom a question is about: the one whose words it asks for, else, unless it
// asks for a person, the last that it names, else who was quoted.
func (e *earlier) person(quoted string) string {
	name := e.lastName().Of(e.text)
	switch {
	case !e.speaker.Empty():
		return e.speaker.Of(e.text)
	case name != "" && (quoted == "" || isFullName(name) && e.out.Kind != Person):
		return name
	}
	return quoted
}

// thing: "who founded it?": the last name of the earlier question, or else its topic, in the
// place of the pronoun.
func (f *followUp) thing() (string, bool) {
	e, i := f.earlier, f.holds(f.first, asIt)
	meant := e.lastName()
	if meant.Empty() {
		meant = e.topic
	}
	if i < 0 || meant.Empty() || f.namesBefore(len(f.words)) || f.onlyStops(f.first) {
		return "", false
	}
	return f.told(f.words[i].Span, meant.Of(e.text)), true
}
