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

	dates: timeWords{
		months: "januar februar mars april mai juni juli august september oktober november desember",
		of:     "år",
		in:     "i_# under_# i_løpet_av_#", since: "siden_#", after: "etter_#", before: "før_#",
		between: "mellom_#_og_# fra_#_til_#",
	},
}
