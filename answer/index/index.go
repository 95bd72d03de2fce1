// Package index finds the sentences that hold the words of a question, and keeps what is
// needed to judge them: it is an inverted index from terms to articles and the sentences in
// them, and a forward index from articles to their words.
//
// It is a set of immutable segments, read in place from the database's pages. Writing
// articles adds one segment; small ones are merged in the background, as merge.go says. An
// article that is removed is marked dead in its segment and leaves it at the next merge.
// Everything here can be made again from the articles.
//
// Its keys, with numbers big-endian so that they sort:
//
//	x/s <segment 8>                    the segment's head; a segment without one is not there
//	x/p <segment 8> <column 1> <part 4> a part of one of its columns
//	x/d <segment 8>                    the dead: ordinals of articles, 4 bytes each, ascending
//
// All are sealed: a flipped bit is an error, not a wrong answer. Numbers within values are
// little-endian.
package index

import (
	"encoding/binary"

	"verbatim/store"
)

// Article is an article as the index sees it.
type Article struct {
	Number    uint64   // never used twice in a library
	Tag       uint64   // the caller's, given back to whoever chooses articles
	Marks     []string // terms that the article has as a whole, and none of its sentences
	Layout    []byte   // the caller's, kept with the article's words
	Names     [][]Word // lists of words that sentences are found by although they do not hold them
	Sentences []Sentence

	packed *packed // the words of all these, once they are packed
}

// Sentence is a sentence as the index sees it. One that must not be found has no words.
type Sentence struct {
	Opens bool   // it is the first of its paragraph
	Mark  uint8  // the caller's
	Words []Word // in their order, stop words too
	By    []int  // the lists of names that it is found by
}

// Word is a word of a sentence.
type Word struct {
	Form  string // as it is written, but for capitals
	Term  string // what it is found by
	Flags Flags
	Mark  uint8 // the caller's, on how it stands in the sentence
}

// Flags are what is known of a word beside its form and term.
type Flags uint8

// The flags of a word.
const (
	Stop    Flags = 1 << iota // it is not found
	Joined                    // it is several words read as one, which follow it
	Capital                   // it is written with a capital
	mark                      // it is no word, but a term of a whole article

	// Derived from its form and term:
	Apart // its term does not begin with the same four letters as its form
	Digit // its form has a digit

	given = Stop | Joined | Capital | mark
)

const (
	headKey = "x/s"
	partKey = "x/p"
	deadKey = "x/d"
)

// Write adds articles that the index does not hold yet, as one segment: in the order of their
// numbers, and each with a sentence at least.
func Write(tx *store.Tx, articles []Article) error {
	if len(articles) == 0 {
		return nil
	}
	b := newBuilder()
	for i := range articles {
		b.add(&articles[i])
	}
	number, err := tx.Sequence()
	if err != nil {
		return err
	}
	return b.encode().write(tx, number)
}

// Clear removes the whole index, sound or not and of any version, so that it can be made again.
func Clear(tx *store.Tx) error { return deleteAll(tx, []byte("x/")) }

func deleteAll(tx *store.Tx, prefix []byte) error {
	for key := range tx.Scan(prefix) {
		if err := tx.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// segmentKey is the key of what is kept of a segment.
func segmentKey(of string, segment uint64) []byte { return appendSegmentKey(nil, of, segment) }

func appendSegmentKey(to []byte, of string, segment uint64) []byte {
	return binary.BigEndian.AppendUint64(append(to, of...), segment)
}

// keySegment is the segment in a key; 0, which none has, in one that is cut short.
func keySegment(key []byte) uint64 {
	if len(key) < len(headKey)+8 {
		return 0
	}
	return binary.BigEndian.Uint64(key[len(headKey):])
}

// Last returns the highest number that a segment has, whole or not.
func Last(tx *store.Tx) (last uint64) {
	for _, of := range []string{headKey, partKey} {
		key, _ := tx.Last([]byte(of))
		last = max(last, keySegment(key))
	}
	return last
}
