package speech

// takeTurns finds the speakers of all turns together: those whose weights sum to the most. It is Viterbi's algorithm
// over pairs of speakers, as who spoke the turn before the last matters too. Its time is linear in the turns.
func (s *story) takeTurns(turns []turn) {
	s.consider(turns)
	sums := []lattice{s.firstSums(turns[0])}
	for i := 1; i < len(turns); i++ {
		another := []int{0}
		if i > 1 {
			another = turns[i-2].options
		}
		sums = append(sums, s.nextSums(sums[i-1], another, turns[i-1], turns[i]))
	}
	trace(turns, sums)
}

// lattice holds for each pair of options, of a turn and of the one before, the best sum that ends in them and the
// option of the turn before both that leads there.
type lattice [][]struct{ sum, from int }

func (s *story) firstSums(t turn) lattice {
	l := newLattice(1, len(t.options))
	for b, who := range t.options {
		l[0][b].sum = s.fits(t, who) + farther*b
	}
	return l
}

// nextSums goes on from the sums so far to turn t.
func (s *story) nextSums(so lattice, another []int, before, t turn) lattice {
	next := newLattice(len(before.options), len(t.options))
	for b, last := range before.options {
		for c, who := range t.options {
			best := &next[b][c]
			for a := range another {
				sum := so[a][b].sum + follows(t, before, another[a], last, who)
				if a == 0 || sum > best.sum {
					best.sum, best.from = sum, a
				}
			}
			best.sum += s.fits(t, who) + farther*c
		}
	}
	return next
}

func newLattice(rows, columns int) lattice {
	l := make(lattice, rows)
	for i := range l {
		l[i] = make([]struct{ sum, from int }, columns)
	}
	return l
}

// trace reads the speakers of the best sum back from the last turn.
func trace(turns []turn, sums []lattice) {
	a, b := 0, 0
	last := sums[len(sums)-1]
	for i := range last {
		for j := range last[i] {
			if last[i][j].sum > last[a][b].sum {
				a, b = i, j
			}
		}
	}
	for i := len(turns) - 1; i >= 0; i-- {
		turns[i].speaker = turns[i].options[b]
		a, b = sums[i][a][b].from, a
	}
}
