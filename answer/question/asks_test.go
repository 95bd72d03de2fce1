package question

import (
	"testing"

	"verbatim/answer/text"
)

func TestAsks(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		text string
		want bool
	}{
		{"en", "and what about NATO?", true}, {"en", "and what about NATO", true}, {"en", "who said that?", true}, {"en", "who said that", true},
		{"en", "why?", true}, {"en", "why", true}, {"en", "and Ren Zhengfei", true}, {"en", "what else", true}, {"en", "tell me more about 5G", true},
		{"en", "thanks! and who is Guo Ping", true}, {"en", "how many people work there", true},
		{"en", "“Is it deep?”", true}, {"en", "and about NATO", true},

		{"en", "thanks", false}, {"en", "Thanks!!", false}, {"en", "ok I will look", false}, {"en", "great, see you at 5", false},
		{"en", "how are you?", false}, {"en", "thanks, how are you?", false}, {"en", "ok?", false}, {"en", "really?", false}, {"en", "👍", false}, {"en", "", false},
		{"en", "when I am back I will look", false}, {"en", "what a day", false}, {"en", "how nice", false}, {"en", "how does it work", true}, {"en", "that is what I meant", false}, {"en", "and I agree", false},
		{"en", "and the file is late", false}, {"en", "https://example.org/?q=1", false}, {"en", "on my way", false}, {"en", "about time", false},
		{"en", "Can you send me the file?", false}, {"en", "Shall we have lunch, Bob?", false}, {"en", "what do you think?", false},
		{"en", "ok Bob", false}, {"en", "So Tuesday", false}, {"en", "in which year did he say that", true}, {"en", "can you tell me more?", true},
		{"en", "good to know", false}, {"en", "and thanks", false}, {"en", "more coffee please", false},

		{"fr", "et sur l’OTAN ?", true}, {"fr", "pourquoi", true}, {"fr", "merci !", false}, {"fr", "quand je rentre je regarde", false},
		{"es", "¿y la OTAN?", true}, {"es", "qué más", true}, {"es", "gracias", false}, {"es", "como tú digas", false},
		{"ru", "а что насчёт НАТО", true}, {"ru", "почему", true}, {"ru", "спасибо", false}, {"ru", "я посмотрю", false},
		{"no", "hva med NATO", true}, {"no", "hvorfor", true}, {"no", "tusen takk", false}, {"no", "når jeg kommer", false},
		{"sv", "hur är det med Nato", true}, {"sv", "varför", true}, {"sv", "tack", false}, {"sv", "jag tittar", false},
		{"hu", "és miért", true}, {"hu", "mi a helyzet a NATO-val", true}, {"hu", "köszönöm", false}, {"hu", "majd megnézem", false},
		{"", "why?", true}, {"", "why", false},
	} {
		if got := Asks(c.text, c.lang); got != c.want {
			t.Errorf("%s %q: %t", c.lang, c.text, got)
		}
	}
}
