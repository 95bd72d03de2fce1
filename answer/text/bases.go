package text

// irregularForms leads the forms of verbs and nouns that no rule finds back to their base, and a few nouns to the verb
// that news says instead: "did he deny" is answered by "his denial". The last are set apart from what the stemmer
// would throw them together with.
const irregularForms = `arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun;
bend bent; bet bets; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
bring brought; build built; burn burnt; burst bursts; bury burial burials; buy bought; catch caught; child children;
choose chose chosen; cling clung; come came; creep crept; criterion criteria; crisis crises; deal dealt;
deny denial denials; die death deaths dead dying; dig dug; draw drew drawn; dream dreamt; drink drank drunk;
drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
flee fled; fling flung; fly flew flown; foot feet; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone goes; goose geese;
grow grew grown growth; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt;
know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent;
light lit; lose lost losses loss; make made; man men; mean meant; meet met; mistake mistook mistaken;
mouse mice; overcome overcame; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
pay paid; person people; phenomenon phenomena; prove proven; rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung;
rise rose risen; run ran; saw sawn; say said says; see saw seen; seek sought; sell sold sale sales; send sent;
sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; speed sped; spell spelt; spend spent;
spill spilt; spin spun; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck;
sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam swum;
swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
thief thieves; tooth teeth; understand understood; undertake undertook undertaken; undergo underwent undergone;
uphold upheld; wake woke woken; wear wore worn; weave wove woven; weep wept; wife wives; win won;
withdraw withdrew withdrawn withdrawal withdrawals; withhold withheld; withstand withstood; woman women; wring wrung;
write wrote written; half halves; knife knives; wolf wolves; shelf shelves; analyse analysis analyses;
 hypothesis hypotheses; US usa; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve;
authority authorities; business businesses; conservative conservatives; engineer engineers engineered;
evening evenings; executive executives; experiment experiments experimental experimented; important importance importantly;
several severally; university universities`

// apart are English words that the stemmer would throw together with another: author and authority, import and important.
var apart = set(`authority business conservative engineer evening executive experiment important several united university US`)

// abstractNouns are nouns made of verbs and adjectives, since questions ask with the one and texts answer with the other.
const abstractNouns = `invade invasion invasions invaders; decide decision decisions; explode explosion explosions; depart departure departures;
discover discovery discoveries; destroy destruction; succeed success successes; believe belief beliefs; high height heights;
long length lengths; strong strength strengths; wide width; deep depth depths; young youth; conclude conclusion conclusions;
expand expansion; extend extension extensions; divide division divisions; include inclusion; permit permission; admit admission;
receive reception; conquer conquest; enter entry entrance; remove removal; survive survival; compare comparison; assist assistance;
respond response responses; pursue pursuit; resist resistance; describe description descriptions;
explain explanation; reveal revelation revelations; solve solution solutions; replace replacement; marry marriage marriages;
require requirement requirements; speak speech speeches; fly flight flights; hot heat; poor poverty;
choose choice choices; advise advice; prove proof; weigh weight; collide collision; erode erosion; persuade persuasion;
acquire acquisition acquisitions; suspect suspicion; assume assumption; consume consumption; reduce reduction reductions;
introduce introduction; produce production; maintain maintenance; perform performance performances; appear appearance;
disappear disappearance; exist existence; refer reference references; inherit inheritance; ally alliance allies;
apply application applications; supply supplies; identify identification; classify classification; multiply multiplication;
notify notification; justify justification; specify specification; testify testimony; injure injury injuries; enquire inquiry enquiry`

// nationalities lead to their country, which news uses for one another: Chinese officials, China says.
const nationalities = `france french frenchman; britain british briton britons; germany german germans; china chinese; japan japanese;
spain spanish spaniards; poland polish; russia russian russians; america american americans; europe european europeans;
africa african africans; asia asian asians; italy italian italians; ireland irish; scotland scottish scots; wales welsh;
sweden swedish swedes; norway norwegian norwegians; denmark danish danes; finland finnish finns; iceland icelandic;
netherlands dutch; belgium belgian belgians; switzerland swiss; austria austrian austrians; hungary hungarian hungarians;
greece greek greeks; turkey turkish turks; portugal portuguese; ukraine ukrainian ukrainians; israel israeli israelis;
palestine palestinian palestinians; iran iranian iranians; iraq iraqi iraqis; syria syrian syrians; egypt egyptian egyptians;
korea korean koreans; vietnam vietnamese; canada canadian canadians; australia australian australians; mexico mexican mexicans;
brazil brazilian brazilians; argentina argentine argentinian; cuba cuban cubans; pakistan pakistani pakistanis;
afghanistan afghan afghans; taiwan taiwanese; saudi saudis; venezuela venezuelan venezuelans; nigeria nigerian nigerians`
