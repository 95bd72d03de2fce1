package index

import "encoding/binary"

// An entry of a block is a term with its postings:
//
//	length of the term, uvarint | the term
//	sentences that hold it, uvarint | length of the list, uvarint | the list
//
// and the list, for each sentence in order:
//
//	distance from the one before × 2, + 1 where it holds the term more than once, uvarint
//	how often, uvarint, only then
type entry struct {
	term  []byte
	count int
	list  []byte
}

// nextEntry reads the entry at the front of a block and returns what is behind it.
func nextEntry(block []byte) (e entry, rest []byte) {
	n, rest := number(block)
	e.term, rest = rest[:n], rest[n:]
	e.count, rest = number(rest)
	n, rest = number(rest)
	e.list, rest = rest[:n], rest[n:]
	return e, rest
}

func (e entry) append(block []byte) []byte {
	block = binary.AppendUvarint(block, uint64(len(e.term)))
	block = append(block, e.term...)
	block = binary.AppendUvarint(block, uint64(e.count))
	block = binary.AppendUvarint(block, uint64(len(e.list)))
	return append(block, e.list...)
}

func (e entry) postings() postings { return postings{count: e.count, rest: e.list, sentence: -1} }

// postings walks the sentences that hold a term.
type postings struct {
	count    int // sentences in all
	rest     []byte
	sentence int // where the walk stands; -1 before the first next
	tf       int // how often the term stands there
}

// next goes to the next sentence, and is false behind the last.
func (p *postings) next() bool {
	if len(p.rest) == 0 {
		return false
	}
	var v int
	v, p.rest = number(p.rest)
	p.sentence += v >> 1
	p.tf = 1
	if v&1 != 0 {
		p.tf, p.rest = number(p.rest)
	}
	return true
}

// postingsWriter makes a list. Sentences must ascend.
type postingsWriter struct {
	count, last int
	list        []byte
}

func newPostingsWriter() postingsWriter { return postingsWriter{last: -1} }

func (w *postingsWriter) add(sentence, tf int) {
	v := uint64(sentence-w.last) << 1
	if tf > 1 {
		v |= 1
	}
	w.list = binary.AppendUvarint(w.list, v)
	if tf > 1 {
		w.list = binary.AppendUvarint(w.list, uint64(tf))
	}
	w.count++
	w.last = sentence
}

func number(b []byte) (n int, rest []byte) {
	v, size := binary.Uvarint(b)
	return int(v), b[size:]
}
