package speech

import "strings"

func english() *language {
	return &language{words: lexicon(append(englishGroups, englishVerbs()...)...), adverbs: "ly", past: "ed"}
}

var englishGroups = []group{
	{cueStrong, "say says said tell tells told write writes wrote written"},
	{cueStrong | cueBound, "saying telling writing"},
	{cueWeak, `
		sing sings sang think thinks thought know knows knew begin begins began break breaks broke go goes went put puts
		read reads speak speaks spoke hear hears heard find finds found sum sums summed swear swears swore shoot shoots
		shot`},
	{cueWeak | cueBound, "singing thinking beginning reading speaking going putting"},
	{heWord | male, "he"}, {link | male, "him"},
	{sheWord | female, "she"},
	{itWord, "it"},
	{theyWord, "they i we you everyone everybody nobody"},
	{determiner | indefinite, "a an"},
	{determiner | definite, "the this these those such"},
	{determiner | male, "his"}, {determiner | female, "her"},
	{male, `
		himself spokesman congressman councilman businessman king prince duke son husband father brother nephew uncle
		widower man boy gentleman`},
	{female, `
		herself hers spokeswoman chairwoman congresswoman councilwoman businesswoman queen princess duchess actress
		daughter wife mother sister niece aunt widow woman lady girl`},
	{determiner, `
		a an its their my our your another some several many few most both each every one two three four five six seven
		eight nine ten other any no all`},
	{link, `
		them us me of in on at by to for from with without about against after before during between among over under
		into onto upon through since until till while when where why how because although though if unless than as but
		or nor so yet then amid despite per via not neither whether what there here following including outside inside
		beyond toward towards`},
	{genitive, "of for at from in with"},
	{that, "that"}, {barely, "say says said"},
	{conjunction, "and & but or nor so yet"},
	{relative, "who which that whose whom"},
	{origin, "according"},
	{filler | being, "is are was were be been being am get gets got"},
	{filler, `
		has have had will would could should may might must can did does do also then later often again once further
		just still even ever never always sometimes soon now already simply too first finally afterwards afterward thus
		instead meanwhile however moreover yesterday today tonight not n't himself herself itself themselves almost only
		rather quite oh ah yes well aye eh hey hello hi alas please thanks indeed perhaps maybe therefore earlier last
		next like recently`},
	{honorific | male, "mr mr. sir lord monsieur brother uncle father fr. master"},
	{honorific | female, "mrs mrs. ms ms. miss lady madame mme dame sister aunt mother"},
	{honorific, `
		rev rev. reverend fr. st st. sgt sgt. lt lt. capt capt. col col. maj maj. adm adm. gen gen. hon hon. cousin
		comrade saint`},
	{office, `
		chairman chairwoman chairperson chair president minister secretary director officer chief founder co-founder
		cofounder executive manager head leader spokesman spokeswoman spokesperson professor lecturer researcher
		scientist analyst economist strategist adviser advisor lawyer attorney prosecutor judge justice senator
		congressman congresswoman representative governor mayor councillor councilman councilwoman commissioner
		ambassador diplomat envoy general colonel captain lieutenant sergeant admiral commander detective sheriff
		historian author writer novelist poet journalist reporter editor columnist correspondent anchor host moderator
		critic activist organizer organiser campaigner volunteer student teacher principal superintendent coach player
		owner partner consultant aide assistant fellow expert specialist engineer designer architect developer doctor
		physician surgeon nurse psychologist psychiatrist therapist priest pastor bishop rabbi imam pope queen prince
		princess duke duchess actor actress singer musician artist producer filmmaker comedian candidate nominee
		challenger incumbent lawmaker politician delegate voter resident farmer businessman businesswoman entrepreneur
		investor banker trader veteran member chancellor premier treasurer coordinator administrator inspector trustee
		boss pollster operative donor supporter surrogate lobbyist biologist physicist chemist ecologist geologist
		climatologist astronomer sociologist anthropologist philosopher scholar sen sen. rep rep. gov gov. del. pres.
		speaker whip counsel counselor publicist agent publisher blogger curator librarian pilot winner champion striker
		goalkeeper quarterback son daughter wife husband mother father brother sister niece nephew uncle aunt cousin
		widow friend colleague neighbour neighbor man woman lady boy girl gentleman vice-president lieutenant-governor
		driver customer parent passenger employee worker victim survivor witness buyer tourist visitor fan caller source
		official user shopper protester demonstrator refugee mom dad`},
	{modifier, `
		former deputy vice senior junior acting interim rotating global executive assistant associate managing founding
		current then longtime veteran retired ex national international foreign prime first second top leading lead
		prominent late presidential congressional presumptive republican democratic democrat conservative labour liberal
		libertarian independent american british english scottish welsh irish french german italian spanish portuguese
		dutch belgian swiss austrian swedish norwegian danish finnish polish hungarian czech greek turkish russian
		ukrainian chinese japanese korean indian pakistani iranian iraqi israeli palestinian egyptian saudi syrian
		african european asian latin mexican canadian australian brazilian defense defence security financial technical
		technology chief general political social economic prime-ministerial own poor dear`},
	{calendar, `
		monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
		september october november december day night morning evening afternoon week weekend month year noon hour minute
		moment time days weeks months years hours minutes moments`},
	{shortened, `
		no. vs. etc. jan. feb. aug. sept. oct. nov. dec. ave. blvd. mt. ft. cf. al. calif. wis. mich. mass. conn. tex.
		va. pa. fla. wash. ariz. colo. minn. mo. ill. ind. kan. ky. la. md. me. miss. mont. neb. nev. okla. ore. tenn.
		vt. wyo.`},
	{body | firm, "company firm airline carmaker retailer manufacturer bank"},
	{body, "campaign team administration government court letter statement report"},
	{people, `
		people officials aides allies organizers activists families parents workers residents students teachers someone
		somebody critics supporters experts voters republicans democrats analysts others lawmakers police members
		protesters`},
}

