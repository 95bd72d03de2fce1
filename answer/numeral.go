package answer

import (
	"strings"

	"verbatim/answer/text"
)

// numerals are the words that a language writes numbers with.
type numerals struct {
	cardinals string // from two on; a / parts those of one number
	tens      string // from twenty on
	multiples string // hundred, thousand, million, a milliard and a billion, each in all its forms
	vague     string // what stands before a number that is about right
	denials   string // words that turn a sentence round, or put it in doubt
}

var numeralsOf = map[text.Lang]numerals{
	text.English: {
		"two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
		"twenty thirty forty fifty sixty seventy eighty ninety",
		"hundred thousand million billion/bn trillion/tn",
		"about around nearly almost over than least most some roughly approximately under to",
		"not no never none nor neither nobody nothing cannot without hardly deny denies denied refuse refuses refused reject rejects rejected fail fails failed will could would may might allegedly reportedly only",
	},
	text.French: {
		"deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
		"vingt trente quarante cinquante soixante",
		"cent/cents mille million/millions milliard/milliards billion/billions",
		"environ près presque quelque plus moins de jusqu'à",
		"ne n pas jamais aucun aucune rien ni non sans personne nie nié refuse refusé pourrait pourraient serait seraient aurait auraient",
	},
	text.Spanish: {
		"dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
		"veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
		"cien/ciento/cientos mil millón/millones millardo/millardos billón/billones",
		"unos unas cerca casi alrededor más menos de hasta",
		"no nunca jamás ni ningún ninguno ninguna nada nadie sin tampoco niega negó rechaza rechazó podría podrían sería serían habría habrían",
	},
	text.Russian: {
		"два/две/двух три/трех четыре/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
		"двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
		"сто/ста тысяча/тысячи/тысяч/тыс миллион/миллиона/миллионов/млн миллиард/миллиарда/миллиардов/млрд триллион/триллиона/триллионов/трлн",
		"около почти примерно порядка более менее свыше до",
		"не ни нет нельзя никогда никто ничто ничего никакой без отрицает отказался отверг может могут бы якобы",
	},
	text.Norwegian: {
		"to tre fire fem seks sju/syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
		"tjue tretti førti femti seksti sytti åtti nitti",
		"hundre tusen million/millioner milliard/milliarder billion/billioner",
		"rundt omtrent omkring nesten over enn minst cirka ca under opptil",
		"ikke ikkje aldri ingen intet verken uten nekter nektet avviser avviste kan kunne",
	},
	text.Swedish: {
		"två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
		"tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
		"hundra tusen miljon/miljoner miljard/miljarder biljon/biljoner",
		"omkring ungefär runt nästan över än minst cirka ca drygt knappt under",
		"inte ej icke aldrig ingen inget inga varken utan nekar nekade avvisar avvisade kan kunde",
	},
	text.Hungarian: {
		"két/kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét/tizenkettő tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc",
		"húsz harminc negyven ötven hatvan hetven nyolcvan kilencven",
		"száz ezer millió milliárd billió",
		"mintegy körülbelül majdnem csaknem közel több kevesebb mint legalább legfeljebb",
		"nem ne sem se soha senki semmi nincs nincsenek nélkül tagadja tagadta elutasítja elutasította lehet állítólag",
	},
}

// By language and form.
var (
	cardinals = map[text.Lang]map[string]float64{}
	multiples = map[text.Lang]map[string]float64{}
	vague     = map[text.Lang]map[string]bool{}
	denials   = map[text.Lang]map[string]bool{}
)

// percents are the words for a hundredth part, those of two words with a space between them.
var percents = map[string]bool{}

func init() {
	for lang, n := range numeralsOf {
		cardinals[lang] = numbered(n.cardinals, func(i int) float64 { return float64(i + 2) })
		for form, v := range numbered(n.tens, func(i int) float64 { return float64(10*i + 20) }) {
			cardinals[lang][form] = v
		}
		multiples[lang] = numbered(n.multiples, func(i int) float64 { return []float64{1e2, 1e3, 1e6, 1e9, 1e12}[i] })
		vague[lang], denials[lang] = formSet(n.vague), formSet(n.denials)
	}
	for _, form := range strings.Split("percent,per cent,pour cent,por ciento,prosent,procent,százalék,процент,процента,процентов", ",") {
		percents[form] = true
	}
}

// numbered returns the number of each form in a list, by its place there.
func numbered(list string, value func(i int) float64) map[string]float64 {
	all := map[string]float64{}
	for i, forms := range strings.Fields(list) {
		for form := range strings.SplitSeq(forms, "/") {
			all[form] = value(i)
		}
	}
	return all
}

func formSet(list string) map[string]bool {
	all := map[string]bool{}
	for _, form := range strings.Fields(list) {
		all[form] = true
	}
	return all
}
