package discord

import "github.com/bwmarrin/discordgo"

// wording is what a command or an option is called, and what it is for.
type wording struct{ name, about string }

// wordings hold, in the languages that the bot reads, what Discord shows while a person
// types, by the name of a command with what is below it behind that. English stands here
// only where the table of the bot has no words for it.
var wordings = map[string]map[discordgo.Locale]wording{
	"ask": {
		discordgo.EnglishUS: {"ask", "Ask what the articles say, and get their exact words"},
		discordgo.French:    {"demander", "Demander ce que disent les articles, mot pour mot"},
		discordgo.SpanishES: {"preguntar", "Preguntar qué dicen los artículos, con sus palabras exactas"},
		discordgo.Swedish:   {"fråga", "Fråga vad artiklarna säger, ordagrant"},
		discordgo.Norwegian: {"spør", "Spør hva artiklene sier, ord for ord"},
		discordgo.Russian:   {"спросить", "Спросить, что говорится в статьях, дословно"},
		discordgo.Hungarian: {"kérdez", "Kérdezz a cikkekről, és szó szerint idézem őket"},
	},
	"ask question": {
		discordgo.French:    {"question", "Ce que vous voulez savoir, en une phrase ou deux"},
		discordgo.SpanishES: {"pregunta", "Lo que quieres saber, en una o dos frases"},
		discordgo.Swedish:   {"fråga", "Vad du vill veta, i en mening eller två"},
		discordgo.Norwegian: {"spørsmål", "Det du vil vite, i en setning eller to"},
		discordgo.Russian:   {"вопрос", "Что вы хотите узнать, в одном-двух предложениях"},
		discordgo.Hungarian: {"kérdés", "Amit tudni szeretnél, egy-két mondatban"},
	},
	"ask from": {
		discordgo.French:    {"source", "Seulement de ce média"},
		discordgo.SpanishES: {"medio", "Solo de este medio"},
		discordgo.Swedish:   {"från", "Bara från det här mediet"},
		discordgo.Norwegian: {"fra", "Bare fra dette mediet"},
		discordgo.Russian:   {"издание", "Только из этого издания"},
		discordgo.Hungarian: {"forrás", "Csak ebből a lapból"},
	},
	"ask by": {
		discordgo.French:    {"par", "Seulement ce que cette personne a dit"},
		discordgo.SpanishES: {"por", "Solo lo que dijo esta persona"},
		discordgo.Swedish:   {"av", "Bara vad den här personen har sagt"},
		discordgo.Norwegian: {"av", "Bare det denne personen har sagt"},
		discordgo.Russian:   {"кто", "Только слова этого человека"},
		discordgo.Hungarian: {"ki", "Csak amit ez a személy mondott"},
	},
	"ask after": {
		discordgo.French:    {"depuis", "Seulement dans les articles parus depuis : 2019, 2019-03 ou 2019-03-01"},
		discordgo.SpanishES: {"desde", "Solo de artículos desde entonces: 2019, 2019-03 o 2019-03-01"},
		discordgo.Swedish:   {"efter", "Bara ur artiklar sedan dess: 2019, 2019-03 eller 2019-03-01"},
		discordgo.Norwegian: {"etter", "Bare fra artikler siden da: 2019, 2019-03 eller 2019-03-01"},
		discordgo.Russian:   {"после", "Только из статей с этого времени: 2019, 2019-03 или 2019-03-01"},
		discordgo.Hungarian: {"óta", "Csak az azóta megjelent cikkekből: 2019, 2019-03 vagy 2019-03-01"},
	},
	"ask private": {
		discordgo.EnglishUS: {"private", "For your eyes only; you can share it afterwards"},
		discordgo.French:    {"privé", "Pour vous seul ; vous pourrez partager ensuite"},
		discordgo.SpanishES: {"privado", "Solo para ti; después puedes compartirlo"},
		discordgo.Swedish:   {"privat", "Bara för dig; du kan dela det efteråt"},
		discordgo.Norwegian: {"privat", "Bare for deg; du kan dele det etterpå"},
		discordgo.Russian:   {"лично", "Только для вас; потом можно показать всем"},
		discordgo.Hungarian: {"privát", "Csak neked; utána megoszthatod"},
	},
	"quotes": {
		discordgo.French:    {"citations", "Tout ce que quelqu’un a dit, du plus récent au plus ancien"},
		discordgo.SpanishES: {"citas", "Todo lo que dijo alguien, lo más reciente primero"},
		discordgo.Swedish:   {"citat", "Allt som någon har sagt, det senaste först"},
		discordgo.Norwegian: {"sitater", "Alt noen har sagt, det nyeste først"},
		discordgo.Russian:   {"цитаты", "Всё, что сказал человек, сначала новое"},
		discordgo.Hungarian: {"idézetek", "Minden, amit valaki mondott, a legújabb elöl"},
	},
	"quotes by": {
		discordgo.French:    {"par", "Qui l’a dit : un nom, ou une partie du nom"},
		discordgo.SpanishES: {"por", "Quién lo dijo: un nombre, o parte de él"},
		discordgo.Swedish:   {"av", "Vem som sade det: ett namn, eller en del av det"},
		discordgo.Norwegian: {"av", "Hvem som sa det: et navn, eller en del av det"},
		discordgo.Russian:   {"кто", "Кто это сказал: имя или его часть"},
		discordgo.Hungarian: {"ki", "Ki mondta: egy név, vagy egy része"},
	},
	"quotes about": {
		discordgo.French:    {"sujet", "Seulement ce qui répond à ceci"},
		discordgo.SpanishES: {"tema", "Solo lo que responde a esto"},
		discordgo.Swedish:   {"om", "Bara det som svarar på detta"},
		discordgo.Norwegian: {"om", "Bare det som svarer på dette"},
		discordgo.Russian:   {"тема", "Только то, что отвечает на это"},
		discordgo.Hungarian: {"téma", "Csak ami erre felel"},
	},
	"articles": {
		discordgo.French:    {"articles", "Les articles que je cite"},
		discordgo.SpanishES: {"artículos", "Los artículos que cito"},
		discordgo.Swedish:   {"artiklar", "Artiklarna som jag citerar"},
		discordgo.Norwegian: {"artikler", "Artiklene jeg siterer fra"},
		discordgo.Russian:   {"статьи", "Статьи, которые я цитирую"},
		discordgo.Hungarian: {"cikkek", "A cikkek, amelyekből idézek"},
	},
	"sources": {
		discordgo.French:    {"sources", "Les médias que je cite"},
		discordgo.SpanishES: {"fuentes", "Los medios que cito"},
		discordgo.Swedish:   {"källor", "Medierna som jag citerar"},
		discordgo.Norwegian: {"kilder", "Mediene jeg siterer fra"},
		discordgo.Russian:   {"источники", "Издания, которые я цитирую"},
		discordgo.Hungarian: {"források", "A lapok, amelyekből idézek"},
	},
	"help": {
		discordgo.French:    {"aide", "Comment demander, et ce que je fais d’autre"},
		discordgo.SpanishES: {"ayuda", "Cómo preguntar, y qué más hago"},
		discordgo.Swedish:   {"hjälp", "Hur man frågar, och vad jag mer gör"},
		discordgo.Norwegian: {"hjelp", "Hvordan du spør, og hva annet jeg gjør"},
		discordgo.Russian:   {"справка", "Как спрашивать и что ещё я умею"},
		discordgo.Hungarian: {"súgó", "Hogyan kérdezz, és mi mást tudok"},
	},
	"settings follow-ups": {
		discordgo.French:    {"suivi", "À qui je réponds encore sans mention : asker, everyone ou mention"},
		discordgo.SpanishES: {"seguimiento", "A quién sigo respondiendo sin mención: asker, everyone o mention"},
		discordgo.Swedish:   {"följdfrågor", "Vems följdfrågor jag besvarar utan omnämnande: asker, everyone eller mention"},
		discordgo.Norwegian: {"oppfølging", "Hvem jeg svarer videre uten å bli nevnt: asker, everyone eller mention"},
		discordgo.Russian:   {"уточнения", "Кому я отвечаю дальше без упоминания: asker, everyone или mention"},
		discordgo.Hungarian: {"utókérdések", "Kinek válaszolok említés nélkül is: asker, everyone vagy mention"},
	},
	"settings unasked": {
		discordgo.French:    {"spontané", "Si je réponds aux nouveaux messages de ce salon : on ou off"},
		discordgo.SpanishES: {"espontáneo", "Si respondo a las publicaciones nuevas de este canal: on u off"},
		discordgo.Swedish:   {"oombedd", "Om jag svarar på nya inlägg i den här kanalen: on eller off"},
		discordgo.Norwegian: {"uoppfordret", "Om jeg svarer på nye innlegg i denne kanalen: on eller off"},
		discordgo.Russian:   {"сам", "Отвечать ли на новые публикации этого канала: on или off"},
		discordgo.Hungarian: {"kéretlen", "Válaszoljak-e a csatorna új bejegyzéseire: on vagy off"},
	},
	findSource: {
		discordgo.French:    {"Trouver la source", ""},
		discordgo.SpanishES: {"Buscar la fuente", ""},
		discordgo.Swedish:   {"Hitta källan", ""},
		discordgo.Norwegian: {"Finn kilden", ""},
		discordgo.Russian:   {"Найти источник", ""},
		discordgo.Hungarian: {"Forrás keresése", ""},
	},
	loadThis: {
		discordgo.French:    {"Charger ceci", ""},
		discordgo.SpanishES: {"Cargar esto", ""},
		discordgo.Swedish:   {"Läs in detta", ""},
		discordgo.Norwegian: {"Last inn dette", ""},
		discordgo.Russian:   {"Загрузить это", ""},
		discordgo.Hungarian: {"Betöltés", ""},
	},
}

// localized returns the names and the descriptions of a thing in languages other than English.
func localized(thing string) (names, abouts map[discordgo.Locale]string) {
	names, abouts = map[discordgo.Locale]string{}, map[discordgo.Locale]string{}
	for locale, w := range wordings[thing] {
		if locale == discordgo.EnglishUS {
			continue
		}
		names[locale] = w.name
		if w.about != "" {
			abouts[locale] = w.about
		}
	}
	return names, abouts
}
