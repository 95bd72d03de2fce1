package speech

import (
	"strings"

	"verbatim/answer/text"
)

// person is somebody, or something, that the article names.
type person struct {
	name  text.Span // the fullest that the article gives
	role  text.Span
	sex   traits // male or female, as far as it is known
	thing bool   // an organisation
}

// human reports whether the article shows that it is somebody, by a title, a given name, a pronoun or an office.
func (p person) human() bool { return !p.thing && (p.sex != 0 || !p.role.Empty()) }

// link gives every mention its person.
func (s *story) link() {
	for i := range s.mentions {
		s.note(i, &s.mentions[i])
	}
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.time && len(s.names.entry(m.name).in.holds) == 0 {
			s.forget(*m)
			continue
		}
		m.person = s.person(i, m)
		p := &s.persons[m.person]
		if p.sex == 0 {
			p.sex = s.names.entry(m.name).sex(m.title)
		}
		if role := s.in(m.paragraph).roleOf(*m); better(s.t, role, p.role) {
			p.role = role
		}
	}
	s.holding = s.holders()
}

// holders finds for each office the one person who holds it, or -1 where there are several. The office is the last word
// of the role, or of what stands before "of" in it.
func (s *story) holders() map[string]int {
	holders := map[string]int{}
	for id, p := range s.persons {
		words := strings.Fields(strings.ToLower(p.role.Of(s.t)))
		for i, w := range words {
			if s.lang.words[w]&office == 0 || i+1 < len(words) && s.lang.words[words[i+1]]&link == 0 {
				continue
			}
			if _, taken := holders[w]; taken {
				id = -1
			}
			holders[w] = id
			break
		}
	}
	return holders
}

// better reports whether a role says more than one that was found before: more than a word, where that was one.
func better(t string, role, before text.Span) bool {
	return !role.Empty() && (before.Empty() || !strings.Contains(before.Of(t), " ") && strings.Contains(role.Of(t), " "))
}

// forget takes a mention that names nobody from its tokens.
func (s *story) forget(m mention) {
	for k := m.first; k < m.last; k++ {
		s.tokens[m.paragraph][k].mention = 0
	}
}

func (s *story) isThing(m mention) bool { return s.names.entry(m.name).thing }
