// Package index is an inverted index from terms to the sentences that hold them.
//
// It is a set of immutable segments. Writing articles adds one segment; when there
// are many of a size they are merged into one. An article that is removed is marked
// dead in its segment and leaves it at the next merge, at the latest when most of the
// segment is dead. Everything here can be made
// again from the articles.
//
// Its keys, with numbers big-endian so that they sort:
//
//	x/s <segment 4>            the segment's head: its articles, sentences and first terms
//	x/t <segment 4> <block 4>  a block of terms in order, each with its postings
//	x/w <segment 4> <vocabulary 4> <letters 4> <block 4>
//	                           a block of words of a length, to correct others by
//	x/d <segment 4>            the dead: ordinals of articles, 4 bytes each, ascending, sealed
//
// All are sealed: a flipped bit is an error, not a wrong answer.
package index

import (
	"encoding/binary"

	"verbatim/store"
)

// Article is an article as the index sees it: numbered, and cut into sentences.
type Article struct {
	Number    uint64 // never used twice in a library
	Sentences []Sentence
}

// Sentence is what can be found of one sentence. A sentence that must not be found has no terms.
type Sentence struct {
	Opens  bool     // it is the first of its paragraph
	Length int      // in words
	Terms  []string // as often as they occur, in any order
	Words  []string // the same as written, for the vocabulary
	Names  []string // those of the words that are written as names
}

const (
	headKey  = "x/s"
	blockKey = "x/t"
	wordsKey = "x/w"
	deadKey  = "x/d"
)

// Write adds articles that the index does not hold yet.
func Write(tx *store.Tx, articles []Article) error {
	b := newBuilder()
	for _, a := range articles {
		b.add(a)
	}
	if err := b.write(tx); err != nil {
		return err
	}
	return mergeDue(tx)
}

// Remove takes articles out. One that the index does not hold is no error.
func Remove(tx *store.Tx, numbers ...uint64) error {
	if len(numbers) == 0 {
		return nil
	}
	all, err := segments(tx)
	if err != nil {
		return err
	}
	gone := make(map[uint64]bool, len(numbers))
	for _, n := range numbers {
		gone[n] = true
	}
	for _, s := range all {
		if err := s.bury(s.ordinalsOf(gone)); err != nil {
			return err
		}
	}
	return nil
}

// Clear removes the whole index, sound or not, so that it can be made again.
func Clear(tx *store.Tx) error {
	for _, part := range []string{headKey, blockKey, wordsKey, deadKey} {
		for key := range tx.Scan([]byte(part)) {
			if err := tx.Delete(key); err != nil {
				return err
			}
		}
	}
	return nil
}

// segmentKey is the key of a part of a segment; block is given for blocks alone.
func segmentKey(part string, segment uint32, block ...int) []byte {
	key := binary.BigEndian.AppendUint32([]byte(part), segment)
	for _, b := range block {
		key = binary.BigEndian.AppendUint32(key, uint32(b))
	}
	return key
}
