package index

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// Vocabulary is one of the lists of words that misspelt ones are corrected by.
type Vocabulary byte

// The vocabularies.
const (
	Words Vocabulary = iota // as they are written, in lower case
	Stems                   // terms that are no words
	vocabularies
)

// Use is how often a word stands in the articles.
type Use struct {
	Count int
	Names int // as often is it written as a name
}

// A record of spellings is the letters of a word 4 | its address in the dictionary 4. They are
// in the order of their vocabularies and lengths.
const spellingSize = 8

// longest is the length in letters that the words count as which are longer.
const longest = 63

// lengthsSize is the size of the list of where the words of each length begin.
const lengthsSize = (int(vocabularies)*(longest+1) + 1) * addressSize

// encodeSpellings writes the words that misspelt ones are corrected by.
func (e *encoded) encodeSpellings(all []*dictionaryEntry, b *builder) {
	type spelling struct {
		*dictionaryEntry
		group int
	}
	var sorted []spelling
	for _, n := range all {
		of := Words
		if n.count == 0 {
			of = Stems
		}
		if n.count > 0 || n.articles > 0 && !b.isMark(n) {
			sorted = append(sorted, spelling{n, groupOf(of, utf8.RuneCount(n.text))})
		}
	}
	slices.SortFunc(sorted, func(x, y spelling) int {
		return cmp.Or(cmp.Compare(x.group, y.group), cmp.Compare(x.at, y.at))
	})
	e.lengths = make([]uint32, lengthsSize/addressSize)
	for i, s := range sorted {
		e.lengths[s.group+1] = uint32(i + 1)
		record := binary.LittleEndian.AppendUint32(nil, lettersOf(string(s.text)))
		e.columns[spellingColumn].put(binary.LittleEndian.AppendUint32(record, uint32(s.at)))
	}
	for i := 1; i < len(e.lengths); i++ {
		e.lengths[i] = max(e.lengths[i], e.lengths[i-1])
	}
}

func groupOf(of Vocabulary, length int) int { return int(of)*(longest+1) + min(length, longest) }

// isMark reports whether an entry is no word.
func (b *builder) isMark(n *dictionaryEntry) bool {
	return n.form >= 0 && b.kinds[n.form].flags&mark != 0
}

// lettersOf returns a set of the letters of a word: the letters of an alphabet follow
// each other, so that few share a bit.
func lettersOf(word string) (set uint32) {
	for _, r := range word {
		set |= 1 << (r % 32)
	}
	return set
}

// Near visits the words of a vocabulary that may be made of a word by putting in, leaving
// out, replacing or swapping up to reach letters: all that can be, and few others. A word
// comes once for each segment that has it, and is only valid during the visit. Words of
// articles that were removed not long ago are among them.
func (x *Index) Near(of Vocabulary, typed string, reach int, visit func(word []byte, use Use)) (err error) {
	defer Caught(&err)
	length, letters := utf8.RuneCountInString(typed), lettersOf(typed)
	for i := range x.segments {
		s := &x.segments[i]
		from := s.firstOf(groupOf(of, max(1, length-reach)))
		to := s.firstOf(groupOf(of, length+reach) + 1)
		x.scratch.near(s, from, to, letters, reach, func(w word) { visit(w.text, w.use(of)) })
	}
	return nil
}

// firstOf returns where the words of a group begin.
func (s *segment) firstOf(group int) int {
	return int(binary.LittleEndian.Uint32(s.lengths[group*addressSize:]))
}

// askedWords is how many words are asked of memory at once.
const askedWords = 32

// near visits the words of a segment from one up to another of which at most reach letters are
// not among some, and that lack at most as many of these.
func (r *scratch) near(s *segment, from, to int, letters uint32, reach int, visit func(word)) {
	var found [askedWords]address
	n := 0
	for from < to {
		at := from * spellingSize
		part := s.part(spellingColumn, at>>partBits)[at&(partSize-1):]
		part = part[:min(len(part), (to-from)*spellingSize)]
		from += len(part) / spellingSize
		for ; len(part) >= spellingSize; part = part[spellingSize:] {
			has := binary.LittleEndian.Uint32(part)
			if differ := has ^ letters; bits.OnesCount32(differ&has) > reach || bits.OnesCount32(differ&letters) > reach {
				continue
			}
			found[n] = address(binary.LittleEndian.Uint32(part[4:]))
			if n++; n == len(found) {
				r.visitWords(s, found[:], visit)
				n = 0
			}
		}
	}
	r.visitWords(s, found[:n], visit)
}

// visitWords visits the words at some addresses.
func (r *scratch) visitWords(s *segment, all []address, visit func(word)) {
	for _, a := range all {
		r.asked += s.at(wordColumn, a)[0]
	}
	for _, a := range all {
		visit(wordAt(s.at(wordColumn, a)))
	}
}

// use returns how often a word stands in the articles, as one of a vocabulary.
func (w *word) use(of Vocabulary) Use {
	if of == Stems {
		return Use{Count: w.sentences}
	}
	return Use{w.count, w.names}
}

// UseOf returns how often a word stands in the articles, those removed not long ago among them.
func (x *Index) UseOf(text string) (all Use, err error) {
	defer Caught(&err)
	for _, w := range x.lookup(text) {
		all.Count, all.Names = all.Count+w.count, all.Names+w.names
	}
	return all, nil
}
