package question

import (
	"strings"

	"verbatim/answer/text"
)

// Asks reports whether a text is written as a question or as what follows one, and not
// as chatter: what people say to each other where the bot listens. A courtesy is no
// question. A question that somebody else is asked is one too: it looks the same.
func Asks(t string, lang text.Lang) bool {
	t = afterCourtesy(oneLine(t))
	if Courtesy(t) {
		return false
	}
	f := newFollowUp("", t, "", lang)
	return !f.chats() && (f.marked || f.opensAsQuestion())
}

// chats reports whether a question is about those who talk to each other: "shall we meet?",
// "what do you think?". One that asks the bot for more is not.
func (f *followUp) chats() bool {
	const subject = 3 // words, within which it stands
	for i, w := range f.words[:min(len(f.words), subject)] {
		if w.Stop && f.is(i, asChat) && f.questionWord(i) < 0 {
			return f.opening(&f.lex.more, f.first) == f.first
		}
	}
	return false
}

// hasQuestionMark reports whether a word ends with one, as those of a web address do not.
func hasQuestionMark(t string) bool {
	for word := range strings.FieldsSeq(t) {
		bare := strings.TrimRight(word, "\"'”’»)!.…*_~")
		if (strings.HasSuffix(bare, "?") || strings.HasSuffix(bare, "？")) && !strings.Contains(bare, "://") {
			return true
		}
	}
	return strings.HasPrefix(t, "¿")
}

// opensAsQuestion reports whether a text without a question mark begins as a question
// does: with a question word, but for "when I am back", "what a day", "how nice"; with what asks for
// more or for a new topic; or, behind an and, with nothing but a name.
func (f *followUp) opensAsQuestion() bool {
	if f.first == len(f.words) {
		return false
	}
	if more := f.opening(&f.lex.more, f.first); more > f.first {
		return more == len(f.words) || f.opening(&f.lex.about, more) > more
	}
	if topic := f.opening(&f.lex.about, f.first); topic > f.first {
		return topic-f.first > 1 || f.first > 0 && topic < len(f.words)
	}
	at := f.first
	if f.prepositionBefore(at+1) != "" && f.questionWord(at) < 0 { // "in which year"
		at++
	}
	if last := f.questionWord(at); last >= 0 {
		return last+1 == len(f.words) || f.asksWith(last)
	}
	return f.first > 0 && f.adds() && f.onlyNames()
}

// asksWith reports whether a question goes on with the word behind i, the last of its question word.
func (f *followUp) asksWith(i int) bool {
	next := i + 1
	switch {
	case f.words[next].Stop && f.is(next, asChat):
		return false
	case f.is(i, asWhich):
		return !f.is(next, asArticle)
	case f.is(i, asHow):
		return f.words[next].Stop || f.is(next, asSaying)
	}
	return true
}

// onlyNames reports whether all words behind the and are names.
func (f *followUp) onlyNames() bool {
	for i := f.first; i < len(f.words); i++ {
		if !f.is(i, asName) && !f.is(i, asArticle) {
			return false
		}
	}
	return true
}
