package index

import (
	"bytes"
	"math/bits"

	"verbatim/store"
)

const (
	mergeFactor = 8       // this many segments of a tier become one of the next
	tierBase    = 1 << 10 // sentences that the lowest tier holds at most
	mergeLimit  = 1 << 19 // sentences; a segment above this is left as it is
)

// tier groups segments by size: 0 below tierBase sentences, then one more for each mergeFactor.
func (s *segment) tier() int {
	return (bits.Len(uint(s.sentenceCount()/tierBase)) + 2) / 3 // mergeFactor is 2^3
}

// mergeDue merges the segments of every tier that is full, so that a search visits fewer
// than mergeFactor segments a tier. A sentence is written again for each tier it climbs,
// and while its segment is in the lowest, where merging is cheap, more often.
func mergeDue(tx *store.Tx) error {
	for {
		all, err := segments(tx)
		if err != nil {
			return err
		}
		due := fullTier(all)
		if due == nil {
			return nil
		}
		if err := merge(tx, due); err != nil {
			return err
		}
	}
}

func fullTier(all []*segment) []*segment {
	tiers := map[int][]*segment{}
	for _, s := range all {
		if s.sentenceCount() >= mergeLimit {
			continue
		}
		t := s.tier()
		if tiers[t] = append(tiers[t], s); len(tiers[t]) == mergeFactor {
			return tiers[t]
		}
	}
	return nil
}

// merge writes what is live in the sources as one segment and deletes them.
func merge(tx *store.Tx, sources []*segment) error {
	w := segmentWriter{tx: tx, number: nextSegment(tx)}
	cursors := make([]*cursor, len(sources))
	for i, s := range sources {
		cursors[i] = &cursor{segment: s, moved: w.takeOver(s)}
	}
	if err := w.mergeTerms(cursors); err != nil {
		return err
	}
	if w.articleCount() > 0 {
		if err := mergeWords(tx, sources, w.number); err != nil {
			return err
		}
	}
	for _, s := range sources {
		if err := s.delete(); err != nil {
			return err
		}
	}
	if w.articleCount() == 0 {
		return nil
	}
	return w.close()
}

// takeOver adds the live articles of s and returns where each of its sentences went, -1 for the dead.
func (w *segmentWriter) takeOver(s *segment) (moved []int) {
	for ordinal := range s.articleCount() {
		number, first := s.article(ordinal)
		dead := s.isDead(ordinal)
		if !dead {
			w.addArticle(number)
		}
		for i := first; i < s.end(ordinal); i++ {
			if dead {
				moved = append(moved, -1)
				continue
			}
			moved = append(moved, w.sentenceCount())
			w.addSentence(s.sentence(i))
		}
	}
	return moved
}

// mergeTerms writes the entries of all cursors in the order of their terms.
func (w *segmentWriter) mergeTerms(cursors []*cursor) error {
	for _, c := range cursors {
		if err := c.next(); err != nil {
			return err
		}
	}
	for {
		least := leastTerm(cursors)
		if least == nil {
			return nil
		}
		if e := mergeEntry(least, cursors); e.count > 0 {
			w.add(e)
		}
		for _, c := range cursors {
			if bytes.Equal(c.entry.term, least) {
				if err := c.next(); err != nil {
					return err
				}
			}
		}
	}
}

func leastTerm(cursors []*cursor) (least []byte) {
	for _, c := range cursors {
		if !c.done && (least == nil || bytes.Compare(c.entry.term, least) < 0) {
			least = c.entry.term
		}
	}
	return least
}

// mergeEntry joins the entries that the cursors have for a term.
func mergeEntry(term []byte, cursors []*cursor) entry {
	merged := entry{term: term}
	w := newPostingsWriter()
	for _, c := range cursors {
		if c.done || !bytes.Equal(c.entry.term, term) {
			continue
		}
		for p := c.entry.postings(); p.next(); {
			if to := c.moved[p.sentence]; to >= 0 {
				w.add(to, p.tf)
			}
		}
	}
	merged.count, merged.list = w.count, w.list
	return merged
}

// cursor walks the entries of a segment.
type cursor struct {
	*segment
	moved []int
	at    int    // the block after the one at hand
	rest  []byte // of the block at hand
	entry entry
	done  bool
}

func (c *cursor) next() (err error) {
	if len(c.rest) == 0 {
		if c.at == c.blockCount() {
			c.done = true
			c.entry = entry{}
			return nil
		}
		if c.rest, err = c.block(c.at); err != nil {
			return err
		}
		c.at++
	}
	c.entry, c.rest = nextEntry(c.rest)
	return nil
}
