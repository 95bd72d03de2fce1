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
	frame: "compare comparison contrast view opinion position statement word quotation anything everything something",
	saidNouns: "state states statement statements claim claims explanation explanations announcement announcements declaration " +
		"declarations thoughts writing writings warning warnings promise promises admission admissions mention mentions " +
		"comment comments remark remarks response responses reply replies argument arguments addition additions denial denials",
	stances:   "opinion view position stance quote quotes quotation statement comment remark words thoughts take attitude anything something",
	sources:   "by from of",
	compares:  "compare comparison contrast difference differ differs versus vs",
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

	fillers: "please would_you_be_so_kind and_tell_us and_tell_me to_tell_us to_tell_me as_to could_you can_you would_you " +
		"will_you could_anyone can_anyone could_someone can_someone tell_me " +
		"tell_us show_me show_us give_me find_me find let_me_know remind_me help_me_find i_was_wondering_if " +
		"i_was_wondering i_wonder_if i_wonder i'm_wondering if_you_know you_know if_you_can do_you_know " +
		"does_anyone_know does_anybody_know anyone_know any_idea any_ideas i'd_like_to_know i_would_like_to_know " +
		"i_want_to_know i_wanted_to_know i_need_to_know i'd_like_to_see i_have_a_question a_question " +
		"quick_question question just so thanks thank_you thanks_a_lot thx in_advance thanks_in_advance hi hello " +
		"hey hi_all hi_team hi_everyone hi_there hello_everyone hey_guys hey_team for_me pls plz kindly",

	contrary: contraryWords{
		denials: "not no never without none nobody nothing neither nor cannot except unless hardly",
		opposites: "first earliest initial / last latest final; before prior / after following; most / least fewest; " +
			"more / less fewer; largest biggest greatest / smallest; longest / shortest; highest / lowest; " +
			"maximum / minimum; oldest / youngest newest; increase rise grow gain / decrease fall decline drop reduce; " +
			"north northern / south southern; east eastern / west western; male man men boy / female woman women girl; " +
			"win won victory / lose lost defeat; begin start / end finish stop; best / worst; hot warm / cold cool; " +
			"strong strongest / weak weakest; fast fastest / slow slowest; open / close; " +
			"internal inner / external outer; above / below; left / right; upper / lower; positive / negative; " +
			"public / private; accept approve support / reject oppose refuse; advantage / disadvantage; " +
			"success succeed / failure fail; majority / minority; ancient old / modern new; " +
			"import imported / export exported; legal / illegal; allow permit / forbid ban prohibit; " +
			"rich richest / poor poorest; winter / summer; spring / autumn; day / night; urban / rural; " +
			"civilian / military; direct / indirect; domestic / foreign; attack / defend; ally allies / enemy enemies; " +
			"input / output; hardware / software; horizontal / vertical; odd / even; liquid / solid",
		prefixes: "un non im in il ir dis",
	},
	kinds: kindWords{
		auxiliary: "do does did has have had can could will would may might shall should must",
		copula:    "is are was were",
		sorts:     "type kind sort form other",
		named: "company organization organisation firm corporation brand bank agency institution university college school " +
			"club team band group party government ministry department court church newspaper magazine journal publisher " +
			"channel station network airline airport book novel poem play film movie show series song album opera game " +
			"language religion war battle treaty agreement law act bill river lake mountain sea ocean desert island bridge " +
			"building museum park castle tower railway station ship aircraft car model program programme project product " +
			"software award prize festival event tribe dynasty empire nationality ethnicity artist singer musician " +
			"composer painter architect philosopher historian physicist chemist mathematician economist scholar professor " +
			"emperor pope bishop general commander governor mayor player coach athlete character god goddess",
		naming: "name title nickname term word pseudonym abbreviation acronym phrase expression",
		called: "called named known termed dubbed nicknamed titled entitled",

		years:     "year decade century",
		days:      "date day month weekday",
		durations: "how_long duration period",
		prices:    "price cost costs pay paid money worth dollars salary revenue budget fine spend spent earn earned",
		shares:    "percentage percent proportion share fraction rate",
		ages:      "how_old age",
		sizes: "how_far how_high how_tall how_big how_large how_deep how_wide how_heavy how_fast length height weight distance " +
			"width depth speed size area temperature",

		capital: true,
		gerund:  "ing",
		means:   "means meaning refers called known named termed defined describes dubbed nicknamed stands",
		at:      "in at from near to outside inside across around through into",
		by:      "by through using via with use used thanks method means",
		money:   "dollar euro pound cent penny yen yuan franc rupee krone peso",
		share:   "percent per_cent half third quarter fifth majority",
		units:   "meter metre kilometer kilometre km mile foot feet inch yard ton tonne kilogram kg gram degree hectare acre square cubic hour second knot litre liter m cm mm",
		spans:   "second minute hour day night week month year decade century",
		age:     "aged age old",
		when:    "during while after before until since ago later early late when once by end beginning start",
		vague:   "several many few no dozens hundreds thousands millions numerous most all none some both only every each",
		purpose: "to for as by so allow enable",
	},

	dates: timeWords{
		months: "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep " +
			"october/oct november/nov december/dec",
		of: "of",
		in: "in_# during_# in_the_year_#", since: "since_#", after: "after_#", before: "before_#",
		between: "between_#_and_# from_#_to_#",
	},
}
