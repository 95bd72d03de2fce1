package text

const swedishForms = `anse ansåg ansett; ansöka ansökan; anta antog antagit; avgöra avgjorde avgjort; be bad bett; behålla behöll; bestå bestod bestått;
binda band bundit; bjuda bjöd bjudit; bli blev blivit; bok böcker; bror bröder; bryta bröt brutit; bära bar burit; delta deltog deltagit;
dra drog dragit; dricka drack druckit; driva drev drivit; dö dog dött död; falla föll fallit; far fäder; finna fann funnit; flyga flög flugit;
fot fötter; framställa framställde; försvinna försvann försvunnit; förstå förstod förstått; få fick fått får; gammal gamla; äldre äldst;
ge gav gett ger; genomgå genomgick genomgått; god gott; bättre bäst; grundlägga grundlade grundlagt; gripa grep gripit; gå gick gått går;
hand händer; hjälpa hjälpte; hålla höll hållit; högre högst; hög höjd; inleda inledde inlett; komma kom kommit; kvinna kvinnlig;
lida led lidit; ligga låg legat; lite små; ljuga ljög; längre längst; lång längd; lägga lade lagt; man män manlig;
mor mödrar; natt nätter; njuta njöt; ny nytt; se såg sett; sjunga sjöng sjungit; sjunka sjönk; skjuta sköt skjutit;
skriva skrev skrivit; skära skar skurit; slå slog slagit; son söner; sova sov; sprida spred spridit; springa sprang sprungit; stad städer;
stiga steg stigit; stjäla stal stulit; större störst; strand stränder; stå stod stått; sälja sålde sålt; sätta satte;
ta tog tagit tar; tand tänder; tvinga tvang; yngre yngst; uppstå uppstod uppstått; veta visste vet; vinna vann vunnit; välja valde valt val;
växa växte vuxit; äga ägde; översätta översatte; dotter döttrar`

const swedishNations = `afghanistan afghansk; afrika afrikansk; amerika amerikansk amerikan; asien asiatisk; australien australisk; belgien belgisk;
brasilien brasiliansk; danmark dansk; egypten egyptisk; england engelsk engelsman; estland estnisk; europa europeisk europé; finland finsk finländsk finländare;
frankrike fransk fransman; grekland grekisk grek; indien indisk; irak irakisk; iran iransk; irland irländsk; island isländsk; israel israelisk;
italien italiensk; japan japansk; kanada kanadensisk; kina kinesisk kines; korea koreansk; lettland lettisk; litauen litauisk; mexiko mexikansk;
nederländerna nederländsk; norge norsk; palestina palestinsk; polen polsk; portugal portugisisk; rumänien rumänsk; ryssland rysk ryss;
schweiz schweizisk; serbien serbisk; skottland skotsk; sovjetunionen sovjetisk sovjet; spanien spansk spanjor; storbritannien brittisk;
sverige svensk; syrien syrisk; tjeckien tjeckisk; turkiet turkisk turk; tyskland tysk; ukraina ukrainsk; ungern ungersk; österrike österrikisk`

const swedishNumbers = `2 två; 3 tre; 4 fyra; 5 fem; 6 sex; 7 sju; 8 åtta; 9 nio; 10 tio; 11 elva; 12 tolv`
