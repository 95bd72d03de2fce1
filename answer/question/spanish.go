package question

var spanish = words{
	person: "quién quiénes quien quienes",
	time:   "cuándo cuando",
	place:  "dónde adónde donde",
	number: "cuánto cuánta cuántos cuántas cuanto cuanta cuantos cuantas",
	reason: "por_qué por_que",
	which:  "qué cuál cuáles que cual cuales",

	persons: "persona hombre mujer autor rey reina presidente ministro actor actriz escritor",
	times:   "año fecha día mes siglo década época hora periodo temporada",
	places:  "ciudad país región lugar sitio continente provincia estado pueblo condado distrito zona calle capital isla",
	numbers: "número porcentaje cantidad edad precio costo población tamaño longitud altura peso distancia anchura " +
		"velocidad superficie proporción tasa",

	says: "decir dijo dice dicho declarar declaró afirmar afirmó explicar explicó escribir escribió añadir añadió pensar " +
		"piensa anunciar anunció creer cree opinar opina contar asegurar aseguró prometer negar responder señalar",
	frame:     "comparar comparación opinión posición declaración",
	stances:   "opinión posición postura cita citas declaración declaraciones comentario palabras visión",
	sources:   "de por",
	compares:  "comparar compara compare comparación diferencia diferencian difieren versus vs",
	topic:     "sobre acerca respecto de que",
	according: "según",
	and:       "y e o",

	calendar: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes " +
		"martes miércoles jueves viernes sábado domingo siglo década ayer primavera verano otoño invierno",
	periods: "año mes semana día hora mañana tarde noche",
	counts: "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta " +
		"cincuenta sesenta setenta ochenta noventa cien ciento cientos mil millón millones docena mitad tercio cuarto doble un una",
	causes: "porque debido causa razón pues motivo para",

	links:        "y e pero o entonces también ok",
	about:        "sobre acerca_de respecto_de respecto_a qué_hay_de qué_pasa_con qué_tal qué_de",
	more:         "qué_más algo_más más dime_más cuéntame_más",
	how:          "cómo como",
	they:         "él ella ellos ellas",
	that:         "eso esto ello lo así",
	prepositions: "de del en a al para por con desde",
	articles:     "el la los las un una",
	chat:         "yo nosotros tú usted ustedes me nos mi nuestro",
	unsaid:       true,

	fillers: "por_favor me_puedes_decir me_podrías_decir me_puede_decir me_podría_decir puedes_decirme podrías_decirme " +
		"puede_decirme podría_decirme dime díganme dígame sabes sabe alguien_sabe sabéis quisiera_saber " +
		"quiero_saber me_gustaría_saber me_pregunto una_pregunta pregunta hola gracias buenas buenos_días " +
		"muchas_gracias gracias_de_antemano",

	contrary: contraryWords{
		denials: "no nunca jamás sin ningún ninguno ninguna nadie nada ni tampoco excepto salvo",
		opposites: "primero primera primer / último última; antes / después; mayor grande / menor pequeño; largo / corto; " +
			"alto / bajo; máximo / mínimo; aumentar aumento / disminuir disminución reducir; norte / sur; " +
			"este oriental / oeste occidental; hombre masculino / mujer femenino; ganar victoria / perder derrota; " +
			"comenzar inicio / terminar final fin; mejor / peor; caliente cálido / frío; fuerte / débil; " +
			"rápido / lento; comprar / vender; abrir / cerrar; interior interno / exterior externo; " +
			"izquierda / derecha; superior / inferior; positivo / negativo; público / privado; " +
			"aceptar aprobar / rechazar; ventaja / desventaja; mayoría / minoría; antiguo viejo / nuevo moderno; " +
			"invierno / verano; día / noche; aliado / enemigo",
		prefixes: "in im des no",
	},
	kinds: kindWords{
		auxiliary: "ha han había puede pueden debe hizo hace",
		copula:    "es son era eran fue fueron",
		sorts:     "tipo clase forma otro otra",
		named: "empresa compañía organización sociedad marca banco agencia institución universidad escuela club equipo grupo " +
			"banda gobierno ministerio tribunal iglesia periódico revista editorial cadena aeropuerto libro novela poema " +
			"obra película serie canción álbum ópera juego idioma lengua religión guerra batalla tratado acuerdo ley río lago " +
			"montaña mar océano desierto puente edificio museo parque castillo torre estación barco avión coche modelo programa " +
			"proyecto producto premio festival evento tribu dinastía imperio nacionalidad artista cantante músico compositor " +
			"pintor arquitecto filósofo historiador físico emperador papa obispo general comandante gobernador alcalde jugador " +
			"entrenador personaje dios diosa",
		naming: "nombre título apodo término palabra seudónimo abreviatura expresión",
		called: "llama llaman llamó llamado llamada denomina conoce conocido conocida conocen",
		asking: "tipo clase nombre título término llama llamaba llamó conoce ubica ubicado situado encuentra lugar ejemplo causa " +
			"razón objetivo consecuencia función papel tema utiliza significa",

		years:     "año década siglo",
		days:      "fecha día mes",
		durations: "duración tiempo periodo período",
		prices:    "precio costo coste cuesta dinero pagar pagó salario presupuesto dólares euros",
		shares:    "porcentaje proporción tasa parte",
		ages:      "edad",
		sizes:     "tamaño longitud altura peso distancia anchura profundidad velocidad superficie temperatura",

		means:   "significa refiere llamado llamada denominado conocido conocida define definido término",
		at:      "en de desde hacia cerca a",
		by:      "por mediante con través usando utilizando gracias medio",
		money:   "dólar euro libra centavo peso peseta yen",
		share:   "ciento mitad tercio cuarto mayoría",
		units:   "metro kilómetro km milla pie pulgada tonelada kilogramo kg gramo grado hectárea cuadrado hora litro m cm mm",
		spans:   "segundo minuto hora día noche semana mes año década siglo",
		age:     "edad",
		when:    "durante después antes cuando desde mientras fines principios finales hace",
		vague:   "varios varias muchos muchas pocos ninguno algunos cientos miles cada",
		purpose: "para por permitir",
	},

	dates: timeWords{
		months: "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
		of:     "de del",
		in:     "en_# durante_# en_el_año_#", since: "desde_#", after: "después_de_# tras_#", before: "antes_de_#",
		between: "entre_#_y_# de_#_a_# desde_#_hasta_#",
	},
}
