package index

import (
	"encoding/binary"
	"slices"

	"verbatim/store"
)

// segment is an open segment. Its slices lie in the database's pages, so it must
// not outlive the transaction that opened it.
type segment struct {
	tx     *store.Tx
	number uint32
	head
	dead []uint32 // ordinals of articles, ascending
}

// segments opens all segments, oldest first.
func segments(tx *store.Tx) ([]*segment, error) {
	var all []*segment
	for key, value := range tx.Scan([]byte(headKey)) {
		body, err := store.Unseal(value)
		if err != nil {
			return nil, err
		}
		s := &segment{tx: tx, number: binary.BigEndian.Uint32(key[len(headKey):]), head: openHead(body)}
		if s.dead, err = decodeDead(tx.Get(segmentKey(deadKey, s.number))); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// nextSegment returns a segment number that is higher than those in use.
func nextSegment(tx *store.Tx) uint32 {
	next := uint32(1)
	for key := range tx.Scan([]byte(headKey)) {
		next = binary.BigEndian.Uint32(key[len(headKey):]) + 1
	}
	return next
}

// ordinalsOf returns the ordinals, ascending, of the articles with one of some numbers.
// Merges mix the numbers, so that they are in no order.
func (s *segment) ordinalsOf(numbers map[uint64]bool) (ordinals []uint32) {
	for i := range s.articleCount() {
		if n, _ := s.article(i); numbers[n] {
			ordinals = append(ordinals, uint32(i))
		}
	}
	return ordinals
}

// lookup returns the postings of a term, empty where the segment does not have it.
func (s *segment) lookup(term string) (postings, error) {
	i := s.blockOf(term)
	if i < 0 {
		return postings{}, nil
	}
	block, err := s.block(i)
	for err == nil && len(block) > 0 {
		var e entry
		if e, block = nextEntry(block); string(e.term) == term {
			return e.postings(), nil
		}
	}
	return postings{}, err
}

// block returns the entries of the block at i.
func (s *segment) block(i int) ([]byte, error) {
	return store.Unseal(s.tx.Get(segmentKey(blockKey, s.number, i)))
}

// bury marks the articles at some ordinals dead, and writes the segment anew once most of it is.
func (s *segment) bury(ordinals []uint32) error {
	before := len(s.dead)
	s.dead = slices.Concat(s.dead, ordinals)
	slices.Sort(s.dead)
	s.dead = slices.Compact(s.dead)
	switch {
	case len(s.dead) == before:
		return nil
	case len(s.dead)*2 > s.articleCount():
		return merge(s.tx, []*segment{s})
	}
	return s.tx.Put(segmentKey(deadKey, s.number), encodeDead(s.dead))
}

func (s *segment) isDead(ordinal int) bool {
	_, dead := slices.BinarySearch(s.dead, uint32(ordinal))
	return dead
}

// delete removes the segment from the database.
func (s *segment) delete() error {
	for i := range s.blockCount() {
		if err := s.tx.Delete(segmentKey(blockKey, s.number, i)); err != nil {
			return err
		}
	}
	for key := range s.tx.Scan(segmentKey(wordsKey, s.number)) {
		if err := s.tx.Delete(key); err != nil {
			return err
		}
	}
	if err := s.tx.Delete(segmentKey(deadKey, s.number)); err != nil {
		return err
	}
	return s.tx.Delete(segmentKey(headKey, s.number))
}

func encodeDead(dead []uint32) []byte {
	var value []byte
	for _, ordinal := range dead {
		value = binary.BigEndian.AppendUint32(value, ordinal)
	}
	return store.Seal(value)
}

// decodeDead is the inverse of encodeDead; no value stands for none dead.
func decodeDead(sealed []byte) (dead []uint32, err error) {
	if sealed == nil {
		return nil, nil
	}
	value, err := store.Unseal(sealed)
	for ; len(value) >= 4; value = value[4:] {
		dead = append(dead, binary.BigEndian.Uint32(value))
	}
	return dead, err
}
