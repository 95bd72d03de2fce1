package text

// irregularForms lead the forms of English verbs and nouns that no rule finds back to their base.
const irregularForms = `add added adds adding; analyse analysis analyses; arise arose arisen; awake awoke awoken; bear bore borne;
beat beaten; become became; begin began begun; bend bent; bite bit bitten; bleed bled; blow blew blown; break broke broken;
breed bred; bring brought; build built; burn burnt; bus buses busing; buy bought; catch caught; child children; choose chose chosen;
cling clung; come came; creep crept; crisis crises; criterion criteria; deal dealt; die dead dying; dig dug; draw drew drawn;
dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; err erred errs erring; fall fell fallen; feed fed;
feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; foot feet; forbid forbade forbidden;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; gas gases; get got gotten; give gave given; go went gone goes;
goose geese; grow grew grown; half halves; hang hung; hear heard; hide hid hidden; hold held; hypothesis hypotheses; keep kept;
kneel knelt; knife knives; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; light lit;
lose lost; make made; man men; mean meant; meet met; mistake mistook mistaken; mouse mice; overcome overcame; oversee oversaw overseen;
overtake overtook overtaken; overthrow overthrew overthrown; owe owed owes owing; pay paid; person people; phenomenon phenomena;
prove proven; rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said says; see saw seen;
seek sought; sell sold; send sent; sew sewn; shake shook shaken; shelf shelves; shine shone; shoot shot shots; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; speed sped; spell spelt;
spend spent; spill spilt; spin spun; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung;
strike struck stricken; strive strove striven; sue sued sues suing; swear swore sworn; sweep swept; swim swam swum; swing swung;
take took taken; teach taught; tear tore torn; tell told; thief thieves; think thought; throw threw thrown; tooth teeth;
undergo underwent undergone; understand understood; undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn;
weave wove woven; weep wept; wife wives; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wolf wolves;
woman women; wring wrung; write wrote written; US usa;
2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve`

// abstractNouns lead to the verb or adjective they are made of, since questions ask with the one and texts answer with
// the other: "did he deny" is answered by "his denial".
const abstractNouns = `acquire acquisition; admit admission; advise advice; ally alliance; appear appearance; apply application;
assist assistance; assume assumption; believe belief; bury burial; choose choice; classify classification; collide collision;
compare comparison; conclude conclusion; conquer conquest; consume consumption; cooperate cooperation cooperative; decide decision;
deep depth; deny denial; depart departure; describe description; destroy destruction; die death; disappear disappearance;
discover discovery; divide division; enter entry entrance; erode erosion; exist existence; expand expansion; explain explanation;
explode explosion; extend extension; fly flight; grow growth; high height; hot heat; identify identification; include inclusion;
inherit inheritance; injure injury; inquire inquiry enquiry; introduce introduction; invade invasion invader; justify justification;
long length; lose loss losses; maintain maintenance; marry marriage; multiply multiplication; notify notification; perform performance;
permit permission; persuade persuasion; poor poverty; produce production; prove proof; publish publication; pursue pursuit;
receive reception; reduce reduction; refer reference; remove removal; replace replacement; require requirement; resist resistance;
respond response; reveal revelation; sell sale; solve solution; speak speech speeches; specify specification; strong strength;
succeed success successes successful successfully; suspect suspicion; survive survival; testify testimony; weigh weight; wide width;
withdraw withdrawal; young youth`

// nationalities lead to their country, which news uses for one another: Chinese officials, China says.
const nationalities = `afghanistan afghan; africa african; america american; argentina argentine argentinian; asia asian;
australia australian; austria austrian; belgium belgian; brazil brazilian; britain british briton; canada canadian; china chinese;
cuba cuban; denmark danish dane; egypt egyptian; europe european; finland finnish finn; france french frenchman; germany german;
greece greek; hungary hungarian; iceland icelandic; iran iranian; iraq iraqi; ireland irish; israel israeli; italy italian;
japan japanese; korea korean; mexico mexican; netherlands dutch; nigeria nigerian; norway norwegian; pakistan pakistani;
palestine palestinian; poland polish; portugal portuguese; russia russian; saudi saudi; scotland scottish scot; spain spanish spaniard;
sweden swedish swede; switzerland swiss; syria syrian; taiwan taiwanese; turkey turkish turk; ukraine ukrainian;
venezuela venezuelan; vietnam vietnamese; wales welsh`

// distinctWords are those that the stemmer would throw together with another, with their forms: author and authority,
// import and important, internal and international. They are their own terms.
const distinctWords = `according; authority authorities; barely; business businesses; celebrity celebrities; conservative conservatives;
cooper; corporal; customer customers; customs; department departments; designate designated designates designation; emergency emergencies;
engineer engineers engineered engineering; evening evenings; executive executives; experience experiences experienced experiencing;
experiment experiments experimental experimented experimenting; founder founders founded founding; hardly; heroine heroines; hospitality;
important importance importantly; initiative initiatives; initiate initiated initiates; internal internally;
international internationally; lately; likely; majority majorities; memorial memorials; minority minorities; nearly;
objective objectives; officer officers; personal personally; personality personalities; polite; position positions positioned positioning;
positive positively positives; protestant protestants; several; terminal terminals; transition transitions transitioned transitioning;
united; university universities; US`
