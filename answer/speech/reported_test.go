package speech

import (
	"testing"

	"verbatim/answer/text"
)

// TestReported asks what is reported in texts without quotations: speaker | role | cue | words.
func TestReported(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		text string
		want string
	}{
		{"en", "Anna Berg, a baker, said that it rained a lot.", "Anna Berg | baker | said | it rained a lot"},
		{"en", "Anna Berg said Monday it would rain a lot.", "Anna Berg | | said | it would rain a lot"},
		{"en", "Anna Berg said the town needs a harbour.", "Anna Berg | | said | the town needs a harbour"},
		{"en", "Tom Hill met Anna Berg. She told the reporters from Oslo that it rained a lot.", "Anna Berg | | told | it rained a lot"},
		{"en", "It rains a lot in Oslo, Anna Berg said on Monday.", "Anna Berg | | said | It rains a lot in Oslo"},
		{"en", "It rains a lot in Oslo, said Anna Berg, a baker.", "Anna Berg | baker | said | It rains a lot in Oslo"},
		{"en", "According to Anna Berg, it rains a lot in Oslo.", "Anna Berg | | According | it rains a lot in Oslo"},
		{"en", "It rains a lot in Oslo, according to Anna Berg.", "Anna Berg | | according | It rains a lot in Oslo"},
		{"en", "Anna Berg, who said that it rained in Oslo, left the town.", "Anna Berg | | said | it rained in Oslo"},
		{"en", "Anna Berg said it rained in Oslo, according to the Post.", "Anna Berg | | said | it rained in Oslo"},
		{"en", "Anna Berg warned there was no harbour that could take it.", "Anna Berg | | warned | there was no harbour that could take it"},
		{"no", "Kari Dahl sier at det regner mye i Oslo.", "Kari Dahl | | sier | det regner mye i Oslo"},
		{"fr", "Jeanne Petit a déclaré que la ville a besoin d'un port.", "Jeanne Petit | | déclaré | la ville a besoin d'un port"},
		{"fr", "À Paris, il pleut depuis une semaine, a déclaré Jeanne Petit.", "Jeanne Petit | | déclaré | À Paris, il pleut depuis une semaine"},
		{"no", "Det regner mye i Oslo, sier Kari Dahl.", "Kari Dahl | | sier | Det regner mye i Oslo"},
		{"es", "Juan Pardo dijo que llueve mucho en la ciudad.", "Juan Pardo | | dijo | llueve mucho en la ciudad"},
		{"ru", "Анна Белова заявила, что в городе идёт сильный дождь.", "Анна Белова | | заявила | в городе идёт сильный дождь"},
		{"sv", "Anna Berg säger att det regnar mycket i Oslo.", "Anna Berg | | säger | det regnar mycket i Oslo"},
		{"hu", "Nagy Anna azt mondta, hogy sokat esik az eső.", "Nagy Anna | | mondta | sokat esik az eső"},
		{"en", "They said that it rained a lot.", ""},
		{"en", "Anna Berg said goodbye.", ""},
		{"en", "Anna Berg did not say that it rained a lot.", ""},
		{"en", "Anna Berg hasn't said that it rained a lot.", ""},
		{"no", "Kari Dahl sier ikke at det regner mye i Oslo.", ""},
		{"fr", "Jeanne Petit n'a pas dit que la ville a besoin d'un port.", ""},
		{"ru", "Анна Белова не сказала, что в городе идёт сильный дождь.", ""},
		{"en", "The party lost in states that have no harbour, Tom Hill found.", ""},
		{"en", "Anna Berg was told that it rained a lot.", ""},
	} {
		want := lines(c.want)
		if want != "" {
			want = "reported: " + want
		}
		if got := said(c.text, c.lang); got != want {
			t.Errorf("%s\ngot  %swant %s", c.text, got, want)
		}
	}
}

func TestReportedStandsBetweenQuotations(t *testing.T) {
	got := said("“It rains,” said Anna Berg. She added that it had rained all week. “We like it here,” she said.", text.English)
	if want := lines(`
		Anna Berg | | said | It rains,
		reported: Anna Berg | | added | it had rained all week
		Anna Berg | | said | We like it here,`); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
