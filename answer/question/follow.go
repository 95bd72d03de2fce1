package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// Follow returns the question that is meant where one only makes sense after another that
// was asked before it: "and what about NATO?". Speaker is who was quoted in the answer to
// that, empty where it is not known. It is not ok where the question stands alone. What it
// returns is hardly longer than what it was given together.
func Follow(before, now, speaker string, lang text.Lang) (whole string, ok bool) {
	before, now, speaker = oneLine(before), oneLine(now), oneLine(speaker)
	f := newFollowUp(before, now, speaker, lang)
	if len(f.earlier.words) == 0 || Courtesy(now) {
		return "", false
	}
	for _, read := range readings {
		if whole, ok := read(f); ok {
			return f.written(whole), true
		}
	}
	if f.back {
		return f.written(f.rest(f.first)), true
	}
	return "", false
}

// readings are what a follow-up may be, each with how it is made whole; the first that fits is meant.
var readings = []func(*followUp) (string, bool){
	(*followUp).more, (*followUp).newTopic, (*followUp).newKind, (*followUp).saidSo, (*followUp).pronoun, (*followUp).unsaid,
	(*followUp).thing, (*followUp).newPhrase, (*followUp).newName,
}

// followUp is a question that may go on with an earlier one.
type followUp struct {
	*parser
	earlier *earlier
	quoted  string // who was quoted in the answer to that
	marked  bool   // it has a question mark
	first   int    // its first word behind those such as and
	back    bool   // it spoke of the earlier topic as it or that
}

func newFollowUp(before, now, speaker string, lang text.Lang) *followUp {
	f := &followUp{parser: parse(withoutMarks(afterCourtesy(now)), lang), quoted: speaker, marked: hasQuestionMark(now)}
	f.earlier = readEarlier(withoutWhy(withoutMarks(before), lang), lang)
	f.backTo()
	for f.first < len(f.words) && f.is(f.first, asLink) {
		f.first++
	}
	return f
}

// backTo puts the topic of the earlier question in the place of a pronoun for it: "what did
// Ken Hu say about that?".
func (f *followUp) backTo() {
	e, last := f.earlier, len(f.words)-1
	if e.topic.Empty() || f.verbOfSaying() < 0 || last < 1 || !f.is(last-1, asAbout) || !f.is(last, asIt|asThat) {
		return
	}
	f.parser = parse(replaced(f.text, f.words[last].Span, e.topic.Of(e.text)), f.out.Lang)
	f.back = true
}

// oneLine returns a text in valid UTF-8 with one space between words.
func oneLine(t string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(t, " ")), " ") }

// withoutMarks returns a question without the marks that say that it is one.
func withoutMarks(t string) string { return strings.TrimRight(strings.TrimLeft(t, "¿¡ "), "?!… ") }

// withoutWhy leaves out a question word that was written before a whole question, as asked
// does: the next follow-up is of that question.
func withoutWhy(q string, lang text.Lang) string {
	word, whole, ok := strings.Cut(q, ": ")
	if p := parse(word, lang); ok && len(p.words) > 0 && p.questionWord(0) == len(p.words)-1 {
		return whole
	}
	return q
}

// afterCourtesy leaves out the thanks that a question follows.
func afterCourtesy(t string) string {
	const longest = 80 // bytes
	for i, r := range t[:min(len(t), longest)] {
		if strings.ContainsRune(",.!;:", r) && Courtesy(t[:i]) {
			if rest := t[i+1:]; bare(rest) != "" {
				return afterCourtesy(rest)
			}
		}
	}
	return t
}

// written returns a question as one is written.
func (f *followUp) written(whole string) string {
	r, size := utf8.DecodeRuneInString(whole)
	whole = string(unicode.ToUpper(r)) + whole[size:] + "?"
	if f.out.Lang == text.Spanish {
		return "¿" + whole
	}
	return whole
}

// rest returns the words from one on, as they are written.
func (f *followUp) rest(from int) string {
	if from >= len(f.words) {
		return ""
	}
	return f.text[f.words[from].Start-len(f.elided(from)):]
}

// onlyStops reports whether all words from one on are stop words.
func (f *followUp) onlyStops(from int) bool {
	return !slices.ContainsFunc(f.words[from:], func(w text.Word) bool { return !w.Stop })
}

// holds returns the first word from one on that is of a class, or -1. The US is no us.
func (f *followUp) holds(from int, c class) int {
	for i := from; i < len(f.words); i++ {
		if f.words[i].Stop && f.is(i, c) {
			return i
		}
	}
	return -1
}

// asks reports whether a question word stands among the words from one on.
func (f *followUp) asks(from int) bool {
	for i := from; i < len(f.words); i++ {
		if f.questionWord(i) >= 0 {
			return true
		}
	}
	return false
}
