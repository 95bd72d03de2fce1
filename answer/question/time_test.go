package question

import (
	"testing"

	"verbatim/answer/text"
)

func TestATimeIsReadInPlainWords(t *testing.T) {
	for _, c := range []struct {
		lang              text.Lang
		asked, says, rest string
		after, before     string
	}{
		{text.English, "What did Ren say about 5G in 2019?", "in 2019", "What did Ren say about 5G?", "2019", "2020"},
		{text.English, "In March 2019, what did Ren say?", "in March 2019", "What did Ren say?", "2019-03", "2019-04"},
		{text.English, "What, in December of 2019, did Ren say?", "in December of 2019", "What, did Ren say?", "2019-12", "2020-01"},
		{text.English, "5G since Feb. 2019", "since Feb. 2019", "5G", "2019-02", ""},
		{text.English, "5G after 2019", "after 2019", "5G", "2020", ""},
		{text.English, "5G after December 2019", "after December 2019", "5G", "2020-01", ""},
		{text.English, "What was said before March 2020 about 5G?", "before March 2020", "What was said about 5G?", "", "2020-03"},
		{text.English, "What happened between 2018 and 2020?", "between 2018 and 2020", "What happened?", "2018", "2021"},
		{text.English, "What was said from May 2018 to June 2018?", "from May 2018 to June 2018", "What was said?", "2018-05", "2018-07"},
		{text.English, "during 2019 what changed?", "during 2019", "what changed?", "2019", "2020"},
		{text.French, "Qu’a dit Ren sur la 5G en 2019 ?", "en 2019", "Qu’a dit Ren sur la 5G ?", "2019", "2020"},
		{text.French, "Qu’a dit Ren en août 2019 ?", "en août 2019", "Qu’a dit Ren ?", "2019-08", "2019-09"},
		{text.French, "La 5G depuis 2019", "depuis 2019", "La 5G", "2019", ""},
		{text.French, "La 5G après 2019", "après 2019", "La 5G", "2020", ""},
		{text.French, "La 5G avant mars 2020", "avant mars 2020", "La 5G", "", "2020-03"},
		{text.French, "La 5G entre 2018 et 2020", "entre 2018 et 2020", "La 5G", "2018", "2021"},
		{text.Spanish, "¿Qué dijo Ren en marzo de 2019?", "en marzo de 2019", "¿Qué dijo Ren?", "2019-03", "2019-04"},
		{text.Spanish, "¿En 2019 qué dijo Ren?", "en 2019", "¿Qué dijo Ren?", "2019", "2020"},
		{text.Spanish, "La 5G desde 2019", "desde 2019", "La 5G", "2019", ""},
		{text.Spanish, "La 5G después de 2019", "después de 2019", "La 5G", "2020", ""},
		{text.Spanish, "La 5G antes de marzo del 2020", "antes de marzo del 2020", "La 5G", "", "2020-03"},
		{text.Spanish, "La 5G entre 2018 y 2020", "entre 2018 y 2020", "La 5G", "2018", "2021"},
		{text.Russian, "Что сказал Рен о 5G в 2019 году?", "в 2019 году", "Что сказал Рен о 5G?", "2019", "2020"},
		{text.Russian, "Что сказал Рен в марте 2019 года?", "в марте 2019 года", "Что сказал Рен?", "2019-03", "2019-04"},
		{text.Russian, "5G с 2019 года", "с 2019 года", "5G", "2019", ""},
		{text.Russian, "5G после декабря 2019 г.", "после декабря 2019 г", "5G.", "2020-01", ""},
		{text.Russian, "5G до марта 2020", "до марта 2020", "5G", "", "2020-03"},
		{text.Russian, "5G между 2018 и 2020 годами", "между 2018 и 2020 годами", "5G", "2018", "2021"},
		{text.Russian, "5G с 2018 по 2020 год", "с 2018 по 2020 год", "5G", "2018", "2021"},
		{text.Swedish, "Vad sa Ren om 5G i mars 2019?", "i mars 2019", "Vad sa Ren om 5G?", "2019-03", "2019-04"},
		{text.Swedish, "Vad sa Ren om 5G år 2019?", "år 2019", "Vad sa Ren om 5G?", "2019", "2020"},
		{text.Swedish, "Vad sa Ren om 5G under år 2019?", "under år 2019", "Vad sa Ren om 5G?", "2019", "2020"},
		{text.Swedish, "5G sedan 2019", "sedan 2019", "5G", "2019", ""},
		{text.Swedish, "5G efter 2019", "efter 2019", "5G", "2020", ""},
		{text.Swedish, "5G före mars 2020", "före mars 2020", "5G", "", "2020-03"},
		{text.Swedish, "5G mellan 2018 och 2020", "mellan 2018 och 2020", "5G", "2018", "2021"},
		{text.Norwegian, "Hva sa Ren om 5G i 2019?", "i 2019", "Hva sa Ren om 5G?", "2019", "2020"},
		{text.Norwegian, "Hva sa Ren om 5G i mars 2019?", "i mars 2019", "Hva sa Ren om 5G?", "2019-03", "2019-04"},
		{text.Norwegian, "5G siden 2019", "siden 2019", "5G", "2019", ""},
		{text.Norwegian, "5G etter 2019", "etter 2019", "5G", "2020", ""},
		{text.Norwegian, "5G før mars 2020", "før mars 2020", "5G", "", "2020-03"},
		{text.Norwegian, "5G mellom 2018 og 2020", "mellom 2018 og 2020", "5G", "2018", "2021"},
		{text.Hungarian, "Mit mondott Ren 2019-ben?", "2019-ben", "Mit mondott Ren?", "2019", "2020"},
		{text.Hungarian, "2019. márciusában mit mondott Ren?", "2019. márciusában", "mit mondott Ren?", "2019-03", "2019-04"},
		{text.Hungarian, "5G 2019 óta", "2019 óta", "5G", "2019", ""},
		{text.Hungarian, "5G 2019 után", "2019 után", "5G", "2020", ""},
		{text.Hungarian, "5G 2020 márciusa előtt", "2020 márciusa előtt", "5G", "", "2020-03"},
		{text.Hungarian, "5G 2018 és 2020 között", "2018 és 2020 között", "5G", "2018", "2021"},
	} {
		got, ok := PlainTime(c.asked, c.lang)
		if !ok || got.Says != c.says || got.Rest != c.rest || got.Filter.After != c.after || got.Filter.Before != c.before {
			t.Errorf("%s: got %+v, %t, want %+v", c.asked, got, ok, c)
		}
	}
}

func TestWhatIsNoOneTimeIsLeft(t *testing.T) {
	for _, asked := range []string{
		"What happened last year?", "What did Ren say yesterday?", "What did Ren say in the 1990s?",
		"What did Ren say in 2019-style English?", "Who won in 2019/20?", "Who won in 2019–2020?",
		"What changed in 2019 and 2020?", "How much more in 2019 than in 2018?", "In 2019?", "since 2019",
		"What does the 2019 report say?", "What was said in March?", "Who spoke on 5 March 2019?",
		"Who spoke in March 5, 2019?", "What happened between 2020 and 2018?", "Who met in 2019's summer?",
		"Who came in 45 minutes?", "Who flew in 2500?", "What may 2019 bring?", "",
	} {
		if got, ok := PlainTime(asked, text.English); ok {
			t.Errorf("%s: got %+v", asked, got)
		}
	}
	if got, ok := PlainTime("in 2019 5G", ""); ok {
		t.Errorf("in no language: %+v", got)
	}
}
