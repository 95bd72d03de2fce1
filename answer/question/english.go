package question

var english = words{
	person: "who whom whose",
	time:   "when",
	place:  "where",
	number: "how_many how_much how_long how_far how_high how_tall how_big how_large how_often how_fast how_old " +
		"how_deep how_wide how_heavy how_late how_early",
	reason: "why",
	which:  "what which whose",

	persons: "person man woman people leader president actor actress author writer scientist king queen minister",
	times:   "year month day date century decade time era season weekday",
	places: "city country state place location town region village continent province county district area " +
		"street nation capital",
	numbers: "number amount percentage percent proportion share fraction age price cost population total size " +
		"length height weight distance width depth speed rate temperature score",

	says: "say tell claim state think add argue announce declare explain warn promise deny admit insist mention comment " +
		"remark respond reply write",
	frame:     "compare comparison contrast view opinion position statement word quotation anything everything something",
	topic:     "about on regarding concerning of that when",
	according: "according",
	and:       "and or",

	calendar: "january february march april may june july august september october november december monday " +
		"tuesday wednesday thursday friday saturday sunday century decade yesterday today tomorrow spring " +
		"summer autumn winter era bc ad",
	periods: "year month week day hour minute morning evening night",
	counts: "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
		"eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion " +
		"trillion dozen half third quarter twice double percent one zero",
	causes: "because due since cause reason therefore so thus lead result owing order prevent",

	links:        "and but so or then also ok",
	about:        "about on regarding concerning what_about how_about what_of",
	more:         "what_else anything_else something_else else more any_more tell_me_more can_you_tell_me_more any_more_quotes more_please go_on",
	how:          "how",
	they:         "he she they him them her his their",
	their:        "his her their",
	it:           "it",
	that:         "that this so it these those",
	prepositions: "of at in for from by with to under before after since until",
	articles:     "the a an",
	chat:         "i we you me us my our your",

	dates: timeWords{
		months: "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep " +
			"october/oct november/nov december/dec",
		of: "of",
		in: "in_# during_# in_the_year_#", since: "since_#", after: "after_#", before: "before_#",
		between: "between_#_and_# from_#_to_#",
	},
}
