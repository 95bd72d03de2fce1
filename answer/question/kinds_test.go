package question

import (
	"testing"

	"verbatim/answer/text"
)

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		q    string
		want Kind
	}{
		{"en", "By whom was it built?", Person},
		{"en", "What is the name of the president?", Person},
		{"en", "Who was Anna Berg?", Meaning},
		{"en", "What did the king do?", Anything},
		{"en", "What did they do when the bridge opened?", Anything},
		{"en", "When the bridge opened, who was king?", Person},
		{"en", "In the spring, when did it open?", Time},
		{"en", "The bridge was opened in which year?", Time},
		{"en", "What is the total population of the town?", Number},
		{"en", "What kind of animals live there?", Thing},
		{"en", "Which newspaper wrote of it?", Name},
		{"en", "What is the tower called?", Name},
		{"en", "What does the sign mean?", Meaning},
		{"en", "What is a sluice?", Meaning},
		{"en", "How is it cleaned?", Manner},
		{"en", "How effective was it?", Manner},
		{"en", "Is it open?", Anything},
		{"es", "¿Cómo se llama el puente?", Name},
		{"es", "Cuando abrió el puente, ¿quién era rey?", Person},
		{"es", "¿Qué es una esclusa?", Meaning},
		{"fr", "Comment s'appelle le pont ?", Name},
		{"fr", "Dans quelle ville se trouve-t-il ?", Place},
		{"no", "Hva heter brua?", Name},
		{"no", "Hva er en sluse?", Meaning},
		{"sv", "Vad kallas bron?", Name},
		{"sv", "I vilken stad ligger den?", Place},
		{"ru", "Как называется мост?", Name},
		{"ru", "В каком году открыли мост?", Time},
		{"hu", "Melyik városban van?", Place},
		{"hu", "Hogyan működik?", Manner},
	} {
		if got := Parse(c.q, c.lang).Kind; got != c.want {
			t.Errorf("%s: kind %d, want %d", c.q, got, c.want)
		}
	}
}
