package text

import (
	"slices"
	"strings"
)

// letterPairs is a set of pairs of letters, in either order: a bit for each letter beside one.
type letterPairs struct {
	number [lastPaired + 1]uint8 // of a letter, from 1; 0 of one that has no pair
	beside [maxPaired + 1]uint64 // by number, as bits
	last   uint8
}

// The letters that have pairs are of scripts before this one, and a machine word has a bit for each.
const (
	lastPaired = lastCyrillic
	maxPaired  = 63
)

// has reports whether two letters are a pair.
func (p *letterPairs) has(a, b rune) bool {
	if a > lastPaired || b > lastPaired {
		return false
	}
	return p.beside[p.number[a]]>>p.number[b]&1 != 0
}

// join adds a pair.
func (p *letterPairs) join(a, b rune) {
	x, y := p.numberOf(a), p.numberOf(b)
	p.beside[x] |= 1 << y
	p.beside[y] |= 1 << x
}

// numberOf returns the number of a letter, the next one where it has none.
func (p *letterPairs) numberOf(letter rune) uint8 {
	if p.number[letter] == 0 {
		p.last++
		p.number[letter] = p.last
	}
	return p.number[letter]
}

// layouts tell which keys touch on the keyboards that languages are written on, by their rows, top first. A
// key touches those beside it, and of the next row those a half key to its sides.
var layouts = map[Lang]*letterPairs{
	English:   newKeyboard("qwertyuiop", "asdfghjkl", "zxcvbnm"),
	French:    newKeyboard("azertyuiop", "qsdfghjklm", "wxcvbn"),
	Hungarian: newKeyboard("qwertzuiopőú", "asdfghjkléáű", "íyxcvbnm"),
	Norwegian: newKeyboard("qwertyuiopå", "asdfghjkløæ", "zxcvbnm"),
	Russian:   newKeyboard("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
	Spanish:   newKeyboard("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
	Swedish:   newKeyboard("qwertyuiopå", "asdfghjklöä", "zxcvbnm"),
}

// keyboardOf returns that of a language, and where it is not known what most are like.
func keyboardOf(lang Lang) *letterPairs {
	if k := layouts[lang]; k != nil {
		return k
	}
	return layouts[English]
}

func newKeyboard(rows ...string) *letterPairs {
	p := &letterPairs{}
	var above []rune
	for _, row := range rows {
		keys := []rune(row)
		for i, key := range keys {
			for _, near := range [][]rune{keys[min(i+1, len(keys)):], above[min(i, len(above)):], above[min(i+1, len(above)):]} {
				if len(near) > 0 {
					p.join(near[0], key)
				}
			}
		}
		above = keys
	}
	return p
}

// alike are letters that are taken for each other by their sound.
var alike = func() *letterPairs {
	p := &letterPairs{}
	for _, pair := range strings.Fields("ck cs kq sz iy bp dt mn vw fv gj дт бп гк вф зс жш ие ао ыи эе йи") {
		letters := []rune(pair)
		p.join(letters[0], letters[1])
	}
	return p
}()

// digraphs are two letters that sound as the third; inDigraph are the two.
var digraphs, inDigraph = func() (all [][3]rune, two *letterPairs) {
	two = &letterPairs{}
	for _, letters := range strings.Fields("phf ghf ckk chk quk thf ksx ght kjk скц") {
		d := [3]rune([]rune(letters))
		all = append(all, d)
		two.join(d[0], d[1])
	}
	return all, two
}()

// soundsAs reports whether two letters sound as one.
func soundsAs(a, b, one rune) bool {
	return inDigraph.has(a, b) && slices.Contains(digraphs, [3]rune{a, b, one})
}
