package evidence

import "verbatim/answer/question"

// The weights were fitted on public sets of questions in six languages, on questions made of
// labelled quotations, and on questions of other people about other things: on passages that
// hold the answer, others, questions that a passage nearly answers, and questions that nothing does.
// A part of the English ones was asked without capitals too, as people type in a chat, and of small libraries.

// ranking makes a right passage likeliest among those of its question (a softmax over all of
// them), where a passage is worth less the longer it is.
var ranking = Numbers{
	Own: 2.56, Exact: 3.03, Kin: 3.57, Related: 9.85, Opposite: 0.587, Misnumbered: -0.871, Peak: 1.82,
	Order: 0.576, Pairs: 5.56, Triples: -1.05, Run: -1.06, Before: 2.19, After: -6.05,
	Paragraph: -2.01, Title: 5, Headed: 2.51, Missing: -1.97, Scant: -0.572, Gap: -0.671,
	Rarity: 0.289, Unknown: -0.297, Held: 0.134, Lost: -0.109, Terms: 0.0351, Names: 0.199,
	NamesAway: 0.443, NamesStrange: -3.28, NamesHeaded: -0.114, NamesAbsent: 0.155, NamesLost: 0.691,
	Plain: 0.829, PlainAbsent: -0.112, PlainLost: -0.104, Figures: -0.0259, Bare: -0.129,
	Negative: -0.0635, Unnegated: -1.32, Guessed: -0.34, Scored: -0.84, ScoredAround: 0.616,
	ScoredWhole: 0.845, ScoredBefore: -0.299, ScoredAfter: -0.45, Short: 0.54, ShortAround: -0.468,
	ShortWhole: -0.829, Rank: 0.704, Second: -0.2, Third: 0.255, Words: -0.402, Length: 1.46,
	Opens: 1.02, First: -0.56, Early: 0.581, Asks: -4.67, Heading: -0.458, Novel: -1.89, News: 0.262,
	NewNames: -0.157, Density: 1.06, Close: 0.115, Refers: -0.0046, Referred: 0.724, Size: 0.0102,
	Whole: -0.727, Said: -0.0467, Direct: 3.47, Speaks: 0.303, Untold: -0.433, Aside: -1.19,
	Mute: 0.331, InFrench: -0.0609, InSpanish: -0.0154, InRussian: 0.0617, InNorwegian: -0.0101,
	InSwedish: 0.0707, Kinds + Feature(question.Anything): -0.0039,
	Kinds + Feature(question.Person): 1.3, Kinds + Feature(question.Time): 2.07,
	Kinds + Feature(question.Place): 1.31, Kinds + Feature(question.Number): 2.64,
	Kinds + Feature(question.Reason): 1.36, Kinds + Feature(question.Name): 0.518,
	Kinds + Feature(question.Thing): 0.211, Kinds + Feature(question.Manner): 0.45,
	Kinds + Feature(question.Meaning): 0.589,
}

