package question

import (
	"slices"
	"strings"
	"testing"

	"verbatim/answer/text"
)

func TestEveryOppositeStandsInOnePair(t *testing.T) {
	for lang, w := range map[text.Lang]*words{
		text.English: &english, text.French: &french, text.Spanish: &spanish, text.Russian: &russian,
		text.Norwegian: &norwegian, text.Swedish: &swedish, text.Hungarian: &hungarian,
	} {
		seen := map[string]bool{}
		if n := strings.Count(w.contrary.opposites, ";"); n >= 64 {
			t.Errorf("%s: there are %d pairs of opposites, more than a set holds", lang, n+1)
		}
		for pair := range strings.SplitSeq(w.contrary.opposites, ";") {
			here := terms(pair, lang)
			slices.Sort(here)
			for _, term := range slices.Compact(here) {
				if seen[term] {
					t.Errorf("%s: %s stands in two pairs", lang, term)
				}
				seen[term] = true
			}
		}
	}
}

func TestContraries(t *testing.T) {
	for _, c := range []struct {
		lang                text.Lang
		q, passage          string
		opposed, misnumbers int
		denies              bool
	}{
		{"en", "Which was the first bridge?", "The last bridge was long.", 1, 0, false},
		{"en", "Which was the first bridge?", "The first bridge replaced the last ferry.", 0, 0, false},
		{"en", "Which was the first and which the last bridge?", "The last bridge was long.", 0, 0, false},
		{"en", "What opened before the war?", "It opened after the war.", 1, 0, false},
		{"en", "Which engineer is unknown?", "The engineer is well known.", 1, 0, false},
		{"en", "Which engineer is known?", "The engineer is unknown.", 1, 0, false},
		{"en", "Which unknown engineer is known?", "The unknown engineer is famous.", 0, 0, false},
		{"en", "What opened in 1987?", "The bridge opened in 1988.", 0, 1, false},
		{"en", "What opened in 1987?", "It opened in 1987, and closed in 1988.", 0, 0, false},
		{"en", "Which harbour has 12 ferries?", "The harbour has 14 ferries and 12 cranes.", 0, 0, false},
		{"en", "Which harbour has 12 ferries?", "The harbour has 14 ferries.", 0, 1, false},
		{"en", "Which harbour has 12 ferries?", "The harbour has 14 cranes.", 0, 0, false},
		{"en", "Which bridge opened?", "The bridge did not open.", 0, 0, true},
		{"en", "Which bridge opened?", "The bridge is No. 10.", 0, 0, false},
		{"en", "Which bridge opened?", "It opened to those who had waited long, and nobody left.", 0, 0, false},
		{"no", "Hva var den første brua?", "Den siste brua var lang.", 1, 0, false},
		{"sv", "Vilken bro öppnade inte?", "Bron öppnade inte.", 0, 0, true},
		{"fr", "Quel est le premier pont ?", "Le dernier pont est long.", 1, 0, false},
		{"es", "¿Cuál fue el primer puente?", "El último puente no se abrió.", 1, 0, true},
		{"ru", "Какой мост первый?", "Последний мост длинный.", 1, 0, false},
		{"hu", "Melyik az első híd?", "Az utolsó híd nem hosszú.", 1, 0, true},
	} {
		q := Parse(c.q, c.lang)
		words := text.Words(c.passage, text.Span{End: len(c.passage)}, c.lang)
		said := func(term string) bool {
			return slices.ContainsFunc(q.Words, func(w Word) bool { return w.Term == term })
		}
		if n := q.Opposed(words, c.lang); n != c.opposed {
			t.Errorf("%q in %q: %d are opposed, want %d", c.q, c.passage, n, c.opposed)
		}
		if n := q.Misnumbered(words); n != c.misnumbers {
			t.Errorf("%q in %q: %d are misnumbered, want %d", c.q, c.passage, n, c.misnumbers)
		}
		if denies := q.Denies(words, c.lang, said); denies != c.denies {
			t.Errorf("%q in %q: it denies %v, want %v", c.q, c.passage, denies, c.denies)
		}
	}
}

func TestNegated(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		q    string
		want bool
	}{
		{"en", "Which countries did not sign?", true},
		{"en", "Which countries signed?", false},
		{"en", "Isn't the bridge open?", false},
		{"en", "Who won without a boat?", true},
		{"en", "Where is No. 10?", false},
		{"en", "Who said “I do not know”?", false},
		{"es", "¿Qué países no firmaron?", true},
		{"fr", "Quels pays n'ont pas signé ?", true},
		{"no", "Hvilke land signerte ikke?", true},
		{"sv", "Vilka länder skrev inte på?", true},
		{"ru", "Какие страны не подписали?", true},
		{"hu", "Mely országok nem írták alá?", true},
	} {
		if got := Parse(c.q, c.lang).Negated; got != c.want {
			t.Errorf("%s: negated %v, want %v", c.q, got, c.want)
		}
	}
}
