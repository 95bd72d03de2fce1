package answer

import (
	"testing"

	"verbatim/answer/text"
)

func TestAPersonIsKnownByTheSurname(t *testing.T) {
	for _, c := range []struct {
		name, speaker string
		lang          text.Lang
		want          bool
	}{
		{"Guo Ping", "Guo Ping", text.English, true},
		{"ping", "Guo Ping", text.English, true},
		{"Guo", "Guo Ping", text.English, false},
		{"Donald Trump", "Donald J. Trump", text.English, true},
		{"Leyen", "Ursula von der Leyen", text.English, true},
		{"Banks", "World Bank", text.English, false},
		{"Guo Ping", "Ping", text.English, false},
		{"Ping Guo", "Guo Ping", text.English, false},
		{"O'Brien", "Conan O’BRIEN", text.English, true},
		{"Bjorn Odegard", "Bjørn Ødegård", text.Norwegian, true},
		{"Владимир Путин", "Владимира Путина", text.Russian, true},
		{"Медведев", "Владимира Путина", text.Russian, false},
		{"Orbán", "Orbán Viktor", text.Hungarian, true},
		{"?", "Guo Ping", text.English, false},
		{"Guo Ping", "", text.English, false},
	} {
		p := newPerson(c.name)
		if got := p.is(c.speaker, c.lang); got != c.want || got && !p.maybe([]byte(c.speaker)) {
			t.Errorf("%q for %q: %t", c.speaker, c.name, got)
		}
	}
}
