package speech

import (
	"strings"

	"verbatim/answer/text"
)

// speaker is who speaks, as far as it is known.
type speaker struct {
	name   text.Span
	person int // 1 + the person, if the article names one
}

// conversation follows who speaks and who acts from the beginning of an article to its end.
type conversation struct {
	*story
	acting []subject // those of the narration that are still to come
	recent []subject // who acted or spoke so far
}

// subject is a person who does something, where it is told.
type subject struct {
	at        int // byte offset
	paragraph int
	person    int // 1 + the person
}

// remembered is how many subjects a pronoun looks back over.
const remembered = 10

// reach moves on to an offset of the article.
func (c *conversation) reach(at int) {
	for len(c.acting) > 0 && c.acting[0].at < at {
		c.recent = append(c.recent, c.acting[0])
		c.acting = c.acting[1:]
	}
}

// heard notes that somebody spoke quotation i.
func (c *conversation) heard(i int, who speaker) {
	q := c.quotes[i]
	if who.person > 0 {
		c.recent = append(c.recent, subject{q.outer.End, q.paragraph, who.person})
	}
}

// resolve finds the fullest name for the noun that quotation i is ascribed to.
func (c *conversation) resolve(n noun, i int) speaker {
	switch {
	case n.mention > 0:
		return c.named(1 + c.mentions[n.mention-1].person)
	case n.pronoun&(heWord|sheWord) != 0:
		return c.named(c.whom(n.pronoun, i))
	case n.pronoun&itWord != 0:
		return c.named(c.what(n, i))
	case n.pronoun != 0:
		return speaker{}
	}
	if id, ok := c.holding[strings.ToLower(n.head)]; ok && n.definite && id >= 0 {
		return c.named(id + 1)
	}
	return speaker{name: n.Span}
}

func (c *conversation) named(person int) speaker {
	if person == 0 {
		return speaker{}
	}
	return speaker{name: c.persons[person-1].name, person: person}
}

// sexOf returns the sex that a pronoun tells; a verb without a pronoun tells both.
func sexOf(pronoun traits) (sex traits) {
	if pronoun&heWord != 0 {
		sex |= male
	}
	if pronoun&sheWord != 0 {
		sex |= female
	}
	return sex
}

// whom returns the person that a pronoun beside quotation i stands for, or 0: the last who acted or spoke and whose
// sex does not forbid it.
func (c *conversation) whom(pronoun traits, i int) int {
	sex := sexOf(pronoun)
	maybe := 0
	for k := len(c.recent) - 1; k >= max(0, len(c.recent)-remembered); k-- {
		r := c.recent[k]
		switch p := c.persons[r.person-1]; {
		case p.thing, p.sex != 0 && p.sex&sex == 0:
		case p.sex&sex != 0:
			return r.person
		case maybe == 0:
			maybe = r.person
		}
	}
	return maybe
}

// what returns the organisation that "it" beside quotation i stands for: the last that its paragraph names before, if
// that is no person.
func (c *conversation) what(n noun, i int) int {
	p := c.at[i]
	for k := min(n.first, len(p.tokens)) - 1; k >= 0; k-- {
		if m := p.tokens[k].mention; m > 0 {
			id := c.mentions[m-1].person
			if who := c.persons[id]; who.sex != 0 || !who.role.Empty() {
				return 0
			}
			return id + 1
		}
	}
	return 0
}

// subjects lists the persons who do something in the narration, in order.
func (s *story) subjects() []subject {
	var out []subject
	for _, m := range s.mentions {
		p := s.in(m.paragraph)
		if p.tokens[m.first].mention > 0 && p.acts(m) {
			out = append(out, subject{m.Start, m.paragraph, 1 + m.person})
		}
	}
	return out
}

// acts reports whether a name is the subject of a clause, so far as its neighbours tell: a verb may follow it, and no
// preposition stands before it.
func (p passage) acts(m mention) bool {
	if p.persons[m.person].thing || m.last == len(p.tokens) || p.tokens[m.last-1].possessive {
		return false
	}
	if m.first > 0 && p.tokens[m.first-1].traits&(link|determiner) != 0 && p.tokens[m.first-1].kind == word {
		return false
	}
	next := p.tokens[m.last]
	return next.kind == word && next.traits&(determiner|link|conjunction|office) == 0 || next.kind == comma && m.first < 3 ||
		next.kind == stop && m.first > 0 && p.tokens[m.first-1].traits&cue != 0
}
