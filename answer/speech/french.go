package speech

func french() *language {
	return &language{words: lexicon(frenchGroups...), dashes: true, elided: true, adverbs: "ment",
		clitics: []string{"-t-elles", "-t-ils", "-t-elle", "-t-il", "-t-on", "-elles", "-ils", "-elle", "-il", "-on", "-je"}}
}

var frenchGroups = []group{
	{cueStrong, `
		dit disent disait disaient dira déclare déclarent déclaré déclara déclarait affirme affirment affirmé affirma
		affirmait explique expliquent expliqué expliqua expliquait ajoute ajoutent ajouté ajouta ajoutait répond
		répondent répondu répondit répondait précise précisent précisé précisa précisait indique indiquent indiqué
		indiqua indiquait raconte racontent raconté raconta racontait souligne soulignent souligné souligna soulignait
		assure assurent assuré assura assurait estime estiment estimé estima estimait écrit écrivent écrivit écrivait
		conclut concluent conclu concluait poursuit poursuivent poursuivi poursuivit poursuivait demande demandent
		demandé demanda demandait annonce annoncent annoncé annonça annonçait confie confient confié confia confiait
		lance lancent lancé lança lançait insiste insistent insisté insista insistait martèle martelé martela rétorque
		rétorqué rétorqua tweete tweeté twitté réplique répliqué répliqua exclame exclamé exclama murmure murmuré
		murmura cria crie crié écria écrie`},
	{cueStrong | cueBound, `
		disant déclarant affirmant expliquant ajoutant répondant précisant indiquant soulignant assurant estimant
		écrivant`},
	{cueWeak, `
		reconnaît reconnaissent reconnu reconnut admet admettent admis admit rappelle rappellent rappelé rappela
		rappelait confirme confirment confirmé confirma dénonce dénoncent dénoncé dénonça regrette regrettent regretté
		regretta regrettait note notent noté nota notait observe observent observé observa commente commenté commenta
		résume résumé résuma promet promettent promis promit prévient préviennent prévenu prévint avertit averti
		avertissent témoigne témoignent témoigné plaide plaidé juge jugent jugé jugea jugeait considère considèrent
		considéré pense pensent pensé pensa pensait croit croient croyait soutient soutiennent soutenu soutint analyse
		analysé ironise ironisé nuance nuancé reprend reprit repris continue continua continuait évoque évoquent évoqué
		parle parlent parlé parlait qualifie qualifient qualifié accuse accusent accusé appelle appelé appelait réjouit
		réjoui inquiète inquiété interroge interrogé félicite félicité salue salué reconnaissait soupire soupira gronde
		gronda balbutie balbutia sourit rit riposte riposta fit`},
	{heWord | male, "il"},
	{sheWord | female, "elle"},
	{itWord, "ce c cela ça"},
	{theyWord, "ils elles on je j nous vous tu"},
	{determiner | indefinite, "un une"},
	{determiner | definite, "le la les l ce cet cette ces"},
	{determiner, `
		un une des mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs plusieurs certains certaines quelques
		chaque tout tous toute toutes deux trois quatre cinq six sept huit neuf dix aucun aucune`},
	{link, `
		de d du à au aux en dans sur sous par pour avec sans contre chez vers entre depuis pendant avant après lors dès
		jusqu que qu quand lorsque lorsqu comme si mais ou où donc or ni car parce afin alors tandis malgré outre selon
		puisque puisqu devant derrière`},
	{genitive, "de du des d pour à en"},
	{that, "que qu"},
	{body | firm, "entreprise société groupe banque compagnie"},
	{conjunction, "et & mais or ou donc"},
	{relative, "qui dont lequel laquelle lesquels lesquelles"},
	{origin, "selon d'après"},
	{filler | being, "est sont était étaient fut furent sera seront être été"},
	{filler, `
		lui leur leurs me m te t a ont avait avaient aura auront aurait avoir s se ne n pas y plus jamais aussi encore
		toujours déjà ensuite puis alors ainsi même hier aujourd'hui demain maintenant enfin également bien très trop
		peu non oui ah oh eh bon tout`},
	{male, "m. monsieur président directeur roi prince père frère fils mari oncle neveu homme garçon"},
	{female, "présidente directrice reine princesse mère sœur fille femme épouse tante nièce"},
	{honorific | male, "m. m monsieur mgr sir père frère"},
	{honorific | female, "mme mme. madame mlle mlle. mademoiselle sœur"},
	{honorific, "me docteur maître saint sainte"},
	{office, `
		président présidente ministre directeur directrice chef cheffe patron patronne porte-parole secrétaire maire
		député députée sénateur sénatrice professeur professeure chercheur chercheuse économiste avocat avocate
		procureur procureure juge ambassadeur ambassadrice général colonel capitaine écrivain écrivaine auteur auteure
		autrice journaliste rédacteur rédactrice historien historienne sociologue philosophe médecin chirurgien
		infirmier infirmière fondateur fondatrice cofondateur cofondatrice responsable dirigeant dirigeante candidat
		candidate élu élue conseiller conseillère premier-ministre roi reine prince princesse pape évêque acteur actrice
		chanteur chanteuse réalisateur réalisatrice entraîneur entraîneuse joueur joueuse gardien membre expert experte
		spécialiste analyste consultant consultante gérant gérante propriétaire pdg gouverneur gouverneure chancelier
		chancelière commissaire délégué déléguée`},
	{modifier, `
		ancien ancienne premier première vice nouvel nouveau nouvelle général générale délégué actuel actuelle français
		française américain américaine britannique allemand allemande italien italienne espagnol espagnole belge suisse
		russe chinois chinoise européen européenne socialiste républicain républicaine`},
	{calendar, `
		lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
		octobre novembre décembre jour matin soir semaine mois année an ans jours heures minutes`},
	{body, `
		université institut parti syndicat ministère société groupe entreprise banque gouvernement conseil comité
		commission union fédération agence journal hôpital`},
	{people, `
		gens responsables élus experts témoins proches habitants militants médecins chercheurs scientifiques autorités
		policiers manifestants`},
}
