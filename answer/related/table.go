package related

import (
	_ "embed"
	"strings"
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

// find returns the number of a term.
func find(term string) (id int, ok bool) {
	low, high := 0, terms
	for low < high {
		mid := int(uint(low+high) / 2)
		t, _ := record(mid)
		switch c := strings.Compare(t, term); {
		case c == 0:
			return mid, true
		case c < 0:
			low = mid + 1
		default:
			high = mid
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
