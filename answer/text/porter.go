package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// stemEnglish returns the stem of a word in lower case by the second of Porter's stemmers (snowballstem.org), as the
// library does, which takes five times as long and stems the words that have other letters than those of ASCII.
func stemEnglish(w string) string {
	if len(w) < 3 || !mayEnd(w) {
		return w
	}
	if stem, ok := stemExceptions[w]; ok {
		return stem
	}
	if len(w) > longestWord || !isLetters(w) {
		return english.Stem(w, true)
	}
	var p porter
	p.n = copy(p.w[:], w)
	p.begin()
	p.dropPlural()
	p.dropTense()
	if n := p.n; n > 2 && (p.w[n-1] == 'y' || p.w[n-1] == 'Y') && !isPorterVowel(p.w[n-2]) {
		p.w[n-1] = 'i'
	}
	p.replace(derived)
	p.replace(derivedOnce)
	p.drop()
	p.dropLast()
	stem := p.w[:p.n]
	for i, c := range stem {
		if c == 'Y' {
			stem[i] = 'y'
		}
	}
	if len(stem) <= len(w) && w[:len(stem)] == string(stem) {
		return w[:len(stem)]
	}
	return string(stem)
}

// porter is a word that is stemmed.
type porter struct {
	w      [longestWord]byte // with a Y for each y that is a consonant
	n      int               // how many bytes it has
	r1, r2 int               // where the regions begin in which endings are taken off
}

// begin marks the consonants and finds the regions.
func (p *porter) begin() {
	for i, c := range p.w[:p.n] {
		if c == 'y' && (i == 0 || isPorterVowel(p.w[i-1])) {
			p.w[i] = 'Y'
		}
	}
	p.r1 = p.region(0)
	for _, prefix := range regionPrefixes {
		if p.n >= len(prefix) && string(p.w[:len(prefix)]) == prefix {
			p.r1 = len(prefix)
		}
	}
	p.r2 = p.region(p.r1)
}

// region returns where the first consonant behind a vowel ends, from a letter on.
func (p *porter) region(from int) int {
	for i := from + 1; i < p.n; i++ {
		if isPorterVowel(p.w[i-1]) && !isPorterVowel(p.w[i]) {
			return i + 1
		}
	}
	return p.n
}

func isPorterVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

func (p *porter) ends(ending string) bool {
	last, before := len(ending)-1, p.n-len(ending)
	return before >= 0 && p.w[before+last] == ending[last] && string(p.w[before:p.n]) == ending
}

// first returns the first of some endings that the word has, or none.
func (p *porter) first(endings []string) string {
	for _, e := range endings {
		if p.ends(e) {
			return e
		}
	}
	return ""
}

// cut takes letters off the end and puts others there.
func (p *porter) cut(letters int, by string) {
	p.n -= letters
	p.n += copy(p.w[p.n:], by)
	p.r1, p.r2 = min(p.r1, p.n), min(p.r2, p.n)
}

// hasVowel reports whether one is among the first letters.
func (p *porter) hasVowel(letters int) bool {
	for i := range max(0, letters) {
		if isPorterVowel(p.w[i]) {
			return true
		}
	}
	return false
}

// endsShort reports whether the first letters end in a short syllable: a vowel between consonants, or a first one.
func (p *porter) endsShort(letters int) bool {
	switch {
	case letters == 2:
		return isPorterVowel(p.w[0]) && !isPorterVowel(p.w[1])
	case letters > 2:
		last := p.w[letters-1]
		return !isPorterVowel(last) && last != 'w' && last != 'x' && last != 'Y' &&
			isPorterVowel(p.w[letters-2]) && !isPorterVowel(p.w[letters-3])
	}
	return false
}

func (p *porter) dropPlural() {
	switch p.first(plurals) {
	case "sses":
		p.cut(len("es"), "")
	case "ied", "ies":
		if p.n > len("ties") {
			p.cut(len("es"), "")
		} else {
			p.cut(len("s"), "")
		}
	case "s":
		if p.hasVowel(p.n - 2) {
			p.cut(len("s"), "")
		}
	}
}

func (p *porter) dropTense() {
	ending := p.first(tenses)
	switch {
	case ending == "":
		return
	case strings.HasPrefix(ending, "eed"):
		if len(ending) <= p.n-p.r1 {
			p.cut(len(ending), "ee")
		}
		return
	case !p.hasVowel(p.n - len(ending)):
		return
	}
	r1, r2 := p.r1, p.r2
	p.cut(len(ending), "")
	switch left := p.first(leftByTenses); {
	case left == "" && p.r1 == p.n && p.endsShort(p.n):
		p.cut(0, "e")
		p.r1, p.r2 = p.n, p.n
		return
	case left == "":
	case left[0] == left[1]:
		p.cut(1, "")
	default:
		p.cut(0, "e")
	}
	p.r1, p.r2 = min(r1, p.n), min(r2, p.n)
}
