package question

var hungarian = words{
	person: "ki kik kit kiket kinek kiknek kivel kitől kihez",
	time:   "mikor mettől meddig",
	place:  "hol hova hová honnan",
	number: "hány mennyi mennyit hányan hányszor mekkora",
	reason: "miért",
	which:  "mi mit milyen melyik mely melyek",

	persons: "ember férfi nő szerző író király királynő elnök miniszter színész",
	times:   "év évben dátum nap napon hónap hónapban század évtized idő időszak óra",
	places:  "város városban ország országban hely régió kontinens megye állam falu kerület utca főváros sziget",
	numbers: "szám százalék mennyiség kor ár költség népesség méret hossz magasság súly távolság szélesség sebesség arány",

	says: "mond mondja mondta mondott elmondta ír írja írta állít állítja állította magyaráz magyarázta hozzátette gondol " +
		"gondolja vél közöl közölte kijelent kijelentette ígér tagad válaszol válaszolta",
	frame:     "összehasonlít vélemény álláspont nyilatkozat",
	stances:   "vélemény véleménye álláspont álláspontja nyilatkozat nyilatkozata idézet idézetek",
	sources:   "",
	compares:  "hasonlítsd hasonlítsa összehasonlítás különbség különbözik eltér eltérnek kontra vs",
	topic:     "hogy kapcsolatban illetően",
	according: "szerint",
	and:       "és vagy",

	calendar: "január február március április május június július augusztus szeptember október november december " +
		"hétfő kedd szerda csütörtök péntek szombat vasárnap század évtized tegnap holnap tavasz nyár ősz " +
		"tél",
	periods: "év évben hónap hét nap óra reggel este",
	counts: "egy két kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő húsz harminc negyven ötven hatvan száz ezer " +
		"millió milliárd tucat fél harmad negyed kétszer",
	causes: "mert mivel ezért ok miatt azért",

	links:    "és de vagy akkor meg hát is na",
	about:    "mi_a_helyzet mi_van mi_újság",
	more:     "mi_más mi_van_még mit_még mi_még még több mit_mondott_még folytasd",
	how:      "hogyan hogy",
	they:     "ő ők őt őket neki nekik",
	that:     "ezt azt ez az így úgy",
	articles: "a az egy",
	chat:     "én mi te ti ön önök engem minket nekem nekünk",
	unsaid:   true,
	abouts:   "ról ről",

	fillers: "kérlek kérem légyszi meg_tudnád_mondani meg_tudná_mondani meg_tudod_mondani el_tudnád_mondani mondd_meg " +
		"mondd_el mondja_meg tudod tudja tudja_valaki valaki_tudja szeretném_tudni azt_szeretném_tudni " +
		"kíváncsi_vagyok_hogy kérdés kérdésem szia sziasztok helló köszönöm előre_is_köszönöm köszi",

	contrary: contraryWords{
		denials: "nem ne soha sohasem nélkül semmi senki sem se kivéve nincs",
		opposites: "első / utolsó; előtt / után; több legtöbb / kevesebb legkevesebb; legnagyobb / legkisebb; " +
			"leghosszabb / legrövidebb; legmagasabb / legalacsonyabb; maximum maximális / minimum minimális; " +
			"legidősebb legrégebbi / legfiatalabb legújabb; növekedés emelkedik / csökkenés csökken; " +
			"észak északi / dél déli; kelet keleti / nyugat nyugati; férfi / női; győzelem nyer / vereség veszít; " +
			"kezdet kezdődik / vége befejeződik; legjobb / legrosszabb; meleg / hideg; erős / gyenge; gyors / lassú; " +
			"nyit / zár; belső / külső; bal / jobb; felső / alsó; pozitív / negatív; állami / magán; előny / hátrány; " +
			"többség / kisebbség; régi / új; tél / nyár; nappal / éjszaka; szövetséges / ellenség",
		prefixes: "",
	},
	kinds: kindWords{
		auxiliary: "lehet kell tud tudott szabad",
		copula:    "volt voltak",
		sorts:     "típus fajta féle más",
		named: "cég vállalat szervezet társaság márka bank ügynökség intézmény egyetem főiskola iskola klub csapat együttes " +
			"csoport párt kormány minisztérium bíróság egyház templom újság folyóirat kiadó csatorna repülőtér könyv regény vers " +
			"dráma film sorozat dal album opera játék nyelv vallás háború csata szerződés egyezmény törvény folyó tó hegy tenger " +
			"óceán sivatag híd épület múzeum park kastély torony állomás hajó repülőgép autó modell program projekt termék díj " +
			"fesztivál törzs dinasztia birodalom nemzetiség művész énekes zenész zeneszerző festő építész filozófus történész " +
			"fizikus császár pápa püspök tábornok kormányzó polgármester játékos edző szereplő isten istennő",
		naming: "név neve cím címe becenév kifejezés szó rövidítés",
		called: "hívják hívnak nevezik neveznek nevezték hívták ismert ismerik",
		asking: "típus fajta név cím neveznek hívnak található talál hely példa ok cél következmény szerep foglalkozás " +
			"történik használ jelent",

		years:     "év évben évtized század",
		days:      "dátum nap napon hónap hónapban",
		durations: "meddig időtartam",
		prices:    "ár ára költség pénz kerül került fizetés költségvetés összeg forint",
		shares:    "százalék arány",
		ages:      "kor kora éves",
		sizes:     "méret hossz magasság súly távolság szélesség mélység sebesség terület hőmérséklet",

		means:   "jelent jelenti nevezik neveznek nevezett hívják ismert azaz vagyis",
		at:      "közelében mellett",
		by:      "által keresztül révén segítségével útján",
		money:   "forint dollár euró font cent",
		share:   "százalék fele harmada negyede többség",
		units:   "méter kilométer km mérföld láb tonna kilogramm kg gramm fok hektár négyzetméter négyzetkilométer óra liter m cm mm",
		spans:   "másodperc perc óra nap éjszaka hét hónap év évtized század",
		age:     "éves évesen kor",
		when:    "során alatt után előtt óta amikor végén elején közben",
		vague:   "több sok kevés néhány száz ezrek",
		purpose: "hogy érdekében végett",
	},

	dates: timeWords{
		months: "január/januárban/januárjában/januárja február/februárban/februárjában/februárja " +
			"március/márciusban/márciusában/márciusa április/áprilisban/áprilisában/áprilisa május/májusban/májusában/májusa " +
			"június/júniusban/júniusában/júniusa július/júliusban/júliusában/júliusa " +
			"augusztus/augusztusban/augusztusában/augusztusa szeptember/szeptemberben/szeptemberében/szeptembere " +
			"október/októberben/októberében/októbere november/novemberben/novemberében/novembere " +
			"december/decemberben/decemberében/decembere",
		in: "#_ben #_ban % #_folyamán", since: "#_óta #_től #_tól", after: "#_után", before: "#_előtt",
		between: "#_és_#_között",
	},
}
