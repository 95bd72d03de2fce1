package corpus

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// topical is the share of words that are the topic's.
const topical = .3

// topic is what an article is about: words and names that come back in it.
type topic struct {
	words []uint64 // their ranks
	names []string
}

func (v vocabulary) newTopic() *topic {
	t := &topic{words: make([]uint64, 12), names: make([]string, 4)}
	for i := range t.words {
		t.words[i] = v.words.Uint64()
	}
	for i := range t.names {
		t.names[i] = v.newName()
	}
	return t
}

// clauses are what sentences are made of: N, V, A and R stand for a noun, a verb, an adjective
// and an adverb, P for a name, D for a number, Y for a year.
var clauses = fields(
	"the A N of the N V the N in P",
	"a N from P V that the A N would not be V by the N",
	"P and P have V the N of A N since Y",
	"more than D N were V when the N of P V into the N",
	"it was the first N of its N to be V in P",
	"they had R V all of the N that the N V for D days",
	"P V to the N with a N and an A N",
	"there is no N in the A N , which has been V by P",
	"the N was V at the N on the N of P",
	"some of these N will be V before the end of Y",
	"the N between P and the N was V by a A N",
	"in Y the N V D per cent of its N to P",
	"what the N V for is a A N of the N",
	"his N had been V out of the A N by her N",
	"few N are as A as the N that P R V",
)

// joins stand between two clauses of a sentence.
var joins = fields(", and", ", but", "while", "because", ", so", "after")

// questions ask for what clauses tell: N, P and the others stand for words of a paragraph.
var questions = fields(
	"what did P V about the N of the A N after the N was V ?",
	"who V the A N in P when the N of N V ?",
	"how many N were V by the N and the A N of P ?",
	"when did P V the N of the N that the N V for ?",
	"why was the A N V by the N in Y ?",
	"where is the N that the A N R V for the N and N of P ?",
	"which A N did the N V in Y to V the N of P ?",
	"what is the N of N and N , and how did the A N V it ?",
	"did the A N really V the N of the N before it was V by P ?",
	"P V a N to the N this week . What was the A N that they V ?",
)

var roles = []string{"the mayor", "a spokesman for the company", "chief executive", "who has lived there for years", "the minister", "a professor of history"}

func fields(lines ...string) [][]string {
	all := make([][]string, len(lines))
	for i, line := range lines {
		all[i] = strings.Fields(line)
	}
	return all
}

// used are the words that a paragraph was made with, by what they stand for.
type used map[string][]string

// take returns one of the words that stand for something, drawn by lot, and takes it out; empty where there is none left.
func (u used) take(what string, r *rand.Rand) string {
	left := u[what]
	if len(left) == 0 {
		return ""
	}
	i := r.IntN(len(left))
	word := left[i]
	u[what] = slices.Delete(left, i, i+1)
	return word
}

// sentence writes a sentence of one to three clauses, some of them said by somebody, and notes its words.
func (v vocabulary) sentence(t *topic, words used) string {
	s := v.clause(t, words)
	for range v.IntN(3) {
		join := joins[v.IntN(len(joins))]
		s = append(append(s, join...), v.clause(t, words)...)
	}
	line := upper(join(s))
	if v.IntN(8) > 0 {
		return line + "."
	}
	name := t.names[v.IntN(len(t.names))]
	words["P"] = append(words["P"], name)
	return "“" + line + ",” said " + name + ", " + roles[v.IntN(len(roles))] + "."
}

func (v vocabulary) clause(t *topic, words used) []string {
	var s []string
	for _, w := range clauses[v.IntN(len(clauses))] {
		filled := v.fill(w, t)
		if filled != w {
			words[w] = append(words[w], filled)
		}
		s = append(s, filled)
	}
	return s
}

// fill returns what a word of a clause stands for, or the word itself.
func (v vocabulary) fill(w string, t *topic) string {
	switch w {
	case "N", "V", "A", "R":
		return v.word(w[0], t)
	case "P":
		if v.IntN(4) > 0 {
			return t.names[v.IntN(len(t.names))]
		}
		return v.newName()
	case "D":
		return strconv.Itoa(2 + v.IntN(90))
	case "Y":
		return strconv.Itoa(1950 + v.IntN(75))
	}
	return w
}

// question asks about a paragraph that was made with some words; what it lacks is left out.
func (v vocabulary) question(words used) string {
	var s []string
	for _, w := range questions[v.IntN(len(questions))] {
		if len(w) == 1 && w >= "A" && w <= "Z" {
			w = words.take(w, v.Rand)
		}
		if w != "" {
			s = append(s, w)
		}
	}
	return upper(join(s))
}
