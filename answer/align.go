package answer

// alignment is how two wordings go together, word by word.
type alignment struct {
	words   int          // that stand in both, in the same order
	names   int          // of these
	longer  int          // tokens of the longer one
	figures [][2]*figure // those in the same place
	only    []*token     // that stand in one alone
	instead bool         // some stand in the place of others
}

// align finds the longest sequence of tokens that two wordings have in common.
func align(a, b wording) alignment {
	x, y := a.tokens, b.tokens
	lengths := commonLengths(x, y)
	al := alignment{longer: max(len(x), len(y))}
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		from := [2]int{i, j}
		for i < len(x) && j < len(y) && !x[i].is(&y[j]) {
			if lengths[i+1][j] >= lengths[i][j+1] {
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
	return al
}

// commonLengths returns for each i and j how many tokens x[i:] and y[j:] have in common.
func commonLengths(x, y []token) [][]int {
	lengths := make([][]int, len(x)+1)
	for i := range lengths {
		lengths[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			if x[i].is(&y[j]) {
				lengths[i][j] = lengths[i+1][j+1] + 1
			}
		}
	}
	return lengths
}

// skip notes what stands in one wording alone, between two places where they go together.
func (al *alignment) skip(x, y []token) {
	al.instead = al.instead || len(x) > 0 && len(y) > 0
	for _, side := range [][]token{x, y} {
		for i := range side {
			al.only = append(al.only, &side[i])
		}
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

// share returns how much of the longer wording the other has.
func (al *alignment) share() float64 {
	return float64(al.words+len(al.figures)) / float64(max(1, al.longer))
}
