// Package related knows which English words say what another says: purchase says buy, founder says establish.
//
// It is a table of the stems of about 17,000 words, made by the program in make from WordNet and from word vectors;
// LICENCES beside it holds their terms. The table is read where it lies in the program: there is nothing to load.
package related

import (
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
	if lang != text.English {
		return nil
	}
	id, ok := find(term)
	if !ok {
		return nil
	}
	place := &lists[id%len(lists)]
	if l := place.Load(); l != nil && l.id == id {
		return l.words
	}
	l := &list{id, wordsOf(id)}
	place.Store(l)
	return l.words
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
	id    int
	words []Word
}

// mostWords is how many words a term has at most. More would go on telling the right sentence from others, ever more
// weakly, and cost a question time.
const mostWords = 64

// lists keeps what was asked for, so that what is asked again costs no memory. A term that takes another's place costs
// one more reading. With all places taken by the longest lists it is 1.6 MB.
var lists [1024]atomic.Pointer[list]
