package speech

import (
	"maps"
	"strings"
)

func hungarian() *language {
	words := lexicon(hungarianGroups...)
	for w, t := range maps.Clone(words) {
		for _, ending := range []string{"a", "e", "ja", "je"} { // the president of: elnöke
			if t&office != 0 {
				words[w+ending] |= office
			}
		}
	}
	return &language{
		words: words, dashes: true,
		compounds: strings.Fields("miniszter igazgató vezető elnök szóvivő"), dropped: true, postposed: true,
	}
}

var hungarianGroups = []group{
	{cueStrong, `
		mond mondja mondják mondta mondták közölte közölték közli válaszolta válaszolt válaszolták válaszolja felelte
		felelt kérdezte kérdezi kérdezték hangsúlyozta hangsúlyozták hangsúlyozza elmondta elmondták elmondja
		kijelentette kijelentették kijelenti írta írták írja tette hozzátette hozzáteszi nyilatkozta nyilatkozott
		nyilatkozták magyarázta magyarázza folytatta folytatja állította állítja állítják jelentette bejelentette
		szögezte leszögezte fogalmazott fogalmaz összegezte kiáltotta kiáltott suttogta mormolta szólt szólalt`},
	{cueWeak, `
		vélte véli vélekedett gondolja gondolta szerinte figyelmeztetett figyelmeztet emlékeztetett emlékeztet jegyezte
		megjegyezte elismerte elismeri megerősítette megerősíti tagadta bírálta ígérte ígéri kérte kéri kifejtette
		kifejti részletezte értékelt nevezte nevezi hívta fogadkozott vallja vallotta mesélte meséli tréfálkozott
		nevetett mosolygott sóhajtott ismételte beszélt beszél utalt jelezte jelzi indokolta ecsetelte tájékoztatott
		zárta sajnálkozott`},
	{theyWord, "ő ők én mi te ti maga önök ön"},
	{itWord, "ez az"},
	{determiner | indefinite, "egy"},
	{determiner | definite, "a az ez ezek azok"},
	{determiner, "egy több néhány sok minden két három négy öt hat hét nyolc kilenc tíz másik"},
	{link, `
		hogy ha mert amikor mikor mint de vagy pedig azonban míg után előtt alatt között miatt mellett ellen nélkül felé
		helyett óta szerint során`},
	{that, "hogy"},
	{body | firm, "cég vállalat"},
	{conjunction, "és s meg & de vagy"},
	{relative, "aki akik amely amelyek ami amit akit"},
	{filler | being, "van volt lesz lenne"},
	{filler, `
		is nem még már csak most majd akkor ekkor aztán ezután azután újra mindig soha ma tegnap holnap pedig ugyanakkor
		végül először hozzá meg el ki igen`},
	{male, "úr király herceg apa fivér fia férj nagybácsi férfi fiú"},
	{female, "asszony királynő hercegnő anya nővér lánya feleség nagynéni nő lány kisasszony"},
	{honorific, "ifj. id. özv. özvegy szent gróf báró"},
	{office, `
		elnök miniszterelnök miniszter államtitkár igazgató vezérigazgató vezető szóvivő titkár főtitkár polgármester
		képviselő szenátor kormányzó professzor tanár kutató közgazdász elemző szakértő ügyvéd ügyész bíró nagykövet
		tábornok ezredes író költő szerző újságíró szerkesztő főszerkesztő történész orvos főorvos alapító tulajdonos
		jelölt tanácsadó király királynő herceg pápa püspök érsek színész színésznő énekes rendező edző játékos kapitány
		tag alelnök pártelnök frakcióvezető kancellár biztos`},
	{modifier, `
		volt korábbi egykori új első magyar német francia brit amerikai orosz kínai osztrák szlovák román ukrán szerb
		európai`},
	{calendar, `
		hétfő kedd szerda csütörtök péntek szombat vasárnap hétfőn kedden szerdán csütörtökön pénteken szombaton január
		február március április május június július augusztus szeptember október november december nap este reggel hét
		hónap év`},
	{body, `
		egyetem intézet minisztérium párt szövetség bizottság bank kormány tanács társaság kft zrt nyrt rendőrség
		hivatal`},
	{people, "emberek szakértők elemzők politikusok kutatók hatóságok tanúk lakók szülők"},
}
