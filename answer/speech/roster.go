package speech

import "strings"

// note counts the full name of mention i.
func (s *story) note(i int, m *mention) {
	e := s.names.entry(m.name)
	if len(e.parts) < 2 {
		return
	}
	if e.in.count == 0 {
		e.in.first = int32(i)
		s.file(m.name, e)
	}
	e.in.count++
	if e.in.sex == 0 {
		e.in.sex = e.sex(m.title)
	}
}

// file notes a full name with the words that may stand for it.
func (s *story) file(n int32, e *entry) {
	own := e.parts[:e.own]
	last := s.names.entry(own[len(own)-1])
	last.in.ends = append(last.in.ends, n)
	for _, w := range own {
		part := s.names.entry(w)
		part.in.holds = append(part.in.holds, n)
	}
	if f := s.names.entry(e.frame); len(s.names.entry(f.in.longest).words) < len(e.words) {
		f.in.longest = n
	}
}

// person returns the person that mention i names.
func (s *story) person(i int, m *mention) int {
	f := s.names.entry(m.name).form(m.title)
	if f.person > 0 {
		return int(f.person) - 1
	}
	if full := s.fullest(m); full > 0 {
		e := s.names.entry(full)
		i = int(e.in.first)
		whole := e.form(0)
		if whole.person > 0 {
			f.person = whole.person
			return int(f.person) - 1
		}
		whole.person = 1 + int32(len(s.persons))
	}
	named := s.mentions[i]
	s.persons = append(s.persons, person{name: named.Span, thing: s.isThing(named)})
	f.person = int32(len(s.persons))
	return int(f.person) - 1
}

// fullest returns the full name that a mention's stands for, or 0.
func (s *story) fullest(m *mention) int32 {
	e := s.names.entry(m.name)
	if len(e.parts) > 1 {
		return s.plain(s.names.entry(e.frame).in.longest)
	}
	sex := e.sex(m.title)
	if full := s.most(e.in.ends, sex, 1); full > 0 && !s.rare(full, e.in.holds) {
		return full
	}
	return s.most(e.in.holds, sex, 2)
}

// rare reports whether a full name is outnumbered by another that holds its last word: it came of two names that
// happen to stand side by side.
func (s *story) rare(full int32, others []int32) bool {
	const times = 4
	for _, n := range others {
		if s.names.entry(n).in.count > times*s.names.entry(full).in.count {
			return true
		}
	}
	return false
}

// plain returns a full name without a first word that is none of the name: the "veteran" of "Veteran Anna Berg" is not
// there where she is named again.
func (s *story) plain(full int32) int32 {
	e := s.names.entry(full)
	_, rest, _ := strings.Cut(e.words, " ")
	if n := s.names.named(rest); n > 0 {
		if count := s.names.entry(n).in.count; count > 0 && count >= e.in.count {
			return n
		}
	}
	return full
}

// most returns the full name that is mentioned most among those that the sex does not forbid, so many times as often as
// the next; of several the first. It is 0 where there is none.
func (s *story) most(names []int32, sex traits, times int32) (best int32) {
	first, second := int32(0), int32(0)
	for _, n := range names {
		e := s.names.entry(n)
		switch count := e.in.count; {
		case sex&e.in.sex == 0 && sex != 0 && e.in.sex != 0:
		case times > 1 && e.thing:
		case count > first:
			best, first, second = n, count, first
		case count > second:
			second = count
		}
	}
	if first < times*second {
		return 0
	}
	return best
}

// sex returns what is known of a name behind titles: they tell it, else the given name, else the pronouns that follow.
func (e *entry) sex(titles traits) traits {
	if sex := titles & sexes; sex == male || sex == female {
		return sex
	}
	if e.given != 0 {
		return e.given
	}
	return e.form(titles).votes.winner()
}
