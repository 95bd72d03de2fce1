package speech

import "strings"

func norwegian() *language {
	return &language{
		words: lexicon(norwegianGroups...), dashes: true,
		compounds: strings.Fields("minister sjef leder direktør trener politiker talsmann redaktør forsker president"),
	}
}

var norwegianGroups = []group{
	{cueStrong, `
		sier sa sagt seier sjølv forteller fortalte fortalt fortel fortalde skriver skrev skrevet skriv forklarer
		forklarte forklart svarer svarte svart svarar spør spurte spurt uttaler uttalte uttalt opplyser opplyste opplyst
		legger la presiserer presiserte understreker understreket påpeker påpekte hevder hevdet fastslår fastslo
		fortsetter fortsatte konkluderer konkluderte kommenterer kommenterte utdyper utdypet poengterer poengterte
		twitrer twitret utbryter utbrøt roper ropte hvisker hvisket mumler mumlet`},
	{cueWeak, `
		mener mente ment tror trodde synes syntes kaller kalte kalt beskriver beskrev advarer advarte lover lovet
		innrømmer innrømmet bekrefter bekreftet avviser avviste erkjenner erkjente beklager beklaget minner minnet håper
		håpet krever krevde ber ba føyer føyde oppsummerer oppsummerte kritiserer kritiserte roser roste melder meldte
		rapporterer rapporterte tilføyer tilføyde spøker spøkte ler lo smiler smilte sukker sukket tenker tenkte gjentar
		gjentok vurderer frykter slår slo anslår anslo argumenterer argumenterte forsikrer forsikret medgir avslutter`},
	{heWord | male, "han"},
	{sheWord | female, "hun ho"},
	{itWord, "det"},
	{theyWord, "de jeg eg vi du dere man"},
	{determiner | indefinite, "en ei et"},
	{determiner | definite, "den denne dette disse"},
	{determiner, `
		en ei et hans hennes sin si sitt sine deres vår vårt våre min mitt mine flere noen mange andre begge alle hver
		to tre fire fem seks sju syv åtte ni ti`},
	{link, `
		av i på til for fra med om under over mellom etter før mot ved hos uten som at når da hvis fordi mens selv enn
		men eller så der hvor blant gjennom rundt siden`},
	{genitive, "av til for hos i på fra"},
	{that, "at"},
	{body | firm | definite, "selskapet bedriften konsernet"},
	{conjunction, "og & men eller så"},
	{relative, "som"},
	{origin, "ifølge"},
	{filler | being, "er var blir ble vært blitt"},
	{filler, `
		ham henne dem oss meg deg har hadde vil skal kan må bør skulle ville kunne måtte ikke også nå så da igjen videre
		likevel allerede alltid aldri bare selv først i går dag ja nei jo vel til`},
	{male, "herr konge prins far bror sønn ektemann onkel nevø mann gutt"},
	{female, "fru frøken dronning prinsesse mor søster datter kone tante niese kvinne jente"},
	{honorific | male, "herr hr. hr"},
	{honorific | female, "fru fr. frøken"},
	{honorific, "st. sankt"},
	{office, `
		statsminister minister president direktør leder nestleder sjef redaktør talsmann talskvinne talsperson
		pressesjef ordfører byrådsleder fylkesordfører professor forsker økonom sjeføkonom advokat aktor dommer
		politimester ambassadør general oberst forfatter journalist historiker lege overlege sykepleier gründer
		grunnlegger kandidat rådgiver seniorrådgiver konge dronning prins prinsesse biskop prest skuespiller artist
		musiker trener spiller keeper kaptein medlem ekspert analytiker statssekretær utenriksminister finansminister
		forsvarsminister justisminister helseminister stortingsrepresentant generalsekretær politiker konsernsjef lærer
		rektor student bonde eier daglig styreleder kommunikasjonssjef kommunikasjonsdirektør partileder varaordfører`},
	{modifier, `
		tidligere fungerende administrerende daglig norsk norske svensk dansk amerikansk britisk tysk fransk russisk
		kinesisk ny første`},
	{calendar, `
		mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september
		oktober november desember dag kveld morgen natt uke måned år`},
	{body, `
		universitetet høgskolen departementet regjeringen kommunen partiet selskapet banken foreningen forbundet
		direktoratet instituttet as asa politiet`},
	{people, "folk eksperter kritikere forskere politikere velgere myndighetene kilder vitner naboer foreldre"},
}
