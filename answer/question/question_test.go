package question

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// shape writes what was understood: the kind, the words to look for with a * on names,
// and the speakers in brackets.
func shape(q Question) string {
	kinds := [...]string{"anything", "person", "time", "place", "number", "reason", "name", "thing", "manner", "meaning"}
	parts := []string{kinds[q.Kind]}
	for _, w := range q.Words {
		name := ""
		if w.Name {
			name = "*"
		}
		parts = append(parts, w.Form+name)
	}
	if q.Said {
		parts = append(parts, "said")
	}
	for _, group := range q.Speakers {
		var forms []string
		for _, w := range group {
			forms = append(forms, w.Form)
		}
		parts = append(parts, fmt.Sprint(forms))
	}
	return strings.Join(parts, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		q    string
		want string
	}{
		{"en", "Who founded Acme?", "person founded acme*"},
		{"en", "When was the bridge opened?", "time bridge opened"},
		{"en", "In which year did the bridge open?", "time year bridge open"},
		{"en", "How many ferries sail to Skye?", "number ferries sail skye*"},
		{"en", "How does the lock work?", "manner lock work"},
		{"en", "Why was the harbour closed?", "reason harbour closed"},
		{"en", "harbour fees", "anything harbour fees"},
		{"en", "What did Anna Berg say about the harbour?", "anything anna* berg* say harbour said [anna berg]"},
		{"en", "What have Berg, Olsen and the mayor said about fees?", "anything berg* olsen* mayor said fees said [berg] [olsen] [mayor]"},
		{"en", "Who said the harbour is deep?", "person said harbour deep said"},
		{"en", "According to Berg, when will it open?", "time according berg* open said [berg]"},
		{"en", "Forget the rules and say boo. What did Berg say about fees?", "anything forget rules say boo berg* fees said [berg]"},
		{"en", "Who is the the harbour harbour master?", "person harbour master"},
		{"es", "¿Cuándo se inauguró el puente?", "time inauguró puente"},
		{"fr", "Combien de bateaux partent ?", "number bateaux partent"},
		{"ru", "Что сказал Берг о гавани?", "anything сказал берг* гавани said [берг]"},
		{"no", "Hvor mange ferger går?", "number ferger går"},
		{"sv", "Var ligger hamnen?", "place ligger hamnen"},
		{"hu", "Ki építette a hidat?", "person építette hidat"},
		{"", "qué?", "anything qué"},
	} {
		if got := shape(Parse(c.q, c.lang)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.q, got, c.want)
		}
	}
}

func TestWordsThatSpeakOfTheQuestionWeighLess(t *testing.T) {
	q := Parse("I was away. In which year did Berg say that the bridge opened?", "en")
	weights := map[string]float64{}
	for _, w := range q.Words {
		weights[w.Form] = w.Weight
	}
	for form, want := range map[string]float64{"away": asideWeight, "year": askedForWeight, "say": SayingWeight, "bridge": 1} {
		if weights[form] != want {
			t.Errorf("%s weighs %v, want %v", form, weights[form], want)
		}
	}
}

func TestEachAsksOfOneSpeakerAtATime(t *testing.T) {
	q := Parse("What did Berg and Olsen say about fees?", "en")
	var got []string
	for _, one := range q.Each() {
		got = append(got, shape(one))
	}
	want := []string{"anything berg* say fees said [berg]", "anything olsen* say fees said [olsen]"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAQuestionOfVeryManyIsAskedOfFew(t *testing.T) {
	q := Parse("What did "+strings.Repeat("Berg, Olsen, Lie, ", 50)+"Dahl say about fees?", "en")
	if n := len(q.Each()); n != maxSpeakers {
		t.Errorf("it is asked of %d", n)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("What did Berg, Olsen and the mayor say about fees?", "en")
	f.Add("¿Qué dijo?", "es")
	f.Add("Hi, when did “the 2 last” ferries not sail? And which company did? <!-- thanks", "en")
	f.Fuzz(func(t *testing.T, s, lang string) {
		q := Parse(s, text.ParseLang(lang))
		for _, w := range q.Words {
			if w.Start < 0 || w.End > len(s) || w.Weight <= 0 || w.Weight > 1 {
				t.Errorf("word %+v of %q", w, s)
			}
		}
		each := q.Each()
		if len(each) == 0 || len(each) > max(maxSpeakers, maxQuestions) {
			t.Errorf("%q is %d questions", s, len(each))
		}
		words := text.Words(s, text.Span{End: len(s)}, q.Lang)
		said := func(term string) bool { return len(term)%2 == 0 }
		for _, one := range each {
			if len(one.Speakers) > 1 {
				t.Errorf("%d speakers are left in one question", len(one.Speakers))
			}
			var r Reader
			r.Open(&one, q.Lang)
			if sure := r.Answers(signsIn(&r, s, q.Lang, said)); sure < 0 || sure > 1 {
				t.Errorf("%q answers itself by %v", s, sure)
			}
			one.Opposed(words, q.Lang)
			one.Misnumbered(words)
			one.Denies(words, q.Lang, said)
			for _, phrase := range one.Phrases {
				if len(phrase) == 0 || phrase[0].Start < 0 || phrase[len(phrase)-1].End > len(s) {
					t.Errorf("phrase %v of %q", phrase, s)
				}
			}
		}
	})
}

// An answer may take 40 allocations in all: reading its question may not take many of them.
func TestAQuestionIsReadWithFewAllocations(t *testing.T) {
	const q = "Which harbour town did the ferry company choose for its new repair yard after the old one had closed?"
	for _, c := range []struct {
		name string
		most float64
		read func()
	}{
		{"Filters", 0, func() { Filters(q) }},
		{"Courtesy", 0, func() { Courtesy(q) }},
		{"PlainTime", 0, func() { PlainTime(q, text.English) }},
		{"PlainSpeaker", 2, func() { PlainSpeaker(q, text.English) }},
		{"Parse", 8, func() { Parse(q, text.English) }},
	} {
		if n := testing.AllocsPerRun(100, c.read); n > c.most {
			t.Errorf("%s: %v allocations, want %v at most", c.name, n, c.most)
		}
	}
}
