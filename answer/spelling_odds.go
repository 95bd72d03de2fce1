package answer

import (
	"math"
	"unicode/utf8"

	"verbatim/answer/question"
)

// The odds that a word was meant by what was typed are a sum of numbers: above 0 it is
// likelier than not. They were fitted on questions in five languages with a slip of the
// finger put in, and on those that ask for words no article holds.
const (
	slipOdds    = -3.7 // for each slip, as text.SlipCost has it
	stemOdds    = -3.1 // where it is only the stem of a word
	noNameOdds  = -2   // where the question has a name, and the articles do not write it as one
	countOdds   = .1   // by the logarithm of how often it stands in the articles
	companyOdds = 3.6  // where all other words of the question stand beside it
	aloneOdds   = 1    // where there are no others
)

// sureOdds is from where on a word counts for as much as if it had been typed.
const sureOdds = 1.4

// slips are how far a word may be from what was typed.
type slips struct {
	letters int // of what was typed, at least
	reach   int // letters that may be wrong
	odds    float64
}

// slipsBy are those by length. The longer a word is, the fewer others are near to it by chance.
var slipsBy = []slips{{8, 2, 4.7}, {6, 2, 4.2}, {5, 2, 2.8}, {4, 1, 1.6}, {3, 1, 1.3}}

// How many letters tell a word.
const (
	leastStem = 4 // of a stem
	leastStop = 5 // of a stop word
)

func slipsFor(letters int) slips {
	for _, s := range slipsBy {
		if letters >= s.letters {
			return s
		}
	}
	return slips{}
}

// oddsOf returns the odds of a word by itself.
func oddsOf(typed question.Word, meant *spelling) float64 {
	odds := slipsFor(utf8.RuneCountInString(typed.Form)).odds + slipOdds*meant.cost + countOdds*math.Log(float64(meant.count))
	switch {
	case meant.stem:
		odds += stemOdds
	case typed.Name && 2*meant.names < meant.count:
		odds += noNameOdds
	}
	return odds
}
