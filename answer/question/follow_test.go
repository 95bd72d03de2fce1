package question

import (
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/answer/text"
)

const (
	backdoors = "What did Guo Ping say about backdoors?"
	landing   = "When was the moon landing?"
	head      = "Who is the head of Huawei?"
	workers   = "How many people work at Huawei?"
	aboutUS   = "What did Ren Zhengfei say about the US?"
)

func TestFollow(t *testing.T) {
	for _, c := range []struct {
		lang              text.Lang
		before, now, want string
	}{
		{"en", backdoors, "and what about NATO?", "What did Guo Ping say about NATO?"},
		{"en", backdoors, "And what about NATO", "What did Guo Ping say about NATO?"},
		{"en", backdoors, "what about the European Union?", "What did Guo Ping say about the European Union?"},
		{"en", backdoors, "Thanks! And about 5G?", "What did Guo Ping say about 5G?"},
		{"en", backdoors, "on NATO?", "What did Guo Ping say on NATO?"},
		{"en", backdoors, "and a ban?", "What did Guo Ping say about a ban?"},
		{"en", backdoors, "more about NATO", "What did Guo Ping say about NATO?"},
		{"en", backdoors, "And Ren Zhengfei?", "What did Ren Zhengfei say about backdoors?"},
		{"en", backdoors, "and Ursula von der Leyen?", "What did Ursula von der Leyen say about backdoors?"},
		{"en", backdoors, "and NATO?", "What did Guo Ping say about NATO?"},
		{"en", backdoors, "but the US?", "What did Guo Ping say about the US?"},
		{"en", "What did Guo Ping say?", "and Obama?", "What did Obama say?"},
		{"en", "What did Guo Ping say?", "and about NATO?", "What did Guo Ping say about NATO?"},
		{"en", "What did the mayor say about fees?", "And Anna Berg?", "What did Anna Berg say about fees?"},
		{"en", "What did Guo Ping say about NATO in 2019?", "and 5G?", "What did Guo Ping say about 5G in 2019?"},
		{"en", "what did guo ping say about backdoors", "and nato?", "What did guo ping say about nato?"},
		{"en", head, "and of NATO?", "Who is the head of NATO?"},
		{"en", head, "What about Nokia?", "Who is the head of Nokia?"},
		{"en", head, "and Nokia?", "Who is the head of Nokia?"},
		{"en", head, "when was it founded?", "When was Huawei founded?"},
		{"en", workers, "and at Nokia?", "How many people work at Nokia?"},
		{"en", workers, "and in Hungary?", "How many people work at Huawei in Hungary?"},
		{"en", workers, "and women?", "How many people work at Huawei, and women?"},
		{"en", landing, "why?", "Why was the moon landing?"},
		{"en", landing, "where?", "Where was the moon landing?"},
		{"en", landing, "and where was that", "Where was the moon landing?"},
		{"en", landing, "who said so?", "Who said so: when was the moon landing?"},
		{"en", backdoors, "who said that?", "Who said that about backdoors?"},
		{"en", backdoors, "when?", "When did Guo Ping say that about backdoors?"},
		{"en", "Who founded Nokia?", "when?", "When: who founded Nokia?"},
		{"en", workers, "why?", "Why: how many people work at Huawei?"},
		{"en", "Does Huawei employ people in Britain?", "why?", "Why does Huawei employ people in Britain?"},
		{"en", "Huawei backdoors", "why?", "Why: Huawei backdoors?"},
		{"en", aboutUS, "When did he say that?", "When did Ren Zhengfei say that about the US?"},
		{"en", aboutUS, "What else did he say about 5G?", "What else did Ren Zhengfei say about 5G?"},
		{"en", aboutUS, "and what is his view on spying?", "What is Ren Zhengfei’s view on spying?"},
		{"en", "Who said the harbour is deep?", "What else did she say?", "What else did Anna Berg say?"},
		{"en", "Is the harbour deep?", "did she say when it opens?", "Did Anna Berg say when it opens?"},
		{"en", backdoors, "What else?", backdoors},
		{"en", backdoors, "more about that", backdoors},
		{"en", backdoors, "And?", backdoors},
		{"en", backdoors, "What did Ken Hu say about it?", "What did Ken Hu say about backdoors?"},
		{"en", backdoors, "hmm, and NATO?", "What did Guo Ping say about NATO?"},
		{"en", backdoors, "Can you tell me more?", backdoors},
		{"en", backdoors, "who else?", "Who else about backdoors?"},
		{"en", "Why: who founded Nokia?", "and Huawei?", "Who founded Huawei?"},
		{"en", backdoors, "and Ken Hu", "What did Ken Hu say about backdoors?"},
		{"en", backdoors, "to whom?", "To whom: what did Guo Ping say about backdoors?"},
		{"en", backdoors, "who invented it?", "Who invented backdoors?"},
		{"en", "What is Guo Ping's position on backdoors?", "and Ken Hu's?", "What is Ken Hu's position on backdoors?"},
		{"en", "Which countries limit purchases of Huawei equipment?", "what about Sweden?",
			"Which countries limit purchases of Huawei equipment, and Sweden?"},
		{"en", "How is the U.S. involved?", "and the U.K.?", "How is the U.K. involved?"},
		{"en", "According to Berg, when will it open?", "and according to Olsen?", "According to Olsen, when will it open?"},
		{"en", "Who said they would not harm the world?", "and about spying?", "Who said they would not harm the world, and about spying?"},
		{"en", landing, "how many?", "How many: when was the moon landing?"},
		{"en", "In which year did the bridge open?", "where?", "Where did the bridge open?"},

		{"fr", "Qu’a dit Macron sur l’OTAN ?", "et sur l’Europe ?", "Qu’a dit Macron sur l’Europe?"},
		{"fr", "Que dit Emmanuel Macron sur l’OTAN ?", "et Marine Le Pen ?", "Que dit Marine Le Pen sur l’OTAN?"},
		{"fr", "Qui est le chef de Nokia ?", "et d’Orange ?", "Qui est le chef d’Orange?"},
		{"fr", "Que dit Emmanuel Macron sur l’OTAN ?", "Quand a-t-il dit cela ?", "Quand a Emmanuel Macron dit cela sur l’OTAN?"},
		{"fr", "Que dit Emmanuel Macron sur l’OTAN ?", "Qu’est-ce qu’il a dit sur la Chine ?", "Qu’est-ce qu’Emmanuel Macron a dit sur la Chine?"},
		{"fr", "Que dit Emmanuel Macron sur l’OTAN ?", "et pourquoi ?", "Pourquoi dit Emmanuel Macron cela sur l’OTAN?"},
		{"fr", "Qu’a dit Emmanuel Macron à propos de l’OTAN ?", "et à propos de la Chine ?", "Qu’a dit Emmanuel Macron à propos de la Chine?"},
		{"fr", "Qu’a dit Emmanuel Macron sur l’OTAN ?", "pourquoi ?", "Pourquoi a dit Emmanuel Macron cela sur l’OTAN?"},
		{"fr", "Quand est né Victor Hugo ?", "où ?", "Où est né Victor Hugo?"},
		{"es", "¿Qué dijo Pedro Sánchez sobre la OTAN?", "¿y sobre Europa?", "¿Qué dijo Pedro Sánchez sobre Europa?"},
		{"es", "¿Qué dijo Pedro Sánchez sobre la OTAN?", "¿Y Yolanda Díaz?", "¿Qué dijo Yolanda Díaz sobre la OTAN?"},
		{"es", "¿Qué dijo Pedro Sánchez sobre la OTAN?", "¿Qué más dijo sobre Cuba?", "¿Qué más dijo Pedro Sánchez sobre Cuba?"},
		{"es", "¿Qué dijo Pedro Sánchez sobre la OTAN?", "¿y cuándo lo dijo?", "¿Cuándo lo dijo Pedro Sánchez sobre la OTAN?"},
		{"es", "¿Qué dijo Sánchez acerca de la OTAN?", "¿y Cuba?", "¿Qué dijo Sánchez acerca de Cuba?"},
		{"es", "¿Qué dijo Sánchez sobre la OTAN?", "¿por qué?", "¿Por qué dijo Sánchez eso sobre la OTAN?"},
		{"es", "¿Cuándo fue la boda?", "¿dónde?", "¿Dónde fue la boda?"},
		{"ru", "Что сказал Го Пин о бэкдорах?", "а о НАТО?", "Что сказал Го Пин о НАТО?"},
		{"ru", "Что сказал Го Пин о бэкдорах?", "А Жэнь Чжэнфэй?", "Что сказал Жэнь Чжэнфэй о бэкдорах?"},
		{"ru", "Что сказал Го Пин о бэкдорах?", "Когда он это сказал?", "Когда Го Пин это сказал о бэкдорах?"},
		{"ru", "Что сказал Го Пин о бэкдорах?", "что ещё?", "Что сказал Го Пин о бэкдорах?"},
		{"no", "Hva sa Jens Stoltenberg om Russland?", "og om Kina?", "Hva sa Jens Stoltenberg om Kina?"},
		{"no", "Hva sa Jens Stoltenberg om Russland?", "hva med Kina?", "Hva sa Jens Stoltenberg om Kina?"},
		{"no", "Hva sa Jens Stoltenberg om Russland?", "når sa han det?", "Når sa Jens Stoltenberg det om Russland?"},
		{"no", "Hva sa Jens Stoltenberg om Russland?", "hvorfor?", "Hvorfor sa Jens Stoltenberg det om Russland?"},
		{"no", "Hvem er sjef for Nokia?", "og for Telenor?", "Hvem er sjef for Telenor?"},
		{"no", "Når åpnet broen?", "hvor?", "Hvor: når åpnet broen?"},
		{"sv", "Vad sa Ulf Kristersson om Nato?", "och Magdalena Andersson?", "Vad sa Magdalena Andersson om Nato?"},
		{"sv", "Vem är chef för Nokia?", "och för Telia?", "Vem är chef för Telia?"},
		{"sv", "Vad sa Ulf Kristersson om Nato?", "hur är det med Ryssland?", "Vad sa Ulf Kristersson om Ryssland?"},
		{"sv", "Vad sa Ulf Kristersson om Nato?", "vad sa hon mer om Ryssland?", "Vad sa Ulf Kristersson mer om Ryssland?"},
		{"hu", "Mit mondott Orbán Viktor az Európai Unióról?", "és a NATO-ról?", "Mit mondott Orbán Viktor a NATO-ról?"},
		{"hu", "Mit mondott Orbán Viktor a háborúról?", "és Magyar Péter?", "Mit mondott Magyar Péter a háborúról?"},
		{"hu", "Mit mondott Orbán Viktor a háborúról?", "Mikor mondta ezt?", "Mikor mondta Orbán Viktor ezt a háborúról?"},
		{"hu", "Mit mondott Orbán Viktor a háborúról?", "Mit mondott még a NATO-ról?", "Mit mondott Orbán Viktor még a NATO-ról?"},
		{"hu", "Mit mondott Orbán Viktor?", "és a háborúról?", "Mit mondott Orbán Viktor a háborúról?"},
		{"hu", "Hányan dolgoznak a Nokiánál?", "és a Huaweinél?", "Hányan dolgoznak a Huaweinél?"},
		{"hu", "Mikor volt az esküvő?", "hol?", "Hol volt az esküvő?"},
	} {
		if got, ok := Follow(c.before, c.now, "Anna Berg", c.lang); got != c.want || !ok {
			t.Errorf("%q, then %q\n got %q, %t\nwant %q", c.before, c.now, got, ok, c.want)
		}
	}
}

