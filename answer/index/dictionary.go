package index

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"unsafe"

	"github.com/cespare/xxhash/v2"
)

// The dictionary of a segment holds each text that is the form or the term of a word. It is a
// hash table: the words of a bucket lie behind each other, each as
//
//	bytes that follow | flags 1 | bytes of the text, then the text
//	of a form: how often it stands in the articles | as often as a name
//	of a term: how many articles hold it | how many sentences | its posting list, or where that begins in lists 4
//
// with numbers of variable length, and a 0 behind the last.

// bucketWords is how many words a bucket has about.
const bucketWords = 4

// The flags of a word in the dictionary.
const (
	isForm = 1 << iota
	isTerm
	isLong // its list lies in the column of lists
)

// maxText is how many bytes of a text count: a longer one is taken for what it begins with, so
// that a bucket fits into a part, as the addresses of its words have to. No word is that long.
const maxText = 1 << 10

func clipped(text string) string { return text[:min(len(text), maxText)] }

// longList is from how many bytes on a list is kept apart from its word, so that it costs
// those nothing that share its bucket.
const longList = 48

// word is a word of the dictionary.
type word struct {
	text                []byte
	count, names        int // of the form
	articles, sentences int // that hold the term; 0 where it is none
	list                []byte
	listAt              address // where list is empty and articles is not 0
}

// textAt returns the text of the word that wordAt reads.
func textAt(in []byte) []byte {
	_, in = number(in)
	n, in := number(in[1:])
	return in[:n:n]
}

// wordAt reads the word at the front of some bytes.
func wordAt(in []byte) (w word) {
	n, in := number(in)
	in = in[:n]
	flags := in[0]
	n, in = number(in[1:])
	w.text, in = in[:n:n], in[n:]
	if flags&isForm != 0 {
		w.count, in = number(in)
		w.names, in = number(in)
	}
	if flags&isTerm == 0 {
		return w
	}
	w.articles, in = number(in)
	w.sentences, in = number(in)
	if flags&isLong != 0 {
		w.listAt = address(binary.LittleEndian.Uint32(in))
	} else {
		w.list = in
	}
	return w
}

func (w *word) append(out []byte) []byte {
	var b [2 * binary.MaxVarintLen64]byte
	flags := byte(0)
	body := binary.AppendUvarint(b[:0], uint64(len(w.text)))
	body = append(body, w.text...)
	if w.count > 0 || w.articles == 0 {
		flags |= isForm
		body = binary.AppendUvarint(body, uint64(w.count))
		body = binary.AppendUvarint(body, uint64(w.names))
	}
	if w.articles > 0 {
		flags |= isTerm
		body = binary.AppendUvarint(body, uint64(w.articles))
		body = binary.AppendUvarint(body, uint64(w.sentences))
		if len(w.list) == 0 {
			flags |= isLong
			body = binary.LittleEndian.AppendUint32(body, uint32(w.listAt))
		}
		body = append(body, w.list...)
	}
	out = binary.AppendUvarint(out, uint64(len(body)+1))
	return append(append(out, flags), body...)
}

// lookup returns what each segment has for a word, one without a text where it has none. It is
// valid until the next lookup or search. Memory is asked for the words of all segments at once.
func (x *Index) lookup(text string) []word {
	r, hash := &x.scratch, hashOf(text)
	r.buckets, r.words = r.buckets[:0], r.words[:0]
	for i := range x.segments {
		r.buckets = append(r.buckets, x.segments[i].bucket(hash))
	}
	for i, b := range r.buckets {
		r.asked += x.segments[i].at(wordColumn, b)[0]
	}
	for i, b := range r.buckets {
		r.words = append(r.words, x.segments[i].wordIn(b, text))
	}
	return r.words
}

// lookup returns a word of the segment; one without a text where there is none.
func (s *segment) lookup(hash uint64, text string) word { return s.wordIn(s.bucket(hash), text) }

// bucket returns where the words begin that a text with a hash is one of.
func (s *segment) bucket(hash uint64) address {
	return address(binary.LittleEndian.Uint32(s.element(bucketColumn, int(hash>>(64-s.bits)), addressSize)))
}

// wordIn returns a word of a bucket; one without a text where there is none.
func (s *segment) wordIn(bucket address, text string) word {
	text = clipped(text)
	for in := s.at(wordColumn, bucket); in[0] != 0; {
		n, rest := number(in)
		if size, t := number(rest[1:]); size == len(text) && string(t[:size]) == text {
			return wordAt(in)
		}
		in = rest[n:]
	}
	return word{}
}

func hashOf(text string) uint64 { return xxhash.Sum64String(clipped(text)) }

// inPlace returns bytes that nobody writes to as a string, without a copy.
func inPlace(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// encodeDictionary writes the words of a builder with their posting lists, and returns where
// the form of each kind and the text of each term stand.
func (e *encoded) encodeDictionary(b *builder) (formAt, termAt []address) {
	all := b.entries()
	e.encodeLists(b, all)
	slices.SortFunc(all, func(x, y *dictionaryEntry) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), bytes.Compare(x.text, y.text))
	})
	formAt, termAt = make([]address, len(b.kinds)), make([]address, len(b.terms))
	whole := all
	var bucket []byte
	var offsets []int
	for n := range 1 << e.bits {
		bucket, offsets = bucket[:0], offsets[:0]
		here := all
		for len(all) > 0 && int(all[0].hash>>(64-e.bits)) == n {
			offsets = append(offsets, len(bucket))
			bucket = all[0].append(bucket)
			all = all[1:]
		}
		at := e.columns[wordColumn].put(append(bucket, 0))
		e.columns[bucketColumn].put(binary.LittleEndian.AppendUint32(nil, uint32(at)))
		for i, offset := range offsets {
			here[i].at = at + address(offset)
			here[i].tell(b, formAt, termAt)
		}
	}
	e.encodeSpellings(whole, b)
	return formAt, termAt
}
