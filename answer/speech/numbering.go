package speech

import (
	"hash/maphash"
	"math/bits"
	"strings"
)

// numbering gives every word that it is shown a number, from 1 on. It is a hash table with open addressing: a map of
// strings looks at four places of memory for a word, and this at one where the word is short, as most are.
type numbering struct {
	slots  []slot          // a power of two of them, at least half of them free
	words  []string        // by their numbers
	bytes  int             // of all words
	copies strings.Builder // of words, one after another, so that each need not be memory of its own
}

// slot is the place of a word. Its number is 0 where it is free.
type slot struct {
	key    uint64
	number int32
	length uint32
}

// inKey is how many bytes of a word its key holds.
const inKey = 8

func newNumbering() numbering {
	const fewest = 1 << 10
	return numbering{slots: make([]slot, fewest), words: make([]string, 1)}
}

// find returns the number of a word, 0 of one that was not added.
func (n *numbering) find(w string) (number int32, key uint64) {
	key = keyOf(w)
	for i := n.first(key); ; i++ {
		s := &n.slots[i&(len(n.slots)-1)]
		if s.number == 0 || s.key == key && int(s.length) == len(w) && (len(w) <= inKey || n.words[s.number] == w) {
			return s.number, key
		}
	}
}

// add gives a word that find does not find the next number.
func (n *numbering) add(w string, key uint64) (number int32) {
	number = int32(len(n.words))
	n.words = append(n.words, n.clone(w))
	n.bytes += len(w)
	if 2*len(n.words) > len(n.slots) {
		n.grow()
	}
	n.put(slot{key, number, uint32(len(w))})
	return number
}

// clone returns a copy of a word that does not hold on to the text that the word is of.
func (n *numbering) clone(w string) string {
	const together = 1 << 13 // bytes
	if n.copies.Cap()-n.copies.Len() < len(w) {
		n.copies = strings.Builder{}
		n.copies.Grow(max(together, len(w)))
	}
	n.copies.WriteString(w)
	return n.copies.String()[n.copies.Len()-len(w):]
}

func (n *numbering) put(s slot) {
	i := n.first(s.key)
	for n.slots[i&(len(n.slots)-1)].number != 0 {
		i++
	}
	n.slots[i&(len(n.slots)-1)] = s
}

func (n *numbering) grow() {
	before := n.slots
	n.slots = make([]slot, 2*len(before))
	for _, s := range before {
		if s.number != 0 {
			n.put(s)
		}
	}
}

// first returns the slot where a word is looked for first.
func (n *numbering) first(key uint64) int {
	return int(key * factor >> (bits.LeadingZeros64(uint64(len(n.slots))) + 1))
}

// full reports whether there are so many words that they are better forgotten.
func (n *numbering) full(most int) bool {
	const length = 16 // bytes of a word, were all of them long
	return len(n.words) > most || n.bytes > most*length
}

// forget takes all words out.
func (n *numbering) forget() {
	const large = 1 << 16 // slots: after a long text others need less
	if len(n.slots) > large {
		*n = newNumbering()
		return
	}
	clear(n.slots)
	clear(n.words)
	n.words, n.bytes, n.copies = n.words[:1], 0, strings.Builder{}
}

// seed and factor differ from run to run, so that no text can be made whose words all fall into one place.
var (
	seed   = maphash.MakeSeed()
	factor = maphash.String(seed, "") | 1
)

// keyOf returns the bytes of a word as a number where they fit into one, else their hash.
func keyOf(w string) uint64 {
	switch n := len(w); {
	case n > inKey:
		return maphash.String(seed, w)
	case n >= 4:
		return fourBytes(w) | fourBytes(w[n-4:])<<(8*(n-4))
	case n > 0:
		return uint64(w[0]) | uint64(w[n/2])<<(8*(n/2)) | uint64(w[n-1])<<(8*(n-1))
	}
	return 0
}

func fourBytes(w string) uint64 {
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24
}
