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

// isStop reports whether a form carries no subject of its own in lang. Question words carry none.
func isStop(form string, lang Lang) bool {
	l, ok := stopLists[lang]
	return ok && (l.has(form) && !l.fewer[form] || l.more[form])
}

// stopList is a language's stop words: those of snowball, corrected.
type stopList struct {
	has   func(string) bool
	more  map[string]bool
	fewer map[string]bool // nouns, verbs and adjectives that snowball has: makt, cikk, estado
}

var stopLists = map[Lang]stopList{
	English:   {english.IsStopWord, set(englishStops), nil},
	French:    {french.IsStopWord, set(frenchStops), nil},
	Hungarian: {hungarian.IsStopWord, set(hungarianStops), set(hungarianSubjects)},
	Norwegian: {norwegian.IsStopWord, set(norwegianStops), set(norwegianSubjects)},
	Russian:   {russian.IsStopWord, set(russianStops), set("раз два три хорошо лучше")},
	Spanish:   {spanish.IsStopWord, set(spanishStops), set(spanishSubjects)},
	Swedish:   {swedish.IsStopWord, set(swedishStops), set("sitta")},
}

// set reads a set from a list of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

const (
	englishStops = `us would could shall might must whose whoever whatever whichever upon within without also however yet
though although unless since whether among amongst across along around behind beside besides beyond despite except inside
onto outside per throughout toward towards unlike via versus cannot ought else either neither every eg ie etc pm mr mrs ms
quite let dont didnt doesnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt im ive id youre
youve theyre theyve hes shes thats whats`

	frenchStops = `les ils elles cette cet où quand comment pourquoi quel quelle quels quelles lequel laquelle lesquels
lesquelles dont quoi combien si ni car donc or puis ainsi alors aussi très plus moins peu tout tous toute toutes leurs entre
vers chez sans sous selon depuis pendant avant après contre dès jusque jusqu lorsque lorsqu puisque puisqu quoique afin comme
parce être avoir a cela ça ceci celui celle ceux celles ici là soi cependant toutefois notamment mm mme
peut peuvent pourrait pourraient doit doivent faire fait faits faite faites font fit lors durant
etre meme apres tres deja`

	hungarianStops = `hol honnan hová hova kik kit kinek kivel kiről mik mennyi hány hányan hányadik melyik melyiket mióta
meddig vajon is ha hát te ti önök ön engem téged minket titeket vagyunk vagytok lehetne kellene fog fogja fognak lettek stb
pl illetőleg akár hozzá tőle róla rajta nála belőle ennél annál ebből abból attól ettől erről ide oda innen onnan sincs csupán
közben es miert hany mar kozott utan elott azert`
	hungarianSubjects = `cikk cikkek cikkeket nagy nagyobb új újabb jó jól jobban teljes első utolsó ison keressünk ill.`

	norwegianStops = `jeg hun dere de dem deg seg henne ham den dette dit mi mitt mine ditt dine sin sitt sine noe noen ingen
intet at være vært blir ble bli blitt har hatt hvilke hvilket man bare etter mot mellom gjennom hos rundt langs blant ifølge
skal måtte bør burde ned selv både verken enten dersom ettersom samt hvert sånn slikt slike alt all dei ein eit ei ikkje eg me
frå korleis kvifor kven kva heter hete hette heiter het slags finnes fantes
naar nar paa pa vaere vaert ogsa ogsaa faar saa da naa na`
	norwegianSubjects = `tilbake stille makt forsøke part rett måte lang ny tid vite navn sant tilstand punkt mange arbeid
bruke sist slutt bra god start verdi folk riktig lage først`

	russianStops = `это эта этих этим этими тех те той тому чье чей чья чьи кого кому кем ком каков какого какие каких каким
какими какую каком какое который которая которое которые которого которой которых которым которую сколько откуда почему отчего
будут буду будем является являются являлся твой наш ваш свой своего своей своих своим собой нам нами вами ими ею нею ними также
лишь либо однако хотя пока пусть изза изпод около вокруг среди вместо кроме ради ко изо обо туда сюда очень весь вся всем всеми
всему каков какова каково каковы какому какими такое такая такой такие назовите назови`

	spanishStops = `quién quiénes cuál cuáles cuándo cuánto cuánta cuántos cuántas dónde cómo adónde cuyo cuya cuyos cuyas
cuales según hacia tras mediante si sino aunque mientras pues así aún aun tan tampoco cada ser haber aquel aquella aquellos
aquellas aquello ésta éste éstos éstas ésa ése unas usted ustedes ello cualquier cualquiera
puede pueden podía podían debe deben mas asi tambien aqui alli ahi segun estan`
	spanishSubjects = `estado estada estados estadas sintiendo sentido sentida sentidos sentidas siente sentid`

	swedishStops = `vems varifrån hurdan hos genom bland enligt kring samt både antingen ifall eftersom därför fast trots dock
också även bara endast ska skall vill ville kunna måste bör borde får fick hen dom ens sitt denne inget inga varsin annan annat
andra väl nog redan heter hette hetat slags finns fanns finnas nar ar pa fran ocksa nagon nagot nagra over ater`
)