// Verbs of speech that follow the rule; their forms are made by inflect.
const (
	englishStrong = `
		add state declare explain insist note reply respond ask answer conclude warn remark observe comment quip exclaim
		shout retort recall tweet continue joke admit assert claim argue announce acknowledge concede counter reiterate
		stress emphasize emphasise testify caution complain lament muse opine inquire enquire whisper mutter murmur
		chant yell cry reveal recount`
	englishWeak = `
		call describe suggest urge praise criticize criticise accuse blast promise vow predict dismiss refer label brand
		characterize characterise compare mock attack slam denounce defend point believe boast laugh sigh smile gasp
		groan moan sob growl snap breathe pant stammer falter echo burst interpose interrupt pursue resume rejoin return
		ejaculate protest plead beg persist pronounce proceed demand confirm deny report repeat post express agree
		maintain charge contend propose remind reason reassure relate recommend scold scream roar grumble hiss hint gush
		drawl implore invite jest mention offer order observe object pledge pray preach proclaim question rave rebuke
		recite refuse ruminate shriek snarl sneer stutter summarize summarise tease theorize threaten thunder utter
		venture volunteer wail wonder blurt bark bellow chide chime chuckle coax croak cite blame liken condemn thank
		cheer instruct advise assure signal allege address discuss estimate expect insinuate intone nod realize rejoice
		sniff snort speculate stipulate sputter surmise whine whimper wish worry open start finish end assent affirm
		admonish appeal banter command counsel entreat exhort fret interject interrogate marvel`
)

func englishVerbs() []group {
	var groups []group
	for strength, verbs := range map[traits]string{cueStrong: englishStrong, cueWeak: englishWeak} {
		for verb := range strings.FieldsSeq(verbs) {
			present, past, bound := inflect(verb)
			if strength == cueStrong && !nouns[verb] || plurals[verb] {
				present += " " + verb
			}
			groups = append(groups, group{strength, present + " " + past}, group{strength | cueBound, bound})
		}
	}
	return groups
}

// The bare form of a verb has a plural subject: critics call it so. Of strong verbs it is left out where the noun is
// commoner, as in "state senator"; of weak ones it is told only where it is not.
var (
	nouns   = set("state note answer remark comment shout joke claim counter caution whisper murmur yell cry tweet")
	plurals = set("call describe suggest urge believe agree demand predict contend propose recommend expect")
)

// inflect returns the forms of a regular English verb: adds, added, adding.
func inflect(verb string) (present, past, bound string) {
	stem, last := verb[:len(verb)-1], verb[len(verb)-1]
	vowel := func(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
	switch {
	case last == 'e':
		return verb + "s", verb + "d", stem + "ing"
	case last == 'y' && !vowel(verb[len(verb)-2]):
		return stem + "ies", stem + "ied", verb + "ing"
	case strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), last == 's', last == 'x':
		return verb + "es", verb + "ed", verb + "ing"
	case doubled[verb]:
		return verb + "s", verb + string(last) + "ed", verb + string(last) + "ing"
	}
	return verb + "s", verb + "ed", verb + "ing"
}

// doubled are the verbs that double their last letter.
var doubled = set("admit quip slam sob snap beg refer fret nod chat")
