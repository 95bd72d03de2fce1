package text

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// words writes the words of t as Words finds them: form=term, with a * for a stop word and a + for a joined one.
func words(t string, lang Lang) string {
	var out []string
	for _, w := range Words(t, Span{0, len(t)}, lang) {
		s := w.Form
		if w.Term != w.Form {
			s += "=" + w.Term
		}
		if w.Stop {
			s += "*"
		}
		if w.Joined {
			s += "+"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	tests := []struct {
		lang       Lang
		text, want string
	}{
		{English, "The firm’s reports", "the* firm reports=report"},
		{English, "it's isn't we're O'Brien organisations'", "it* isn't=isnt* we're=were* o'brien=obrien organisations=organis"},
		{English, "The U.S. and the US told us", "the* us=US and* the* us=US told=tell us*"},
		{English, "in the us, us-china talks", "in* the* us=US uschina+ us=US china talks=talk"},
		{English, "WHO said it? The WHO", "who=WHO said=say it* the* who=WHO"},
		{English, "WHO TOLD US ABOUT IT", "who* told=tell us* about* it*"},
		{English, "M.I.6 MI6 Ph.D. e.g. U.K.-based", "mi6 mi6 phd eg* ukbased=ukbas+ uk based=base"},
		{English, "NESAS nesas", "nesas=nesa nesas=nesa"},
		{English, "cyber-security cybersecurity", "cybersecurity=cybersecur+ cyber security=secur cybersecurity=cybersecur"},
		{English, "a 25-page plan, 2010-2012", "a* 25 page plan 2010 2012"},
		{English, "47,000 47 000 47\u00a0000 1.7 1,2,3 3,14", "47000 47 000 47000 1.7 1 2 3 3.14"},
		{English, "£1.7bn $112m 100m", "pound 1.7 billion dollar 112 million 100m"},
		{English, "4th 1990s 5G C++ C# AT&T", "4th 1990s 5g c++ c# at&t"},
		{English, "12.05.2019 1.2.3", "12 05 2019 1 2 3"},
		{English, "jane.doe@example.com/a_b #tag", "jane doe example=exampl com a* b tag"},
		{English, "café Zürich ﬁnance e\u0301lan soft\u00adhyphen", "café=cafe zürich=zurich finance=financ élan=elan softhyphen"},
		{English, "東京 is big", "東 京 is* big"},
		{French, "L’homme qu'il a vu aujourd'hui", "homme=homm il* a* vu aujourd'hui=aujourdhui"},
		{French, "l'avant-garde", "avantgarde=avantgard+ avant* garde=gard"},
		{French, "47 000,5 euros, 1.234.567", "47000.5 euros 1234567"},
		{Spanish, "inversión inversion 1,5", "inversión=inversion inversion 1.5"},
		{Russian, "всё ещё Орёл, Кадда́фи", "все* еще=ещ* орел=орл кадда́фи=каддаф"},
		{Swedish, "EU:s för for idé", "eu för=for* for idé=ide"},
		{Norwegian, "kafé kafe på Røros", "kafé=kaf kafe=kaf på=pa* røros=roro"},
		{"", "서울 が Άθήνα й", "서울 が άθήνα=αθηνα й"},
		{"", "dell'economia Straße", "dell economia straße=strasse"},
	}
	for _, tt := range tests {
		got := words(tt.text, tt.lang)
		if got != tt.want {
			t.Errorf("%s %q:\n got %s\nwant %s", tt.lang, tt.text, got, tt.want)
		}
	}
}

// Each pair must be matched by the same term, whichever a text has and a question asks.
func TestPlacesAreThoseOfTheWords(t *testing.T) {
	for _, c := range []struct {
		lang Lang
		text string
	}{
		{English, "The U.S.-based WHO's cyber-security plan: £1.7bn, 25-page 4th C++ AT&T e\u0301lan 東京 " + strings.Repeat("x", longestWord+1)},
		{French, "L’homme d'avant-garde qu'il a vu, 47 000,5 euros"},
		{Swedish, "EU:s för idé"},
		{"", "dell'economia 서울"},
	} {
		at := Span{1, len(c.text)}
		words, places := Words(c.text, at, c.lang), Places(c.text, at, c.lang, nil)
		if len(words) != len(places) {
			t.Fatalf("%q: %d words in %d places", c.text, len(words), len(places))
		}
		for i, w := range words {
			if places[i].Span != w.Span || places[i].Joined != w.Joined {
				t.Errorf("%q: word %d is at %v, placed at %v", c.text, i, w.Span, places[i].Span)
			}
		}
	}
}

func TestTermsAgree(t *testing.T) {
	const pairs = `organisation organization, organised organize, behaviour behavior, neighbourhood neighborhood, favourite favorite,
centre center, kilometres kilometers, fibre fiber, defence defense, licence license, travelled traveled, fuelled fueled,
dialled dialed, counsellor counselor, analyse analyze, catalogue catalog, grey gray, programme program, enrolment enrollment,
manoeuvre maneuver, paediatric pediatric, sceptical skeptical, enquiry inquiry, per-cent percent, deny denial, denied denials,
wrote write, said say, men man, children child, died death, bought buy, Chinese China, invasion invaded, staffed staff,
added add, sued sue, six 6, e-mail email, U.S. USA, O'Brien OBrien, São Sao, companies company’s`
	for _, pair := range strings.Split(pairs, ",") {
		a, b, _ := strings.Cut(strings.TrimSpace(pair), " ")
		if x, y := firstTerm(a), firstTerm(b); x != y {
			t.Errorf("%s has the term %s, %s has %s", a, x, b, y)
		}
	}
}

// Each pair must not be matched by the same term, although spelling rules or the stemmer would have it.
func TestTermsDiffer(t *testing.T) {
	const pairs = `organ organise, author authority, import important, university universal, several severe, four for, hour or,
court cort, policy police, experience experiment, business busy, international internal, executive execution,
department depart, celebrity celebrate, likely like, US us, added ad`
	for _, pair := range strings.Split(pairs, ",") {
		a, b, _ := strings.Cut(strings.TrimSpace(pair), " ")
		if x, y := firstTerm(a), firstTerm(b); x == y {
			t.Errorf("%s and %s have both the term %s", a, b, x)
		}
	}
}

func firstTerm(word string) string {
	t := "told " + word
	return Words(t, Span{len("told "), len(t)}, English)[0].Term
}

func TestWordsAreSpansOfTheText(t *testing.T) {
	const text = "A “cyber-security” plan"
	at := Span{2, len(text) - len(" plan")}
	want := []string{"cyber-security", "cyber", "security"}
	for i, w := range Words(text, at, English) {
		if got := w.Of(text); got != want[i] {
			t.Errorf("word %d is %q, want %q", i, got, want[i])
		}
	}
}

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

func TestWordsThatWereSeenTakeNoMemory(t *testing.T) {
	const text = "The organisation’s well-known chairman denied it, and 47,000 U.S. users left Кадда́фи."
	room := make([]Word, 0, 32)
	if n := testing.AllocsPerRun(100, func() { AppendWords(room, text, Span{0, len(text)}, English) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestWordsInParallel is for the race detector: words share what was found out about them.
func TestWordsInParallel(t *testing.T) {
	const text = "The organisation's chairman denied it, and 47,000 U.S. users left."
	want := words(text, English)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := words(text, English); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	group.Wait()
}
