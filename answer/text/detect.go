package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Detect returns the language of t by a vote of its most common words and its letters. It is empty when none of
// the seven wins, or when a language like one of them does: Danish, German, Portuguese, Ukrainian.
func Detect(t string) Lang {
	const enough = 0.08 // votes for each word
	b := ballot{voting: everyone}
	b.poll(t)
	lang, votes := b.winner()
	if stemmers[lang] == nil || votes < enough*float64(b.words) {
		return ""
	}
	return lang
}

// DetectAmong returns the language of t when it is known to be one of a few, as a question put to a library is. It is
// empty when nothing speaks for any of them; the only one needs nothing.
func DetectAmong(t string, among []Lang) Lang {
	if len(among) == 1 {
		return among[0]
	}
	var b ballot
	for _, lang := range among {
		b.voting |= voterBits[lang]
	}
	b.poll(t)
	lang, _ := b.winner()
	return lang
}

// ballot is what the words and letters of a text say.
type ballot struct {
	voting uint32 // the voters that may win, as bits
	votes  [len(voters)]float64
	words  int
}

const everyone = 1<<len(voters) - 1

// poll counts the votes of the first words of t and of some from its middle.
func (b *ballot) poll(t string) {
	const sample = 2000
	if len(t) <= 2*sample {
		b.count(t)
		return
	}
	b.count(t[:sample])
	b.count(t[len(t)/2:][:sample])
}

// count adds the votes of t: the words, the letters in them that few languages have, and the Spanish ¿ and ¡.
func (b *ballot) count(t string) {
	var room [longestWord]byte // for nearly all words
	for i := 0; i < len(t); {
		word, end := appendLower(room[:0], t, i)
		if end == i {
			_, n := utf8.DecodeRuneInString(t[i:])
			end += n
		} else {
			b.word(word)
		}
		i = end
	}
	for _, r := range "¿¡" {
		if strings.ContainsRune(t, r) {
			b.add(letterVoters[r], 1)
		}
	}
}

// appendLower appends the letters at i in lower case, and returns where they end.
func appendLower(dst []byte, t string, i int) (word []byte, end int) {
	for i < len(t) {
		if c := t[i]; c < utf8.RuneSelf {
			if asciiClass[c] != letter {
				break
			}
			dst = append(dst, c|0x20)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if classOf(r) != letter {
			break
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst, i
}

// word adds the votes of a word in lower case.
func (b *ballot) word(word []byte) {
	b.words++
	b.add(wordVoters[string(word)], 1)
	for _, r := range string(word) {
		if r > unicode.MaxASCII && int(r) < len(letterVoters) {
			b.add(letterVoters[r], 1)
		}
	}
	if c := word[0]; c == 0xD0 || c == 0xD1 { // in UTF-8, a Russian letter
		b.add(russianBit, cyrillic)
	}
}

// cyrillic is the vote that a word has for Russian by its script alone.
const cyrillic = 0.2

// add gives a vote to each of a set of voters; what many share says less of each.
func (b *ballot) add(set uint32, vote float64) {
	if set &= b.voting; set == 0 {
		return
	}
	share := vote / float64(bits.OnesCount32(set))
	for rest := set; rest != 0; rest &= rest - 1 {
		b.votes[bits.TrailingZeros32(rest)] += share
	}
}

// winner returns the language with the most votes, empty when there are none. Of equals the first wins, so that
// words that Norwegian and Danish share count as Norwegian.
func (b *ballot) winner() (lang Lang, votes float64) {
	for i, v := range b.votes {
		if v > votes {
			lang, votes = voters[i].lang, v
		}
	}
	return lang, votes
}
