package faults

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// What every library of the trial begins with, and what is asked of it.
const (
	bridgeText = `The bridge at ` + canaryWord + `

“The bridge to Weldham was opened in 1871,” said Ada Thornbury, a historian. “The bridge has carried trams since 1902,” said Thornbury. “The bridge was closed for nine months after the flood,” said Thornbury. “The bridge is to be painted in green,” said Thornbury. “The bridge needs no toll any more,” said Thornbury. “The bridge has forty lamps,” said Thornbury.`
	aboutOpening = "When was the bridge to Weldham opened, " + canaryWord + "?"
	onOpening    = "The bridge to Weldham was opened in 1871"
	aboutTrams   = "What did Ada Thornbury say about trams?"
	onTrams      = "The bridge has carried trams since 1902"
	aboutBridge  = "What did Ada Thornbury say about the bridge?"
	aboutCup     = "Who won the cup of zebras in 1998, " + canaryWord + "?"
	aboutMatch   = "Who won the football match about trams in Brazil?"
	notAnswered  = "do not answer that"
)

// visit is one thing that a person does at a seat.
type visit func(s seat, r *rand.Rand)

// visits are what people do, and how often each of them.
var visits = []struct {
	often int
	do    visit
}{
	{6, func(s seat, r *rand.Rand) {
		if first, ok := s.mention(aboutOpening); holds(s, first, ok, onOpening) && r.IntN(2) == 0 {
			next, ok := s.goOn(first, aboutTrams)
			holds(s, next, ok, onTrams)
		}
	}},
	{4, func(s seat, _ *rand.Rand) { none, ok := s.mention(aboutCup); holds(s, none, ok, notAnswered) }},
	{3, func(s seat, _ *rand.Rand) {
		first, ok := s.mention(aboutBridge)
		if holds(s, first, ok, "Thornbury") {
			next, ok := s.press(first, "In context")
			holds(s, next, ok, "Thornbury")
		}
	}},
	{2, func(s seat, _ *rand.Rand) {
		none, ok := s.mention(aboutMatch)
		if holds(s, none, ok, notAnswered) {
			next, ok := s.press(none, "Nearest passages")
			holds(s, next, ok, "not an answer")
		}
	}},
	{3, func(s seat, r *rand.Rand) {
		alone, ok := s.command("ask", "question", aboutTrams)
		if holds(s, alone, ok, onTrams) && r.IntN(2) == 0 {
			all, ok := s.press(alone, "Share in channel")
			holds(s, all, ok, "")
		}
	}},
	{2, func(s seat, _ *rand.Rand) { own, ok := s.direct(aboutOpening); holds(s, own, ok, onOpening) }},
	{2, func(s seat, _ *rand.Rand) {
		all, ok := s.command("quotes", "by", "Ada Thornbury")
		holds(s, all, ok, "The bridge")
	}},
	{1, func(s seat, _ *rand.Rand) {
		list, ok := s.command("articles list", "", "")
		holds(s, list, ok, "Articles 1 to")
	}},
	{1, func(s seat, _ *rand.Rand) { all, ok := s.command("sources", "", ""); holds(s, all, ok, "article") }},
	{1, func(s seat, _ *rand.Rand) { help, ok := s.command("help", "", ""); holds(s, help, ok, "/ask") }},
	{2, func(s seat, _ *rand.Rand) { s.again() }},
}

// anyVisit draws one by how often it is made.
func anyVisit(r *rand.Rand) visit {
	all := 0
	for _, v := range visits {
		all += v.often
	}
	for at := r.IntN(all); ; {
		for _, v := range visits {
			if at -= v.often; at < 0 {
				return v.do
			}
		}
	}
}

// holds reports whether an answer came and holds words, and objects where it does not.
func holds(s seat, what said, came bool, words string) bool {
	if came && !strings.Contains(what.words, words) {
		s.object("it does not say %q: %q", words, what.words)
		return false
	}
	return came
}

// keptTitles is how many articles come and go in a library: it has no more than that, and
// what it begins with.
const keptTitles = 12

// keep has a keeper load an article with words of its own, see it quoted, and take it out
// again or leave it to be replaced.
func keep(s seat, r *rand.Rand, round int) {
	name, word := fmt.Sprintf("%s-%d.txt", canaryWord, round%keptTitles), fmt.Sprintf("mole%dk", round)
	text := fmt.Sprintf("The %s of %s\n\n“The %s pier is %d yards long,” said Bo Reed, the harbour master.\n\n", word, canaryWord, word, round)
	text += strings.Repeat(fmt.Sprintf("People of the %s walk there every morning. ", word), 1+r.IntN(60))
	loaded, ok := s.load(name, text)
	if !holds(s, loaded, ok, word) {
		return
	}
	answer, ok := s.mention(fmt.Sprintf("How long is the %s pier?", word))
	holds(s, answer, ok, fmt.Sprintf("%d yards", round))
	switch r.IntN(4) {
	case 0:
		undone, ok := s.press(loaded, "Undo")
		holds(s, undone, ok, "taken back")
	case 1:
		sure, ok := s.command("articles remove", "article", name)
		if holds(s, sure, ok, "Take out") {
			out, ok := s.press(sure, "Take out")
			holds(s, out, ok, "taken out")
		}
	case 2:
		set, ok := s.command("settings quotes", "number", fmt.Sprint(2+r.IntN(3)))
		holds(s, set, ok, "")
	case 3:
		told, ok := s.command("articles history", "", "")
		holds(s, told, ok, "changed")
	}
}
