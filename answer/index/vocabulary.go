package index

import (
	"bytes"
	"strings"
)

// Words visits the words of the vocabulary that begin with a prefix, as they are written.
// Each segment's come in order, with how often they stand there: a word may come more
// than once. The word is only valid during the visit.
func (x *Index) Words(prefix string, visit func(word []byte, count int)) error {
	for _, s := range x.segments {
		if err := s.visitWords(wordMark+prefix, visit); err != nil {
			return err
		}
	}
	return nil
}

func (s *segment) visitWords(marked string, visit func(word []byte, count int)) error {
	c := cursor{segment: s, at: max(0, s.blockOf(marked))}
	for {
		if err := c.next(); err != nil {
			return err
		}
		switch {
		case bytes.HasPrefix(c.entry.term, []byte(marked)):
			visit(c.entry.term[len(wordMark):], c.entry.count)
		case c.done || strings.Compare(string(c.entry.term), marked) > 0:
			return nil
		}
	}
}

// Holds reports whether an article that was not removed holds a term.
func (x *Index) Holds(term string) (held bool, err error) {
	err = x.Search([][]string{{term}}, func(*Hits) { held = true })
	return held, err
}
