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

// align fills the table of distances row by row, as far from its diagonal as max lets it count, keeping three rows, and
// gives up when all that counts in a row is above max.
func align(a, b []rune, max int) int {
	var room [3][maxRunes + 2]int
	before, last, row := room[0][:], room[1][:], room[2][:]
	if len(a) > maxRunes {
		before, last, row = make([]int, len(a)+2), make([]int, len(a)+2), make([]int, len(a)+2)
	}
	far := max + 1
	for j := range len(a) + 2 {
		last[j] = min(j, far)
	}
	for i := 1; i <= len(b); i++ {
		from, to := i-max, min(len(a), i+max)
		row[0] = min(i, far)
		if from > 1 {
			row[from-1] = far
		} else {
			from = 1
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
			d := last[j-1]
			if a[j-1] != b[i-1] {
				d = min(d, last[j], row[j-1]) + 1
			}
			if i > 1 && j > 1 && a[j-1] == b[i-2] && a[j-2] == b[i-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > max {
			return far
		}
		row[to+1] = far
		before, last, row = last, row, before
	}
	return min(last[len(a)], far)
}
