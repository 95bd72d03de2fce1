package question

var french = words{
	person: "qui",
	time:   "quand",
	place:  "où d'où",
	number: "combien",
	reason: "pourquoi",
	which:  "quel quelle quels quelles que quoi lequel laquelle",

	persons: "personne homme femme auteur roi reine président ministre acteur actrice écrivain",
	times:   "année an date jour mois siècle décennie époque heure période saison",
	places: "ville pays région lieu endroit continent province état village commune département quartier rue " +
		"capitale île",
	numbers: "nombre pourcentage âge prix coût population taille longueur hauteur poids distance largeur vitesse " +
		"superficie proportion montant durée",

	says: "dire dit disait déclarer déclare déclaré affirmer affirme affirmé expliquer explique expliqué écrire écrit " +
		"ajouter ajoute penser pense annoncer annonce annoncé estimer estime croire raconter assurer promettre " +
		"nier répondre souligner",
	frame:     "comparer comparaison avis opinion position déclaration propos",
	topic:     "sur concernant propos que à",
	according: "selon d'après après",
	and:       "et ou",

	calendar: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi " +
		"mercredi jeudi vendredi samedi dimanche siècle décennie hier demain printemps été automne hiver",
	periods: "année an mois semaine jour heure matin soir nuit",
	counts: "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente " +
		"quarante cinquante soixante cent cents mille million millions milliard milliards douzaine moitié tiers quart double un une",
	causes: "parce car cause raison afin grâce suite puisque pour",

	links:        "et mais ou alors donc puis aussi ok",
	about:        "sur concernant à_propos_de en_est_il_de en_est_il_du en_est_il_des en_est_il quid_de quid_du",
	more:         "quoi_autre quoi_encore autre_chose encore plus",
	how:          "comment",
	they:         "il elle ils elles lui",
	that:         "cela ça ceci le",
	prepositions: "de du des en à au aux chez dans pour par avec depuis",
	articles:     "le la les un une",
	chat:         "je j on nous tu vous me moi mon ma mes notre votre",

	dates: timeWords{
		months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		in:     "en_# durant_# pendant_# au_cours_de_#", since: "depuis_#", after: "après_#", before: "avant_#",
		between: "entre_#_et_# de_#_à_#",
	},
}
