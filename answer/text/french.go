package text

const frenchForms = `acquérir acquiert acquis acquisition; apparaître apparaît apparu apparition; apprendre apprend appris;
appartenir appartient; atteindre atteint; battre bat battu; boire boit; comprendre comprend compris comprise; concevoir conçoit conçu conception;
conduire conduit conduisait; connaître connaît connu; conquérir conquiert conquis conquise conquête; construire construit construisait construction;
contenir contient contenu; convertir convertit conversion; couvrir couvre couvert; craindre craint crainte; croire croit croyait;
créer création; décevoir déçu; découvrir découvre découvert découverte; décrire décrit description; défendre défend défense;
déplacer déplacement; descendre descend; détenir détient; détruire détruit destruction; devenir devient devint devenu;
disparaître disparaît disparu disparition; écrire écrit écrivait; élire élit élu élection; entreprendre entreprend entrepris;
envoyer envoie envoi; éteindre éteint; étendre étend; fonder fondateur fondation; interdire interdit interdiction;
introduire introduit introduction; inscrire inscrit inscription; joindre joint; lire lit; maintenir maintient; mener mène; mettre met;
mourir meurt mourut mort décéder décès; naître naît né naquit naissance; obtenir obtient obtint obtenu; offrir offre offert;
ouvrir ouvre ouvert ouverture; paraître paraît paru; parvenir parvient parvint parvenu; peindre peint peinture; percevoir perçoit perçu;
perdre perd perdu perte; permettre permet permis permise; plaindre plaint plainte; prendre prend pris prise; prévoir prévoit prévu;
produire produit produisait production; promettre promet promis promise promesse; publier publication; recevoir reçoit reçu réception;
reconnaître reconnaît reconnu; réduire réduit réduction; rejoindre rejoint; remettre remet remis remise; rendre rend rendu;
répondre répond répondu réponse; résoudre résolu résolution; soutenir soutient soutien; souffrir souffre souffert; succéder successeur succession;
suivre suit suivi; surprendre surprend surpris surprise; survivre survit survécu; tenir tient tenu; traduire traduit traduction; vaincre vaincu;
vendre vend vendu vente; venir vient vint venu; vivre vécu; vouloir veut voulu; animal animaux; canal canaux; cheval chevaux;
ciel cieux; hôpital hôpitaux; journal journaux; oeil yeux; travail travaux; long longueur; large largeur`

const frenchNations = `afghanistan afghan; afrique africain; allemagne allemand; algérie algérien algérois; amérique américain;
angleterre anglais; argentine argentin; asie asiatique; australie australien; autriche autrichien; belgique belge; berlin berlinois;
brésil brésilien; bulgarie bulgare; canada canadien; chili chilien; chine chinois; colombie colombien; corée coréen; croatie croate;
danemark danois; écosse écossais écossaise; égypte égyptien; espagne espagnol; estonie estonien; europe européen; finlande finlandais finlandaise;
france français française; géorgie géorgien; grèce grec grecque; hongrie hongrois; inde indien; indonésie indonésien; irak irakien; iran iranien;
irlande irlandais irlandaise; islande islandais islandaise; israël israélien; italie italien; japon japonais japonaise; lettonie letton; liban libanais libanaise; libye libyen;
lituanie lituanien; londres londonien; mali malien; maroc marocain; mexique mexicain; moscou moscovite; norvège norvégien;
pakistan pakistanais pakistanaise; palestine palestinien; paris parisien; pérou péruvien; pologne polonais polonaise; portugal portugais portugaise; québec québécois québécoise;
rome romain; roumanie roumain; russie russe; sénégal sénégalais sénégalaise; serbie serbe; slovaquie slovaque; slovénie slovène; suède suédois;
syrie syrien; taïwan taïwanais taïwanaise; tchéquie tchèque; tunisie tunisien; turquie turc turque; ukraine ukrainien; vietnam vietnamien`

const frenchNumbers = `2 deux; 3 trois; 4 quatre; 5 cinq; 6 six; 7 sept; 8 huit; 9 neuf; 10 dix; 11 onze; 12 douze`
