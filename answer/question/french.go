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
	stances:   "avis opinion position point citation déclaration propos commentaire",
	sources:   "de par",
	compares:  "comparer comparez comparaison différence diffèrent différent versus vs",
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

	fillers: "s'il_vous_plaît s'il_te_plaît svp stp pourriez_vous pouvez_vous peux_tu pourrais_tu dites dis dire " +
		"dites_moi dis_moi me_dire nous_dire pourriez_vous_me_dire pouvez_vous_me_dire peux_tu_me_dire savez_vous " +
		"sais_tu quelqu'un_sait quelqu'un_sait_il je_voudrais_savoir j'aimerais_savoir je_me_demande une_question " +
		"question bonjour salut merci merci_d'avance bonjour_à_tous plaît",

	contrary: contraryWords{
		denials: "ne pas non jamais sans aucun rien personne ni sauf",
		opposites: "premier première / dernier dernière; avant / après; grand grande / petit petite; long / court; haut / bas; " +
			"maximum maximal / minimum minimal; augmenter augmentation hausse / diminuer diminution baisse réduire; " +
			"nord / sud; homme masculin / femme féminin; gagner victoire / perdre défaite; meilleur / pire; " +
			"chaud / froid; fort / faible; rapide / lent; ouvrir / fermer; intérieur interne / extérieur externe; " +
			"gauche / droite; supérieur / inférieur; positif / négatif; public / privé; " +
			"accepter approuver / refuser rejeter; avantage / inconvénient; majorité / minorité; " +
			"ancien vieux / nouveau moderne; hiver / été; jour / nuit; allié / ennemi",
		prefixes: "in im il ir dés non",
	},
	kinds: kindWords{
		auxiliary: "a ont avait avaient peut peuvent doit doivent va fait",
		copula:    "est sont était étaient fut furent",
		sorts:     "type sorte genre forme autre",
		named: "entreprise société compagnie firme organisation marque banque agence institution université école club équipe " +
			"groupe gouvernement ministère tribunal église journal magazine revue éditeur chaîne aéroport livre roman poème " +
			"pièce film série chanson album opéra jeu langue religion guerre bataille traité accord loi fleuve rivière lac " +
			"montagne mer océan désert pont bâtiment musée parc château tour gare navire avion voiture modèle programme projet " +
			"produit logiciel récompense festival événement tribu dynastie empire nationalité artiste chanteur musicien " +
			"compositeur peintre architecte philosophe historien physicien empereur pape évêque général commandant gouverneur " +
			"maire joueur entraîneur personnage dieu déesse coupe championnat route",
		naming: "nom titre surnom terme mot pseudonyme abréviation expression",
		called: "appelle appelé appelée nomme nommé nommée connu connue surnommé surnom intitulé",
		asking: "type sorte genre nom surnom titre terme appelle appelé nomme nommé surnommé situe situé trouve lieu exemple cause raison " +
			"but objectif conséquence caractéristique fonction rôle origine métier profession nationalité religion domaine position " +
			"événement sert servent utilise utilisé",

		years:     "année an décennie siècle",
		days:      "date jour mois",
		durations: "durée temps période",
		prices:    "prix coût coûte argent payer salaire budget montant euros dollars",
		shares:    "pourcentage proportion part taux",
		ages:      "âge",
		sizes:     "taille longueur hauteur poids distance largeur profondeur vitesse superficie température altitude",

		means:   "signifie désigne appelé appelée nommé nommée connu connue surnommé défini définie terme",
		at:      "à au aux en dans chez près vers depuis",
		by:      "par grâce avec en via moyen utilisant",
		money:   "dollar euro livre centime franc yen",
		share:   "pour moitié tiers quart majorité",
		units:   "mètre kilomètre km mile pied pouce tonne kilogramme kg gramme degré hectare carré heure litre m cm mm",
		spans:   "seconde minute heure jour nuit semaine mois an année décennie siècle",
		age:     "âgé âgée âge",
		when:    "pendant durant après avant lors depuis fin début quand lorsque mi",
		vague:   "plusieurs nombreux peu aucun quelques centaines milliers beaucoup chaque",
		purpose: "pour car afin permettre",
	},

	dates: timeWords{
		months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		in:     "en_# durant_# pendant_# au_cours_de_#", since: "depuis_#", after: "après_#", before: "avant_#",
		between: "entre_#_et_# de_#_à_#",
	},
}
