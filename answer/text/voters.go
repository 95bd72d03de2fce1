package text

import "strings"

// voters are the languages that may win a text, each with its most common words and the letters that few others have.
// Those after the seven stand here so that their texts are not taken for one of the seven.
var voters = [...]struct {
	lang           Lang
	words, letters string
}{
	{English, `the of and to a in is was for on that with as by it he his at from are be this which or an were not have has had
their its but they who what when where how why did does do been one about into more than after would there will said can
could over between only two first other some most many new also during while because these those whose whom our your she
her you if so no all we any each under since until through against`, ""},
	{French, `le la les de des du un une et en est que qui dans pour par sur au aux avec ce cette ces il elle ils son sa ses se
ne pas plus sont ont été être avoir fait à où quel quelle quels quelles quand comment pourquoi combien quoi mais ou comme
leur leurs tout tous deux lors entre après avant sous depuis même aussi dont l d qu c n s j selon était avait a y nom lui
cet nous vous je on si sans contre vers chez car ainsi puis fut quels année ville pays premier première celui celle cela
signifie permet peut doit nombre personnes ans durant parmi selon afin lorsque`, "éçèêàùœâîôûëï"},
	{Hungarian, `a az és hogy nem is egy van volt meg csak de ha már még mint ez azt ezt el ki le fel be vagy után szerint miatt
között pedig majd lesz lett kell lehet ami aki amely mi mit ki hol mikor hány melyik milyen hogyan miért mely arra azért
illetve valamint azonban több sem minden ezek azok való alatt által volna voltak vannak nagyon most itt ott így úgy nincs
s e ő kik kinek honnan hová mennyi melyek egyik során ellen mellett nélkül`, "őűöüóáéíú"},
	{Norwegian, `og i det er på en av til som for med at et har de den ikke om fra ble var han hun vi jeg seg men skal kan vil
ved eller sin sine hva hvem hvor hvordan hvorfor når hvilken hvilket hvilke etter mot også så da nå bare ut opp inn over
under mellom gjennom blir blitt hadde være noe noen mye mange mer flere man meg deg oss dette disse denne sier sa år ifølge
siden hvis fordi mens før uten andre hans hennes deres må får fikk heter første hos enn ha nye kommer sitt kalt kalles by
fleste alle ofte mener hele der kunne skulle ville gang gjør gjøre menn ham ligger startet norge norske`, "æøå"},
	{Russian, `и в не на что с по как из он его к но за от у для это о а был то все так при же или бы до она было были их если
кто где когда почему какой какая какое какие сколько чем чего кого кому под после также только уже может более который
которая которые которого году года лет был была есть этом этот эта эти свой своего того тем чтобы во со об между перед
через над без ещё еще нет да мы я вы ты ли называется является является чей каком какую каких каким`, "ыэё"},
	{Spanish, `de la el en y a los que del se las por un con para una es no su al lo como más fue son o ha sus le era entre sobre
está también desde este esta cuando muy sin hasta hay donde quien qué quién quiénes cuál cuáles cuándo cuánto cuántos cuánta
cuántas dónde cómo pero fueron ser tiene han sido durante parte años año todo todos dos uno según sí cual cuales otros otro
ese esa eso ya si porque ante bajo contra mediante hacia él ella ellos qué nombre antes después hizo`, "ñáéíóú¿¡"},
	{Swedish, `och i att det är på en av som för med den till har inte om de ett han men var jag sig från vi så kan när år under
också hade ut ska skulle vara eller vad vem hur varför vilken vilket vilka vart vars efter där sin sina mot även över nu
blev blir bara denna detta dessa då än mellan genom hon honom henne sedan säger enligt många mycket vid man två andra utan
kommer får fick något någon några heter finns kallas hos ingen alla mer bli varit samt fram upp in flesta olika första ofta
göra gör kallades började större blivit används betyder anses ligger arbetar folk sverige svenska människor inom`, "åäö"},

	{"da", `og i det er på en af til som for med at et har de den ikke om fra blev var han hun vi jeg sig men skal kan vil ved
eller sin sine hvad hvem hvor hvordan hvorfor når hvilken hvilket hvilke efter mod også så da nu kun ud op ind over under
mellem gennem bliver blevet havde være noget nogle nogen meget mange mere flere man mig dig os dette disse denne siger sagde
år ifølge siden hvis fordi mens før uden andre hans hendes deres må får fik første lige igen by kommer ligger`, "æøå"},
	{"de", `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein
wurde sei wer was wann wo warum welche welcher welches wie viele ich wir ihr uns ihre seine kein keine wenn gegen zwischen`, "äöüß"},
	{"nl", `de van het een en in is dat op te met voor zijn niet aan er om ook als bij door maar naar uit wordt werd heeft over
die deze dit hij ze zij wat wie waar wanneer hoe waarom welke nog tot was dan worden kan meer geen hun haar ik je wij tegen
tussen onder na tijdens veel`, ""},
	{"it", `di e il la che in a un è per del non una con i le si da al sono della dei gli nel dalla alla come anche più lo ha
delle ma ed o dal alle nella questo questa chi cosa quando dove come perché quale quali quanto quanti era stato stata fu
essere hanno ai degli dell all nell tra fra suo sua loro dopo prima anni anno`, "èìòùàé"},
	{"pt", `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser
quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse
eles são qual quais onde quanto quantos por porque foram às ano anos sobre segundo`, "ãõçâêôáéíóú"},
	{"ca", `de la el i que a en els les un una per amb es del al no és va són dels com més ha seu seva aquest aquesta o també
però qui què quan on com quina quin quins fou ser`, "àèòçïl·"},
	{"uk", `і в на не що з та до у за як є від про його для це або який яка які але був була було були після під також із так
він вона вони хто де коли чому скільки якщо ще вже року років може через між`, "іїєґ"},
	{"be", `і ў на не што з да у за як ад пра яго для гэта або які якая але быў была было былі`, "ўі"},
	{"bg", `на и в да се от за е с не по са ще като че го му до из при към това който която които си или но след беше бил как
кой къде кога защо какво колко той тя те един една едно през само още има`, "ъщ"},
	{"sr", `и у је да се на за су од са као који која који што не из о али или до по би био била ће`, "јљњћђџ"},
	{"pl", `w i na z się nie do to że jest o a jak po od za przez ale dla przy są tym był była było co kto gdzie kiedy jego jej
ich który która które oraz już tylko może został`, "łąęśżźćń"},
	{"cs", `a v se na je že s z do o i to za by ve pro jako po od ale jsou si byl byla bylo co kdo kde kdy jeho jak nebo které
který která ze už také aby`, "ěščřžýůďťň"},
	{"fi", `ja on ei se että oli hän mutta ovat joka mitä kuka missä milloin kun niin kuin myös tai sen ole ollut sekä jos vain
hänen mukaan vuonna vuoden ovat ne tämä`, "äö"},
	{"ro", `de și în a la cu pe care nu din este un o să se pentru mai au fost ce sa prin cine unde când cum sunt lui dar sau
după fi al ale`, "ășțîâ"},
	{"tr", `ve bir bu da de için ile olarak çok en daha olan gibi kadar ne kim nerede ama sonra değil var her o olduğu tarafından`, "ığşçöü"},
}

// voterBits are the voters as sets of bits.
var voterBits = func() map[Lang]uint32 {
	m := map[Lang]uint32{}
	for i, v := range voters {
		m[v.lang] |= 1 << i
	}
	return m
}()

// russianBit is the bit of Russian among the voters.
const russianBit = 1 << 4

var wordVoters, letterVoters = electorate()

// electorate returns the voters that have a word, and those that have a letter, as sets of bits.
func electorate() (words map[string]uint32, letters [len(shortClass)]uint32) {
	words = map[string]uint32{}
	for i, v := range voters {
		for _, w := range strings.Fields(v.words) {
			words[w] |= 1 << i
		}
		for _, r := range v.letters {
			letters[r] |= 1 << i
		}
	}
	return words, letters
}
