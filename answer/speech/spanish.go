package speech

func spanish() *language {
	return &language{words: lexicon(spanishGroups...), dashes: true, dropped: true, adverbs: "mente"}
}

var spanishGroups = []group{
	{cueStrong, `
		dice dicen dijo dijeron decía decían dicho dirá afirma afirman afirmó afirmaron afirmado afirmaba asegura
		aseguran aseguró aseguraron asegurado aseguraba explica explican explicó explicaron explicado explicaba declara
		declaran declaró declararon declarado señala señalan señaló señalaron señalado señalaba añade añaden añadió
		añadieron añadido añadía agrega agregan agregó agregaron agregado agregaba responde responden respondió
		respondieron respondido respondía indica indican indicó indicaron indicado manifiesta manifiestan manifestó
		manifestaron manifestado cuenta cuentan contó contaron contaba contado comenta comentan comentó comentaron
		comentado comentaba sostiene sostienen sostuvo sostuvieron sostenido escribe escriben escribió escribieron
		escrito escribía concluye concluyen concluyó concluyeron concluido pregunta preguntó preguntaron preguntado
		preguntaba contesta contestan contestó contestaron contestado contestaba insiste insisten insistió insistieron
		insistido subraya subrayan subrayó subrayaron subrayado anuncia anuncian anunció anunciaron anunciado apunta
		apuntan apuntó apuntaron apuntado expresa expresan expresó expresaron expresado relata relatan relató relataron
		relatado replica replicó replicaron exclama exclamó exclamaron exclamaba tuiteó tuitea precisa precisan precisó
		precisaron precisado`},
	{cueStrong | cueBound, `
		diciendo afirmando asegurando explicando añadiendo agregando señalando indicando respondiendo escribiendo`},
	{cueWeak, `
		advierte advierten advirtió advirtieron advertido admite admiten admitió admitieron admitido reconoce reconocen
		reconoció reconocieron reconocido recuerda recuerdan recordó recordaron recordado lamenta lamentan lamentó
		lamentaron lamentado destaca destacan destacó destacaron destacado confirma confirman confirmó confirmaron
		confirmado denuncia denuncian denunció denunciaron denunciado critica critican criticó criticaron criticado
		considera consideran consideró consideraron considerado opina opinan opinó opinaron opinaba cree creen creía
		pide piden pidió pidieron pedido promete prometió prometido reitera reiteran reiteró reiterado revela reveló
		revelado acusa acusan acusó acusado califica calificó calificado calificaron llama llamó llamaba habla hablan
		habló hablaba piensa pensó pensaba continúa continuó continuaba prosigue prosiguió matiza matizó zanja zanjó
		sentencia sentenció susurra susurró grita gritó gritaba murmura murmuró murmuraba ríe rió suspira suspiró
		interrumpe interrumpió repite repitió repetía observa observó valora valoró celebra celebró defiende defendió
		argumenta argumentó argumentado resume resumió ironiza ironizó bromea bromeó`},
	{heWord | male, "él"},
	{sheWord | female, "ella"},
	{itWord, "ello"},
	{theyWord, "ellos ellas yo nosotros tú usted ustedes"},
	{determiner | indefinite, "un una"},
	{determiner | definite, "el la los las este esta estos estas ese esa esos esas aquel aquella"},
	{determiner, `
		un una unos unas mi mis tu tus su sus nuestro nuestra nuestros nuestras varios varias algunos algunas muchos
		muchas otro otra otros otras cada todo toda todos todas dos tres cuatro cinco seis siete ocho nueve diez ningún
		ninguna lo`},
	{link, `
		de del a al en con por para sin sobre contra entre desde hasta hacia tras durante mediante ante bajo según que
		cuando mientras como si pero o u ni porque aunque donde pues`},
	{genitive, "de del para por en"},
	{that, "que"},
	{body | firm, "empresa compañía banco"},
	{conjunction, "y e & pero o u pues"},
	{relative, "quien quienes cual cuales"},
	{origin, "según"},
	{filler | being, "es son era eran fue fueron será serán ser sido está están estaba"},
	{filler, `
		le les me te nos ha han había habían he hemos habrá se no sí ya también aún todavía siempre nunca luego después
		antes ahora así además entonces incluso ayer hoy mañana muy más menos poco casi solo sólo`},
	{male, "señor presidente rey príncipe padre hermano hijo marido esposo tío sobrino hombre niño joven"},
	{female, "señora presidenta reina princesa madre hermana hija mujer esposa tía sobrina niña"},
	{honorific | male, "sr. sr señor don d. fray padre"},
	{honorific | female, "sra. sra señora doña dña. srta. señorita sor"},
	{honorific, "doctor doctora licenciado licenciada san santa"},
	{office, `
		presidente presidenta ministro ministra director directora jefe jefa portavoz vocero vocera secretario
		secretaria alcalde alcaldesa diputado diputada senador senadora gobernador gobernadora profesor profesora
		catedrático catedrática investigador investigadora economista abogado abogada fiscal juez jueza embajador
		embajadora general coronel capitán escritor escritora autor autora periodista editor editora historiador
		historiadora médico médica fundador fundadora cofundador cofundadora líder candidato candidata consejero
		consejera canciller rey reina príncipe princesa papa obispo arzobispo cardenal actor actriz cantante entrenador
		entrenadora jugador jugadora portero delantero miembro experto experta especialista analista empresario
		empresaria vicepresidente vicepresidenta exministro expresidente gerente responsable coordinador coordinadora
		delegado delegada comisario comisaria inspector inspectora`},
	{modifier, `
		ex primer primera antiguo antigua nuevo nueva actual ejecutivo ejecutiva general español española estadounidense
		mexicano mexicana argentino argentina francés francesa británico británica alemán alemana italiano italiana ruso
		rusa chino china europeo europea chileno chilena colombiano colombiana venezolano venezolana`},
	{calendar, `
		lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
		septiembre octubre noviembre diciembre día noche tarde semana mes año años días horas minutos`},
	{body, `
		universidad instituto partido sindicato ministerio empresa grupo banco gobierno consejo comité comisión unión
		federación agencia diario hospital asociación`},
	{people, `
		personas expertos testigos vecinos familiares autoridades fuentes funcionarios científicos médicos críticos
		analistas manifestantes alguien`},
}
