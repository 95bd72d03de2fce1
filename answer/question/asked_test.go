package question

import (
	"testing"

	"verbatim/answer/text"
)

func TestASpeakerIsReadInPlainWords(t *testing.T) {
	for _, c := range []struct {
		lang              text.Lang
		asked, says, rest string
	}{
		{text.English, "What did Ren Zhengfei say about 5G in 2019?", "Ren Zhengfei", "about 5G in 2019"},
		{text.English, "What does the BBC say of 5G?", "the BBC", "of 5G"},
		{text.English, "What did Ren and Guo Ping say about 5G?", "Ren and Guo Ping", "about 5G"},
		{text.English, "According to Ren, who leads in 5G?", "Ren", "Who leads in 5G?"},
		{text.English, "Who leads in 5G according to Guo Ping?", "Guo Ping", "Who leads in 5G?"},
		{text.French, "Qu’a dit Ren sur la 5G ?", "Ren", "sur la 5G"},
		{text.French, "D’après Ren, qui domine la 5G ?", "Ren", "Qui domine la 5G ?"},
		{text.Spanish, "¿Qué dijo Ren sobre la 5G?", "Ren", "sobre la 5G"},
		{text.Spanish, "Según Ren, ¿quién lidera la 5G?", "Ren", "¿Quién lidera la 5G?"},
		{text.Russian, "Что сказал Рен о сетях?", "Рен", "о сетях"},
		{text.Swedish, "Vad sa Ren om 5G?", "Ren", "om 5G"},
		{text.Swedish, "Vem leder enligt Ren?", "Ren", "Vem leder?"},
		{text.Norwegian, "Hva sa Ren om 5G?", "Ren", "om 5G"},
		{text.Norwegian, "Hvem leder i følge Ren?", "Ren", "Hvem leder?"},
		{text.Norwegian, "Ifølge Ren, hvem leder?", "Ren", "Hvem leder?"},
		{text.Hungarian, "Mit mondott Ren a hálózatokról?", "Ren", "a hálózatokról"},
	} {
		if got, ok := PlainSpeaker(c.asked, c.lang); !ok || got != (Plain{Says: c.says, Rest: c.rest}) {
			t.Errorf("%s: got %+v, %t, want %q and %q", c.asked, got, ok, c.says, c.rest)
		}
	}
}

func TestWhatAsksForNobodysWordsAboutAnything(t *testing.T) {
	for _, asked := range []string{
		"What did Ren say?", "Who said that 5G is safe?", "Who leads in 5G?", "According to Ren", "What was said about 5G?", "",
		"How do Over There and Spark Golf compare on prices?",
	} {
		if got, ok := PlainSpeaker(asked, text.English); ok {
			t.Errorf("%s: got %+v", asked, got)
		}
	}
}
