package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The bar marks where a sentence is to end; it is not part of the text.
var sentenceTests = map[Lang][]string{
	English: {
		`The firm denied it.| Nobody was surprised!| Were you?`,
		`After talks at No. 10, Mr Stone met Dr. Hale and Sen. Ruth Ames in St. Albans.| No.| It was over.`,
		`He moved to the U.S. in 1999.| She stayed in the U.S.| The U.S. Senate voted on Jan. 5, at 9 a.m. Monday.`,
		`The U.S. Army left.| They love the U.K.| However, they moved.`,
		`Acme Inc. sued Bolt Ltd. and its U.K. arm.| It sells to Bolt Co.| They agreed.`,
		`J. R. R. Marsh wrote it.| They met Ruth I. Ames and I.| Then he called.`,
		`It rose 1.7 per cent to $3.50.| Version 2.1 came in 2019.| Shares fell.`,
		`“I love my country.| I support the team.| But I will not cheat,” he said.`,
		`“Why now?” she asked.| “Nobody knows!” Mr. Hale said.| “Go!”| He said no.| “Yes!” Ruth Ames-Hale replied.`,
		`He said: "It works."| Then he left.`,
		`"Stop!" he cried.| 'It is "over".'| She left.`,
		`‘They said: “No.” ’| He left.`,
		`He paused ... and went on.| “Well…”| She left....| Nobody spoke.`,
		`The plan (Smith called it mad. He was right.) was dropped.| (It was not new.)| Fine.`,
		`The claim was retracted.[3]| A new one came.12| Nobody read it.`,
		`Rules: 1. Wash hands| 2. Wear masks| 3. Stay home`,
		`1) Wash hands| 2) Wear masks.| Always.| 3) Stay home`,
		`See fig. 3 and pp. 4-6, e.g. Smith et al. 2004, etc.| The rest is lost.`,
		`Mail jane.doe@example.com or see www.example.com.| Thanks.`,
		`It raised concerns.|The firm said no.`,
		`The firm said so.|“It raised concerns.`,
		`Jeopardy! is a show.| iPhone sales rose.| iPads did not.`,
		`There is no plan B.| The vitamin C in it helps.`,
		`• First point| • Second point`,
		`He has a Ph.D. in law.| She is 30.| 40 came.`,
		`What a day!!!| Is it?!| Yes.`,
		`Open it, and -- hey! -- there it is.`,
		`The sum.| £5 was paid.| #1 is best.`,
	},
	French: {
		`M. Roy a vu Mme Petit.| Il a dit : « Je viens. »| Puis rien.`,
		`Où est-il ?| « Ici ! » répond-elle.| C'était en 50 av. J.-C. environ.`,
		`L'art. 5 dit non, cf. p. 12, etc.| Le reste suit.`,
	},
	Hungarian: {
		`Dr. Kiss 2004. május 5-én jött.| II. János király volt.| „Jó.”| Elment.`,
		`A cég, pl. Magyarországon, 15 százalékot kér.| A Kft. nem fizet.`,
	},
	Norwegian: {
		`Den 17. mai kom bl.a. Kari og ca. 50 andre.| Hun sa ja.| Du må ta tak i.| Det er alt.`,
		`De bor i Oslo.| – Det er fint, sier Per.| «Ja.»| Nei.`,
		`Svaret er klart:| Vi kan ikke vente.| Det gjelder dette: mat og klær.`,
	},
	Russian: {
		`А. С. Орлов родился в г. Туле в 1950 г.| Отец был врачом.`,
		`Это, т. е. дом, стоит 5 тыс. руб.| Он мал.| «Да!» — сказал он.| «Нет».`,
		`Цена выросла на 3,5 млн долл. США.| Кто знает?| Никто.`,
		`«Это так, – сказал он. – Я знаю».| Никто не спорил.`,
	},
	Spanish: {
		`El Sr. Ruiz vive en EE. UU. desde 1990.| ¿Por qué?| ¡Quién sabe!| Nadie.`,
		`La Dra. Sol citó el art. 5, p. ej. en la pág. 7.| «Sí.»| Iba a 90 km/h.| No.`,
		`Nació el año 63 a. C. en Roma.`,
	},
	Swedish: {
		`Hon kom den 3 maj, dvs. i går, kl. 10.| Han såg bl.a. Lund, t.ex. Kim.| ”Ja.”| Nej.`,
		`Målet är nytt:| Alla ska med.`,
	},
}

func TestSentences(t *testing.T) {
	for lang, tests := range sentenceTests {
		for _, want := range tests {
			text := strings.ReplaceAll(want, "|", "")
			if got := marked(text, Sentences(text, Span{0, len(text)}, lang)); got != want {
				t.Errorf("%s\n got %s\nwant %s", lang, got, want)
			}
		}
	}
}

// What has no stop is cut, so that nobody can make a sentence of megabytes; nothing is lost
// by it, no rune is cut, and a word only where there is no space for thousands of bytes.
func TestNoSentenceIsWithoutEnd(t *testing.T) {
	for _, piece := range []string{"crane ", "é", "a@b.c", "“Crane (", "By ", "🏗\n"} {
		text := strings.Repeat(piece, 3*longestSentence)
		at := 0
		for _, s := range Sentences(text, Span{0, len(text)}, English) {
			if s.Len() > longestSentence || !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%q: a sentence of %d bytes, %.10q", piece, s.Len(), s.Of(text))
			}
			if strings.TrimSpace(text[at:s.Start]) != "" {
				t.Fatalf("%q: %q is in no sentence", piece, text[at:s.Start])
			}
			if strings.HasSuffix(piece, " ") && !strings.HasSuffix(s.Of(text), strings.TrimSpace(piece)) {
				t.Fatalf("%q: a word is cut, %q", piece, s.Of(text)[s.Len()-10:])
			}
			at = s.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Errorf("%q: %d bytes at the end are in no sentence", piece, len(text)-at)
		}
	}
}

// marked returns text with a bar after each span but the last.
func marked(text string, spans []Span) string {
	var b strings.Builder
	from := 0
	for _, s := range spans[:len(spans)-1] {
		b.WriteString(text[from:s.End] + "|")
		from = s.End
	}
	return b.String() + text[from:]
}

// cover fails unless spans are in order, on rune boundaries and hold every byte of text in at that is not white space.
func cover(t *testing.T, text string, at Span, spans []Span) {
	t.Helper()
	end := at.Start
	for _, s := range spans {
		if s.Empty() || s.Start < end || s.End > at.End {
			t.Fatalf("span %v after %d in %q", s, end, text)
		}
		if gap := text[end:s.Start]; skipSpace(gap, 0) != len(gap) {
			t.Fatalf("%q is in no span of %q", gap, text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
			t.Fatalf("span %v cuts a rune of %q", s, text)
		}
		end = s.End
	}
	if gap := text[end:at.End]; skipSpace(gap, 0) != len(gap) {
		t.Fatalf("%q is in no span of %q", gap, text)
	}
}

func FuzzSentences(f *testing.F) {
	for lang, tests := range sentenceTests {
		f.Add(strings.Join(tests, "\n"), string(lang))
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		for _, p := range Paragraphs(text) {
			cover(t, text, p, Sentences(text, p, Lang(lang)))
		}
	})
}
