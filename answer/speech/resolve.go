package speech

import "strings"

// conversation follows who speaks and who acts from the beginning of an article to its end.
type conversation struct {
	*story
	sources  []source
	speakers []speaker   // of the quotations so far
	acting   []subject   // those of the narration that are still to come
	recent   []subject   // who acted or spoke so far
	passed   int         // mentions so far
	reports  []report    // those still to come
	reported []Utterance // those so far
	turns    []turn      // of a dialogue
	turnOf   []int       // the turn that each quotation belongs to
}

// subject is a person who does something, where it is told.
type subject struct {
	at        int // byte offset
	paragraph int
	person    int // 1 + the person
}

// reach moves on to an offset of the article.
func (c *conversation) reach(at int) {
	for len(c.acting) > 0 && c.acting[0].at < at {
		c.recent = append(c.recent, c.acting[0])
		c.acting = c.acting[1:]
	}
	for c.passed < len(c.mentions) && c.mentions[c.passed].Start < at {
		c.passed++
	}
}

// resolve finds the fullest name for the noun of passage p that words are ascribed to.
func (c *conversation) resolve(n noun, p passage) speaker {
	switch {
	case n.mention > 0:
		return c.named(1 + c.mentions[n.mention-1].person)
	case n.pronoun&(heWord|sheWord) != 0:
		return c.named(c.whom(n.sex()))
	case n.pronoun&itWord != 0:
		return c.named(c.what(n, p))
	case n.pronoun != 0:
		return speaker{}
	}
	if id, ok := c.holding[strings.ToLower(n.head)]; ok && n.definite && id >= 0 && c.holds(id, n.of) {
		return c.named(id + 1)
	}
	if n.definite && n.of == 0 && n.traits&body != 0 {
		if who := c.organisation(n); who > 0 {
			return c.named(who)
		}
	}
	return speaker{name: n.Span}
}

// organisation returns what "the company" stands for, or 0: the last name that has the word, else the one that is
// mentioned twice as often as any other that is no person's.
func (c *conversation) organisation(n noun) int {
	const recent, times = 200, 2 // mentions
	counts := map[int]int{}
	first, second := 0, 0
	head := strings.ToLower(n.head)
	for k := c.passed - 1; k >= max(0, c.passed-recent); k-- {
		m := c.mentions[k]
		if c.in(m.paragraph).tokens[m.first].mention == 0 || c.persons[m.person].human() {
			continue
		}
		if c.names.hasWord(m.name, head) {
			return 1 + m.person
		}
		counts[m.person]++
	}
	best := 0
	for who, count := range counts {
		switch {
		case count > first:
			best, first, second = 1+who, count, first
		case count > second:
			second = count
		}
	}
	if n.traits&firm == 0 || first < times*second {
		return 0
	}
	return best
}

// holds reports whether the office of a person is that of the mention of, if there is one: the mayor of Oslo is not
// whoever is mayor elsewhere.
func (c *conversation) holds(person, of int) bool {
	role := strings.ToLower(c.persons[person].role.Of(c.t))
	return of == 0 || strings.Contains(role, c.names.entry(c.mentions[of-1].name).words)
}

func (c *conversation) named(person int) speaker {
	if person == 0 {
		return speaker{}
	}
	return speaker{c.persons[person-1].name, person}
}

// remembered is how many persons a pronoun is compared with.
const remembered = 10

// whom returns the person that a pronoun stands for, or 0: the last who acted or spoke and is of the sex; else the last
// of the sex that is named; else the last who acted or spoke and whose sex is not known.
func (c *conversation) whom(sex traits) int {
	maybe := 0
	for k := len(c.recent) - 1; k >= max(0, len(c.recent)-remembered); k-- {
		person := c.recent[k].person
		switch p := c.persons[person-1]; {
		case p.thing, p.sex != 0 && p.sex&sex == 0:
		case p.sex != 0:
			return person
		case maybe == 0:
			maybe = person
		}
	}
	for k := c.passed - 1; k >= max(0, c.passed-remembered); k-- {
		m := c.mentions[k]
		in := c.in(m.paragraph)
		if in.tokens[m.first].mention == 0 {
			continue // it was forgotten, and has no person
		}
		if p := c.persons[m.person]; p.sex&sex != 0 && !p.thing && !in.tiedAt(m.first) {
			return 1 + m.person
		}
	}
	return maybe
}

// what returns the organisation that "it" stands for, or 0: the last name before it in its
// paragraph, if that is no person's.
func (c *conversation) what(n noun, p passage) int {
	first := min(n.first, len(p.tokens))
	for k := first - 1; k >= max(0, first-longestClause); k-- {
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
	if p.tiedAt(m.first) {
		return false
	}
	next := p.tokens[m.last]
	switch next.kind {
	case word:
		return next.traits&(determiner|link|conjunction|office) == 0
	case comma:
		return m.first < 3
	case stop:
		return m.first > 0 && p.tokens[m.first-1].traits&cue != 0
	}
	return false
}

// tiedAt reports whether a preposition or an article stands before token k.
func (p passage) tiedAt(k int) bool {
	return k > 0 && p.tokens[k-1].kind == word && p.tokens[k-1].traits&(link|determiner) != 0
}
