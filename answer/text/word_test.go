package text

import (
	"testing"
	"unicode/utf8"
)

func FuzzWords(f *testing.F) {
	f.Add("The U.S.-based don't 47,000 £1.7bn C++ l'été 東京", "en")
	f.Add("L'homme d’Estaing 47 000,5 12.05.2019", "fr")
	f.Fuzz(func(t *testing.T, text, lang string) {
		end, joined := 0, 0
		for _, w := range Words(text, Span{0, len(text)}, Lang(lang)) {
			switch {
			case w.Empty() || w.End > len(text) || w.Start < end || w.Start < joined && w.End > joined:
				t.Fatalf("%v after %d, joined to %d, in %q", w, end, joined, text)
			case w.Form == "" || w.Term == "":
				t.Fatalf("%v of %q is empty", w, text)
			case utf8.ValidString(text) && (!utf8.ValidString(w.Of(text)) || !utf8.ValidString(w.Term)):
				t.Fatalf("%v cuts a rune of %q", w, text)
			case w.Joined:
				joined = w.End
			default:
				end = w.End
			}
		}
	})
}
