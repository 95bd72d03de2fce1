// Package evidence holds what speaks for a passage as the answer to a question, as numbers,
// and what they weigh. It is arithmetic: it knows no text.
package evidence

import "verbatim/answer/question"

// Feature is one of the numbers. A share is of the weight of all the question's terms, from 0 to 1.
type Feature int

const (
	// Which of the question's terms stand where.
	Own         Feature = iota // share that the passage holds, in its words or its speaker's name
	Exact                      // share that it holds in the question's own form
	Kin                        // share that it only holds words of the same family of
	Related                    // share that it only holds words of a related meaning of
	Opposite                   // how many of the terms that it lacks it has the opposite of
	Misnumbered                // how many numbers it lacks and has others of the same sort
	Peak                       // share that one of its sentences holds
	Order                      // share whose neighbour in the question is their neighbour here
	Pairs                      // how many of the question's pairs of words, stop words too, stand in it, of 1
	Triples                    // the same of three words
	Run                        // the longest run of words that it shares with the question, by the length of that
	Before                     // share that only the sentence before it holds
	After                      // share that only the sentence behind it holds
	Paragraph                  // share that only its paragraph holds
	Title                      // share that only the heading of its article holds
	Headed                     // share that the heading of its article holds
	Missing                    // share that not even its article holds
	Scant                      // 1 where that is more than most of the question
	Gap                        // share of the heaviest term that is in none of them, nor a word of its family
	Rarity                     // how rare the heaviest term is that it lacks, from 0 to 1: no article has it
	Unknown                    // share that no article holds
	Held                       // how many of the terms it holds, or words of their family, of 1
	Lost                       // how many it does not
	Terms                      // logarithm of the number of terms

	// Of the names in the question; 0 where there are none.
	Names        // how much of them the passage holds
	NamesAway    // how much of them only the rest of its article holds, where nobody's words are asked for
	NamesStrange // how much of them not even its article holds
	NamesHeaded  // how much of them the heading holds
	NamesAbsent  // 1 where neither its paragraph nor the heading holds any
	NamesLost    // how many the passage lacks

	// Of the other terms.
	Plain       // how much of them the passage holds, or words of their family; 1 where there are none
	PlainAbsent // 1 where it holds none of them
	PlainLost   // how many of them it lacks
	Figures     // how much of the numbers neither its paragraph nor the heading holds
	Bare        // 1 where a name is all of the question that any article holds
	Negative    // 1 where the question has a word such as not
	Unnegated   // 1 where it has, and the passage has none near the words of the question
	Guessed     // share of the terms that were taken for other words on a guess

	// What its sentence scored among the candidates, by the weight of all terms.
	Scored       // of its own
	ScoredAround // its paragraph
	ScoredWhole  // its article
	ScoredBefore // the sentence before it
	ScoredAfter  // the sentence behind it
	Short        // how far it is of its own below the best
	ShortAround  // how far its paragraph is
	ShortWhole   // how far its article is
	Rank         // 1 / its rank

	// What the passage looks like.
	Second   // 1 where it has a second sentence
	Third    // 1 where it has a third
	Words    // their number / 10
	Length   // logarithm of their number
	Opens    // 1 where it opens its paragraph
	First    // 1 where it opens its article
	Early    // 1 / the number of its sentence in the article
	Asks     // 1 where it ends with a question
	Heading  // 1 where it has no end, as a headline has none
	Novel    // how many of its words, stop words aside, the question lacks, of 1
	News     // logarithm of how many that are
	NewNames // logarithm of how many of these are written as names
	Density  // share of the terms that it holds, again for each time, by its length
	Close    // how close together its terms stand in one sentence; 1 is side by side
	Refers   // 1 where it begins with a pronoun
	Referred // how much of the names in the question its paragraph or the heading holds then
	Size     // logarithm of the library's sentences: the more, the more hold the words by chance
	Whole    // logarithm of the article's sentences

	// Where the words of somebody are asked for; else 0.
	Said   // 1
	Direct // 1 where they are quoted there
	Speaks // 1 where they speak in the passage
	Untold // the share of the topic that the passage lacks
	Aside  // 1 where the topic has names and neither the passage, its paragraph nor the heading holds any
	Mute   // 1 where it lacks all of it

	// How the passage stands among the others, by what it is ranked by. They count for silence alone.
	Best  // what it is ranked by
	Lead  // how far that is above the next that it does not overlap, up to 6
	Apart // how far above the next of another article
	Crowd // logarithm of how many there are as good

	// 1 where the question is in that language.
	InFrench
	InSpanish
	InRussian
	InNorwegian
	InSwedish
	InHungarian

	// Kinds and those behind it are of the kind of answer that is asked for, by that kind:
	// from 1 where such an answer is there to -1 where none is.
	Kinds

	Features = Kinds + Feature(question.Kinds) // how many there are
)

// Numbers are the evidence for one passage.
type Numbers [Features]float64

// String returns the name of a feature, in words.
func (f Feature) String() string {
	if f >= Kinds {
		return "kind " + kindNames[f-Kinds]
	}
	return featureNames[f]
}

var kindNames = [question.Kinds]string{
	question.Anything: "any", question.Person: "person", question.Time: "time", question.Place: "place",
	question.Number: "number", question.Reason: "reason", question.Name: "name", question.Thing: "thing",
	question.Manner: "manner", question.Meaning: "meaning",
}

var featureNames = [Kinds]string{
	Own:          "own",
	Exact:        "exact",
	Kin:          "kin",
	Related:      "related",
	Opposite:     "opposite",
	Misnumbered:  "misnumbered",
	Peak:         "peak",
	Order:        "order",
	Pairs:        "pairs",
	Triples:      "triples",
	Run:          "run",
	Before:       "before",
	After:        "after",
	Paragraph:    "paragraph",
	Title:        "title",
	Headed:       "headed",
	Missing:      "missing",
	Scant:        "scant",
	Gap:          "gap",
	Rarity:       "rarity",
	Unknown:      "unknown",
	Held:         "held",
	Lost:         "lost",
	Terms:        "terms",
	Names:        "names",
	NamesAway:    "names away",
	NamesStrange: "names strange",
	NamesHeaded:  "names headed",
	NamesAbsent:  "names absent",
	NamesLost:    "names lost",
	Plain:        "plain",
	PlainAbsent:  "plain absent", PlainLost: "plain lost",
	Figures:   "figures",
	Bare:      "bare",
	Negative:  "negative",
	Unnegated: "unnegated", Guessed: "guessed",
	Scored:       "scored",
	ScoredAround: "scored around",
	ScoredWhole:  "scored whole",
	ScoredBefore: "scored before",
	ScoredAfter:  "scored after",
	Short:        "short",
	ShortAround:  "short around",
	ShortWhole:   "short whole",
	Rank:         "rank",
	Second:       "second",
	Third:        "third",
	Words:        "words",
	Length:       "length",
	Opens:        "opens",
	First:        "first",
	Early:        "early",
	Asks:         "asks",
	Heading:      "heading",
	Novel:        "novel",
	News:         "news",
	NewNames:     "new names",
	Density:      "density",
	Close:        "close",
	Refers:       "refers",
	Referred:     "referred",
	Size:         "size",
	Whole:        "whole",
	Said:         "said",
	Direct:       "direct", Speaks: "speaks",
	Untold: "untold",
	Best:   "best", Lead: "lead", Apart: "apart", Crowd: "crowd",
	InFrench: "French", InSpanish: "Spanish", InRussian: "Russian", InNorwegian: "Norwegian", InSwedish: "Swedish",
	InHungarian: "Hungarian",
	Aside:       "aside", Mute: "mute",
}
