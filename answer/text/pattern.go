package text

import (
	"unicode/utf8"
)

// Pattern is a word that many others are compared with.
type Pattern struct {
	word    string
	letters int
	ascii   [utf8.RuneSelf]uint64 // by letter: where it stands in the word, as bits
	others  []place
}

type place struct {
	letter rune
	at     uint64
}

// NewPattern returns the pattern of a word.
func NewPattern(word string) *Pattern {
	p := &Pattern{word: word}
	for _, r := range word {
		if p.letters < maxRunes {
			p.add(r, 1<<p.letters)
		}
		p.letters++
	}
	return p
}

func (p *Pattern) add(letter rune, at uint64) {
	if letter < utf8.RuneSelf {
		p.ascii[letter] |= at
		return
	}
	for i := range p.others {
		if p.others[i].letter == letter {
			p.others[i].at |= at
			return
		}
	}
	p.others = append(p.others, place{letter, at})
}

// placesOf returns where a letter stands in the word.
func (p *Pattern) placesOf(letter rune) uint64 {
	if letter < utf8.RuneSelf {
		return p.ascii[letter]
	}
	for _, o := range p.others {
		if o.letter == letter {
			return o.at
		}
	}
	return 0
}

// Distance returns what Distance does of the word and another, as quickly as the other has letters: it fills a row of
// its table at once, as the bits of machine words that tell where the distance grows and falls from one letter of the
// word to the next (Hyyrö 2003, Bit-parallel approximate string matching algorithms with transposition).
func (p *Pattern) Distance(other []byte, max int) int {
	if p.letters == 0 || p.letters > maxRunes {
		return Distance(p.word, string(other), max)
	}
	last := uint64(1) << (p.letters - 1)
	grows, falls := ^uint64(0), uint64(0) // down the column before: it grows by one at each letter of the word
	var same, before uint64               // where the column went on from the diagonal, and where the letter before stands
	distance := p.letters
	for i := 0; i < len(other); {
		r, n := rune(other[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(other[i:])
		}
		i += n
		at := p.placesOf(r)
		swapped := (^same & at) << 1 & before
		same = ((at & grows) + grows) ^ grows | at | falls | swapped
		right, left := falls|^(same|grows), same&grows
		switch {
		case right&last != 0:
			distance++
		case left&last != 0:
			distance--
		}
		if distance-(len(other)-i) > max { // each byte that is left makes it one less at most
			return max + 1
		}
		right, left = right<<1|1, left<<1
		grows, falls, before = left|^(same|right), right&same, at
	}
	return min(distance, max+1)
}
