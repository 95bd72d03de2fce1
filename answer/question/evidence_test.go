package question

import (
	"slices"
	"testing"

	"verbatim/answer/text"
)

// sureness returns how sure it is that a passage answers a question.
func sureness(question, passage string, lang text.Lang) float64 {
	q := Parse(question, lang)
	var r Reader
	r.Open(&q, lang)
	return r.Answers(signsIn(&r, passage, lang, func(term string) bool {
		return slices.ContainsFunc(q.Words, func(w Word) bool { return w.Term == term })
	}))
}

// signsIn returns the signs of the words of a text.
func signsIn(r *Reader, t string, lang text.Lang, said func(term string) bool) (all []Signs) {
	words := text.Words(t, text.Span{End: len(t)}, lang)
	for i, w := range words {
		before := text.Span{Start: w.Start, End: w.Start}
		if i > 0 {
			before = words[i-1].Span
		}
		all = append(all, r.Signs(&w, startsUpper(w.Of(t)), said(w.Term))|Signs(MarkOf(t, before, w.Span)))
	}
	return all
}

func TestASentenceWithAnAnswerIsSurerThanOneWithout(t *testing.T) {
	for _, c := range []struct {
		lang            text.Lang
		q, better, less string
	}{
		{"en", "Who opened the bridge?", "The bridge was opened by Anna Berg.", "The bridge was opened by Berg."},
		{"en", "Who opened the bridge?", "The bridge was opened by Berg.", "Opened at last, the bridge is long."},
		{"en", "Who opened the bridge?", "The bridge was opened by a minister.", "The bridge was opened in March."},
		{"en", "When did it open?", "It opened in 1987.", "It opened late in the year."},
		{"en", "When did it open?", "It opened on 3 May.", "It opened to great applause."},
		{"en", "When did it open?", "It opened after the war.", "It opened to great applause."},
		{"en", "When did the 1987 bridge open?", "The bridge opened in 1988.", "The bridge of 1987 is long."},
		{"en", "When did it open?", "It opened in May.", "It may open soon."},
		{"en", "In what year did it open?", "It opened in 1987.", "It opened in May."},
		{"en", "On what day did it open?", "It opened on 3 May.", "It opened in 1987."},
		{"en", "How many ferries sail?", "The harbour has 12 ferries.", "The harbour has 12 cranes."},
		{"en", "How many ferries sail?", "The harbour has several ferries.", "The harbour has ferries."},
		{"en", "How many ferries sail?", "Some 12 of them do.", "They have done so since 1987."},
		{"en", "How long did the repair take?", "The repair took six weeks.", "The repair took 40 men."},
		{"en", "How much did the bridge cost?", "The bridge cost $40 million.", "The bridge has 40 arches."},
		{"en", "What percentage of ferries is late?", "Of the ferries 12% are late.", "Of the ferries 12 are late."},
		{"en", "How old is the captain?", "The captain is 62 years old.", "The captain has 62 sailors."},
		{"en", "How high is the tower?", "The tower is 62 metres high.", "The tower has 62 rooms."},
		{"en", "Why is it closed?", "It is closed because of ice.", "It is closed in winter."},
		{"en", "Where is the lock?", "The lock is in Telemark.", "The lock is Telemark’s."},
		{"en", "Where is the lock?", "The lock is near the mill.", "The lock is old."},
		{"en", "Which company built it?", "It was built by Acme Works.", "It was built by hand."},
		{"en", "What is the pump called?", "The pump is known as a ram.", "The pump is old."},
		{"en", "Which pump leaks?", "The water pump does.", "It was repaired, and the pump is old."},
		{"en", "How is it cleaned?", "It is cleaned by draining it.", "It is cleaned in winter."},
		{"en", "What is a sluice?", "A sluice is a gate.", "They opened the sluice at night."},
		{"es", "¿Cuántos barcos salen?", "Salen 12 barcos.", "Salen en 1987."},
		{"fr", "Quelle entreprise l'a construit ?", "Il fut construit par Acme.", "Il fut construit en hiver."},
		{"no", "Hvor mange ferger går?", "Det går tolv ferger.", "Det går noen ferger."},
		{"sv", "Varför är den stängd?", "Den är stängd eftersom det är is.", "Den är stängd i dag."},
		{"ru", "Когда открыли мост?", "Мост открыли в 1987 году.", "Мост открыли торжественно."},
		{"hu", "Mikor nyílt meg?", "A híd májusban nyílt meg.", "A híd hosszú."},
	} {
		if better, less := sureness(c.q, c.better, c.lang), sureness(c.q, c.less, c.lang); better <= less {
			t.Errorf("%s: %v for %q, %v for %q", c.q, better, c.better, less, c.less)
		}
	}
}

func TestAnythingAnswersWhereNoKindIsAskedFor(t *testing.T) {
	if sure := sureness("harbour fees", "It is closed.", "en"); sure != 1 {
		t.Errorf("it is %v sure", sure)
	}
}
