package speech

import "strings"

func swedish() *language {
	return &language{
		words: lexicon(swedishGroups...), dashes: true,
		compounds: strings.Fields("minister chef ledare direktör tränare politiker talesman redaktör forskare president"),
	}
}

var swedishGroups = []group{
	{cueStrong, `
		säger sa sade sagt berättar berättade berättat skriver skrev skrivit förklarar förklarade förklarat svarar
		svarade svarat frågar frågade frågat uppger uppgav uppgett uttalar uttalade tillägger tillade tillagt fortsätter
		fortsatte konstaterar konstaterade konstaterat understryker underströk betonar betonade påpekar påpekade påpekat
		hävdar hävdade hävdat meddelar meddelade meddelat kommenterar kommenterade utbrister utbrast ropar ropade viskar
		viskade mumlar mumlade twittrar twittrade`},
	{cueWeak, `
		menar menade menat tror trodde tycker tyckte anser ansåg ansett kallar kallade kallat beskriver beskrev varnar
		varnade lovar lovade medger medgav erkänner erkände bekräftar bekräftade avfärdar avfärdade beklagar beklagade
		påminner påminde hoppas hoppades kräver krävde ber bad sammanfattar sammanfattade kritiserar kritiserade
		berömmer rapporterar rapporterade skämtar skämtade skrattar skrattade ler log suckar suckade tänker tänkte
		upprepar upprepade bedömer fruktar argumenterar resonerar fyller fyllde inflikar inflikade avslutar`},
	{heWord | male, "han"},
	{sheWord | female, "hon"},
	{itWord, "det den"},
	{theyWord, "de dom jag vi du ni man"},
	{determiner | indefinite, "en ett"},
	{determiner | definite, "denna denne detta dessa"},
	{determiner, `
		en ett hans hennes sin sitt sina deras vår vårt våra min mitt mina flera några många andra båda alla varje två
		tre fyra fem sex sju åtta nio tio`},
	{link, `
		av i på till för från med om under över mellan efter före mot vid hos utan som att när då eftersom medan än men
		eller så där var bland genom kring sedan inom åt`},
	{genitive, "av till för hos i på från"},
	{that, "att"},
	{body | firm | definite, "bolaget företaget koncernen"},
	{conjunction, "och & men eller så"},
	{relative, "som"},
	{origin, "enligt"},
	{filler | being, "är var blir blev varit blivit"},
	{filler, `
		honom henne dem oss mig dig har hade vill ska skall kan måste bör skulle ville kunde inte också nu så då igen
		vidare ändå redan alltid aldrig bara själv först igår idag ja nej jo väl till`},
	{male, "herr kung prins far pappa bror son make farbror brorson man pojke"},
	{female, "fru fröken drottning prinsessa mor mamma syster dotter hustru maka faster moster kvinna flicka"},
	{honorific | male, "herr hr"},
	{honorific | female, "fru fröken"},
	{honorific, "s:t sankt"},
	{office, `
		statsminister minister president direktör ledare chef redaktör chefredaktör talesman talesperson presschef
		pressekreterare kommunalråd borgmästare professor docent forskare ekonom chefekonom advokat åklagare domare
		polischef ambassadör general överste författare journalist historiker läkare överläkare sjuksköterska grundare
		kandidat rådgivare kung drottning prins prinsessa biskop präst skådespelare artist musiker tränare
		förbundskapten spelare målvakt kapten ledamot medlem expert analytiker statssekreterare utrikesminister
		finansminister försvarsminister justitieminister socialminister riksdagsledamot generalsekreterare politiker
		koncernchef vd lärare rektor student ägare ordförande partiledare partisekreterare kommunikationschef
		generaldirektör landshövding`},
	{modifier, `
		tidigare förre förra tillförordnad vice verkställande svensk svenska norsk dansk amerikansk amerikanske brittisk
		brittiske tysk tyske fransk franske rysk ryske kinesisk ny nya första`},
	{calendar, `
		måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september
		oktober november december dag kväll morgon natt vecka månad år`},
	{body, `
		universitetet högskolan departementet regeringen kommunen partiet bolaget banken föreningen förbundet
		myndigheten institutet ab polisen`},
	{people, "folk experter kritiker forskare politiker väljare myndigheter källor vittnen grannar föräldrar"},
}
