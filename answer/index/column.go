package index

import (
	"encoding/binary"
	"fmt"

	"verbatim/store"
)

// column is one of the arrays that a segment is made of.
type column uint8

const (
	articleColumn  column = iota // one record for each article: articleSize
	sentenceColumn               // for each sentence its length in words, the top bit set where a paragraph opens: sentenceSize
	typeColumn                   // for each type of word: typeSize
	bucketColumn                 // for each bucket of the dictionary the address of its words: addressSize
	wordColumn                   // the dictionary: words, bucket by bucket
	listColumn                   // posting lists
	forwardColumn                // the words of each article
	lengthColumn                 // for each article how many words it has, about: lengthSize
	spellingColumn               // the words again, by their lengths: spellingSize
	columns
)

// partSize is where a part of a column ends: what is written in one step, and read and
// checked at once. No record lies in two parts, so that it can be read in place; one that is
// longer than a part has one of its own.
const (
	partBits = 20
	partSize = 1 << partBits
)

// An address is where a record of a column begins: the part, and the byte in it.
type address uint32

const addressSize = 4

// columnWriter collects the parts of a column.
type columnWriter struct{ parts [][]byte }

// put adds a record and returns its address.
func (w *columnWriter) put(record []byte) address {
	n := len(w.parts)
	if n == 0 || len(w.parts[n-1])+len(record) > partSize && len(w.parts[n-1]) > 0 {
		w.parts = append(w.parts, nil)
		n++
	}
	last := &w.parts[n-1]
	at := address((n-1)<<partBits | len(*last))
	*last = append(*last, record...)
	return at
}

// size returns how many bytes the column has.
func (w *columnWriter) size() (n int) {
	for _, p := range w.parts {
		n += len(p)
	}
	return n
}

// partKeyOf is the key of a part of a column.
func partKeyOf(segment uint64, c column, part int) []byte {
	return appendPartKey(nil, segment, c, part)
}

func appendPartKey(to []byte, segment uint64, c column, part int) []byte {
	return binary.BigEndian.AppendUint32(append(appendSegmentKey(to, partKey, segment), byte(c)), uint32(part))
}

// part returns a part of a column, in place. It is fetched once for each transaction, and its
// checksum is looked at once for each process.
func (s *segment) part(c column, i int) []byte {
	if i >= len(s.parts[c]) {
		panic(Damage{s.number})
	}
	if p := s.parts[c][i]; p != nil {
		return p
	}
	s.key = appendPartKey(s.key[:0], s.number, c, i)
	sealed := s.tx.Get(s.key)
	p, err := s.known.unseal(c, i, sealed)
	if err != nil {
		panic(Damage{s.number})
	}
	s.parts[c][i] = p
	return p
}

// at returns what lies at an address of a column and behind it.
func (s *segment) at(c column, a address) []byte {
	return s.part(c, int(a>>partBits))[a&(partSize-1):]
}

// element returns the i-th of records that all have a size, which divides partSize.
func (s *segment) element(c column, i, size int) []byte {
	at := i * size
	return s.part(c, at>>partBits)[at&(partSize-1):][:size]
}

// Damage is that a segment is not what was written. It is panicked with, and made an error of by
// Caught: reading a segment is one line of code in many places.
type Damage struct{ Segment uint64 }

func (d Damage) Error() string {
	return fmt.Sprintf("part %d of the index: %v", d.Segment, store.ErrCorrupt)
}

// Unwrap returns store.ErrCorrupt.
func (d Damage) Unwrap() error { return store.ErrCorrupt }

// Caught, deferred, makes an error of a panic with Damage.
func Caught(err *error) {
	switch p := recover().(type) {
	case nil:
	case Damage:
		*err = p
	default:
		panic(p)
	}
}
