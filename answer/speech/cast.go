package speech

import (
	"strings"

	"verbatim/answer/text"
)

// person is somebody, or something, that the article names.
type person struct {
	name  text.Span // the fullest that the article gives
	role  text.Span
	sex   traits // mister or missus, as far as it is known
	thing bool   // an organisation
}

// fullName is a name of two or more words.
type fullName struct {
	first int // its first mention
	count int
	title traits
}

// key tells Mr Bennet from Mrs Bennet.
type key struct {
	words string
	sex   traits
}

// roster finds the persons behind the mentions of an article.
type roster struct {
	s     *story
	full  map[string]*fullName
	ends  map[string][]string // the full names that end in a word
	holds map[string][]string // the full names that have it
	frame map[string]string   // the longest full name between a first and a last word
	ids   map[key]int
}

// link gives every mention its person.
func (s *story) link() {
	r := roster{s: s, full: map[string]*fullName{}, ends: map[string][]string{}, holds: map[string][]string{}, frame: map[string]string{}, ids: map[key]int{}}
	for i, m := range s.mentions {
		r.note(i, m)
	}
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.time && r.fullest(key{words: m.words}) == "" {
			s.forget(*m)
			continue
		}
		m.person = r.person(i, *m)
		p := &s.persons[m.person]
		p.sex |= m.title & (mister | missus)
		if p.role.Len() < m.role.Len() && p.role.Empty() {
			p.role = m.role
		}
	}
}

// forget takes a mention that names nobody from its tokens.
func (s *story) forget(m mention) {
	for k := m.first; k < m.last; k++ {
		s.tokens[m.paragraph][k].mention = 0
	}
}

func (r *roster) note(i int, m mention) {
	words := strings.Fields(m.words)
	if len(words) < 2 {
		return
	}
	f := r.full[m.words]
	if f == nil {
		f = &fullName{first: i}
		r.full[m.words] = f
		r.ends[words[len(words)-1]] = append(r.ends[words[len(words)-1]], m.words)
		for _, w := range words {
			r.holds[w] = append(r.holds[w], m.words)
		}
		if f := frame(words); len(r.frame[f]) < len(m.words) {
			r.frame[f] = m.words
		}
	}
	f.count++
	f.title |= m.title
}

// person returns the person that mention i names.
func (r *roster) person(i int, m mention) int {
	k := key{m.words, m.title & (mister | missus)}
	if id, ok := r.ids[k]; ok {
		return id
	}
	id, ok := 0, false
	if full := r.fullest(k); full != "" {
		id, ok = r.ids[key{words: full}]
		i = r.full[full].first
		if !ok {
			r.ids[key{words: full}] = len(r.s.persons)
		}
	}
	if !ok {
		id = len(r.s.persons)
		r.s.persons = append(r.s.persons, person{name: r.s.mentions[i].Span, thing: r.s.isThing(r.s.mentions[i])})
	}
	r.ids[k] = id
	return id
}

// fullest returns the full name that a name stands for, or nothing.
func (r *roster) fullest(k key) string {
	words := strings.Fields(k.words)
	last := words[len(words)-1]
	if len(words) > 1 {
		return r.plain(r.frame[frame(words)])
	}
	if full := r.best(r.ends[last], func(full string) bool { return r.allows(full, k.sex) }); full != "" {
		return full
	}
	if holds := r.holds[last]; len(holds) == 1 && !r.s.isThing(r.s.mentions[r.full[holds[0]].first]) && r.allows(holds[0], k.sex) {
		return holds[0]
	}
	return ""
}

// plain returns a full name without a first word that is none of the name: the "billionaire" of "Billionaire Donald
// Trump" is not there where he is named again.
func (r *roster) plain(full string) string {
	_, rest, _ := strings.Cut(full, " ")
	if f := r.full[rest]; f != nil && f.count >= r.full[full].count {
		return rest
	}
	return full
}

func frame(words []string) string { return words[0] + " " + words[len(words)-1] }

// best returns the full name that is mentioned most; of several the first.
func (r *roster) best(names []string, fits func(string) bool) string {
	best := ""
	for _, n := range names {
		if fits(n) && (best == "" || r.full[n].count > r.full[best].count) {
			best = n
		}
	}
	return best
}

// allows reports whether a person of this full name can be a mister or missus.
func (r *roster) allows(full string, sex traits) bool {
	has := r.full[full].title & (mister | missus)
	return sex == 0 || has == 0 || has == sex
}

func (s *story) isThing(m mention) bool {
	for w := range strings.FieldsSeq(m.words) {
		if s.lang.words[w]&body != 0 {
			return true
		}
	}
	return false
}
