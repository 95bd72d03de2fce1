package text

import (
	"math/bits"
	"strings"
	"sync/atomic"
)

// entry is what is known of a word as it stands in a text: 64 bytes, which is a line of the processor's cache.
type entry struct {
	first, last uint64  // of its key
	surface     *string // the word, where the key does not hold all of it
	form, term  string
	size        uint8
	code        langCode
	stop        bool
	acronym     bool // in capitals it is another word than in lower case: US, IT
}

// is reports whether an entry is that of a word.
func (e *entry) is(surface string, k key) bool {
	return e.first == k.first && e.last == k.last && e.size == k.size && e.code == k.code &&
		(e.surface == nil || *e.surface == surface)
}

// key tells words from each other by two machine words, as far as their bytes find room there.
type key struct {
	first, last uint64 // eight bytes each, which overlap in a word of less than 16
	size        uint8  // in bytes
	code        langCode
}

const bytesInKey = 16

func keyOf(s string, code langCode) key {
	k := key{size: uint8(len(s)), code: code}
	switch n := len(s); {
	case n >= 8:
		k.first, k.last = load8(s), load8(s[n-8:])
	case n >= 4:
		k.first = load4(s) | load4(s[n-4:])<<32
	case n > 0:
		k.first = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	return k
}

func load8(s string) uint64 { return load4(s) | load4(s[4:])<<32 }

func load4(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

// hash mixes what a key holds. Who makes words of the same hash has them analysed each time they come, and nothing worse.
func (k key) hash() uint64 {
	const odd = 0x9e3779b97f4a7c15 // 2^64 over the golden ratio: its multiples are spread evenly
	high, low := bits.Mul64(k.first^bits.RotateLeft64(k.last, 29)^uint64(k.size)<<56^uint64(k.code)<<48, odd)
	return high ^ low
}

// row is the places of the words of a hash, in one line of the processor's cache.
type row struct {
	tags   atomic.Uint64 // of each place a byte of its word's hash, so that no other entry is looked into
	places [ways]atomic.Pointer[entry]
}

const (
	rows = 1 << 14
	ways = 7
)

// entries keeps words that were seen, each in a place of its row, so that a word that comes often is analysed once.
// Nobody waits: a lost write costs one analysis. On news 97 % of words are found in it. It is bounded by its size:
// 1 MiB, and where all places are taken about 9 MiB with what they lead to.
var entries [rows]row

// lookup returns what is known of a word, of at most longestWord bytes, as it stands in a text of a language.
func lookup(surface string, code langCode) *entry {
	k := keyOf(surface, code)
	h := k.hash()
	r, tag := &entries[h%rows], byte(h>>56)
	tags := r.tags.Load()
	for m := matching(tags, tag); m != 0; m &= m - 1 {
		i := bits.TrailingZeros64(m) / 8
		if e := r.places[i].Load(); e != nil && e.is(surface, k) {
			if i == ways-1 { // which is the place of the next word that is new: one that came twice is worth more
				r.put(i, r.places[i-1].Load(), byte(tags>>(8*(i-1))))
				r.put(i-1, e, tag)
			}
			return e
		}
	}
	e := analyse(surface, k)
	r.put(r.free(), e, tag)
	return e
}

// matching returns a bit in each byte of tags that is a tag, and now and then in one behind such a byte that is none.
func matching(tags uint64, tag byte) uint64 {
	const ones, places = 0x0101010101010101, 1<<(8*ways) - 1
	differ := tags ^ uint64(tag)*ones
	return (differ - ones) &^ differ & (ones << 7) & places
}

// free returns the first place that is free, or the last.
func (r *row) free() int {
	for i := range r.places {
		if r.places[i].Load() == nil {
			return i
		}
	}
	return ways - 1
}

// put sets a place and its tag.
func (r *row) put(i int, e *entry, tag byte) {
	r.places[i].Store(e)
	r.tags.And(^(uint64(0xff) << (8 * i)))
	r.tags.Or(uint64(tag) << (8 * i))
}

// analyse works out what lookup keeps. The strings it returns do not hold on to the text.
func analyse(surface string, k key) *entry {
	lang := k.code.lang()
	surface = strings.Clone(surface)
	form := fold(surface, lang)
	term := term(form, lang)
	if strings.HasPrefix(form, term) {
		term = form[:len(term)] // in the same memory
	}
	e := &entry{
		first: k.first, last: k.last, size: k.size, code: k.code,
		form: form, term: term, stop: isStop(form, lang) || isContraction(form, lang),
		acronym: lang == English && acronyms[form],
	}
	if len(surface) > bytesInKey {
		whole := surface
		e.surface = &whole
	}
	return e
}
