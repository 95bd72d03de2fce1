package evidence

import "verbatim/answer/question"

// The weights were fitted on public sets of questions in six languages, on questions made of
// labelled quotations, and on questions of other people about other things: on passages that
// hold the answer, others, questions that a passage nearly answers, and questions that nothing does.
// Half of the English ones were written without capitals, as people type in a chat.

// ranking makes a right passage likeliest among those of its question (a softmax over all of
// them), where a passage is worth less the longer it is.
var ranking = Numbers{
	Own: 2.76, Exact: 3.04, Kin: 3.67, Related: 10, Opposite: 0.604, Misnumbered: -0.884, Peak: 1.8,
	Order: 0.572, Pairs: 5.6, Triples: -0.72, Run: -1.22, Before: 2.04, After: -5.89, Paragraph: -1.71,
	Title: 5.4, Headed: 2.31, Missing: -1.83, Scant: -0.543, Gap: -0.596, Rarity: 0.233,
	Unknown: -0.299, Held: -0.179, Lost: -0.139, Terms: 0.0391, Names: 0.255, NamesAway: 0.532,
	NamesStrange: -3.33, NamesHeaded: -0.145, NamesAbsent: 0.118, NamesLost: 0.754, Plain: 0.791,
	PlainAbsent: -0.0832, PlainLost: -0.153, Figures: -0.0324, Bare: -0.127, Negative: -0.0657,
	Unnegated: -1.33, Guessed: -0.338, Scored: -0.785, ScoredAround: 0.641, ScoredWhole: 0.771,
	ScoredBefore: -0.257, ScoredAfter: -0.459, Short: 0.507, ShortAround: -0.488, ShortWhole: -0.755,
	Rank: 0.68, Second: -0.159, Third: 0.25, Words: -0.398, Length: 1.51, Opens: 1.18, First: -0.527,
	Early: 0.284, Asks: -4.43, Heading: -0.433, Novel: -2.09, News: 0.203, NewNames: -0.172,
	Density: 0.934, Close: 0.117, Refers: 0.0121, Referred: 0.628, Size: 0.0103, Whole: -0.767,
	Said: -0.0502, Direct: 3.54, Speaks: 0.367, Untold: -0.422, Aside: -1.36, Mute: 0.4,
	InFrench: -0.0625, InSpanish: -0.0194, InRussian: 0.0565, InNorwegian: -0.0125, InSwedish: 0.0812,
	Kinds + Feature(question.Anything): -0.0031, Kinds + Feature(question.Person): 1.29,
	Kinds + Feature(question.Time): 2.08, Kinds + Feature(question.Place): 1.31,
	Kinds + Feature(question.Number): 2.63, Kinds + Feature(question.Reason): 1.47,
	Kinds + Feature(question.Name): 0.507, Kinds + Feature(question.Thing): 0.222,
	Kinds + Feature(question.Manner): 0.442, Kinds + Feature(question.Meaning): 0.598,
}

