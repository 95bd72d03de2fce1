package text

import (
	"strings"
	"testing"
)

// A stem of two groups would belong to neither for sure.
func TestEachStemBelongsToOneLemma(t *testing.T) {
	for lang := range lemmaLists {
		first := map[string]string{}
		for _, group := range lemmaGroups(lang) {
			for _, word := range group {
				stem := stemmed(word, lang)
				if other := first[stem]; other != "" && other != group[0] {
					t.Errorf("%s: %s is listed with %s and with %s", lang, word, other, group[0])
				}
				first[stem] = group[0]
			}
		}
	}
}

// Each pair must be matched by the same term, whichever a text has and a question asks.
func TestTermsAgreeInOtherLanguages(t *testing.T) {
	for lang, pairs := range map[Lang]string{
		French: `né naissance, mort décès, vendu vente, élu élection, construit construction, chinois Chine, françaises France,
			l'hôpital hopitaux, deux 2, reçu recevoir, travail travaux`,
		Hungarian: `könyvet könyvek, Budapesten Budapest, nevet név, vizet víz, tavak tó, dolgok dolog, németek Németország,
			főváros fovaros, három 3, dokumentumban dokumentum, párizsi Párizs`,
		Norwegian: `vant vinner, bøker bok, norske Norge, tysk Tyskland, grunnlagt grunnla, valgte valg, ulykka ulykken, skulen skolen,
			Tromsø Tromso, Tromsø Tromsoe, Ålesund Aalesund, Ålesund Alesund, sju 7, eldste eldre`,
		Russian: `Путина Путиным, замок замка, отец отцом, чисел числа, рынок рынка, Хубилай Хубилая, французы Франция, английский Англии,
			умер смерть, самолёт самолет, двух 2, поселенец поселенцам`,
		Spanish: `murió muerte, nació nacimiento, franceses Francia, alemanes Alemania, construyó construcción, razón razon, luces luz,
			tres 3, elegido elección`,
		Swedish: `skrev skriver, böcker bok, svenska Sverige, tyska Tyskland, ansökan ansöker, Malmö Malmo, större störst,
			län lan, sju 7, städer stad`,
	} {
		for pair := range strings.SplitSeq(pairs, ",") {
			words := strings.Fields(pair)
			for _, w := range words[1:] {
				if x, y := termOf(words[0], lang), termOf(w, lang); x != y {
					t.Errorf("%s: %s has the term %s, %s has %s", lang, words[0], x, w, y)
				}
			}
		}
	}
}

func termOf(word string, lang Lang) string {
	words := Words(word, Span{End: len(word)}, lang)
	return words[len(words)-1].Term
}
