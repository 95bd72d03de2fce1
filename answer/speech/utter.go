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

// utterances applies the rules to every quotation.
func (s *story) utterances() []Utterance {
	out, _ := s.decide()
	return out
}

func (s *story) decide() ([]Utterance, []source) {
	sources := s.beside()
	speakers := make([]speaker, len(s.quotes))
	var out []Utterance
	for i, q := range s.quotes {
		if sources[i].noun.known() {
			speakers[i] = s.resolve(sources[i].noun, i, speakers[:i])
		} else if j := s.lender(i, sources); j >= 0 {
			speakers[i] = speakers[j]
		} else if j := s.nextInParagraph(i, sources); j >= 0 {
			speakers[i] = s.resolve(sources[j].noun, i, speakers[:i])
		}
		if !s.spoken(i, sources[i]) {
			continue
		}
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

// lender returns an earlier quotation with the same speaker, or -1.
func (s *story) lender(i int, sources []source) int {
	if i == 0 {
		return -1
	}
	last := s.quotes[i-1]
	q := s.quotes[i]
	switch {
	case last.open && last.paragraph == q.paragraph-1 && s.at[i].at == 0:
		sources[i].by = "handed on"
		return i - 1
	case last.paragraph == q.paragraph:
		sources[i].by = "same paragraph"
		return i - 1
	case last.paragraph == q.paragraph-1 && s.at[i].at == 0 && len(s.at[i].tokens) == 1:
		sources[i].by = "previous paragraph"
		return i - 1
	}
	return -1
}

func (s *story) nextInParagraph(i int, sources []source) int {
	for j := i + 1; j < len(s.quotes) && s.quotes[j].paragraph == s.quotes[i].paragraph; j++ {
		if sources[j].noun.known() {
			sources[i].by = "next in paragraph"
			return j
		}
	}
	return -1
}

// spoken reports whether a quotation is somebody's words and not a title or a word held at arm's length.
func (s *story) spoken(i int, src source) bool {
	return src.certain || len(strings.Fields(s.quotes[i].said.Of(s.t))) >= 5
}

// resolve finds the fullest name for a noun.
func (s *story) resolve(n noun, i int, before []speaker) speaker {
	switch {
	case n.mention > 0:
		p := s.mentions[n.mention-1].person
		return speaker{s.persons[p].name, p + 1}
	case n.pronoun&(heWord|sheWord|itWord) != 0:
		for j := i - 1; j >= 0; j-- {
			if before[j].person > 0 {
				return before[j]
			}
		}
		return speaker{}
	case n.pronoun != 0:
		return speaker{}
	}
	return speaker{name: n.Span}
}
