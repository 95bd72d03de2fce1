package text

const norwegianForms = `anta antok antatt antagelse; avgjøre avgjorde avgjort avgjørelse; avholde avholdt; be bad ba bedt; begynne begynte begynnelse;
beholde beholdt; beslaglegge beslagla beslaglagt; bestå bestod besto bestått; binde bandt bundet; bite bitt; bok bøker; bo bodde bosatt;
bringe brakte brakt; bror brødre; bryte brøt brutt; bygge bygde bygd; bære bar båret; delta deltok deltatt deltakelse; drikke drakk drukket;
drive drev drevet drift; dra dro dratt; dø døde død; falle falt; far fedre; finne fant funnet funn; fly fløy; foregå foregikk;
foreslå foreslo foreslått forslag; forstå forsto forstod forstått; forsvinne forsvant forsvunnet; fryse frøs; følge fulgte fulgt;
føde født fødsel; føre førte ført; få fikk fått får; gammel gamle; eldre eldst; gi ga gav gitt gir; gjøre gjorde gjort gjør; god godt; bedre best;
gripe grep; grunnlegge grunnla grunnlagt grunnleggelse; gå gikk gått går; hjelpe hjalp hjulpet; holde holdt; høy høyde;
hånd hender; inngå inngikk inngått; innføre innførte innført; knekke knakk; komme kom; konge kong; kvinne kvinnelig;
lengre lengst; lang lengde; legge lagt; lide lidd lidelse; ligge ligget; liten lita lite små; lyve løy; løpe løp; mann menn mannlig;
mor mødre; motta mottok mottatt; møte møtte møtt; natt netter; nyte nøt; oppgi oppga oppgitt; oppholde oppholdt;
oppstå oppsto oppstod oppstått; opptre opptrådte opptreden; overta overtok overtatt; oversette oversatte oversettelse; rive revet;
selge solgte solgt salg; sette satte; skape skapte skapt; skje skjedde skjedd; skrive skrev; skyte skjøt skutt; slippe slapp sluppet;
slå slo slått; sova sov; spise spiste; sprekke sprakk; spørre spurte spurt; springe sprang; stige steg; stjele stjal stjålet;
større størst; stryke strøk strøket; stå sto stod stått; sverge svor; synge sang sunget; synke sank sunket; ta tok tatt tar;
telle telt; treffe traff truffet; trekke trakk trukket; tvinge tvang tvunget; yngre yngst; unngå unngikk unngått;
utgi utga utgitt utgivelse; vedta vedtok vedtatt vedtak; vei veg; velge valgte valgt valg; vinne vant vunnet; vite visste visst; vokse vokste;
skole skule; ein én; uke veke`

const norwegianNations = `afghanistan afghansk afghaner; afrika afrikansk afrikaner; amerika amerikansk amerikaner; asia asiatisk; australia australsk australier;
belgia belgisk belgier; brasil brasiliansk brasilianer; canada kanadisk kanadier; danmark dansk danske; egypt egyptisk; england engelsk engelskmann;
eritrea eritreisk eritreer; europa europeisk europeer; finland finsk; frankrike fransk franskmann; hellas gresk greker; india indisk inder;
indonesia indonesisk; irak irakisk iraker; iran iransk iraner; irland irsk; island islandsk; israel israelsk israeler; italia italiensk italiener;
japan japansk japaner; kina kinesisk kineser; korea koreansk koreaner; kroatia kroatisk; latvia latvisk; litauen litauisk; mexico meksikansk;
nederland nederlandsk nederlender; norge noreg norsk nordmann nordmenn; palestina palestinsk palestiner; pakistan pakistansk; polen polsk polakk;
portugal portugisisk; romania rumensk; russland russisk russer; rwanda rwandisk; serbia serbisk serber; skottland skotsk skotte;
somalia somalisk somalier; sovjetunionen sovjetisk sovjet; spania spansk spanjol; storbritannia britisk brite; sveits sveitsisk sveitser;
sverige svensk svenske; syria syrisk syrer; tsjekkia tsjekkisk; tyrkia tyrkisk tyrker; tyskland tysk tysker; ukraina ukrainsk ukrainer;
ungarn ungarsk ungarer; vietnam vietnamesisk; østerrike østerriksk østerriker`

const norwegianNumbers = `2 to; 3 tre; 4 fire; 5 fem; 6 seks; 7 sju syv; 8 åtte; 9 ni; 10 ti; 11 elleve; 12 tolv`
