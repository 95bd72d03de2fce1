// Package related knows which English words say what another says: purchase says buy, founder says establish.
//
// It is a table of the stems of about 17,000 words, made by the program in make from WordNet and from word vectors;
// LICENCES beside it holds their terms. The table is read where it lies in the program: there is nothing to load.
package related

import "verbatim/answer/text"

// List is the words that may say what another says, the surest first: at most 64. It lies in the table.
type List struct{ written string }

// To returns the words related to a term of lang, none where the term is unknown
// or lang is not English. Opposites are never among them. It may be called from many goroutines.
func To(term string, lang text.Lang) (l List) {
	if lang != text.English {
		return List{}
	}
	if id, ok := find(term); ok {
		_, l.written = record(id)
	}
	return l
}

// Len returns how many words there are.
func (l List) Len() int { return len(l.written) / wordBytes }

// Hash returns the hash of the term of word i, as text.Hash has it: that is known without a look at the word.
func (l List) Hash(i int) uint16 { return finders().hashes[l.id(i)] }

// Word returns word i, and how sure it is that it says what the list is of: above 0 up to 1.
func (l List) Word(i int) (term string, weight float32) {
	term, _ = record(l.id(i))
	return term, float32(l.written[wordBytes*i+2]) / 255
}

func (l List) id(i int) int { return int(l.written[wordBytes*i]) | int(l.written[wordBytes*i+1])<<8 }

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
