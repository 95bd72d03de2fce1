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
		if !sources[i].noun.known() && s.at[i].alone() && !s.continues(i) {
			bare++
		}
	}
	return bare > least && bare*share > opening
}

// turn is what one speaker says in a paragraph, and in those it goes on in.
type turn struct {
	paragraph int
	named     int    // 1 + the person that the words beside it name, or 0
	unnamed   bool   // they speak of somebody without a name: the report
	sex       traits // they say he or she
	addressed int    // 1 + the person spoken to
	acting    int    // 1 + the person who does something in its paragraph
	options   []int  // who may speak it; 0 is somebody else
	speaker   int    // 1 + the person, once that is found
}

// turnsOf makes turns of the quotations, and tells which turn each belongs to.
func (s *story) turnsOf(sources []source) (turns []turn, of []int) {
	of = make([]int, len(s.quotes))
	for i, q := range s.quotes {
		n := len(turns) - 1
		if n < 0 || turns[n].paragraph != q.paragraph && !s.continues(i) {
			turns = append(turns, turn{})
			n++
		}
		t := &turns[n]
		t.paragraph, of[i] = q.paragraph, n
		if t.addressed == 0 {
			t.addressed = s.addressed(i)
		}
		if t.named == 0 && !t.unnamed && t.sex == 0 && sources[i].spoken {
			s.ascribe(t, sources[i].noun)
		}
	}
	return turns, of
}

// ascribe notes what the words beside a turn say of its speaker.
func (s *story) ascribe(t *turn, n noun) {
	switch {
	case n.mention > 0:
		t.named = 1 + s.mentions[n.mention-1].person
	case n.sex() != 0:
		t.sex = n.sex()
	case n.known():
		t.unnamed = true
	}
}

// How far around a turn those who may speak it are looked for, and how many of them are weighed.
const (
	turnsAround      = 20
	paragraphsBefore = 30
	paragraphsAfter  = 2
	mostOptions      = 6
)

// consider gives every turn those who are near it in the conversation and the narration, the nearest first.
func (s *story) consider(turns []turn) {
	acting := s.subjects(nil)
	for i := range turns {
		t := &turns[i]
		for len(acting) > 0 && acting[0].paragraph < t.paragraph-paragraphsBefore {
			acting = acting[1:]
		}
		if t.named > 0 || t.unnamed {
			t.options = []int{t.named}
			continue
		}
		weights := map[int]int{}
		for k := max(0, i-turnsAround); k < min(len(turns), i+turnsAround+1); k++ {
			near := turnsAround + 1 - max(i-k, k-i)
			weights[turns[k].named] += 3 * near
			weights[turns[k].addressed] += 2 * near
		}
		for _, a := range acting {
			if a.paragraph > t.paragraph+paragraphsAfter {
				break
			}
			if a.paragraph == t.paragraph {
				t.acting = a.person
			}
			weights[a.person] += max(1, paragraphsBefore+1-max(t.paragraph-a.paragraph, a.paragraph-t.paragraph))
		}
		t.options = s.heaviest(*t, weights)
	}
}

// heaviest returns nobody, and those of the greatest weight who can speak t.
func (s *story) heaviest(t turn, weights map[int]int) []int {
	out := []int{0}
	for len(out) <= mostOptions {
		best := 0
		for who, w := range weights {
			if who > 0 && (best == 0 || w > weights[best] || w == weights[best] && who < best) {
				best = who
			}
		}
		if best == 0 {
			break
		}
		delete(weights, best)
		if s.fits(t, best) > forbidden {
			out = append(out, best)
		}
	}
	return out
}

// What tells who speaks a turn, and how much it weighs. Found by trial on novels; none is critical.
const (
	forbidden = -100 // an organisation, a man where it says she
	unsureSex = -2
	toHimself = -16 // few call themselves by name
	stranger  = -10 // somebody who is not named near
	farther   = -1  // for each who is nearer
	goesOn    = -6  // speaks again in the next paragraph
	takesTurn = 5   // spoke the turn before the last
	answers   = 10  // was spoken to
	acts      = 7   // does something in the paragraph
	pause     = 6   // paragraphs after which a conversation is another
)

// fits weighs person who as the speaker of t.
func (s *story) fits(t turn, who int) int {
	if t.named > 0 || t.unnamed {
		return 0
	}
	if who == 0 {
		return stranger
	}
	p, score := s.persons[who-1], 0
	switch {
	case p.thing, t.sex != 0 && p.sex != 0 && p.sex&t.sex == 0:
		return forbidden
	case t.sex != 0 && p.sex == 0:
		score += unsureSex
	}
	if t.addressed == who {
		score += toHimself
	}
	if t.acting == who {
		score += acts
	}
	return score
}

// follows weighs who as the speaker of t, after last spoke the turn before and another the one before that.
func follows(t, before turn, another, last, who int) int {
	gap := t.paragraph - before.paragraph
	score := 0
	switch {
	case who == 0 || gap > pause:
		return 0
	case who == last && gap == 1:
		score += goesOn
	case who == another && who != last:
		score += takesTurn
	}
	if before.addressed == who && who != last {
		score += answers
	}
	return score
}
