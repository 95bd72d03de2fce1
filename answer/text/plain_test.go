package text

import (
	"slices"
	"testing"
)

// FuzzPlainWords holds what is told at a glance to the rules that all other words are read by.
func FuzzPlainWords(f *testing.F) {
	for _, t := range []string{
		"The U.S.-based Ph.D. said: “No.” M.I.6, x.y.. and a.-b", "C++ C# F#s AT&T R&D& +a #tag a+b ab+ ab#",
		"EU:s vd:n a:b é:s", "l’été L'homme ʼa aʼb rock‘n’roll d′e", "co‐op co‑op co–op well- -known 25-page",
		"soft\u00adhyphen a\u00ad.b Ab\u00ad.C zero\u200djoiner", "Кадда́фи, г. Орёл; им.Ленина — «да»", "47,000 £1.7bn 5G g5 ４２ a²",
		"東京 is big, 서울 が Άθήνα й", "a\xff\xc3 b\xe2\x80 c\xc2", "Ç\u0327.Z é.x. Ñ.", "don't. isn't, O'Brien's",
	} {
		f.Add(t, "en")
		f.Add(t, "sv")
		f.Add(t, "fr")
		f.Add(t, "")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		r := reader{t: text, lang: Lang(lang), code: codeOf(Lang(lang))}
		for i := 0; i < len(text); {
			i = r.compound(i)
		}
		if got := Words(text, Span{0, len(text)}, Lang(lang)); !slices.Equal(got, r.out) {
			t.Errorf("%s %q:\n got %v\nwant %v", lang, text, got, r.out)
		}
	})
}
