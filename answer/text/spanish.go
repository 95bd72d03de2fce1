package text

const spanishForms = `aparecer apareció aparición; aprobar aprueba aprobación; atraer atrajo; caer cayó caída; comenzar comienza comienzo; conducir condujo;
conocer conoció conocimiento; conseguir consiguió consigue; construir construyó construye construcción; contar cuenta; convertir convirtió convierte conversión;
crear creó creación; defender defiende defensa; descubrir descubierto descubrimiento; destruir destruyó destrucción; dormir duerme;
elegir eligió elige elección; empezar empieza; encontrar encuentra; escribir escrito; fundar fundó fundación; gobernar gobierna gobierno;
incluir incluyó incluye inclusión; introducir introdujo introducción; jugar juega juego; leer leyó lectura; mantener mantuvo mantiene;
medir mide; morir murió muere muerto muerte; mostrar muestra mostró; mover mueve movimiento; nacer nació nacimiento; obtener obtuvo obtiene;
oír oyó; pedir pidió; pensar piensa; perder pierde pérdida; permitir permiso; poner puso puesto pone; preferir prefiere; probar prueba;
producir produjo produce producción; proponer propuso propuesta; proteger protege protección; recibir recepción; reducir redujo reducción;
resolver resuelto resolución; saber supo; seguir siguió sigue; sentir siente sintió; servir sirve sirvió servicio; soler suele; sugerir sugirió;
traducir tradujo traducción; traer trajo; unir unió unión; vender venta; venir vino viene; vivir vida; volver vuelve vuelto vuelta;
volar vuelo; largo longitud; luz luces; pez peces; voz voces`

const spanishNations = `afganistán afgano; áfrica africano; alemania alemán alemana alemanes; américa americano; argelia argelino; argentina argentino;
asia asiático; australia australiano; austria austriaco austríaco; bélgica belga; bolivia boliviano; brasil brasileño; canadá canadiense; chile chileno;
china chino; colombia colombiano; corea coreano; cuba cubano; dinamarca danés danesa daneses; ecuador ecuatoriano; egipto egipcio; escocia escocés escocesa escoceses;
españa español; europa europeo; finlandia finlandés finlandesa; francia francés francesa franceses; grecia griego; guatemala guatemalteco; holanda holandés holandesa;
hungría húngaro; india indio; inglaterra inglés inglesa ingleses; irak iraquí; irán iraní; irlanda irlandés irlandesa irlandeses; islandia islandés islandesa;
israel israelí; italia italiano; japón japonés japonesa japoneses; londres londinense; marruecos marroquí; méxico mexicano; nicaragua nicaragüense;
normandía normando; noruega noruego; pakistán pakistaní; palestina palestino; paraguay paraguayo; parís parisino; perú peruano; polonia polaco;
portugal portugués portuguesa portugueses; roma romano; rusia ruso; siria sirio; sudáfrica sudafricano; suecia sueco; suiza suizo; túnez tunecino; turquía turco;
ucrania ucraniano; uruguay uruguayo; venezuela venezolano; vietnam vietnamita`

const spanishNumbers = `2 dos; 3 tres; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 once; 12 doce`
