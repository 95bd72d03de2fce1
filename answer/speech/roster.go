package speech

import (
	"slices"
	"strings"
)

// fullName is a name of two or more words.
type fullName struct {
	first int // its first mention
	count int
	sex   traits
}

// key tells Mr Berg from Mrs Berg.
type key struct {
	words string
	sex   traits
}

func (m mention) key() key { return key{m.words, m.title & sexes} }

// roster finds the persons behind the mentions of an article.
type roster struct {
	s     *story
	full  map[string]*fullName
	ends  map[string][]string // the full names that end in a word
	holds map[string][]string // the full names that have it
	frame map[string]string   // the longest full name between a first and a last word
	votes map[key]vote
	ids   map[key]int
}

// note counts the full name of mention i.
func (r *roster) note(i int, m mention) {
	words := strings.Fields(m.words)
	if len(words) < 2 {
		return
	}
	f := r.full[m.words]
	if f == nil {
		f = &fullName{first: i}
		r.full[m.words] = f
		own := words
		if of := slices.Index(words, "of"); of > 0 {
			own = words[:of] // Oslo is not short for the University of Oslo
		}
		r.ends[own[len(own)-1]] = append(r.ends[own[len(own)-1]], m.words)
		for _, w := range own {
			r.holds[w] = append(r.holds[w], m.words)
		}
		if f := frame(words); len(r.frame[f]) < len(m.words) {
			r.frame[f] = m.words
		}
	}
	f.count++
	if f.sex == 0 {
		f.sex = r.sex(m.key())
	}
}

// person returns the person that mention i names.
func (r *roster) person(i int, m mention) int {
	k := m.key()
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
		r.s.persons = append(r.s.persons, person{
			name: r.s.mentions[i].Span, thing: r.s.isThing(r.s.mentions[i]),
		})
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
	sex := r.sex(k)
	if full := r.most(r.ends[last], sex, 1); full != "" && !r.rare(full, r.holds[last]) {
		return full
	}
	return r.most(r.holds[last], sex, 2)
}

// rare reports whether a full name is outnumbered by another that holds its last word: it came of two names that
// happen to stand side by side.
func (r *roster) rare(full string, others []string) bool {
	const times = 4
	for _, n := range others {
		if r.full[n].count > times*r.full[full].count {
			return true
		}
	}
	return false
}

// plain returns a full name without a first word that is none of the name: the "veteran" of "Veteran Anna Berg" is not
// there where she is named again.
func (r *roster) plain(full string) string {
	_, rest, _ := strings.Cut(full, " ")
	if f := r.full[rest]; f != nil && f.count >= r.full[full].count {
		return rest
	}
	return full
}

func frame(words []string) string { return words[0] + " " + words[len(words)-1] }

// most returns the full name that is mentioned most among those that the sex does not forbid, so many times as often as
// the next; of several the first.
func (r *roster) most(names []string, sex traits, times int) string {
	best, first, second := "", 0, 0
	for _, n := range names {
		f := r.full[n]
		switch {
		case sex&f.sex == 0 && sex != 0 && f.sex != 0:
		case times > 1 && r.s.isThing(r.s.mentions[f.first]):
		case f.count > first:
			best, first, second = n, f.count, first
		case f.count > second:
			second = f.count
		}
	}
	if first < times*second {
		return ""
	}
	return best
}

// sex returns what is known of a name: its title tells it, else the given name, else the pronouns that follow it.
func (r *roster) sex(k key) traits {
	if k.sex == male || k.sex == female {
		return k.sex
	}
	first, _, _ := strings.Cut(k.words, " ")
	if given := r.s.lang.words[first] & sexes; given == male || given == female {
		return given
	}
	return r.votes[k].winner()
}
