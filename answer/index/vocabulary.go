package index

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
	"unicode/utf8"

	"verbatim/store"
)

// Vocabulary is one of the lists of words that misspelt ones are corrected by.
type Vocabulary byte

// The vocabularies.
const (
	Words Vocabulary = iota // as they are written, in lower case
	Stems                   // terms that are no words
)

// Use is how often a word stands in the articles.
type Use struct {
	Count int
	Names int // as often is it written as a name
}

// vocabulary is a vocabulary in the making.
type vocabulary map[string]Use

func (v vocabulary) add(word string, more Use) {
	use := v[word]
	v[word] = Use{use.Count + more.Count, use.Names + more.Names}
}

// wordsInBlock is how many words a block of a vocabulary has at most: all blocks of a
// length are read to correct a word, so that they may be longer than those of terms.
const wordsInBlock = 1 << 10

// write stores the words of a segment as blocks, each of words of one length, in order.
func (v vocabulary) write(tx *store.Tx, segment uint32, of Vocabulary) error {
	byLength := map[int][]string{}
	for word := range v {
		length := utf8.RuneCountInString(word)
		byLength[length] = append(byLength[length], word)
	}
	for _, length := range slices.Sorted(maps.Keys(byLength)) {
		n := 0
		for words := range slices.Chunk(slices.Sorted(slices.Values(byLength[length])), wordsInBlock) {
			if err := tx.Put(segmentKey(wordsKey, segment, int(of), length, n), store.Seal(v.encode(words))); err != nil {
				return err
			}
			n++
		}
	}
	return nil
}

// encode makes the block of some words:
//
//	how many 4
//	words × { its letters 4 }, to pass by those that are too far from another
//	words × { how often it stands in the segment 4 | as a name 4 | where it ends in the bytes that follow 4 }
//	the words, one behind the other
func (v vocabulary) encode(words []string) []byte {
	put := binary.LittleEndian.AppendUint32
	b := put(nil, uint32(len(words)))
	for _, word := range words {
		b = put(b, lettersOf(word))
	}
	end := 0
	for _, word := range words {
		end += len(word)
		b = put(put(put(b, uint32(v[word].Count)), uint32(v[word].Names)), uint32(end))
	}
	for _, word := range words {
		b = append(b, word...)
	}
	return b
}

// wordBlock is a block of a vocabulary as it lies on disk.
type wordBlock struct{ letters, uses, words []byte }

const (
	lettersSize = 4
	useSize     = 12
)

func openWords(sealed []byte) (wordBlock, error) {
	body, err := store.Unseal(sealed)
	if err != nil {
		return wordBlock{}, err
	}
	n := int(binary.LittleEndian.Uint32(body))
	body = body[4:]
	return wordBlock{body[:n*lettersSize], body[n*lettersSize : n*(lettersSize+useSize)], body[n*(lettersSize+useSize):]}, nil
}

// at returns the word at i, which is only valid during the transaction.
func (b wordBlock) at(i int) (word []byte, use Use) {
	at := b.uses[i*useSize:]
	start := uint32(0)
	if i > 0 {
		start = binary.LittleEndian.Uint32(b.uses[i*useSize-4:])
	}
	use = Use{int(binary.LittleEndian.Uint32(at)), int(binary.LittleEndian.Uint32(at[4:]))}
	return b.words[start:binary.LittleEndian.Uint32(at[8:])], use
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
// articles that were removed are among them.
func (x *Index) Near(of Vocabulary, word string, reach int, visit func(word []byte, use Use)) error {
	length, letters := utf8.RuneCountInString(word), lettersOf(word)
	for _, s := range x.segments {
		for l := max(1, length-reach); l <= length+reach; l++ {
			for _, sealed := range s.tx.Scan(segmentKey(wordsKey, s.number, int(of), l)) {
				b, err := openWords(sealed)
				if err != nil {
					return err
				}
				b.near(letters, reach, visit)
			}
		}
	}
	return nil
}

// UseOf returns how often a word stands in the articles, those removed not long ago among them.
func (x *Index) UseOf(word string) (all Use, err error) {
	err = x.Near(Words, word, 0, func(w []byte, use Use) {
		if string(w) == word {
			all.Count, all.Names = all.Count+use.Count, all.Names+use.Names
		}
	})
	return all, err
}

// near visits the words of which at most reach letters are not among some, and that lack
// at most as many of these.
func (b wordBlock) near(letters uint32, reach int, visit func(word []byte, use Use)) {
	for i := 0; i+lettersSize <= len(b.letters); i += lettersSize {
		has := binary.LittleEndian.Uint32(b.letters[i:])
		if differ := has ^ letters; bits.OnesCount32(differ) <= 2*reach &&
			bits.OnesCount32(differ&has) <= reach && bits.OnesCount32(differ&letters) <= reach {
			visit(b.at(i / lettersSize))
		}
	}
}

// mergeWords writes the words of all the sources as those of one segment. The counts keep
// what removed articles added to them: they only rank spellings.
func mergeWords(tx *store.Tx, sources []*segment, to uint32) error {
	for _, of := range []Vocabulary{Words, Stems} {
		all := vocabulary{}
		for _, s := range sources {
			for _, sealed := range tx.Scan(segmentKey(wordsKey, s.number, int(of))) {
				b, err := openWords(sealed)
				if err != nil {
					return err
				}
				for i := range len(b.letters) / lettersSize {
					word, use := b.at(i)
					all.add(string(word), use)
				}
			}
		}
		if err := all.write(tx, to, of); err != nil {
			return err
		}
	}
	return nil
}

// HoldsAny reports whether an article that was not removed holds one of some terms.
func (x *Index) HoldsAny(terms []string) (held bool, err error) {
	err = x.Search([][]string{terms}, func(*Hits) { held = true })
	return held, err
}
