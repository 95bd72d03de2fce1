package corpus

import (
	"math/rand/v2"
	"strings"
)

// How often words are used falls off as it does in English news: the word of rank k about as
// often as 1/(k+offset)^slope says. The tail is long, so that new words never end.
const (
	slope     = 1.2
	offset    = 30
	wordRanks = 150_000
	nameRanks = 80_000
)

const (
	consonants = "bdfgklmnprstvz"
	vowels     = "aeiou"
)

// spelling returns an invented word for a number, another for each below 686,000. Neighbours
// in number are spelt quite differently, as words of like frequency are.
func spelling(n uint64) string {
	const (
		syllable = uint64(len(consonants) * len(vowels))
		all      = syllable * syllable * syllable * 2
		stride   = 409_979 // shares no factor with all, so that no two numbers have one word
	)
	n = n * stride % all
	ends := n % 2
	var b strings.Builder
	for n /= 2; n > 0 || b.Len() < 4; n /= syllable {
		b.WriteByte(consonants[n%syllable/uint64(len(vowels))])
		b.WriteByte(vowels[n%uint64(len(vowels))])
	}
	return b.String() + string("nt"[ends])
}

// nameOffset keeps names apart from other words.
const nameOffset = wordRanks

// endings are put behind words of the kinds that sentences have, for the stems to take off.
var endings = map[byte][]string{
	'N': {"", "", "", "s", "s"},
	'V': {"ed", "ed", "s", "", "ing"},
	'A': {"", "", "al"},
	'R': {"ly"},
}

// vocabulary draws words as often as they are used.
type vocabulary struct {
	*rand.Rand
	words, names *rand.Zipf
}

func newVocabulary(r *rand.Rand) vocabulary {
	return vocabulary{r, rand.NewZipf(r, slope, offset, wordRanks-1), rand.NewZipf(r, slope, offset, nameRanks-1)}
}

// word returns a word of a kind: its stem is one of the topic's now and then.
func (v vocabulary) word(kind byte, t *topic) string {
	stem := v.words.Uint64()
	if v.Float64() < topical {
		stem = t.words[v.IntN(len(t.words))]
	}
	ends := endings[kind]
	return spelling(stem) + ends[v.IntN(len(ends))]
}

// newName returns the name of a person or a place.
func (v vocabulary) newName() string {
	first := upper(spelling(nameOffset + v.names.Uint64()))
	if v.IntN(3) == 0 {
		return first
	}
	return first + " " + upper(spelling(nameOffset+v.names.Uint64()))
}
