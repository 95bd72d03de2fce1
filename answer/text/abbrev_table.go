package text

// The abbreviations of newspapers. Left out are those that are words as well (in, med, mar), and those that only ever
// stand before a word in lower case, since the sentence goes on there anyway.

const (
	englishPreceding = `mr mrs ms messrs mme mlle dr drs prof profs rev hon fr Gen Lt Col Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt
Adm Brig Gov Govs Sen Sens Rep Reps Pres Supt Det Insp Atty Asst Ald Amb mt e.g i.e eg viz cf vs v approx ca f.e Rs Msgr
Lt.Gen Maj.Gen Lt.Col Brig.Gen`
	englishNumbered = `no nos p pp fig figs vol vols ch chap art arts sec sect para paras pt eq eqs ref refs app ver op n.b tel ext est n°`
	englishEither   = `inc corp co cos ltd llc plc bros mfg jr sr st ste ft ave av blvd rd dept depts univ assn bldg al
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich
Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que W.Va Ph.D eds trans intl natl govt
Hwy Rte Pty Pte Ed`
	englishClosing = `etc esq a.m p.m am pm hrs hr mins secs yrs yr lbs lb oz mph c.e b.c a.d b.c.e ibid btw`

	frenchPreceding = `av m mm mme mmes mlle mlles me mgr dr pr prof st ste sts cf env c.-à-d c-à-d p.ex e.g i.e vs apr lt sgt`
	frenchNumbered  = `n° p pp art arts n no nos fig vol chap ch t tél tel al sect par § éd janv févr fév avr juil sept oct nov déc`
	frenchEither    = `inc ltée cie corp ltd boul bd j.-c é.-u dép dept`
	frenchClosing   = `etc hab suiv ss`

	hungarianPreceding = `dr prof pl ún kb ui vö ld ifj id özv gr br szt st hr ezr alez őrgy tábn mr mrs lásd`
	hungarianNumbered  = `sz old tel pf § bek jan febr márc ápr máj jún júl aug szept okt nov dec`
	hungarianEither    = `kft rt zrt nyrt bt kht u krt ker max szerk ford`
	hungarianClosing   = `stb vm db`

	norwegianPreceding = `dr prof f.eks bl.a ca dvs nr kl jf jfr evt st frk hr fr mr mrs ekskl inkl pga p.g.a iht mht m.h.t vedr tidl
f.o.m t.o.m s.k såk ifm i.f.m mlm`
	norwegianNumbered = `kap s art § tlf bd fig str jan feb febr mars apr aug sept okt nov des`
	norwegianEither   = `inc co corp ltd jr sr adm mill mrd`
	norwegianClosing  = `osv o.s.v o.l m.m mm m.v mv m.fl mfl etc e.l o.a kr e.kr f.kr a.m p.m`

	russianPreceding = `т.е т.н напр им акад проф доц ул просп пр-т пл пер бул наб пос пгт дер св тов см ср г-н г-жа гг-н ген полк
подполк лейт др.-греч лат англ греч итал инж зам пом`
	russianNumbered = `рис табл стр с п пп гл ст кн вып изд кв корп тел № д`
	russianEither   = `обл ред кг км см мм га`
	russianClosing  = `т.д т.п др н.э л.с час мин сек шт экз гг вв руб коп долл тыс млн млрд трлн чел`

	spanishPreceding = `sr sra sres sras srta srtas dr dra dres dras d dª dña ud vd prof profa lic ing arq mons gral cnel tte cmdte
almte sto sta excmo excma ilmo ilma rvdo hno hna fr avda ctra p.ej ej cf aprox vs ee dpto depto pbro mr mrs Gob Dip Sen`
	spanishNumbered = `núm num nº n.º nro no art arts pág págs p pp vol cap fig tel tfno apdo t km ene feb abr jun jul ago sept oct nov dic`
	spanishEither   = `cía cia ltda inc corp co ltd hnos uu uds vds jr ed eds máx mín`
	spanishClosing  = `etc hab ss a.m p.m`

	swedishPreceding = `dr prof t.ex bl.a d.v.s dvs ca c:a nr kl jfr evtl s.k f.d fr.o.m t.o.m p.g.a pga exkl inkl mr mrs hr fr ang
tekn bitr dåv i.s.f i.o.m m.a.o`
	swedishNumbered = `kap sid s art § tab fig vol jan feb febr apr aug sept okt nov dec`
	swedishEither   = `inc co corp ltd jr sr milj mdr`
	swedishClosing  = `osv o.s.v o.d m.m m.fl etc e.d o.dyl dyl mfl st kr e.kr f.kr`
)
