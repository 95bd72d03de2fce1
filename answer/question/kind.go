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
	last := f.questionWord(at)
	if last < 0 || last == at && f.roles[at].asks == Anything && !f.is(at, asHow) || !f.onlyStops(last+1) ||
		f.holds(at, asChat) >= 0 || f.holds(at, asThey) >= 0 {
		return "", false
	}
	return f.asked(f.text[f.words[f.first].Start:f.words[last].End]), true
}

// asked returns the earlier question with another question word: in the place of its own
// where its verb follows that, before a question that has none, and else before all of it.
// Who and how many take the place of no other.
func (f *followUp) asked(word string) string {
	e := f.earlier
	if f.out.Kind == Person && f.questionWord(f.first) >= 0 && !e.lead.Empty() { // who else: not the one who was asked about
		return f.rest(f.first) + " " + e.text[e.lead.Start:e.topic.End]
	}
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
	return w.Stop && !e.is(i, asPreposition|asArticle) || e.is(i, asSaying)
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
	if !f.out.Said || f.out.Kind != Person || f.holds(f.first, asThat) < 0 || f.holds(f.first, asThey) >= 0 ||
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
	for i := f.first; i < len(f.words); i++ {
		if !f.words[i].Stop && !f.is(i, asSaying) {
			return false
		}
	}
	return true
}
