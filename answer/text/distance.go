package text

import "unicode/utf8"

// Distance returns how many letters have to be put in, left out, replaced or swapped with their neighbour to make b
// of a, where no letter is changed twice (optimal string alignment). It gives up early and returns max+1 when it
// would be more than max. For words of up to 64 characters it allocates nothing.
func Distance(a, b string, max int) int {
	a, b = trimCommon(a, b)
	var bufA, bufB [maxRunes]rune
	ra, rb := runesOf(a, bufA[:0]), runesOf(b, bufB[:0])
	if len(ra) > len(rb) {
		ra, rb = rb, ra
	}
	if len(rb)-len(ra) > max {
		return max + 1
	}
	if len(ra) == 0 {
		return len(rb)
	}
	return align(ra, rb, max)
}

const maxRunes = 64

// trimCommon cuts off the beginning and the end that a and b share.
func trimCommon(a, b string) (string, string) {
	for a != "" && b != "" {
		ra, n := utf8.DecodeRuneInString(a)
		rb, m := utf8.DecodeRuneInString(b)
		if ra != rb || n != m {
			break
		}
		a, b = a[n:], b[n:]
	}
	for a != "" && b != "" {
		ra, n := utf8.DecodeLastRuneInString(a)
		rb, m := utf8.DecodeLastRuneInString(b)
		if ra != rb || n != m {
			break
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	return a, b
}

func runesOf(s string, buf []rune) []rune {
	for _, r := range s {
		buf = append(buf, r)
	}
	return buf
}

// align fills the table of distances row by row, keeping three rows, and gives up when a whole row is above max.
func align(a, b []rune, max int) int {
	var buf [3][maxRunes + 1]int
	before, last, row := buf[0][:], buf[1][:], buf[2][:]
	if len(a) > maxRunes {
		before, last, row = make([]int, len(a)+1), make([]int, len(a)+1), make([]int, len(a)+1)
	}
	for j := range len(a) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(b); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(a); j++ {
			cost := 1
			if a[j-1] == b[i-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[j-1] == b[i-2] && a[j-2] == b[i-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > max {
			return max + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(a)], max+1)
}
