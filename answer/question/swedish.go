package question

var swedish = words{
	person: "vem vems vilka",
	time:   "när",
	place:  "var vart varifrån",
	number: "hur_många hur_mycket hur_länge hur_långt hur_lång hur_stor hur_stort hur_stora hur_gammal hur_hög hur_högt hur_ofta " +
		"hur_snabbt hur_djup hur_bred hur_tung",
	reason: "varför",
	which:  "vad vilken vilket vilka",

	persons: "person man kvinna författare kung drottning president minister skådespelare statsminister",
	times:   "år årtal datum dag månad århundrade årtionde tid tidpunkt epok säsong veckodag",
	places:  "stad land plats ort region världsdel kommun län delstat by område gata huvudstad ö",
	numbers: "antal procent andel ålder pris kostnad befolkning storlek längd höjd vikt avstånd bredd fart belopp",

	says: "säga säger sade sa sagt berätta berättar berättade skriva skriver skrev anse anser ansåg hävda hävdar hävdade förklara " +
		"förklarar förklarade tro tror tycka tycker uttala meddela meddelar lova neka svara svarade betona",
	frame:     "jämför jämföra åsikt uttalande ståndpunkt",
	saidNouns: "lov tro svar",
	stances:   "åsikt syn ståndpunkt inställning citat uttalande uttalanden kommentar",
	sources:   "från av",
	compares:  "jämför jämföra jämförelse skillnad skillnaden versus vs",
	topic:     "om angående att beträffande",
	according: "enligt",
	and:       "och eller",

	calendar: "januari februari mars april maj juni juli augusti september oktober november december måndag " +
		"tisdag onsdag torsdag fredag lördag söndag århundrade årtionde talet igår imorgon vår sommar höst " +
		"vinter",
	periods: "år månad vecka dag timme morgon kväll natt",
	counts: "en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton tjugo trettio fyrtio femtio sextio " +
		"hundra tusen miljon miljoner miljard miljarder dussin halv hälften tredjedel kvart dubbelt",
	causes: "eftersom därför orsak skäl anledning grund för",

	links:        "och men så eller då också ok",
	about:        "om angående beträffande hur_är_det_med vad_sägs_om",
	more:         "vad_mer vad_annat något_mer något_annat mer berätta_mer",
	how:          "hur",
	they:         "han hon de honom henne dem dom hen",
	that:         "det detta så",
	prepositions: "av i på för från hos med till vid under",
	articles:     "den det de en ett",
	chat:         "jag vi du ni mig oss min vår",

	fillers: "snälla vänligen kan_du_säga kan_du_berätta kan_ni_berätta kan_ni_säga skulle_du_kunna kan_du säg berätta " +
		"berätta_för_mig vet_du vet_någon någon_som_vet jag_undrar undrar jag_vill_veta jag_skulle_vilja_veta " +
		"en_fråga fråga hej hej_alla hallå tack tack_på_förhand",

	contrary: contraryWords{
		denials: "inte ej aldrig utan ingen inget inga varken utom",
		opposites: "först första / sist sista; före innan / efter; mest flest / färst; mer fler / mindre färre; " +
			"störst största / minst minsta; längst längsta / kortast kortaste; högst högsta / lägst lägsta; " +
			"maximum / minimum; äldst äldsta / yngst yngsta; öka ökning växa / minska minskning sjunka; " +
			"norr norra nordlig / söder södra sydlig; öst östra / väst västra; man män / kvinna kvinnor; " +
			"vinna seger vann / förlora nederlag; börja starta / sluta avsluta; bäst bästa / sämst värst; varm / kall; " +
			"stark / svag; snabb / långsam; öppna / stänga; vänster / höger; övre / nedre; positiv / negativ; " +
			"offentlig / privat; godkänna stödja / avslå; fördel / nackdel; majoritet / minoritet; gammal / ny modern; " +
			"vinter / sommar; dag / natt; anställd / arbetsgivare",
		prefixes: "o icke",
	},
	kinds: kindWords{
		auxiliary: "har hade kan kunde ska skall skulle vill ville måste bör gör gjorde får",
		copula:    "är var",
		sorts:     "typ slags sorts form annan annat andra",
		named: "företag bolag firma organisation märke bank myndighet institution universitet högskola skola klubb lag band " +
			"grupp parti regering departement domstol kyrka tidning tidskrift förlag kanal flygplats bok roman dikt film serie " +
			"sång låt album opera spel språk religion krig slag fördrag avtal lag flod sjö berg hav öken bro byggnad museum " +
			"park slott torn station skepp båt flygplan bil modell program projekt produkt pris festival stam dynasti rike " +
			"nationalitet artist sångare musiker kompositör målare arkitekt filosof historiker fysiker kejsare påve biskop " +
			"general guvernör borgmästare spelare tränare figur gud gudinna",
		naming: "namn titel smeknamn begrepp ord uttryck förkortning",
		called: "heter hette kallas kallades kallad kalla känd",
		asking: "typ slags namn titel begrepp kallas kallad ligger befinner finner plats exempel orsak skäl syfte konsekvens roll " +
			"yrke bakgrund sker hände består används betyder",

		years:     "år årtal årtionde århundrade",
		days:      "datum dag månad",
		durations: "hur_länge",
		prices:    "pris kostnad kostar kostade pengar betala lön budget belopp kronor",
		shares:    "procent andel",
		ages:      "hur_gammal ålder",
		sizes: "hur_långt hur_lång hur_stor hur_stort hur_stora hur_hög hur_högt hur_djup hur_bred hur_tung storlek längd höjd " +
			"vikt avstånd bredd djup fart temperatur",

		means:   "betyder innebär kallas kallad heter känd begrepp menas",
		at:      "i på vid från till nära",
		by:      "genom med via hjälp",
		money:   "krona dollar euro pund öre",
		share:   "procent hälften tredjedel fjärdedel majoritet",
		units:   "meter kilometer km mil fot tum ton kilo kg gram grad hektar kvadratmeter kvadratkilometer timme liter m cm mm",
		spans:   "sekund minut timme dag dygn natt vecka månad år årtionde århundrade",
		age:     "åring gammal ålder",
		when:    "under efter före innan sedan medan när då slutet början förra nästa tidigt sent",
		vague:   "flera många få några ingen hundratals tusentals",
		purpose: "för att så",
	},

	dates: timeWords{
		months: "januari februari mars april maj juni juli augusti september oktober november december",
		of:     "år",
		in:     "i_# under_# år_#", since: "sedan_#", after: "efter_#", before: "före_# innan_#",
		between: "mellan_#_och_# från_#_till_#",
	},
}