func TestWhatStandsAloneFollowsNothing(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		now  string
	}{
		{"en", "Who founded Nokia?"}, {"en", "ok Bob"}, {"en", "So Tuesday"}, {"en", "What did Obama say about NATO?"}, {"en", "And who founded Nokia?"},
		{"en", "Did Obama say when he left?"}, {"en", "Did the minister say that he would resign?"}, {"en", "What is NATO?"},
		{"en", "On which day did Obama visit Kenya?"}, {"en", "backdoors"}, {"en", "what about my question?"}, {"en", "so what?"}, {"en", "Nokia?"}, {"en", "thanks"}, {"en", ""}, {"en", "?!"},
		{"en", "where are you?"}, {"en", "and did Nokia agree?"}, {"en", "and I think so too"}, {"en", "Why was the harbour closed?"},
		{"en", "how many ferries sail to Skye?"}, {"fr", "Qui a fondé Nokia ?"}, {"es", "¿Quién fundó Nokia?"},
		{"es", "¿Qué dijo Obama sobre Cuba?"}, {"ru", "Кто основал «Нокию»?"}, {"no", "Hvem grunnla Nokia?"},
		{"sv", "Vem grundade Nokia?"}, {"hu", "Ki alapította a Nokiát?"}, {"", "and NATO?"},
	} {
		if got, ok := Follow(backdoors, c.now, "Anna Berg", c.lang); ok || got != "" {
			t.Errorf("%q is taken for %q", c.now, got)
		}
	}
}

