package index

import (
	"encoding/binary"
	"errors"
	"slices"

	"verbatim/store"
)

// Remove takes articles out. One that the index does not hold is no error. In a segment that is
// damaged, but for a flipped bit, they stay until the index is made again.
func Remove(tx *store.Tx, numbers ...uint64) error {
	if len(numbers) == 0 {
		return nil
	}
	x := open(tx, new(Cache)) // which puts flipped bits right
	defer x.Close()
	for i := range x.segments {
		if err := x.segments[i].bury(tx, numbers); err != nil && !errors.As(err, new(Damage)) {
			return err
		}
	}
	return nil
}

// bury marks articles dead, and removes the segment once all of them are.
func (s *segment) bury(tx *store.Tx, numbers []uint64) (err error) {
	defer Caught(&err)
	dead := slices.Clone(s.dead)
	for _, n := range numbers {
		if ordinal, ok := s.ordinal(n); ok {
			dead = append(dead, uint32(ordinal))
		}
	}
	slices.Sort(dead)
	dead = slices.Compact(dead)
	switch len(dead) {
	case len(s.dead):
		return nil
	case s.articles:
		return s.delete(tx)
	}
	return tx.Put(segmentKey(deadKey, s.number), encodeDead(dead))
}

func encodeDead(dead []uint32) []byte {
	var value []byte
	for _, ordinal := range dead {
		value = binary.BigEndian.AppendUint32(value, ordinal)
	}
	return store.Seal(value)
}

// readDead fills dead and gone; no value stands for none dead.
func (s *segment) readDead() (err error) {
	defer Caught(&err)
	s.dead, s.gone = s.dead[:0], Size{}
	s.key = appendSegmentKey(s.key[:0], deadKey, s.number)
	sealed := s.tx.Get(s.key)
	if sealed == nil {
		return nil
	}
	value, err := store.Unseal(sealed)
	if err != nil {
		return err
	}
	for ; len(value) >= 4; value = value[4:] {
		s.dead = append(s.dead, binary.BigEndian.Uint32(value))
	}
	for _, ordinal := range s.dead {
		if int(ordinal) >= s.articles {
			return Damage{s.number} // they are another segment's
		}
		from, to, length := s.extent(int(ordinal))
		s.gone.Articles++
		s.gone.Words += length
		s.gone.Sentences += to - from
		for i := from; i < to; i++ {
			if _, opens := s.sentence(i); opens {
				s.gone.Paragraphs++
			}
		}
	}
	return nil
}

func (s *segment) isDead(ordinal int) bool {
	if len(s.dead) == 0 {
		return false
	}
	_, dead := slices.BinarySearch(s.dead, uint32(ordinal))
	return dead
}
