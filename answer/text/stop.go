package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// stopList is a language's stop words: those of snowball, corrected.
type stopList struct {
	has   func(string) bool
	more  map[string]bool
	fewer map[string]bool
}

// isStop reports whether a case-folded word of lang carries no subject of its own.
func isStop(form string, lang Lang) bool {
	l, ok := stopLists[lang]
	return ok && (l.has(form) && !l.fewer[form] || l.more[form])
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var stopLists = map[Lang]stopList{
	English:   {english.IsStopWord, set(englishStops), set("")},
	French:    {french.IsStopWord, set(frenchStops), nil},
	Hungarian: {hungarian.IsStopWord, set(hungarianStops), set("cikk cikkek cikkeket nagy nagyobb új újabb jó jól jobban teljes első utolsó ison keressünk ill.")},
	Norwegian: {norwegian.IsStopWord, set(norwegianStops), set("tilbake stille makt forsøke part rett måte lang ny tid vite navn sant tilstand punkt mange arbeid bruke sist slutt bra god start verdi folk riktig lage først")},
	Russian:   {russian.IsStopWord, set(russianStops), set("раз два три хорошо лучше")},
	Spanish:   {spanish.IsStopWord, set(spanishStops), set("estado estada estados estadas sintiendo sentido sentida sentidos sentidas siente sentid")},
	Swedish:   {swedish.IsStopWord, set(swedishStops), set("sitta man")},
}

const englishStops = `us would could shall may might must whose whoever whatever whichever upon within without also
however yet though although unless since whether among amongst across along around behind beside besides beyond despite
except inside onto outside per per throughout toward towards unlike via versus cannot ought else either neither every
eg ie etc am pm mr mrs ms dont didnt doesnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt
quite im ive id youre youve theyre theyve hes shes thats whats let`

const frenchStops = `les ils elles cette cet ces où quand comment pourquoi quel quelle quels quelles lequel laquelle lesquels
lesquelles dont quoi combien si ni car donc or puis ainsi alors aussi très plus moins peu tout tous toute toutes leurs
entre vers chez sans sous sur selon depuis pendant avant après contre dès jusque jusqu lorsque lorsqu puisque puisqu quoique
afin comme parce être avoir a cela ça ceci celui celle ceux celles ici là y on se soi cependant toutefois notamment mm m mme etre meme apres tres deja`

const hungarianStops = `hol honnan hová hova kik kit kinek kivel kiről mik mivel mennyi hány hányan hányadik melyik melyiket mióta
meddig vajon az a és is ha hát nem ne sem ez az azt ezt olyan ilyen én te mi ti ők önök ön engem téged minket titeket
vagyunk vagytok lehetne kellene fog fogja fognak volna lenne lettek éve stb pl illetőleg akár akár hozzá tőle róla rajta
nála belőle ennél annál ebből abból attól ettől arról erről arra erre ahol ide oda innen onnan sincs csupán közben`

const norwegianStops = `jeg hun dere de dem deg seg henne ham den dette dit min mi mitt mine ditt dine sin si sitt sine hennes vår vårt
våre noe noen ingen intet at det være vært blir ble bli blitt har hatt hva hvem hvor hvordan hvorfor når hvilke hvilket hvilken
hvis enn som om man ikke også bare etter før mot mellom gjennom hos rundt langs blant ifølge eller så da nå her der
ved være skal skulle vil ville kan kunne må måtte bør burde inn ut opp ned selv både verken enten dersom fordi ettersom
samt hvert sånn slikt slike disse alt all dei ein eit ei ikkje eg me frå korleis kvifor kven kva`

const russianStops = `это эта эти этот эту этих этим этими тех те той тому что чье чей чья чьи кого кому кем ком каков какого
какие каких каким какими какую каком какое который которая которое которые которого которой которых которым которую
сколько откуда почему отчего где когда как бы был была было были будут буду будем является являются являлся его ее её
их мой твой наш ваш свой своего своей своих своим себя собой мы нам нами вами им ими ей ею ним ней нею ними
также ещё уже лишь либо однако хотя пока пусть из-за из-под около вокруг среди вместо кроме ради ко изо обо
со во тут там туда сюда очень весь вся всё все всем всеми всему`

const spanishStops = `quién quiénes cuál cuáles cuándo cuánto cuánta cuántos cuántas dónde cómo adónde cuyo cuya cuyos cuyas cual cuales
según hacia tras mediante si sino aunque mientras pues así aún aun tan tampoco cada ser estar haber aquel aquella aquellos
aquellas aquello esa ese ésta éste éstos éstas ésa ése unas las nosotros usted ustedes ello cualquier cualquiera mas asi tambien aqui alli ahi segun estan`

const swedishStops = `vad vem vems vilka vilken vilket när var vart varifrån hur varför hurdan hos genom utan bland enligt kring mellan
samt både antingen eller om ifall eftersom därför fast trots dock också även bara endast ska skall vill ville kan kunna måste
bör borde får fick vara varit är blev bli han hon hen den det de dem dom man mig dig sig oss er ens mina dina sina sitt
ditt mitt vårt vår våra ert era deras dess dessa denna detta denne någon något några ingen inget inga alla allt varje varsin
annan annat andra sådan sådant ju väl nog redan`
