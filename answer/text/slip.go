package text

import "math"

// What the slips cost by which a word is misspelt: the less the more often they are made, and the fewer letters might
// have been typed by them. They agree with real misspellings of both kinds: of fingers, and of those who write by ear.
const (
	anyCost     = 1.15 // a letter put in or replaced for no reason that shows
	leftCost    = .8   // a letter left out
	doubleCost  = .5   // one letter for two of it, or two for one
	swapCost    = .6   // with its neighbour
	keyCost     = .75  // the key beside was hit, instead of it or with it
	soundCost   = .6   // it sounds like it
	vowelCost   = .7   // a vowel for another
	accentCost  = .1   // with its accent or without
	digraphCost = .5   // two letters for one, or one for two, that sound alike
	firstCost   = .3   // more, where it is the first letter: few are wrong
)

// SlipCost returns how little likely it is that a word was typed where another was meant, from 0 for the same word on:
// about 1 for each slip. Words of more than 64 letters are compared by their first.
func SlipCost(meant, typed string, lang Lang) float64 {
	var bufM, bufT [maxRunes]rune
	s := slips{meant: firstRunes(meant, bufM[:0]), typed: firstRunes(typed, bufT[:0]), keys: keyboardOf(lang)}
	s.trim()
	return s.align()
}

func firstRunes(s string, buf []rune) []rune {
	for _, r := range s {
		if len(buf) == maxRunes {
			break
		}
		buf = append(buf, r)
	}
	return buf
}

// slips compares two words.
type slips struct {
	meant, typed []rune
	trimmed      bool // they do not begin with their first letter
	keys         *letterPairs
}

// aside is how many letters beside a slip tell how likely it is.
const aside = 2

// trim cuts off the beginning and the end that the words share, but for the letters beside what differs.
func (s *slips) trim() {
	n := 0
	for n < len(s.meant) && n < len(s.typed) && s.meant[n] == s.typed[n] {
		n++
	}
	end := 0
	for end < len(s.meant)-n && end < len(s.typed)-n && s.meant[len(s.meant)-1-end] == s.typed[len(s.typed)-1-end] {
		end++
	}
	n, end = max(0, n-aside), max(0, end-aside)
	s.meant, s.typed, s.trimmed = s.meant[n:len(s.meant)-end], s.typed[n:len(s.typed)-end], n > 0
}

// align fills the table of costs row by row, a row for each letter that was meant, keeping three rows.
func (s *slips) align() float64 {
	var buf [3][maxRunes + 1]float64
	before, last, row := buf[0][:], buf[1][:], buf[2][:]
	for j := range s.typed {
		last[j+1] = last[j] + s.added(0, j)
	}
	for i := range s.meant {
		row[0] = last[0] + s.left(i)
		for j := range s.typed {
			row[j+1] = min(last[j]+s.replaced(i, j), last[j+1]+s.left(i), row[j]+s.added(i+1, j), s.pair(i, j, before, last))
		}
		before, last, row = last, row, before
	}
	return last[len(s.typed)]
}

// pair returns the least cost up to the letters at i and j where two letters are one slip.
func (s *slips) pair(i, j int, before, last []float64) float64 {
	least := math.Inf(1)
	if i > 0 && j > 0 && s.meant[i-1] == s.typed[j] && s.meant[i] == s.typed[j-1] {
		least = before[j-1] + swapCost
	}
	if j > 0 && soundsAs(s.typed[j-1], s.typed[j], s.meant[i]) {
		least = min(least, last[j-1]+digraphCost)
	}
	if i > 0 && soundsAs(s.meant[i-1], s.meant[i], s.typed[j]) {
		least = min(least, before[j]+digraphCost)
	}
	return least
}

// replaced is what it costs to type the letter at j for the one at i.
func (s *slips) replaced(i, j int) float64 {
	a, b := s.meant[i], s.typed[j]
	cost := 0.
	switch {
	case a == b:
		return 0
	case baseLetter(a) == baseLetter(b):
		return accentCost
	case alike.has(a, b):
		cost = soundCost
	case s.keys.has(a, b):
		cost = keyCost
	case isVowelLetter(a) && isVowelLetter(b):
		cost = vowelCost
	default:
		cost = anyCost
	}
	return cost + s.atFirst(i)
}

// left is what it costs to leave out the letter at i.
func (s *slips) left(i int) float64 {
	if i > 0 && s.meant[i-1] == s.meant[i] || i == 0 && len(s.meant) > 1 && s.meant[1] == s.meant[0] {
		return doubleCost
	}
	return leftCost + s.atFirst(i)
}

// added is what it costs to type the letter at j before the letter at i.
func (s *slips) added(i, j int) float64 {
	switch {
	case i > 0 && s.meant[i-1] == s.typed[j] || i < len(s.meant) && s.meant[i] == s.typed[j]:
		return doubleCost
	case i > 0 && s.keys.has(s.meant[i-1], s.typed[j]) || i < len(s.meant) && s.keys.has(s.meant[i], s.typed[j]):
		return keyCost + s.atFirst(i)
	}
	return anyCost + s.atFirst(i)
}

// atFirst is what a slip costs more at the first letter of a word.
func (s *slips) atFirst(i int) float64 {
	if i == 0 && !s.trimmed {
		return firstCost
	}
	return 0
}

// vowelLetters are the vowels in lower case.
var vowelLetters = func() (table [lastPaired + 1]bool) {
	for _, r := range vowels {
		table[r] = isVowel(string(r))
	}
	return table
}()

func isVowelLetter(r rune) bool { return r <= lastPaired && vowelLetters[r] }
