package speech

import "verbatim/answer/text"

// utterances returns the quotations that are speech and what is reported, in order, with who speaks.
func (s *story) utterances(sources []source) []Utterance {
	c := s.converse(sources)
	out := s.memory.spoken[:0]
	for i, who := range c.speakers {
		if src := sources[i]; src.spoken {
			out = append(out, c.utterance(src.kind, s.quotes[i].said, who, src, s.at[i]))
		}
	}
	s.memory.spoken = out
	return merge(out, c.reported)
}

func (c *conversation) utterance(kind Kind, said text.Span, who speaker, src source, in passage) Utterance {
	u := Utterance{Kind: kind, Said: said, Speaker: who.name, Cue: src.cue}
	if !who.name.Empty() {
		u.Addition = in.addition(src)
	}
	if who.person > 0 {
		u.Role = c.persons[who.person-1].role
	}
	return u
}

// merge joins two lists in the order of the text.
func merge(a, b []Utterance) []Utterance {
	out := make([]Utterance, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if b[0].Said.Start < a[0].Said.Start {
			a, b = b, a
		}
		out, a = append(out, a[0]), a[1:]
	}
	return append(append(out, a...), b...)
}

// beside returns what the rules find for each quotation.
func (s *story) beside() []source {
	sources := resized(s.memory.sources, len(s.quotes))
	s.memory.sources = sources
	for i := range s.quotes {
		src := &sources[i]
		for _, r := range rules {
			if found, ok := r.find(s.at[i]); ok {
				*src = found
				src.by, src.certain, src.near = r.name, r.certain, r.near
				break
			}
		}
		src.kind, src.spoken = s.kindOf(i, *src)
	}
	return sources
}

// speaker is who speaks, as far as it is known.
type speaker struct {
	name   text.Span
	person int // 1 + the person, if the article names one
}

// converse finds who speaks each quotation and who is reported, and notes the rule where that was not one beside it.
func (s *story) converse(sources []source) *conversation {
	m := &s.memory
	m.acting = s.subjects(m.acting[:0])
	m.reports = s.reports(m.reports[:0], func(quote int) bool { return sources[quote].spoken })
	c := &conversation{
		story: s, sources: sources, acting: m.acting, reports: m.reports,
		speakers: m.speakers[:0], recent: m.recent[:0], reported: m.reported[:0],
	}
	if s.dialogue(sources) {
		c.turns, c.turnOf = s.turnsOf(sources)
		c.takeTurns(c.turns)
	}
	for i, q := range s.quotes {
		c.hear(q.outer.Start)
		c.reach(q.outer.Start)
		who := c.speakerOf(i)
		c.speakers = append(c.speakers, who)
		if sources[i].spoken {
			c.spoke(who, q.outer.End, q.paragraph)
		}
	}
	c.hear(len(s.t))
	m.speakers, m.recent, m.reported = c.speakers, c.recent, c.reported
	return c
}

// hear finds who is reported up to an offset of the article. What nobody known said is left out.
func (c *conversation) hear(end int) {
	for len(c.reports) > 0 && c.reports[0].said.Start < end {
		r := c.reports[0]
		c.reports = c.reports[1:]
		c.reach(r.said.Start)
		if who := c.resolve(r.src.noun, r.in); !who.name.Empty() {
			c.reported = append(c.reported, c.utterance(r.kind, r.said, who, r.src, r.in))
			c.spoke(who, r.said.End, r.in.paragraph)
		}
	}
}

// spoke notes that somebody spoke, whom a pronoun may stand for from there on.
func (c *conversation) spoke(who speaker, at, paragraph int) {
	if who.person > 0 {
		c.recent = append(c.recent, subject{at, paragraph, who.person})
	}
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
		return c.resolve(src.noun, c.at[i])
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
			return c.resolve(c.sources[j].noun, c.at[i]), true
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
	who := c.resolve(n, c.at[i])
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
	return c.resolve(src.noun, above), true
}
