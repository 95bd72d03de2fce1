package question

var norwegian = words{
	person: "hvem kven",
	time:   "når",
	place:  "hvor kor",
	number: "hvor_mange hvor_mye hvor_lenge hvor_langt hvor_lang hvor_stor hvor_stort hvor_store hvor_gammel hvor_høy hvor_høyt hvor_ofte " +
		"hvor_raskt hvor_dypt hvor_bred hvor_tung",
	reason: "hvorfor",
	which:  "hva hvilken hvilket hvilke kva",

	persons: "person mann kvinne forfatter konge dronning president minister skuespiller statsminister",
	times:   "år årstall dato dag måned århundre tiår tid tidspunkt epoke sesong ukedag",
	places:  "by land sted region verdensdel kommune fylke stat landsby område gate hovedstad øy bydel",
	numbers: "antall prosent andel alder pris kostnad befolkning størrelse lengde høyde vekt avstand bredde fart beløp",

	says: "si sier sa sagt fortelle forteller fortalte skrive skriver skrev mene mener mente hevde hevder hevdet forklare forklarer " +
		"forklarte tro tror uttale uttaler uttalte opplyse opplyser opplyste love nekte svare svarte understreke",
	frame:     "sammenligne mening uttalelse synspunkt",
	saidNouns: "lov tro svar",
	stances:   "mening syn holdning standpunkt sitat sitater uttalelse uttalelser kommentar",
	sources:   "fra av til",
	compares:  "sammenlign sammenligne sammenligning forskjell forskjellen versus vs",
	topic:     "om angående vedrørende at",
	according: "ifølge følge",
	and:       "og eller",

	calendar: "januar februar mars april mai juni juli august september oktober november desember mandag tirsdag " +
		"onsdag torsdag fredag lørdag søndag århundre tiår tallet vår sommer høst vinter",
	periods: "år måned uke dag time morgen kveld natt går",
	counts: "en ett to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten tjue tretti førti femti seksti " +
		"hundre tusen million millioner milliard milliarder dusin halv halvparten tredjedel kvart dobbelt",
	causes: "fordi grunn årsak siden derfor grunnet for",

	links:        "og men så eller også ok",
	about:        "om angående vedrørende hva_med kva_med",
	more:         "hva_mer hva_ellers noe_mer noe_annet mer fortell_mer hva_annet kva_meir",
	how:          "hvordan korleis",
	they:         "han hun de ham henne dem ho",
	that:         "det dette så slik",
	prepositions: "av i på for fra hos med til ved under",
	articles:     "den det de en et",
	chat:         "jeg vi du dere meg oss min vår eg",

	fillers: "vær_så_snill vennligst kan_du_si_meg kan_du_fortelle_meg kan_du_fortelle kan_dere_si kunne_du kan_du " +
		"si_meg fortell_meg vet_du vet_noen noen_som_vet jeg_lurer_på lurer_på jeg_vil_vite jeg_ønsker_å_vite " +
		"et_spørsmål spørsmål hei hei_alle hallo takk på_forhånd_takk takk_på_forhånd",

	contrary: contraryWords{
		denials: "ikke aldri uten ingen ingenting intet verken ei unntatt",
		opposites: "først første / sist siste; før / etter; mest flest / færrest; mer flere / mindre færre; " +
			"størst største / minst minste; lengst lengste / kortest korteste; høyest høyeste / lavest laveste; " +
			"maksimum / minimum; eldst eldste / yngst yngste; øke økning vokse / minke nedgang synke redusere; " +
			"nord nordlig / sør sørlig; øst østlig / vest vestlig; mann / kvinne; " +
			"vinne seier vant / tape nederlag tapte; begynne starte / slutte avslutte; best beste / verst verste; " +
			"varm / kald; sterk / svak; rask / langsom; åpne / lukke stenge; venstre / høyre; øvre / nedre; " +
			"positiv / negativ; offentlig / privat; godta støtte / avvise; fordel / ulempe; flertall / mindretall; " +
			"gammel / ny moderne; vinter / sommer; dag / natt; alliert / fiende",
		prefixes: "u ikke",
	},
	kinds: kindWords{
		auxiliary: "har hadde kan kunne skal skulle vil ville må måtte bør gjør gjorde",
		copula:    "er var",
		sorts:     "type slags form annen annet andre",
		named: "selskap firma organisasjon merke bank etat institusjon universitet høyskole skole klubb lag band gruppe parti " +
			"regjering departement domstol kirke avis magasin tidsskrift forlag kanal flyplass bok roman dikt film serie sang " +
			"låt album opera spill språk religion krig slag traktat avtale lov elv innsjø fjell hav ørken bro bygning museum " +
			"park slott tårn stasjon skip båt fly bil modell program prosjekt produkt pris festival stamme dynasti rike " +
			"nasjonalitet artist sanger musiker komponist maler arkitekt filosof historiker fysiker keiser pave biskop general " +
			"guvernør ordfører spiller trener figur gud gudinne",
		naming: "navn tittel kallenavn begrep ord uttrykk forkortelse",
		called: "heter het kalles kalt kalte kjent kallt hete",
		asking: "type slags navn tittel begrep kalles kalt ligger finner befinner foregår sted eksempel årsak grunn formål " +
			"konsekvens resultat rolle yrke stilling bakgrunn skjer skjedde skyldes forårsaket består brukes betyr",

		years:     "år årstall tiår århundre",
		days:      "dato dag måned",
		durations: "hvor_lenge varighet",
		prices:    "pris kostnad koster kostet penger betale lønn budsjett beløp kroner",
		shares:    "prosent andel",
		ages:      "hvor_gammel alder",
		sizes: "hvor_langt hvor_lang hvor_stor hvor_stort hvor_store hvor_høy hvor_høyt hvor_dypt hvor_bred hvor_tung størrelse " +
			"lengde høyde vekt avstand bredde dybde fart temperatur",

		means:   "betyr kalles kalt heter kjent begrep navnet",
		at:      "i på ved fra til nær",
		by:      "ved gjennom med via å hjelp",
		money:   "krone dollar euro pund øre",
		share:   "prosent halvparten tredjedel fjerdedel flertall",
		units:   "meter kilometer km mil fot tomme tonn kilo kg gram grad hektar kvadratmeter kvadratkilometer time liter moh m cm mm",
		spans:   "sekund minutt time dag døgn natt uke måned år tiår århundre",
		age:     "åring gammel alder",
		when:    "under etter før siden mens når da slutten begynnelsen starten forrige neste tidlig sent",
		vague:   "flere mange få noen ingen hundrevis tusenvis",
		purpose: "for å at slik",
	},

	dates: timeWords{
		months: "januar februar mars april mai juni juli august september oktober november desember",
		of:     "år",
		in:     "i_# under_# i_løpet_av_#", since: "siden_#", after: "etter_#", before: "før_#",
		between: "mellom_#_og_# fra_#_til_#",
	},
}
