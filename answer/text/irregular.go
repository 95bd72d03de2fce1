package text

import "strings"

// irregular leads the forms of English verbs and nouns that no rule finds back to their base, and a few nouns to the
// verb that news says instead: "did he deny" is answered by "his denial".
var irregular = lemmas(`arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun;
bend bent; bet bets; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
bring brought; build built; burn burnt; burst bursts; bury burial burials; buy bought; catch caught; child children;
choose chose chosen; cling clung; come came; creep crept; criterion criteria; crisis crises; deal dealt;
deny denial denials; die death deaths dead dying; dig dug; draw drew drawn; dream dreamt; drink drank drunk;
drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
flee fled; fling flung; fly flew flown; foot feet; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone goes; goose geese;
grind ground; grow grew grown growth; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt;
know knew known; lay laid; lead led; leaf leaves; lean leant; leap leapt; learn learnt; leave left; lend lent;
life lives; light lit; lose lost losses loss; make made; man men; mean meant; meet met; mistake mistook mistaken;
mouse mice; overcome overcame; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
pay paid; person people; phenomenon phenomena; prove proven; rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung;
rise rose risen; run ran; saw sawn; say said says; see saw seen; seek sought; sell sold sale sales; send sent;
sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; speed sped; spell spelt; spend spent;
spill spilt; spin spun; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck;
sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam swum;
swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
thief thieves; tooth teeth; understand understood; undertake undertook undertaken; undergo underwent undergone;
uphold upheld; wake woke woken; wear wore worn; weave wove woven; weep wept; wife wives; win won; wind wound;
withdraw withdrew withdrawn withdrawal withdrawals; withhold withheld; withstand withstood; woman women; wring wrung;
write wrote written; half halves; knife knives; wolf wolves; shelf shelves; analyse analysis analyses;
basis bases; medium media; hypothesis hypotheses; US usa;
authority authorities; business businesses; conservative conservatives; engineer engineers engineered;
evening evenings; executive executives; experiment experiments experimental experimented; important importance importantly;
several severally; university universities`)

// apart are words that the stemmer would throw together with another: author and authority, import and important.
var apart = set(`authority business conservative engineer evening executive experiment important several united university US`)

// lemmas reads a list of bases, each with its forms.
func lemmas(list string) map[string]string {
	m := map[string]string{}
	for _, group := range strings.Split(list, ";") {
		words := strings.Fields(group)
		for _, form := range words[1:] {
			m[form] = words[0]
		}
	}
	return m
}