// tells says how likely the library tells of what a question asks: a logistic model of its
// best passage, fitted on questions that it answers and questions of other subjects. Of Bare the
// sets hold too few: its weight is set by judgement. How long a passage, its article and the question are
// must not count, since these sets differ in that.
var tells = Numbers{
	Own: 0.294, Exact: 0.397, Kin: 4.23, Related: -0.747, Opposite: -0.504, Misnumbered: 1.13,
	Peak: -0.639, Order: 0.178, Pairs: -2.29, Triples: 1.47, Run: -0.553, Before: -0.0145,
	After: -1.49, Paragraph: -0.23, Title: 0.264, Headed: -1.33, Missing: -1.3, Scant: 0.158,
	Gap: 0.0863, Rarity: 1.62, Unknown: -3.02, Held: 2.42, Lost: 0.254, Names: 0.251, NamesAway: -0.45,
	NamesStrange: 0.474, NamesHeaded: 0.861, NamesAbsent: 0.384, NamesLost: -0.208, Plain: 0.0708,
	PlainAbsent: 0.544, PlainLost: 0.469, Figures: -1.07, Bare: -2, Negative: 0.773, Unnegated: -0.162,
	Guessed: -3.47, Scored: 0.4, ScoredAround: 3.78, ScoredWhole: -2.34, ScoredBefore: 0.414,
	ScoredAfter: 0.785, Short: -1.13, ShortAround: 2.15, ShortWhole: -1.16, Rank: -0.312, Asks: 3.78,
	Heading: 1.23, Close: -0.204, Refers: -0.33, Referred: 0.815, Size: -0.186, Said: 0.533,
	Direct: -2.67, Speaks: 0.84, Untold: -0.29, Aside: -1.56, Mute: -3.06, Best: 0.705, Lead: -0.159,
	Apart: 0.469, Crowd: 0.187, InFrench: 2.4, InSpanish: 1.19, InRussian: 2.91, InNorwegian: 2.76,
	InSwedish: 1.21, Kinds + Feature(question.Anything): -0.228,
	Kinds + Feature(question.Person): -1.32, Kinds + Feature(question.Time): -1.82,
	Kinds + Feature(question.Place): -0.778, Kinds + Feature(question.Number): -0.738,
	Kinds + Feature(question.Reason): -0.244, Kinds + Feature(question.Name): 0.342,
	Kinds + Feature(question.Thing): -0.151, Kinds + Feature(question.Manner): -0.698,
	Kinds + Feature(question.Meaning): 0.606,
}

// answers says how likely the best passage has the answer where the library tells of what is
// asked: a logistic model, fitted on questions that are answered and questions that are nearly. How
// large a library or an article is must not count: nearly all of these questions were asked of the same.
var answers = Numbers{
	Own: -0.0879, Exact: 0.263, Kin: 2.8, Related: 3.53, Opposite: -1.53, Misnumbered: -1.67,
	Peak: 2.18, Order: 0.154, Pairs: -1.12, Triples: 0.66, Run: -0.738, Before: 0.706, After: 1.78,
	Paragraph: -1.3, Title: 3.33, Missing: 1.16, Scant: 0.049, Gap: 0.16, Rarity: -0.641, Held: 0.899,
	Lost: 0.248, Terms: 0.123, Names: 0.282, NamesAway: -1.12, NamesStrange: -1.88, NamesAbsent: 1.03,
	NamesLost: -0.493, Plain: 0.832, PlainAbsent: -0.0485, PlainLost: 0.145, Figures: -0.764,
	Bare: -1.65, Negative: -0.977, Unnegated: -2.77, Guessed: -2.17, Scored: 0.179,
	ScoredAround: 0.0845, ScoredBefore: 0.4, ScoredAfter: 0.267, Second: 0.0592, Third: -0.0566,
	Words: -0.119, Length: 0.721, Asks: 1.65, Heading: 0.218, Novel: -1.56, News: -0.286,
	Density: -0.331, Close: -0.0516, Refers: 0.122, Referred: 0.301, Said: 0.138, Direct: 0.763,
	Speaks: 0.767, Untold: -1.06, Aside: -2.46, Mute: -2.33,
	Kinds + Feature(question.Anything): -0.179, Kinds + Feature(question.Person): 0.367,
	Kinds + Feature(question.Time): 0.122, Kinds + Feature(question.Place): 0.551,
	Kinds + Feature(question.Number): -0.0012, Kinds + Feature(question.Reason): -0.0416,
	Kinds + Feature(question.Name): 0.303, Kinds + Feature(question.Thing): -0.187,
	Kinds + Feature(question.Manner): -0.155, Kinds + Feature(question.Meaning): 0.644,
}

const (
	tellsBias   = -8.3265
	answersBias = -3.7239

	answeredShare = 0.15 // how much the second counts beside the first

	// threshold is set so that of the English encyclopedia questions that the articles
	// answer about 3.5 % score less than .5; sharpness so that a score is how often the articles
	// answer questions with that score, if half of all questions are about other subjects.
	threshold = -1.9615
	sharpness = 1.2789
)
