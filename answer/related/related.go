// Package related knows which English words say what another says: purchase says buy, founder says establish.
//
// It is a table of the stems of about 17,000 words, made by the program in make from WordNet and from word vectors;
// LICENCES beside it holds their terms. The table is read where it lies in the program: there is nothing to load.
package related

import (
	"sync/atomic"

	"verbatim/answer/text"
)

// List is the words that may say what another says, the surest first: at most 64. A nil List has none.
type List struct {
	id      int
	written string            // in the table
	hashes  [mostWords]uint16 // of the terms
}

// To returns the words related to a term of lang, nil where the term is unknown
// or lang is not English. Opposites are never among them. The list is shared: callers only read it.
// It may be called from many goroutines.
func To(term string, lang text.Lang) *List {
	if lang != text.English {
		return nil
	}
	id, ok := find(term)
	if !ok {
		return nil
	}
	place := &lists[id%len(lists)]
	if l := place.Load(); l != nil && l.id == id {
		return l
	}
	l := newList(id)
	place.Store(l)
	return l
}

func newList(id int) *List {
	l := &List{id: id}
	_, l.written = record(id)
	for i := range l.len() {
		term, _ := l.Word(i)
		l.hashes[i] = text.Hash(term)
	}
	return l
}

func (l *List) len() int { return len(l.written) / wordBytes }

// Hashes returns the hashes of the terms, as text.Hash has them.
func (l *List) Hashes() []uint16 {
	if l == nil {
		return nil
	}
	return l.hashes[:l.len()]
}

// Word returns the word at a place of the list, and how sure it is that it says what the list is of: above 0 up to 1.
func (l *List) Word(place int) (term string, weight float32) {
	w := l.written[wordBytes*place : wordBytes*(place+1)]
	term, _ = record(int(w[0]) | int(w[1])<<8)
	return term, float32(w[2]) / 255
}

// Opposite reports whether one of two terms of lang denies the other: increase and decrease. Which comes first does
// not matter.
func Opposite(a, b string, lang text.Lang) bool {
	if lang != text.English {
		return false
	}
	i, ok := find(a)
	if !ok {
		return false
	}
	j, ok := find(b)
	return ok && areOpposite(i, j)
}

// mostWords is how many words a term has at most. More would go on telling the right sentence from others, ever more
// weakly, and cost a question time.
const mostWords = 64

// lists keeps what was asked for, so that what is asked again costs no memory. A term that takes another's place costs
// one more reading. With all places taken it is .7 MB.
var lists [1 << 12]atomic.Pointer[List]
