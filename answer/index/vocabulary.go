package index

import "strings"

// Words visits the words of the vocabulary as they are written, each segment's in
// order, with how often they stand there: a word may come more than once.
func (x *Index) Words(visit func(word string, count int)) error {
	for _, s := range x.segments {
		c := cursor{segment: s}
		for {
			if err := c.next(); err != nil {
				return err
			}
			word, ok := strings.CutPrefix(string(c.entry.term), wordMark)
			if !ok {
				break
			}
			visit(word, c.entry.count)
		}
	}
	return nil
}