// tells says how likely the library tells of what a question asks: a logistic model of its
// best passage, fitted on questions that it answers and questions of other subjects. Of Bare the
// sets hold too few: its weight is set by judgement. How long a passage, its article and the question are
// must not count, since these sets differ in that.
var tells = Numbers{
	Own: 0.103, Exact: 0.317, Kin: 4.19, Related: -0.939, Opposite: -0.573, Misnumbered: 1.06,
	Peak: -0.873, Order: 0.0851, Pairs: -2.2, Triples: 2, Run: -0.89, Before: 0.0642, After: -0.203,
	Paragraph: -0.239, Title: 0.862, Headed: -1.62, Missing: -1.45, Scant: 0.204, Gap: 0.361,
	Rarity: 1.57, Unknown: -3.13, Held: 2.47, Lost: 0.288, Names: 0.282, NamesAway: -0.342,
	NamesStrange: 0.598, NamesHeaded: 0.753, NamesAbsent: 0.291, NamesLost: -0.263, Plain: 0.11,
	PlainAbsent: 0.606, PlainLost: 0.414, Figures: -1.15, Bare: -2, Negative: 0.731, Unnegated: -0.147,
	Guessed: -3.46, Scored: 0.373, ScoredAround: 3.53, ScoredWhole: -2.14, ScoredBefore: 0.334,
	ScoredAfter: 0.752, Short: -1.41, ShortAround: 2.1, ShortWhole: -1, Rank: -0.265, Asks: 3.94,
	Heading: 1.11, Close: -0.177, Refers: -0.292, Referred: 0.697, Size: -0.225, Said: 0.694,
	Direct: -2.54, Speaks: 0.729, Untold: -0.34, Aside: -1.6, Mute: -2.96, Best: 0.731, Lead: -0.147,
	Apart: 0.446, Crowd: 0.193, InFrench: 2.39, InSpanish: 1.15, InRussian: 2.87, InNorwegian: 2.84,
	InSwedish: 1.29, Kinds + Feature(question.Anything): -0.204,
	Kinds + Feature(question.Person): -1.33, Kinds + Feature(question.Time): -1.85,
	Kinds + Feature(question.Place): -0.691, Kinds + Feature(question.Number): -0.888,
	Kinds + Feature(question.Reason): -0.201, Kinds + Feature(question.Name): 0.338,
	Kinds + Feature(question.Thing): -0.139, Kinds + Feature(question.Manner): -0.747,
	Kinds + Feature(question.Meaning): 0.548,
}

// answers says how likely the best passage has the answer where the library tells of what is
// asked: a logistic model, fitted on questions that are answered and questions that are nearly. How
// large a library or an article is must not count: nearly all of these questions were asked of the same.
var answers = Numbers{
	Own: -0.192, Exact: 0.269, Kin: 2.93, Related: 3.48, Opposite: -1.53, Misnumbered: -1.69,
	Peak: 2.26, Order: 0.15, Pairs: -1.14, Triples: 0.66, Run: -0.726, Before: 1.21, After: -0.302,
	Paragraph: -1.28, Title: 3.09, Missing: 1.22, Scant: 0.0176, Gap: 0.0493, Rarity: -0.602,
	Held: 0.865, Lost: 0.243, Terms: 0.171, Names: 0.282, NamesAway: -0.969, NamesStrange: -1.81,
	NamesAbsent: 0.976, NamesLost: -0.544, Plain: 0.841, PlainAbsent: -0.0405, PlainLost: 0.133,
	Figures: -0.757, Bare: -1.64, Negative: -0.975, Unnegated: -2.77, Guessed: -2.18, Scored: 0.173,
	ScoredAround: 0.137, ScoredBefore: 0.375, ScoredAfter: 0.265, Second: 0.0811, Third: -0.0752,
	Words: -0.121, Length: 0.761, Asks: 1.53, Heading: 0.243, Novel: -1.37, News: -0.351,
	NewNames: 0.0058, Density: -0.306, Close: -0.0375, Refers: 0.146, Referred: 0.293, Said: 0.136,
	Direct: 0.761, Speaks: 0.757, Untold: -0.988, Aside: -2.5, Mute: -2.41,
	Kinds + Feature(question.Anything): -0.178, Kinds + Feature(question.Person): 0.342,
	Kinds + Feature(question.Time): 0.118, Kinds + Feature(question.Place): 0.579,
	Kinds + Feature(question.Number): -0.0013, Kinds + Feature(question.Reason): -0.0494,
	Kinds + Feature(question.Name): 0.266, Kinds + Feature(question.Thing): -0.184,
	Kinds + Feature(question.Manner): -0.195, Kinds + Feature(question.Meaning): 0.642,
}

const (
	tellsBias   = -8.2389
	answersBias = -3.9145

	answeredShare = 0.15 // how much the second counts beside the first

	// threshold is set so that of the English encyclopedia questions that the articles
	// answer about 3.5 % score less than .5; sharpness is the slope of the score through that point, fitted to whether the articles
	// answer, over all of these questions.
	threshold = -2.0017
	sharpness = 1.2449
)