func TestNothingFollowsNothing(t *testing.T) {
	for _, before := range []string{"", " ", "?!"} {
		if got, ok := Follow(before, "and what about NATO?", "", "en"); ok {
			t.Errorf("after %q: %q", before, got)
		}
	}
	if got, ok := Follow(landing, "what did he say?", "", "en"); ok {
		t.Errorf("with nobody to be meant: %q", got)
	}
}

func FuzzFollow(f *testing.F) {
	f.Add(backdoors, "and what about NATO?", "Guo Ping", "en")
	f.Add("Que dit Emmanuel Macron sur l’OTAN ?", "et d’Orange, a-t-il dit ?", "", "fr")
	f.Add("¿Cuándo lo dijo?", "¿y eso?", "Sánchez", "es")
	f.Add("Mit mondott Orbán a háborúról?", "és a NATO-ról?", "", "hu")
	f.Fuzz(func(t *testing.T, before, now, speaker, lang string) {
		const little = 40 // bytes: a preposition, a mark, a letter whose capital is longer
		whole, ok := Follow(before, now, speaker, text.ParseLang(lang))
		clean := func(s string) int { return len(strings.ToValidUTF8(s, " ")) }
		if limit := clean(before) + clean(now) + clean(speaker) + little; len(whole) > limit {
			t.Errorf("%d bytes of %d", len(whole), limit)
		}
		if ok != (whole != "") || !utf8.ValidString(whole) || strings.ContainsAny(whole, "\r\n") {
			t.Errorf("%t %q", ok, whole)
		}
		Asks(now, text.ParseLang(lang))
	})
}
