package answer

import "math/bits"

// numbers is a set of articles by their numbers: a bit for each, as these are given out one
// after the other.
type numbers []uint64

func (n *numbers) add(number uint64) {
	word := int(number / 64)
	if more := word + 1 - len(*n); more > 0 {
		*n = append(*n, make([]uint64, more)...)
	}
	(*n)[word] |= 1 << (number % 64)
}

func (n numbers) has(number uint64) bool {
	return number/64 < uint64(len(n)) && n[number/64]&(1<<(number%64)) != 0
}

// keep leaves those that are in another set too.
func (n *numbers) keep(others numbers) {
	*n = (*n)[:min(len(*n), len(others))]
	for i := range *n {
		(*n)[i] &= others[i]
	}
}

// each yields the numbers, the least first.
func (n numbers) each(yield func(uint64) bool) {
	for i, word := range n {
		for ; word != 0; word &= word - 1 {
			if !yield(uint64(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}
