package question

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// earlier is a question as one that follows it takes it up: by its parts, which are ranges
// of it and empty where it has none.
type earlier struct {
	*parser
	asking  text.Span // its question word, with what belongs to that: in which year
	speaker text.Span // those whose words it asks for
	lead    text.Span // the preposition before its topic
	topic   text.Span // what they are asked about
}

func readEarlier(q string, lang text.Lang) *earlier {
	return partsOf(parse(q, lang))
}

// partsOf finds the parts of a question that was read.
func partsOf(p *parser) *earlier {
	e := &earlier{parser: p}
	e.readAsking()
	e.readSpeaker()
	e.readTopic()
	if e.speaker.Empty() && !e.lead.Empty() {
		e.speaker = e.fullName(e.lead.Start)
	}
	return e
}

// readAsking finds the question word where the question opens with it, but for words such
// as the in of "in which year".
func (e *earlier) readAsking() {
	if len(e.words) > 0 && strings.HasPrefix(strings.ToLower(e.elided(0)), "qu") { // qu’a-t-il dit
		e.asking = text.Span{Start: e.words[0].Start - len(e.elided(0)), End: e.words[0].Start}
		return
	}
	for i, w := range e.words {
		last := e.questionWord(i)
		if last >= i {
			e.asking = text.Span{Start: e.words[0].Start, End: e.words[max(last, e.asked)].End}
			return
		}
		if !w.Stop {
			return
		}
	}
}

// questionWord returns the last word of the question word at i, or -1 where there is none.
func (p *parser) questionWord(i int) int {
	switch r := &p.roles[i]; {
	case r.is(opensPair) && p.pairAt(i).asks != Anything:
		return i + 1
	case r.asks != Anything, r.is(asWhich | asHow):
		return i
	}
	return -1
}

// pairAt returns what a word and the next are as a question word.
func (p *parser) pairAt(i int) role {
	if i+1 == len(p.words) {
		return role{}
	}
	var room [32]byte // for nearly all
	pair := append(append(append(room[:0], p.words[i].Form...), ' '), p.words[i+1].Form...)
	return p.lex.pairs[string(pair)]
}

// readSpeaker takes all the groups that name somebody as one. Where the topic has no
// preposition before it, only the name is sure to belong to them.
func (e *earlier) readSpeaker() {
	groups := e.out.Speakers
	if len(groups) == 0 {
		return
	}
	from := e.wordAt(groups[0][0].Start)
	last := groups[len(groups)-1]
	to := e.wordAt(last[len(last)-1].Start)
	if len(e.lex.endings) > 0 {
		for from < to && !e.is(from, asName) {
			from++
		}
		to = e.nameEnd(from)
	}
	e.speaker = e.stretch(e.withArticle(from), to)
}

// withArticle returns where the article of word i stands; i where it has none.
func (p *parser) withArticle(i int) int {
	if i > 0 && p.is(i-1, asArticle) {
		return i - 1
	}
	return i
}

// wordAt returns the word that begins at a byte.
func (p *parser) wordAt(start int) int {
	return slices.IndexFunc(p.words, func(w text.Word) bool { return w.Start == start })
}

// readTopic finds the topic behind its preposition, or by its ending.
func (e *earlier) readTopic() {
	from := max(1, e.verbOfSaying()+1)
	for i := from; i+1 < len(e.words); i++ {
		if to := e.opening(&e.lex.about, i); to > i && to < len(e.words) && e.questionWord(to) < 0 {
			e.lead, e.topic = e.stretch(i, to-1), e.stretch(to, e.phraseEnd(to))
			return
		}
	}
	if last := len(e.words) - 1; last >= 0 && e.hasEnding(last) {
		for i := from; i <= last; i++ {
			if e.words[i].Start >= e.speaker.End {
				e.topic = e.stretch(i, last)
				return
			}
		}
	}
}

// opening returns the word behind the longest phrase of a set that begins at one; the word
// itself where none does.
func (p *parser) opening(set *phraseSet, from int) int {
	if from == len(p.words) || !p.is(from, set.opens) {
		return from
	}
	for to := min(len(p.words), from+longestPhrase); to > from; to-- {
		if set.has(p.words[from:to]) {
			return to
		}
	}
	return from
}

// hasEnding reports whether a word has the ending of a topic.
func (p *parser) hasEnding(i int) bool {
	return slices.ContainsFunc(p.lex.endings, func(end string) bool { return strings.HasSuffix(p.words[i].Form, end) })
}

// phraseEnd returns the last word of a topic that begins at i: all, but for a year behind a preposition.
func (p *parser) phraseEnd(i int) int {
	for j := i + 1; j+1 < len(p.words); j++ {
		if p.is(j, asPreposition) && isYear(p.words[j+1].Form) {
			return j - 1
		}
	}
	return len(p.words) - 1
}

// phrase returns the last preposition of a form with the words that belong to it.
func (e *earlier) phrase(form string) text.Span {
	for i := len(e.words) - 2; i >= 0; i-- {
		if e.prepositionBefore(i+1) != form {
			continue
		}
		last := i + 1
		for last+1 < len(e.words) && !e.is(last+1, asAbout) && e.prepositionBefore(last+2) == "" {
			last++
		}
		at := e.stretch(i+1, last)
		if e.words[i].Form == form {
			at.Start = e.words[i].Start
		}
		return at
	}
	return text.Span{}
}

// prepositionBefore returns the form of the preposition right before word i, empty where
// none stands there. A French d' is one.
func (p *parser) prepositionBefore(i int) string {
	switch {
	case i <= 0 || i >= len(p.words):
		return ""
	case p.is(i-1, asPreposition):
		return p.words[i-1].Form
	case strings.HasPrefix(strings.ToLower(p.elided(i)), "d"):
		return "de"
	}
	return ""
}

// elided returns what is joined to word i by an apostrophe before it: the l' of l'Europe.
func (p *parser) elided(i int) string {
	from := 0
	if i > 0 {
		from = p.words[i-1].End
	}
	before := p.text[from:p.words[i].Start]
	if !strings.HasSuffix(before, "'") && !strings.HasSuffix(before, "’") {
		return ""
	}
	rest := strings.TrimRightFunc(before, func(r rune) bool { return unicode.IsLetter(r) || r == '\'' || r == '’' })
	return before[len(rest):]
}

// stretch returns the range from one word to another, with what is elided before the first
// and without the 's behind the last.
func (p *parser) stretch(from, to int) text.Span {
	s := text.Span{Start: p.words[from].Start - len(p.elided(from)), End: p.words[to].End}
	for _, ending := range []string{"'s", "’s"} {
		s.End = s.Start + len(strings.TrimSuffix(s.Of(p.text), ending))
	}
	return s
}
