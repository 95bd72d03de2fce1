package index

import (
	"encoding/binary"

	"verbatim/store"
)

// head is the part of a segment that every search reads:
//
//	articles 4 | sentences 4 | paragraphs 4 | types 4 | words in all sentences 8 | bits of a bucket's number 1 | nothing 1
//	columns × { how many parts 4 }
//	lengths × { where the words of a length begin in spellings 4 }, first those of Words, then those of Stems, and where they end
//	the columns themselves, one part each with its length 4 before it, in a segment so small that no part is kept beside it
type head struct {
	articles, sentences, paragraphs, types int
	words                                  int
	bits                                   uint // of the number of a bucket
}

const (
	headSize = 26
	// inlineSize is up to how many bytes in all the columns of a segment are kept in its head: one
	// key is written and read for an article that comes alone.
	inlineSize = 64 << 10
)

func (h *head) append(b []byte) []byte {
	for _, n := range []int{h.articles, h.sentences, h.paragraphs, h.types} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	b = binary.LittleEndian.AppendUint64(b, uint64(h.words))
	return append(b, byte(h.bits), 0)
}

func openHead(b []byte) (h head, rest []byte) {
	n := func(at int) int { return int(binary.LittleEndian.Uint32(b[at:])) }
	h = head{articles: n(0), sentences: n(4), paragraphs: n(8), types: n(12), words: int(binary.LittleEndian.Uint64(b[16:])), bits: uint(b[24])}
	return h, b[headSize:]
}

// encoded is a segment ready to be written.
type encoded struct {
	head
	columns [columns]columnWriter
	lengths []uint32
	next    struct { // what is written next
		column column
		part   int
	}
}

// write writes a segment whole.
func (e *encoded) write(tx *store.Tx, number uint64) error {
	for {
		if done, err := e.step(tx, number); done || err != nil {
			return err
		}
	}
}

// step writes the next part of a segment, and at last its head, from when on it is there.
func (e *encoded) step(tx *store.Tx, number uint64) (done bool, err error) {
	if e.size() <= inlineSize {
		return true, tx.Put(segmentKey(headKey, number), store.Seal(e.appendInline(e.headBytes())))
	}
	for e.next.column < columns && e.next.part == len(e.columns[e.next.column].parts) {
		e.next.column++
		e.next.part = 0
	}
	if e.next.column == columns {
		return true, tx.Put(segmentKey(headKey, number), store.Seal(e.headBytes()))
	}
	c, i := e.next.column, e.next.part
	e.next.part++
	return false, tx.Put(partKeyOf(number, c, i), store.Seal(e.columns[c].parts[i]))
}

func (e *encoded) size() (n int) {
	for i := range e.columns {
		n += e.columns[i].size()
	}
	return n
}

func (e *encoded) headBytes() []byte {
	b := e.append(nil)
	for i := range e.columns {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(e.columns[i].parts)))
	}
	for _, n := range e.lengths {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}

func (e *encoded) appendInline(b []byte) []byte {
	for i := range e.columns {
		for _, p := range e.columns[i].parts {
			b = binary.LittleEndian.AppendUint32(b, uint32(len(p)))
			b = append(b, p...)
		}
	}
	return b
}
