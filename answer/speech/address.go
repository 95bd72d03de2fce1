package speech

import "strings"

const longestAddress = 40 // bytes

// addressed returns the person that quotation i calls by name at its beginning or its end, or 0: Anna, come
// here. Is that so, Mr. Berg?
func (s *story) addressed(i int) int {
	said := s.quotes[i].said.Of(s.t)
	if end := strings.IndexAny(said, ",!?"); end > 0 && end < longestAddress {
		if p := s.calls(said[:end]); p > 0 {
			return p
		}
	}
	said = strings.TrimRight(said, ".!?,")
	if start := strings.LastIndexByte(said, ','); start >= 0 && len(said)-start < longestAddress {
		return s.calls(said[start+1:])
	}
	return 0
}

// calls returns the person that a name stands for, or 0.
func (s *story) calls(name string) int {
	in := scanner{vocabulary: s.vocabulary, t: name, before: stop}
	in.words(0, len(name))
	tokens := in.tokens
	titles := traits(0)
	for len(tokens) > 0 && tokens[0].traits&(title|closed) != 0 {
		titles |= tokens[0].traits
		tokens = tokens[1:]
	}
	if len(tokens) == 0 || tokens[0].kind != capital {
		return 0
	}
	n := s.names.named(strings.ToLower(name[tokens[0].Start:]))
	if n == 0 {
		return 0
	}
	return int(s.names.entry(n).form(titles).person)
}
