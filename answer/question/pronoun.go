package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// newKind: "why?", "and since when was that?": another question word in the place of the earlier one.
func (f *followUp) newKind() (string, bool) {
	at := f.first
	if f.prepositionBefore(at+1) != "" && f.questionWord(at) < 0 {
		at++
	}
	if at >= len(f.words) {
		return "", false
	}
	last, form := f.questionWord(at), f.words[at].Form
	if last < 0 || last == at && f.lex.asks[form] == Anything && !f.lex.how[form] || !f.all(last+1) ||
		f.holds(at, f.lex.chat) >= 0 || f.holds(at, f.lex.they) >= 0 {
		return "", false
	}
	return f.asked(f.text[f.words[f.first].Start:f.words[last].End]), true
}

// asked returns the earlier question with another question word: in the place of its own
// where its verb follows that, before a question that has none, and else before all of it.
// Who and how many take the place of no other.
func (f *followUp) asked(word string) string {
	e := f.earlier
	next := slices.IndexFunc(e.words, func(w text.Word) bool { return w.Start >= e.asking.End })
	if next < 0 || !e.isVerb(next) || e.out.Kind == Person || f.out.Kind == Person || f.out.Kind == Number {
		return word + ": " + e.lowered()
	}
	if e.asking.Empty() {
		return word + " " + e.lowered()
	}
	if e.lead.Empty() || !e.out.Said {
		return word + " " + strings.TrimSpace(e.text[e.asking.End:])
	}
	return word + " " + strings.TrimLeft(e.text[e.asking.End:e.lead.Start], " ") + f.lex.thatWord + " " + e.text[e.lead.Start:]
}

// isVerb reports whether word i may be a verb, as far as that can be told: did, says.
func (e *earlier) isVerb(i int) bool {
	w := e.words[i]
	return w.Stop && !e.lex.prepositions[w.Form] && !e.lex.articles[w.Form] || e.lex.says[w.Term]
}

// lowered returns the question without the capital that opens it.
func (e *earlier) lowered() string {
	r, size := utf8.DecodeRuneInString(e.text)
	if !e.words[0].Stop || e.words[0].Start > 0 {
		return e.text
	}
	return string(unicode.ToLower(r)) + e.text[size:]
}

// saidSo: "who said that?", asked of all that the earlier question is about.
func (f *followUp) saidSo() (string, bool) {
	if !f.out.Said || f.out.Kind != Person || f.holds(f.first, f.lex.that) < 0 || f.holds(f.first, f.lex.they) >= 0 ||
		!f.onlySays() {
		return "", false
	}
	if e := f.earlier; !e.lead.Empty() {
		return f.rest(f.first) + " " + e.text[e.lead.Start:e.topic.End], true
	}
	return f.rest(f.first) + ": " + f.earlier.lowered(), true
}

// onlySays reports whether a follow-up has no words but verbs of saying and stop words.
func (f *followUp) onlySays() bool {
	return !slices.ContainsFunc(f.words[f.first:], func(w text.Word) bool { return !w.Stop && !f.lex.says[w.Term] })
}

// pronoun: "when did he say that?": the person of the earlier question in the place of the
// first pronoun, unless somebody is named before it whom it may stand for.
func (f *followUp) pronoun() (string, bool) {
	i := f.holds(f.first, f.lex.they)
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
	return f.lex.their[f.words[i].Form] && i+1 < len(f.words) && !f.words[i+1].Stop
}

// namesBefore reports whether a name or a noun for a person stands before word i.
func (f *followUp) namesBefore(i int) bool {
	for k := f.first; k < i; k++ {
		if f.isName(k) && !f.endsTopic(k) || f.lex.nouns[f.words[k].Term] == Person {
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
	e, i := f.earlier, f.holds(f.first, f.lex.it)
	meant := e.lastName()
	if meant.Empty() {
		meant = e.topic
	}
	if i < 0 || meant.Empty() || f.namesBefore(len(f.words)) || f.all(f.first) {
		return "", false
	}
	return f.told(f.words[i].Span, meant.Of(e.text)), true
}
