package speech

// dialogue reports whether the paragraphs of the story answer one another, as those of a novel do: many are nothing
// but a quotation that no word ascribes to anybody. In news the few that are go on with the speaker before.
func (s *story) dialogue(sources []source) bool {
	const least, share = 5, 10
	bare, opening := 0, 0
	for i := range s.quotes {
		if s.at[i].at > 0 {
			continue
		}
		opening++
		if !sources[i].noun.known() && s.alone(i) && (i == 0 || !s.continues(i)) {
			bare++
		}
	}
	return bare > least && bare*share > opening
}

// turn is what one speaker says in a paragraph, and in those it goes on in.
type turn struct {
	paragraph int
	named     int    // 1 + the person that the words beside it name, or 0
	unnamed   bool   // they speak of somebody without a name: his mother
	sex       traits // they say he or she
	addressed int    // 1 + the person spoken to
	acting    int    // 1 + the person who does something in its paragraph before it
	options   []int  // who may speak it; 0 is somebody else
}

// turnsOf makes turns of the quotations, and tells which turn each belongs to.
func (s *story) turnsOf(sources []source) (turns []turn, of []int) {
	of = make([]int, len(s.quotes))
	for i, q := range s.quotes {
		n := len(turns) - 1
		if n < 0 || turns[n].paragraph != q.paragraph && !(i > 0 && s.continues(i)) {
			turns = append(turns, turn{})
			n++
		}
		t := &turns[n]
		t.paragraph = q.paragraph
		of[i] = n
		if a := s.addressed(i); a > 0 && t.addressed == 0 {
			t.addressed = a
		}
		if t.named > 0 || t.unnamed || t.sex != 0 || !s.spoken(i, sources[i]) {
			continue
		}
		switch noun := sources[i].noun; {
		case noun.mention > 0:
			t.named = 1 + s.mentions[noun.mention-1].person
		case noun.pronoun&(heWord|sheWord) != 0:
			t.sex = sexOf(noun.pronoun)
		case noun.traits&sexes != 0:
			t.sex = noun.traits & sexes
		case noun.known():
			t.unnamed = true
		}
	}
	return turns, of
}

// options gives every turn those who are near it, the nearest first.
func (s *story) options(turns []turn) {

	acting := s.subjects()
	next := 0
	for i := range turns {
		t := &turns[i]
		if t.named > 0 || t.unnamed {
			t.options = []int{t.named}
			continue
		}
		weight := map[int]int{}
		for k := max(0, i-reach); k < min(len(turns), i+reach+1); k++ {
			near := reach + 1 - max(i-k, k-i)
			weight[turns[k].named] += wnamed * near
			weight[turns[k].addressed] += waddr * near
		}
		for next < len(acting) && acting[next].paragraph < t.paragraph-areach {
			next++
		}
		for k := next; k < len(acting) && acting[k].paragraph <= t.paragraph+2; k++ {
			weight[acting[k].person] += max(1, areach+1-abs(t.paragraph-acting[k].paragraph))
			if acting[k].paragraph == t.paragraph {
				t.acting = acting[k].person
			}
		}
		for who := range weight {
			if who > 0 && s.fits(*t, who) <= forbidden/2 {
				delete(weight, who)
			}
		}
		t.options = heaviest(weight, most)
	}
}

func abs(n int) int { return max(n, -n) }

// heaviest returns the n keys of the greatest weight, and 0.
func heaviest(weight map[int]int, n int) []int {
	out := []int{0}
	delete(weight, 0)
	for len(out) <= n && len(weight) > 0 {
		best := 0
		for k, w := range weight {
			if best == 0 || w > weight[best] || w == weight[best] && k < best {
				best = k
			}
		}
		out = append(out, best)
		delete(weight, best)
	}
	return out
}

// Weights of what tells who speaks a turn.
var (
	reach       = 20
	most        = 6
	wnamed      = 3
	waddr       = 2
	areach      = 30
	forbidden   = -100 // a man where it says she
	unsureSex   = -2
	toHimself   = -16 // few call themselves by name
	stranger    = -10 // somebody without a name
	goesOn      = -6  // speaks again at once
	goesOnLater = 0   // speaks again after a paragraph of narration
	takesTurn   = 5   // spoke before the one before
	answers     = 10  // was spoken to
	acts        = 7   // does something in the paragraph
	rank        = 1
)

// fits weighs person who as the speaker of t.
func (s *story) fits(t turn, who int) int {
	if t.named > 0 || t.unnamed {
		return 0
	}
	if who == 0 {
		return stranger
	}
	score := 0
	p := s.persons[who-1]
	switch {
	case p.thing:
		score += forbidden
	case t.sex == 0:
	case p.sex == 0:
		score += unsureSex
	case p.sex&t.sex == 0:
		score += forbidden
	}
	if t.addressed == who {
		score += toHimself
	}
	if t.acting == who {
		score += acts
	}
	return score
}

// follows weighs who as the speaker of t after last, who spoke turn before, and after the one who spoke before that.
func follows(before, t turn, beforeLast, last, who int) int {
	score := 0
	if who == 0 {
		return score
	}
	switch gap := t.paragraph - before.paragraph; {
	case gap > 6:
		return 0
	case who == last && gap == 1:
		score += goesOn
	case who == last:
		score += goesOnLater
	case who == beforeLast:
		score += takesTurn
	}
	if before.addressed == who && who != last {
		score += answers
	}
	return score
}

// takeTurns finds the speakers of all turns together: those for whom the weights sum to the most (Viterbi's algorithm
// over pairs of speakers).
func (s *story) takeTurns(turns []turn) []int {
	if len(turns) == 0 {
		return nil
	}
	s.options(turns)
	// best[a][b] is the greatest sum of the turns so far if option a of the last but one and b of the last spoke them.
	best := [][]int{make([]int, len(turns[0].options))}
	for b, who := range turns[0].options {
		best[0][b] = s.fits(turns[0], who) - rank*b
	}
	from := make([][][]int, len(turns))
	nobody := []int{0}
	for i := 1; i < len(turns); i++ {
		before := nobody
		if i > 1 {
			before = turns[i-2].options
		}
		last, now := turns[i-1].options, turns[i].options
		next := make([][]int, len(last))
		from[i] = make([][]int, len(last))
		for b := range last {
			next[b], from[i][b] = make([]int, len(now)), make([]int, len(now))
			for c, who := range now {
				most, arg := 0, -1
				for a := range before {
					if sum := best[a][b] + follows(turns[i-1], turns[i], before[a], last[b], who); arg < 0 || sum > most {
						most, arg = sum, a
					}
				}
				next[b][c], from[i][b][c] = most+s.fits(turns[i], who)-rank*c, arg
			}
		}
		best = next
	}
	return trace(turns, best, from)
}

// trace reads the best speakers back from the end.
func trace(turns []turn, best [][]int, from [][][]int) []int {
	a, b := 0, 0
	for i := range best {
		for j := range best[i] {
			if best[i][j] > best[a][b] {
				a, b = i, j
			}
		}
	}
	who := make([]int, len(turns))
	for i := len(turns) - 1; i >= 0; i-- {
		who[i] = turns[i].options[b]
		if i > 0 {
			a, b = from[i][a][b], a
		}
	}
	return who
}
