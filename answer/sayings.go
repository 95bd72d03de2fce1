package answer

import "verbatim/answer/related"

// sayings finds which terms of a query a word says in other words.
type sayings struct {
	lists []related.List // by term
	heads [1 << sayingBits]uint16
	all   []saying
}

// saying is that a word of a list says its term. Those whose hashes end in the same bits make a chain.
type saying struct {
	hash, next  uint16 // next is counted from 1
	term, place uint8
}

const sayingBits = 9

// open makes the sayings those of lists by term, and adds the hashes of the words to hints.
func (s *sayings) open(lists []related.List, words *hints) {
	s.lists, s.all = lists, s.all[:0]
	clear(s.heads[:])
	for term, list := range lists {
		for place := range list.Len() {
			hash := list.Hash(place)
			words.add(hash)
			head := &s.heads[hash%(1<<sayingBits)]
			s.all = append(s.all, saying{hash, *head, uint8(term), uint8(place)})
			*head = uint16(len(s.all))
		}
	}
}

// appendOf appends the terms that another says, whose hash is given too.
func (s *sayings) appendOf(all []relation, term string, hash uint16) []relation {
	for next := s.heads[hash%(1<<sayingBits)]; next != 0; {
		said := &s.all[next-1]
		if next = said.next; said.hash != hash {
			continue
		}
		if word, weight := s.lists[said.term].Word(int(said.place)); word == term {
			all = append(all, relation{int(said.term), weight})
		}
	}
	return all
}
