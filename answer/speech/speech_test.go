package speech

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// cases are texts and what is said in them, a line for each utterance: speaker | role | cue | words. One that is not
// direct has its kind before that.
var cases = []struct {
	name string
	lang text.Lang
	text string
	want string
}{
	{"no quotation", "en", "Anna Berg said that it rained.", ""},
	{"a name in full", "en", "“It rains a lot here,” said Anna Berg, a baker in Oslo. “We like it.”", `
		Anna Berg | baker in Oslo | said | It rains a lot here,
		Anna Berg | baker in Oslo | | We like it.`},
	{"a surname, a title, a pronoun", "en", `Anna Berg runs the bakery. "We sell out by noon," Berg said. "Every day," Ms Berg added. "Even on Sundays," she said.`, `
		Anna Berg | | said | We sell out by noon,
		Anna Berg | | added | Every day,
		Anna Berg | | said | Even on Sundays,`},
	{"a family name that comes first", "en", "Rotating chairman Liang Hua spoke in London. “We will sign it,” Dr Liang said.", `
		Liang Hua | Rotating chairman | said | We will sign it,`},
	{"the pronoun of the other sex goes past the nearest", "en", "Tom Hill met Anna Berg. “I was late,” he said. “I was not,” she said.", `
		Tom Hill | | said | I was late,
		Anna Berg | | said | I was not,`},
	{"an office stands for who holds it", "en", "The firm's chairman, Tom Hill, resigned. “It was time to go,” the chairman said.", `
		Tom Hill | firm's chairman | said | It was time to go,`},
	{"an office that two hold stands for nobody", "en", "Chairman Tom Hill met chairman Per Dahl. “It was time to go,” the chairman said.", `
		the chairman | | said | It was time to go,`},
	{"a phrase without a name", "en", "“Nobody told us a thing,” a spokesman for the port said.", `
		a spokesman for the port | | said | Nobody told us a thing,`},
	{"an organisation", "en", "The report by Huawei Technologies came out. “We have never done it,” Huawei said.", `
		Huawei Technologies | | said | We have never done it,`},
	{"a day is nobody where nobody is named", "en", "It rained the day after, on Monday morning. “We stay at home,” he said.", `
		| | said | We stay at home,`},
	{"they names nobody", "en", "“We saw it all happen there,” they said.", `
		| | said | We saw it all happen there,`},
	{"two speak", "en", "“We saw it all happen,” said Anna Berg and Tom Hill.", `
		Anna Berg and Tom Hill | | said | We saw it all happen,`},
	{"scare quotes are not speech", "en", "The so-called “miracle cure” cost a “lot of money”.", ""},
	{"a title is not speech", "en", "She loves “The Old Man and the Sea of Trouble” every spring.", ""},
	{"few words are speech where a cue says so", "en", "“No,” said Anna Berg.", "Anna Berg | | said | No,"},
	{"a passive names nobody", "en", "Anna Berg was asked, “What is the worst that you have ever seen there?”", `
		| | | What is the worst that you have ever seen there?`},
	{"nested marks stay in the words", "en", "“He told me ‘go home’ and I went,” said Anna Berg.", `
		Anna Berg | | said | He told me ‘go home’ and I went,`},
	{"a paragraph left open", "en", "“It rains,” said Anna Berg. “A lot of it.\n\n“And then it stops.”", `
		Anna Berg | | said | It rains,
		Anna Berg | | | A lot of it.
		Anna Berg | | | And then it stops.`},
	{"a closing mark forgotten", "en", "\"We can't do that, Anna Berg said.", `
		Anna Berg | | said | We can't do that,`},
	{"a transcript", "en", "READ: We will put it on hold.\n\nHU: Why would you?\n\nREAD: I told you why.\n\nHU: You did not.", `
		READ | | | We will put it on hold.
		HU | | | Why would you?
		READ | | | I told you why.
		HU | | | You did not.`},
	{"a list is no transcript", "en", "Place: The old town hall.\n\nHours: From nine to five.\n\nPlace: The new town hall.\n\nHours: From ten to six.", ""},
	{"whoever is told something does not speak", "en", "Anna Berg did not stop, but told her supporters, “We have not lost yet.”", `
		Anna Berg | | told | We have not lost yet.`},
	{"a name that tells more of another", "en", "“We have not lost yet,” said Hill supporter Anna Berg.", `
		Anna Berg | Hill supporter | said | We have not lost yet,`},
	{"a name before a plain word and another", "en", "“We have not lost yet,” said Hill constituent Anna Berg.", `
		Anna Berg | | said | We have not lost yet,`},
	{"a phrase that a name tells more of", "en", "“We have not lost yet,” said one Hill confidant. “Not at all.”", `
		one Hill confidant | | said | We have not lost yet,
		one Hill confidant | | | Not at all.`},
	{"a spokesman is not whom he speaks for", "en", "“We have not lost yet,” said a spokesman for Tom Hill.", `
		a spokesman for Tom Hill | | said | We have not lost yet,`},
	{"a mayor is not the town", "en", "“We have not lost yet,” the mayor of Oslo said.", `
		the mayor of Oslo | | said | We have not lost yet,`},
	{"a mayor elsewhere is another", "en", "Tom Hill, mayor of Bergen, came. “We have not lost yet,” the mayor of Oslo said.", `
		the mayor of Oslo | | said | We have not lost yet,`},
	{"offices that one person holds", "en", "“We have not lost yet,” said former Oslo mayor and party chairman Tom Hill.", `
		Tom Hill | former Oslo mayor and party chairman | said | We have not lost yet,`},
	{"an office by whose it is", "en", "Bakers Ltd founder Tom Hill came. “We were late,” Bakers Ltd's founder said.", `
		Tom Hill | Bakers Ltd founder | said | We were late,`},
	{"a name within a name's place", "en", "Anna Berg of the Bakery of Oslo told us, “We have not lost yet.”", `
		Anna Berg | | told | We have not lost yet.`},
	{"a name between dashes", "en", "A former candidate -- Anna Berg, who lost -- said, “We have not lost yet.”", `
		Anna Berg | | said | We have not lost yet.`},
	{"what a participle adds has no speaker", "en", "A baker speaking to Radio Oslo said, “We have not lost yet.”", `
		A baker | | said | We have not lost yet.`},
	{"a comma forgotten after an apposition", "en", "“We have not lost yet,” Anna Berg, who runs a bakery in Oslo told us.", `
		Anna Berg | | told | We have not lost yet,`},
	{"a stop where a comma should be", "en", "“We have not lost yet.” Anna Berg said. “Not at all.”", `
		Anna Berg | | said | We have not lost yet.
		Anna Berg | | | Not at all.`},
	{"but is no adverbial", "en", "But Sen. Anna Berg (R-Ill.), naming the size of it, said, “We have not lost yet.”", `
		Anna Berg | Sen. | said | We have not lost yet.`},
	{"a day between subject and verb", "en", "It was Tom Hill, who Anna Berg on Monday called “a man without any sense of where we are”.", `
		Anna Berg | | called | a man without any sense of where we are`},
	{"an office of nobody named", "en", "“We have not lost yet,” federal prosecutors wrote. “Not at all,” Hill's office said.", `
		federal prosecutors | | wrote | We have not lost yet,
		Hill's office | | said | Not at all,`},
	{"an organisation of a place", "en", "“We teach,” the University of Oslo said. Oslo said: “They do.” The university said: “We do it well.”", `
		University of Oslo | | said | We teach,
		Oslo | | said | They do.
		University of Oslo | | said | We do it well.`},
	{"the company", "en", "Volmo makes cars in Norway. Volmo pays well. “We will hire,” the company said.", `
		Volmo | | said | We will hire,`},
	{"the company, where there are two", "en", "Volmo and Saal make cars. “We will hire,” the company said.", `
		the company | | said | We will hire,`},
	{"an age before a role", "en", "“It rains,” said Anna Berg, 57, a baker in Oslo. “It does,” said Tom Hill, who is mayor of Oslo.", `
		Anna Berg | baker in Oslo | said | It rains,
		Tom Hill | mayor of Oslo | said | It does,`},
	{"an acronym in a role", "en", "“It rains,” said Anna Berg, an IT specialist from Oslo.", `
		Anna Berg | IT specialist from Oslo | said | It rains,`},
	{"a participle begins a role", "en", "“It rains,” said Anna Berg, a distinguished professor of history.", `
		Anna Berg | distinguished professor of history | said | It rains,`},
	{"according to somebody else begins the next sentence", "en", "Anna Berg said that it has “rained for a whole week.” According to the Post it has not.", `
		partial: Anna Berg | | said | rained for a whole week.`},
	{"Norwegian", "no", "– Dette blir bra, sier statsminister Kari Dahl til avisen. – Vi har jobbet.\n\n– Er du sikker?\n\n– Ja da, helt sikker.\n\n«Det var alt», sier finansminister Ola Lie.", `
		Kari Dahl | statsminister | sier | Dette blir bra
		Kari Dahl | statsminister | | Vi har jobbet.
		| | | Er du sikker?
		Kari Dahl | statsminister | | Ja da, helt sikker.
		Ola Lie | finansminister | sier | Det var alt`},
	{"Norwegian, a dash within the paragraph", "no", "Kari Dahl kom til Oslo. – Vi må ta ansvar for dette, sier hun.", `
		Kari Dahl | | sier | Vi må ta ansvar for dette`},
	{"Swedish", "sv", "– Det går bra, säger Anna Berg.\n\n”Vi får väl se hur det blir”, skriver hon.", `
		Anna Berg | | säger | Det går bra
		Anna Berg | | skriver | Vi får väl se hur det blir`},
	{"Spanish", "es", "—No lo sé —dijo el ministro Juan Pardo—. Mañana veremos.\n\nSegún Ana Ruiz, directora del museo, «no queda nada de nada».", `
		Juan Pardo | ministro | dijo | No lo sé
		Juan Pardo | ministro | | Mañana veremos.
		Ana Ruiz | directora del museo | Según | no queda nada de nada`},
	{"French", "fr", "« Il faut agir », a déclaré la ministre Jeanne Petit. « Et vite, a-t-elle ajouté, très vite. »", `
		Jeanne Petit | ministre | déclaré | Il faut agir
		Jeanne Petit | ministre | ajouté | Et vite
		Jeanne Petit | ministre | ajouté | très vite.`},
	{"Hungarian", "hu", "„Nem hiszem” – mondta Nagy Anna igazgató. Nagy hozzátette: „Majd holnap meglátjuk együtt.”", `
		Nagy Anna | igazgató | mondta | Nem hiszem
		Nagy Anna | igazgató | hozzátette | Majd holnap meglátjuk együtt.`},
	{"Russian", "ru", "«Мы готовы», — заявил министр Иван Орлов. — «И давно».\n\n— Не знаю, — сказала Анна Белова. — Увидим.", `
		Иван Орлов | министр | заявил | Мы готовы
		Анна Белова | | сказала | Не знаю,
		Анна Белова | | | Увидим.`},
	{"Russian, an organisation before the name", "ru", "«Мы готовы», — сказал тренер Спартака Иван Орлов.", `
		Иван Орлов | | сказал | Мы готовы`},
	{"a dash in a list is no speech", "no", "– ett brød\n\n– to kaker", ""},
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got, want := said(c.text, c.lang), lines(c.want); got != want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", c.text, got, want)
			}
		})
	}
}

// said writes what is said in an article as cases do.
func said(article string, lang text.Lang) string {
	var b strings.Builder
	for _, u := range Find(article, lang, text.Paragraphs(article)) {
		line := fmt.Sprintf("%s%s | %s | %s | %s", kindOf(u), u.Speaker.Of(article), u.Role.Of(article), u.Cue.Of(article), u.Said.Of(article))
		b.WriteString(strings.Join(strings.Fields(line), " ") + "\n")
	}
	return b.String()
}

// kindOf names the kind of an utterance that is not direct.
func kindOf(u Utterance) string {
	if u.Kind == Direct {
		return ""
	}
	return u.Kind.String() + ": "
}

// lines returns a text with the white space at the beginnings of its lines taken away.
func lines(s string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			b.WriteString(l + "\n")
		}
	}
	return b.String()
}
