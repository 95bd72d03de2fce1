package related

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"verbatim/answer/text"
)

// The table, all numbers little-endian:
//
//	uint32 × 2     how many terms there are, and how many pairs of opposites
//	uint32 × terms where each term's record starts, in the order of the terms
//	uint32 × pairs opposites: the lower number of the two terms in the high half, the higher in the low, in order
//	records        a byte with the term's length, the term, a byte with the number of its words, and for each
//	               the uint16 number of its term and a byte with its weight in 255ths, the surest first
//
//go:embed table.bin
var table string

const (
	heading     = 8
	wordBytes   = 3
	numberBytes = 4
)

var (
	terms     = number(0)
	opposites = number(4)
)

// number reads the uint32 at i.
func number(i int) int {
	b := table[i : i+numberBytes]
	return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
}

// finder finds terms by their hashes: the terms themselves lie far apart in memory.
type finder struct {
	hashes []uint16               // by number
	order  []uint16               // numbers, by hash
	starts [1<<finderBits + 1]int // in order, by the highest bits of the hash
}

// finderBits is how many bits of a hash lead to the dozen terms that share them.
const finderBits = 10

var finders = sync.OnceValue(func() *finder {
	f := &finder{hashes: make([]uint16, terms), order: make([]uint16, terms)}
	for id := range terms {
		term, _ := record(id)
		f.hashes[id], f.order[id] = text.Hash(term), uint16(id)
		f.starts[int(f.hashes[id]>>(16-finderBits))+1]++
	}
	slices.SortFunc(f.order, func(a, b uint16) int { return cmp.Compare(f.hashes[a], f.hashes[b]) })
	for i := range 1 << finderBits {
		f.starts[i+1] += f.starts[i]
	}
	return f
})

// find returns the number of a term.
func find(term string) (id int, ok bool) {
	f, hash := finders(), text.Hash(term)
	bucket := hash >> (16 - finderBits)
	for _, id := range f.order[f.starts[bucket]:f.starts[bucket+1]] {
		if f.hashes[id] != hash {
			continue
		}
		if found, _ := record(int(id)); found == term {
			return int(id), true
		}
	}
	return 0, false
}

// record returns a term and what is written of its words.
func record(id int) (term, words string) {
	r := table[number(heading+numberBytes*id):]
	n := 1 + int(r[0])
	return r[1:n], r[n+1 : n+1+wordBytes*int(r[n])]
}

// areOpposite reports whether the terms with two numbers are opposites.
func areOpposite(i, j int) bool {
	pair := min(i, j)<<16 | max(i, j)
	low, high := 0, opposites
	for low < high {
		mid := int(uint(low+high) / 2)
		switch p := number(heading + numberBytes*(terms+mid)); {
		case p == pair:
			return true
		case p < pair:
			low = mid + 1
		default:
			high = mid
		}
	}
	return false
}
