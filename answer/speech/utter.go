package speech

import "strings"

// utterances applies the rules to every quotation.
func (s *story) utterances() []Utterance {
	out, _ := s.decide()
	return out
}

// decide returns the utterances, and what was found for each quotation.
func (s *story) decide() ([]Utterance, []source) {
	sources := s.beside()
	c := &conversation{story: s, acting: s.subjects()}
	var spoke, of []int
	dialogue := s.dialogue(sources)
	if dialogue {
		var turns []turn
		turns, of = s.turnsOf(sources)
		spoke = s.takeTurns(turns)
	}
	speakers := make([]speaker, len(s.quotes))
	var out []Utterance
	for i, q := range s.quotes {
		c.reach(q.outer.Start)
		if dialogue {
			speakers[i] = c.inTurn(&sources[i], spoke[of[i]], i)
		} else {
			speakers[i] = c.speakerOf(i, sources, speakers[:i])
		}
		if !s.spoken(i, sources[i]) {
			continue
		}
		c.heard(i, speakers[i])
		u := Utterance{Said: q.said, Speaker: speakers[i].name, Cue: sources[i].cue}
		if p := speakers[i].person; p > 0 {
			u.Role = s.persons[p-1].role
		}
		out = append(out, u)
	}
	return out, sources
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

// Rules that take the speaker from another quotation.
const (
	handedOn   = "handed on"
	sameBefore = "same paragraph"
	sameAfter  = "next in paragraph"
	bySubject  = "subject of the sentence before"
	inTurn     = "in turn"
	previous   = "previous paragraph"
)

// inTurn finds who speaks quotation i of a dialogue, in a turn of this person's.
func (c *conversation) inTurn(src *source, person, i int) speaker {
	n := src.noun
	if n.mention > 0 || n.known() && n.pronoun&(heWord|sheWord) == 0 && (n.traits&sexes == 0 || person == 0) {
		return c.resolve(n, i)
	}
	if src.by == "" {
		src.by = inTurn
	}
	return c.named(person)
}

// speakerOf finds who speaks quotation i, when those before it are known.
func (c *conversation) speakerOf(i int, sources []source, before []speaker) speaker {
	src := &sources[i]
	if src.noun.known() {
		return c.resolve(src.noun, i)
	}
	if i > 0 && c.continues(i) {
		src.by = handedOn
		return before[i-1]
	}
	if i > 0 && c.quotes[i-1].paragraph == c.quotes[i].paragraph {
		src.by = sameBefore
		return before[i-1]
	}
	for j := i + 1; j < len(c.quotes) && c.quotes[j].paragraph == c.quotes[i].paragraph; j++ {
		if sources[j].noun.known() {
			src.by = sameAfter
			return c.resolve(sources[j].noun, i)
		}
	}
	if n := c.at[i].sentenceSubject(); n.mention > 0 || n.pronoun&(heWord|sheWord) != 0 {
		src.by = bySubject
		return c.resolve(n, i)
	}
	if !c.alone(i) {
		return speaker{}
	}
	if i > 0 && c.quotes[i-1].paragraph == c.quotes[i].paragraph-1 {
		src.by = previous
		return before[i-1]
	}
	return speaker{}
}

// continues reports whether quotation i goes on with the one before, whose paragraph was left open.
func (s *story) continues(i int) bool {
	last := s.quotes[i-1]
	return last.open && last.paragraph == s.quotes[i].paragraph-1 && s.at[i].at == 0
}

// alone reports whether quotation i begins its paragraph and nothing but quotations follows.
func (s *story) alone(i int) bool {
	p := s.at[i]
	for _, t := range p.tokens[p.at:] {
		if t.kind != quoted {
			return false
		}
	}
	return p.at == 0
}

// spoken reports whether a quotation is somebody's words and not a title or a word held at arm's length: by what the
// rules say, by its place, else by its length.
func (s *story) spoken(i int, src source) bool {
	const least = 5 // words
	p, q := s.at[i], s.quotes[i]
	switch {
	case src.certain, q.dash, p.at == 0 && s.alone(i), p.sentence():
		return true
	}
	return len(strings.Fields(q.said.Of(s.t))) >= least
}
