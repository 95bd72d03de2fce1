package index

import (
	"encoding/binary"
	"slices"
	"sort"

	"verbatim/store"
)

// segment is an open segment. What it returns lies in the database's pages, so it must not
// outlive the transaction that opened it.
type segment struct {
	tx     *store.Tx
	number uint64
	head
	lengths []byte // where the words of a length begin in spellings
	parts   [columns][][]byte
	known   *checked
	dead    []uint32 // ordinals of articles, ascending
	gone    Size     // what these hold
	key     []byte   // the last that was asked for
}

// open opens the segment that a key names, reusing what it was before.
func (s *segment) open(tx *store.Tx, key, sealed []byte, c *Cache) error {
	s.number = keySegment(key)
	if len(key) != len(headKey)+8 || c.isSpoilt(s.number) {
		return Damage{s.number}
	}
	s.known = c.of(s.number)
	if err := s.openHead(tx, sealed); err != nil {
		return err
	}
	return s.readDead()
}

// openHead opens a segment but for which of its articles are dead.
func (s *segment) openHead(tx *store.Tx, sealed []byte) error {
	body, err := s.known.unsealHead(sealed)
	if err != nil {
		return err
	}
	s.tx = tx
	s.head, body = openHead(body)
	for c := range s.parts {
		n := int(binary.LittleEndian.Uint32(body[c*4:]))
		s.parts[c] = slices.Grow(s.parts[c][:0], n)[:n]
		clear(s.parts[c])
	}
	body = body[4*columns:]
	s.lengths, body = body[:lengthsSize], body[lengthsSize:]
	if len(body) > 0 {
		s.openInline(body)
	}
	return nil
}

func (s *segment) openInline(body []byte) {
	for c := range s.parts {
		for i := range s.parts[c] {
			n := binary.LittleEndian.Uint32(body)
			s.parts[c][i], body = body[4:4+n:4+n], body[4+n:]
		}
	}
}

// An article's record: number 8 | tag 8 | its first sentence 4 | words in it 4 | address in forward 4 | nothing 4
const (
	articleSize  = 32
	sentenceSize = 2

	opensBit  = 1 << 15
	maxLength = opensBit - 1
)

func (s *segment) articleNumber(ordinal int) uint64 {
	return binary.LittleEndian.Uint64(s.element(articleColumn, ordinal, articleSize))
}

func (s *segment) tag(ordinal int) uint64 {
	return binary.LittleEndian.Uint64(s.element(articleColumn, ordinal, articleSize)[8:])
}

// extent returns the sentences [from, to) of an article, and how many words it has.
func (s *segment) extent(ordinal int) (from, to, length int) {
	e := s.element(articleColumn, ordinal, articleSize)
	from, length = int(binary.LittleEndian.Uint32(e[16:])), int(binary.LittleEndian.Uint32(e[20:]))
	if ordinal+1 == s.articles {
		return from, s.sentences, length
	}
	return from, int(binary.LittleEndian.Uint32(s.element(articleColumn, ordinal+1, articleSize)[16:])), length
}

// lengthOf returns how many words an article has, about.
func (s *segment) lengthOf(ordinal int) uint16 {
	return binary.LittleEndian.Uint16(s.element(lengthColumn, ordinal, lengthSize))
}

// sentence returns a sentence's length in words and whether it opens a paragraph.
func (s *segment) sentence(i int) (length int, opens bool) {
	v := binary.LittleEndian.Uint16(s.element(sentenceColumn, i, sentenceSize))
	return int(v &^ opensBit), v&opensBit != 0
}

// inSentences returns the records of the sentences [from, to) as they lie there, and where none
// of them lies in another part than the first.
func (s *segment) inSentences(from, to int) (records []byte, whole bool) {
	at := from * sentenceSize
	p := s.part(sentenceColumn, at>>partBits)[at&(partSize-1):]
	n := (to - from) * sentenceSize
	return p[:min(n, len(p))], n <= len(p)
}

// ordinal returns where the article of a number stands; they ascend.
func (s *segment) ordinal(number uint64) (ordinal int, ok bool) {
	i := sort.Search(s.articles, func(i int) bool { return s.articleNumber(i) >= number })
	return i, i < s.articles && s.articleNumber(i) == number
}

// delete removes the segment from the database.
func (s *segment) delete(tx *store.Tx) error {
	if err := deleteAll(tx, segmentKey(partKey, s.number)); err != nil {
		return err
	}
	if err := tx.Delete(segmentKey(deadKey, s.number)); err != nil {
		return err
	}
	return tx.Delete(segmentKey(headKey, s.number))
}
