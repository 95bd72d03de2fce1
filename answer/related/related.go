// Package related knows which English words say what another says: purchase says buy, founder says establish.
//
// It is a table of the stems of about 17,000 words, made by the program in make from WordNet and from word vectors;
// LICENCES beside it holds their terms. The table is read where it lies in the program: there is nothing to load.
package related

import (
	"cmp"
	"slices"
	"sync/atomic"

	"verbatim/answer/text"
)

// Word is a word that may say what another says.
type Word struct {
	Term   string  // as text.Word has it
	Weight float32 // above 0 up to 1: how sure it is that the one says the other
}

// To returns the words related to a term of lang, the surest first: at most 64, none where the term is unknown
// or lang is not English. Opposites are never among them. The words are shared: callers only read them.
// It may be called from many goroutines.
func To(term string, lang text.Lang) []Word {
	return ListOf(term, lang).words
}

// List is the words related to one, ready to be searched. The zero List has none.
type List struct {
	Hashes []uint16 // of its terms, as text.Hash has them, in order
	places []uint8  // of these among the words
	words  []Word
}

// ListOf returns what To does, ready to be searched.
func ListOf(term string, lang text.Lang) List {
	if lang != text.English {
		return List{}
	}
	id, ok := find(term)
	if !ok {
		return List{}
	}
	place := &lists[id%len(lists)]
	if l := place.Load(); l != nil && l.id == id {
		return l.List
	}
	l := &list{id, newList(wordsOf(id))}
	place.Store(l)
	return l.List
}

func newList(words []Word) List {
	l := List{words: words}
	for i := range words {
		l.places = append(l.places, uint8(i))
	}
	hash := func(place uint8) uint16 { return text.Hash(words[place].Term) }
	slices.SortFunc(l.places, func(a, b uint8) int { return cmp.Compare(hash(a), hash(b)) })
	for _, place := range l.places {
		l.Hashes = append(l.Hashes, hash(place))
	}
	return l
}

// Weight returns how sure it is that a term, whose hash is given, says what the list is of; 0 where it does not.
func (l List) Weight(term string, hash uint16) float32 {
	i, _ := slices.BinarySearch(l.Hashes, hash)
	for ; i < len(l.Hashes) && l.Hashes[i] == hash; i++ {
		if w := l.words[l.places[i]]; w.Term == term {
			return w.Weight
		}
	}
	return 0
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

// list is what To returned for a term.
type list struct {
	id int
	List
}

// mostWords is how many words a term has at most. More would go on telling the right sentence from others, ever more
// weakly, and cost a question time.
const mostWords = 64

// lists keeps what was asked for, so that what is asked again costs no memory. A term that takes another's place costs
// one more reading. With all places taken by the longest lists it is 1.9 MB.
var lists [1024]atomic.Pointer[list]
