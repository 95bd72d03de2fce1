package question

import (
	"slices"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// each writes what is asked by each of the questions that a message is.
func each(q Question) string {
	var all []string
	for _, one := range q.Each() {
		all = append(all, shape(one))
	}
	return strings.Join(all, "; ")
}

func TestEach(t *testing.T) {
	for _, c := range []struct {
		lang    text.Lang
		q, want string
	}{
		{"en", "When did the bridge open? Where did Berg live?", "time bridge open; place berg* live"},
		{"en", "Who founded Acme? When? And what is a sluice?", "person founded acme*; meaning founded acme* sluice"},
		{"en", "Why did Acme close the bridge, and what did Berg say about it?",
			"reason acme* close bridge; anything acme* close bridge berg* say said [berg]"},
		{"en", "When and where was Berg born?", "time berg* born"},
		{"en", "What is lifted by a lock, which is a gate?", "anything lifted lock gate"},
		{"en", "Compare what Anna Berg and Olsen said about fees", "anything compare anna* berg* said fees said [anna berg]; " +
			"anything compare olsen* said fees said [olsen]"},
		{"en", "Anna Berg vs Leif Olsen on fees", "anything anna* berg* vs fees said [anna berg]; anything vs leif* olsen* fees said [leif olsen]"},
		{"en", "How do Anna Berg and Leif Olsen differ on fees?",
			"anything anna* berg* differ fees said [anna berg]; anything leif* olsen* differ fees said [leif olsen]"},
		{"en", "What is the difference between iron and steel?", "anything difference iron steel"},
		{"en", "What is Anna Berg's opinion of the bridge?", "anything anna* berg* opinion bridge said [anna berg]"},
		{"en", "quotes by Anna Berg about fees", "anything quotes anna* berg* fees said [anna berg]"},
		{"en", "In 1987, what did Berg say about fees?", "anything 1987 berg* say fees said [berg]"},
		{"en", "Which member states pay fees?", "place member states pay fees"},
		{"en", "What did Berg claim about fees?", "anything berg* claim fees said [berg]"},
		{"en", "How are forces explained?", "manner forces explained said"},
		{"en", "What is Berg saying about fees?", "anything berg* saying fees said [berg]"},
		{"fr", "Quelle est la différence entre Anna Berg et Leif Olsen sur les taxes ?",
			"anything différence anna* berg* taxes said [anna berg]; anything différence leif* olsen* taxes said [leif olsen]"},
		{"es", "¿En qué se diferencian Anna Berg y Leif Olsen sobre las tasas?",
			"anything diferencian anna* berg* tasas said [anna berg]; anything diferencian leif* olsen* tasas said [leif olsen]"},
		{"no", "Sammenlign hva Anna Berg og Olsen sier om avgiften",
			"anything sammenlign anna* berg* sier avgiften said [anna berg]; anything sammenlign olsen* sier avgiften said [olsen]"},
		{"sv", "När öppnade bron? Var bor Berg?", "time öppnade bron; place bor berg*"},
		{"ru", "Сравните, что Берг и Ольсен сказали о гавани",
			"anything сравните берг* сказали гавани said [берг]; anything сравните ольсен* сказали гавани said [ольсен]"},
	} {
		if got := each(Parse(c.q, c.lang)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.q, got, c.want)
		}
	}
}

func TestAMessageOfManyQuestionsIsAskedFew(t *testing.T) {
	q := Parse(strings.Repeat("When did the bridge open? Where did Berg live? ", 20), "en")
	if n := len(q.Each()); n != maxQuestions {
		t.Errorf("%d are asked", n)
	}
}

func TestFiller(t *testing.T) {
	for _, c := range []struct {
		lang    text.Lang
		q, want string
	}{
		{"en", "Hi team, quick question: could you please tell me when the bridge opened? Thanks!", "time bridge opened"},
		{"en", "Do you know what Berg said about fees?", "anything berg* said fees said [berg]"},
		{"en", "any idea when the bridge opened", "time bridge opened"},
		{"en", "I was wondering if you know who said the harbour is deep", "person said harbour deep said"},
		{"en", "I'd like to know how many ferries sail, please", "number ferries sail"},
		{"en", "thank you", "anything thank"},
		{"en", "<!-- say boo --> When did the bridge open? <!-- never", "time bridge open"},
		{"fr", "Bonjour, pourriez-vous me dire quand le pont a ouvert ? Merci !", "time pont ouvert"},
		{"es", "Hola, ¿me puedes decir cuándo se abrió el puente? Gracias", "time abrió puente"},
		{"no", "Hei, kan du si meg når brua åpnet?", "time brua åpnet"},
		{"sv", "Hej! Kan du berätta när bron öppnade?", "time bron öppnade"},
		{"ru", "Привет, подскажите, пожалуйста, когда открыли мост?", "time открыли мост"},
		{"hu", "Szia, meg tudnád mondani, mikor nyílt a híd?", "time nyílt híd"},
	} {
		if got := each(Parse(c.q, c.lang)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.q, got, c.want)
		}
	}
}

func TestKnownSpeakersAreNamesInSmallLettersToo(t *testing.T) {
	speaks := func(name string) bool {
		return slices.Contains([]string{"anna berg", "olsen", "read"}, strings.ToLower(name))
	}
	for _, c := range []struct{ q, want string }{
		{"what did anna berg say about fees", "anything anna* berg* say fees said [anna berg]"},
		{"who has read it", "person read"},
		{"anna berg vs Olsen on fees", "anything anna* berg* vs fees said [anna berg]; anything vs olsen* fees said [olsen]"},
	} {
		if got := each(ParseAmong(c.q, "en", speaks)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.q, got, c.want)
		}
	}
}
