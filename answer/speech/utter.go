package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// utterances returns the quotations that are speech, with who speaks them.
func (s *story) utterances(sources []source) []Utterance {
	var out []Utterance
	for i, who := range s.speakers(sources) {
		if !s.spoken(i, sources[i]) {
			continue
		}
		u := Utterance{Said: s.quotes[i].said, Speaker: who.name, Cue: sources[i].cue}
		if who.person > 0 {
			u.Role = s.persons[who.person-1].role
		}
		out = append(out, u)
	}
	return out
}

// beside returns what the rules find for each quotation.
func (s *story) beside() []source {
	sources := make([]source, len(s.quotes))
	for i := range s.quotes {
		for _, r := range rules {
			if src, ok := r.find(s.at[i]); ok {
				src.by, src.certain = r.name, r.certain
				sources[i] = src
				break
			}
		}
	}
	return sources
}

// spoken reports whether a quotation is somebody's words and not a title or a word held at arm's length: by what the
// rules say, by its place, else by its length.
func (s *story) spoken(i int, src source) bool {
	const least = 5 // words
	p, q := s.at[i], s.quotes[i]
	if src.certain || q.dash || p.alone() || p.sentence() {
		return true
	}
	words := strings.Fields(q.said.Of(s.t))
	return len(words) >= least && !titled(words)
}

// titled reports whether words are the title of a work: all but the small ones have a capital.
func titled(words []string) bool {
	const small = 3 // bytes
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); len(w) > small && unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// speaker is who speaks, as far as it is known.
type speaker struct {
	name   text.Span
	person int // 1 + the person, if the article names one
}

// speakers finds who speaks each quotation, and notes the rule where that was not one beside it.
func (s *story) speakers(sources []source) []speaker {
	c := &conversation{story: s, acting: s.subjects(), sources: sources}
	if s.dialogue(sources) {
		c.turns, c.turnOf = s.turnsOf(sources)
		c.takeTurns(c.turns)
	}
	for i, q := range s.quotes {
		c.reach(q.outer.Start)
		who := c.speakerOf(i)
		c.speakers = append(c.speakers, who)
		if who.person > 0 && s.spoken(i, sources[i]) {
			c.recent = append(c.recent, subject{q.outer.End, q.paragraph, who.person})
		}
	}
	return c.speakers
}

// speakerOf finds who speaks quotation i, when those before it are known.
func (c *conversation) speakerOf(i int) speaker {
	src := &c.sources[i]
	if c.turns != nil && (!src.noun.known() || src.noun.sex() != 0) {
		if src.by == "" {
			src.by = "turn"
		}
		if who := c.turns[c.turnOf[i]].speaker; who > 0 || src.noun.Empty() {
			return c.named(who)
		}
	}
	if src.noun.known() {
		return c.resolve(src.noun, i)
	}
	for _, r := range around {
		if who, ok := r.find(c, i); ok {
			src.by = r.name
			return who
		}
	}
	return speaker{}
}

// around lists the rules for a quotation that nothing beside it ascribes to anybody, in the order of their precision.
var around = []struct {
	name string
	find func(c *conversation, i int) (speaker, bool)
}{
	{"open paragraph", (*conversation).handedOn},
	{"same paragraph", (*conversation).beforeInParagraph},
	{"next in paragraph", (*conversation).afterInParagraph},
	{"subject of the sentence", (*conversation).bySubject},
	{"previous paragraph", (*conversation).paragraphBefore},
}

// handedOn gives a paragraph the speaker of the one before, if that was left open.
func (c *conversation) handedOn(i int) (speaker, bool) {
	if i == 0 || !c.continues(i) {
		return speaker{}, false
	}
	return c.speakers[i-1], true
}

// continues reports whether quotation i goes on with the one before, whose paragraph was left open.
func (s *story) continues(i int) bool {
	return i > 0 && s.quotes[i-1].open && s.quotes[i-1].paragraph == s.quotes[i].paragraph-1 && s.at[i].at == 0
}

func (c *conversation) beforeInParagraph(i int) (speaker, bool) {
	if i == 0 || c.quotes[i-1].paragraph != c.quotes[i].paragraph {
		return speaker{}, false
	}
	return c.speakers[i-1], true
}

func (c *conversation) afterInParagraph(i int) (speaker, bool) {
	const reach = 4 // quotations
	for j := i + 1; j < min(len(c.quotes), i+reach) && c.quotes[j].paragraph == c.quotes[i].paragraph; j++ {
		if c.sources[j].noun.known() {
			return c.resolve(c.sources[j].noun, i), true
		}
	}
	return speaker{}, false
}

// bySubject takes the subject of the sentence that the quotation stands in or follows, if it is a person.
func (c *conversation) bySubject(i int) (speaker, bool) {
	n := c.at[i].sentenceSubject()
	if n.mention == 0 && n.pronoun&(heWord|sheWord) == 0 {
		return speaker{}, false
	}
	who := c.resolve(n, i)
	return who, who.person > 0 && c.persons[who.person-1].human()
}

// asks reports whether quotation i is a reporter's question, which nobody is named for: – Are you sure?
func (c *conversation) asks(i int) bool {
	return c.quotes[i].dash && c.at[i].alone() && c.at[i].lastByte() == '?' && !c.sources[i].noun.known()
}

// paragraphBefore lets a paragraph that is nothing but quotation go on with the one before: with its last quotation, or
// with whoever it says said something.
func (c *conversation) paragraphBefore(i int) (speaker, bool) {
	if !c.at[i].alone() || c.asks(i) {
		return speaker{}, false
	}
	last := i - 1
	if last > 0 && c.asks(last) && c.quotes[last-1].paragraph == c.quotes[last].paragraph-1 {
		last--
	}
	if last >= 0 && c.quotes[last].paragraph >= c.quotes[i].paragraph-(i-last) {
		return c.speakers[last], true
	}
	above := c.at[i].above()
	if len(above.tokens) == 0 || above.tokens[len(above.tokens)-1].kind != stop {
		return speaker{}, false
	}
	src, ok := above.leftCue(len(above.tokens)-1, cueStrong, longestClause)
	if !ok || src.noun.mention == 0 && src.noun.sex() == 0 {
		return speaker{}, false
	}
	return c.resolve(src.noun, i), true
}
