package answer

import "slices"

// alignment is how two wordings go together, word by word.
type alignment struct {
	words   int          // that stand in both, in the same order
	names   int          // of these
	all     bool         // nothing stands in one alone
	figures [][2]*figure // those in the same place
	only    []*token     // that stand in one alone
	instead bool         // some stand in the place of others
}

// aligner aligns wordings, one after the other in the same memory.
type aligner struct {
	lengths []uint16 // of what two wordings have in common from i and j on, at i*width+j
	width   int
	said    wording
	window  wording
}

// align finds the longest sequence of tokens that two wordings have in common. It is not ok
// where that is less than a share of the longer one.
func (a *aligner) align(x, y wording, least float64) (al alignment, ok bool) {
	longer := max(1, len(x), len(y))
	if float64(min(len(x), len(y))) < least*float64(longer) {
		return al, false
	}
	both := a.measure(x, y)
	if float64(both) < least*float64(longer) {
		return al, false
	}
	al.all = both == longer
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		from := [2]int{i, j}
		for i < len(x) && j < len(y) && !x[i].is(&y[j]) {
			if a.length(i+1, j) >= a.length(i, j+1) {
				i++
			} else {
				j++
			}
		}
		if i == len(x) || j == len(y) {
			i, j = len(x), len(y)
		}
		al.skip(x[from[0]:i], y[from[1]:j])
		if i < len(x) && j < len(y) {
			al.pair(&x[i], &y[j])
			i, j = i+1, j+1
		}
	}
	return al, true
}

// measure fills lengths, and returns how many tokens two wordings have in common.
func (a *aligner) measure(x, y wording) int {
	a.width = len(y) + 1
	a.lengths = zeroed(a.lengths, (len(x)+1)*a.width)
	for i := len(x) - 1; i >= 0; i-- {
		row := a.lengths[i*a.width : (i+1)*a.width]
		below := a.lengths[(i+1)*a.width : (i+2)*a.width]
		for j := len(y) - 1; j >= 0; j-- {
			if x[i].is(&y[j]) {
				row[j] = below[j+1] + 1
			} else {
				row[j] = max(below[j], row[j+1])
			}
		}
	}
	return a.length(0, 0)
}

func (a *aligner) length(i, j int) int { return int(a.lengths[i*a.width+j]) }

// skip notes what stands in one wording alone, between two places where they go together.
func (al *alignment) skip(x, y wording) {
	al.instead = al.instead || len(x) > 0 && len(y) > 0
	al.only = slices.Grow(al.only, len(x)+len(y))
	for i := range x {
		al.only = append(al.only, &x[i])
	}
	for i := range y {
		al.only = append(al.only, &y[i])
	}
}

func (al *alignment) pair(k, o *token) {
	if k.figure != nil {
		al.figures = append(al.figures, [2]*figure{k.figure, o.figure})
		return
	}
	al.words++
	if k.name {
		al.names++
	}
}
