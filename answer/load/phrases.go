package load

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is how a line of furniture reads, in lower case and with single
// spaces, from its first letter on.
type phrase struct {
	start string // the line starts with it
	has   string // and has one of these further on, parted by |; none is asked for if empty
	words int    // and has at most so many words
	place place
}

// place is where furniture of some kind stands.
type place int

const (
	anywhere place = iota
	atEnd          // in the last lines, below all or most of the text
)

// phrases are the lines that pages put around and between the paragraphs of an
// article. Each is one that running text does not start with, or not at that
// length, or not with those words in it.
var phrases = []phrase{
	// Ways around the page.
	{start: "skip to", has: "content|main|navigation|article|footer|search", words: 6},
	{start: "jump to", has: "content|navigation|main", words: 6},
	{start: "back to top", words: 4},
	{start: "read more", words: 12},
	{start: "continue reading", words: 12},
	{start: "read the full", words: 14},
	{start: "for the full story", words: 12},
	{start: "click here", words: 25},
	{start: "view comments", words: 4},
	{start: "leave a comment", words: 8},
	{start: "leave a reply", words: 6},
	{start: "post a comment", words: 6},
	{start: "load more", words: 4},
	{start: "show more", words: 4},
	{start: "just watched", words: 6},
	{start: "up next", words: 4},
	{start: "check your local forecast", words: 8},
	{start: "on mobile?", words: 14},

	// Lists of other articles.
	{start: "recent articles", words: 3},
	{start: "related articles", words: 4},
	{start: "related stories", words: 4},
	{start: "related content", words: 4},
	{start: "related topics", words: 4},
	{start: "related links", words: 4},
	{start: "more from", words: 8, place: atEnd},
	{start: "more on", words: 8, place: atEnd},
	{start: "more", has: "http", words: 12},
	{start: "more stories", words: 6},
	{start: "most read", words: 5},
	{start: "most popular stories", words: 5},
	{start: "you may also like", words: 6},
	{start: "you might also like", words: 6},
	{start: "recommended for you", words: 6},
	{start: "editors' picks", words: 4},
	{start: "trending now", words: 4},
	{start: "dig deeper", words: 3},

	// Letters to sign up to.
	{start: "sign up", has: "newsletter|e-mail|email|inbox|alerts|digest|briefing|notifications|mailing list", words: 70},
	{start: "subscribe", has: "newsletter|podcast|inbox|email|e-mail|here|digital|today|print|channel|now", words: 45},
	{start: "register", has: "newsletter|inbox", words: 40},
	{start: "get", has: "newsletter|in your inbox|to your inbox", words: 50},
	{start: "join", has: "newsletter|mailing list", words: 40},
	{start: "receive", has: "newsletter|in your inbox|to your inbox", words: 40},
	{start: "enter your email", words: 20},
	{start: "to get", has: "newsletter|your inbox", words: 40},
	{start: "to receive", has: "newsletter|your inbox", words: 40},
	{start: "looking for more", has: "visit|sign up|subscribe", words: 30},
	{start: "want more", has: "sign up|subscribe|newsletter", words: 40},
	{start: "if your day doesn't start", has: "sign up", words: 60},
	{start: "you can get", has: "to your inbox|in your inbox|newsletter", words: 40},
	{start: "what's everyone talking about", has: "sign up", words: 40},

	// Buttons to share.
	{start: "share this", words: 8},
	{start: "share on", has: "facebook|twitter|linkedin|whatsapp|email| x", words: 10},
	{start: "print this", words: 5},
	{start: "email this", words: 6},
	{start: "follow", has: "on twitter|on facebook|on instagram|on social|on linkedin|on youtube|on tiktok|on threads|twitter:|: @| @", words: 60},
	{start: "like us on", words: 20},
	{start: "find us on", words: 20},
	{start: "join us on", words: 20},
	{start: "join the conversation", words: 25},
	{start: "have your say", words: 12},

	// Who made it, where it stood first, what became of it.
	{start: "image credit", words: 25},
	{start: "image source", words: 25},
	{start: "image:", words: 12},
	{start: "photo credit", words: 25},
	{start: "photo illustration", words: 20},
	{start: "photo by", words: 20},
	{start: "photos by", words: 20},
	{start: "photo:", words: 20},
	{start: "photograph by", words: 20},
	{start: "photograph:", words: 20},
	{start: "picture:", words: 12},
	{start: "file photo", words: 20},
	{start: "getty images", words: 6},
	{start: "video ad feedback", words: 60},
	{start: "contributing:", words: 40},
	{start: "contributing writer", words: 25, place: atEnd},
	{start: "editor's note", words: 120},
	{start: "about the author", words: 120, place: atEnd},
	{start: "this article originally appeared", words: 40},
	{start: "this story originally appeared", words: 40},
	{start: "this article was originally published", words: 40},
	{start: "this story was originally published", words: 40},
	{start: "this article first appeared", words: 40},
	{start: "a version of this article", words: 50},
	{start: "a version of this story", words: 50},
	{start: "this story has been updated", words: 40},
	{start: "this article has been updated", words: 40},
	{start: "this is a developing story", words: 30},
	{start: "this is a breaking news story", words: 30},
	{start: "the opinions expressed", words: 60, place: atEnd},
	{start: "the views expressed", words: 60, place: atEnd},
	{start: "from", has: "wire reports|staff reports|news services", words: 10},
	{start: "this story is breaking", words: 20},
	{start: "this is breaking news", words: 20},

	// Money and law.
	{start: "advertisement", words: 4},
	{start: "ad feedback", words: 4},
	{start: "article continues below", words: 5},
	{start: "story continues below", words: 5},
	{start: "support local journalism", words: 25},
	{start: "support our journalism", words: 25},
	{start: "support independent journalism", words: 25},
	{start: "thank you for supporting", has: "journalism", words: 40},
	{start: "this content is only available", words: 20},
	{start: "already a subscriber", words: 12},
	{start: "to continue reading", words: 20},
	{start: "copyright ©", words: 60},
	{start: "copyright (c)", words: 60},
	{start: "copyright 19", words: 40},
	{start: "copyright 20", words: 40},
	{start: "©", words: 60},
	{start: "all rights reserved", words: 20},
	{start: "we use cookies", words: 80},
	{start: "this site uses cookies", words: 80},
	{start: "this website uses cookies", words: 80},
	{start: "our website uses cookies", words: 80},
	{start: "by continuing to use", has: "cookie|privacy|terms", words: 60},
	{start: "by clicking", has: "cookie|privacy|terms", words: 60},
	{start: "accept all cookies", words: 6},
	{start: "accept cookies", words: 6},
	{start: "manage cookies", words: 6},
	{start: "cookie settings", words: 4},
	{start: "prices were accurate", words: 30},
	{start: "recommendations are independently chosen", words: 40},
	{start: "purchases you make through", words: 40},

	// Whom to write to.
	{start: "contact reporter", has: "@|at ", words: 60},
	{start: "contact the reporter", has: "@|at ", words: 60},
	{start: "reach the reporter", has: "@|at ", words: 60},
	{start: "reach reporter", has: "@|at ", words: 60},
	{start: "twitter:", has: "@", words: 8},
	{start: "facebook:", has: "@|facebook.com", words: 8},
	{start: "instagram:", has: "@", words: 8},
	{start: "email:", has: "@", words: 12},
	{start: "have a tip", words: 40},
	{start: "have tips", words: 40},
	{start: "got a tip", words: 40},
	{start: "have a news tip", words: 40},

	// French.
	{start: "aller au contenu", words: 6},
	{start: "passer au contenu", words: 6},
	{start: "crédit photo", words: 20},
	{start: "crédits photo", words: 20},
	{start: "photo :", words: 20},
	{start: "lire aussi", words: 30},
	{start: "à lire aussi", words: 30},
	{start: "lire la suite", words: 8},
	{start: "voir aussi", words: 30},
	{start: "abonnez-vous", words: 30},
	{start: "inscrivez-vous", has: "newsletter|lettre", words: 40},
	{start: "recevez", has: "newsletter|boîte mail|par e-mail", words: 40},
	{start: "partager cet article", words: 6},
	{start: "la suite après la publicité", words: 6},
	{start: "publicité", words: 2},
	{start: "tous droits réservés", words: 12},
	{start: "nous utilisons des cookies", words: 80},
	{start: "ce site utilise des cookies", words: 80},

	// Spanish.
	{start: "saltar al contenido", words: 6},
	{start: "ir al contenido", words: 6},
	{start: "crédito de la imagen", words: 20},
	{start: "fuente de la imagen", words: 20},
	{start: "pie de foto", words: 30},
	{start: "foto:", words: 20},
	{start: "fotografía:", words: 20},
	{start: "suscríbete", words: 30},
	{start: "suscríbase", words: 30},
	{start: "lea también", words: 30},
	{start: "lee también", words: 30},
	{start: "te puede interesar", words: 30},
	{start: "le puede interesar", words: 30},
	{start: "leer más", words: 8},
	{start: "compartir en", words: 6},
	{start: "síguenos en", words: 20},
	{start: "publicidad", words: 2},
	{start: "todos los derechos reservados", words: 12},
	{start: "utilizamos cookies", words: 80},
	{start: "este sitio utiliza cookies", words: 80},

	// Russian.
	{start: "перейти к содержанию", words: 5},
	{start: "перейти к основному", words: 5},
	{start: "фото:", words: 20},
	{start: "фото ©", words: 20},
	{start: "источник изображения", words: 20},
	{start: "читайте также", words: 30},
	{start: "смотрите также", words: 30},
	{start: "читать далее", words: 5},
	{start: "читать полностью", words: 5},
	{start: "подписывайтесь на", words: 30},
	{start: "подпишитесь на", words: 30},
	{start: "поделиться", words: 5},
	{start: "все права защищены", words: 12},
	{start: "реклама", words: 2},
	{start: "мы используем cookie", words: 80},
	{start: "мы используем файлы cookie", words: 80},

	// Norwegian and Swedish.
	{start: "hopp til innhold", words: 5},
	{start: "hopp til hovedinnhold", words: 5},
	{start: "hopp til hovedinnholdet", words: 5},
	{start: "les også", words: 30},
	{start: "les mer", words: 12},
	{start: "les hele saken", words: 8},
	{start: "meld deg på", has: "nyhetsbrev", words: 40},
	{start: "abonner på", has: "nyhetsbrev", words: 40},
	{start: "del artikkelen", words: 6},
	{start: "del saken", words: 6},
	{start: "artikkelen fortsetter under", words: 6},
	{start: "saken fortsetter under", words: 6},
	{start: "annonse", words: 2},
	{start: "vi bruker informasjonskapsler", words: 80},
	{start: "alle rettigheter", words: 12},
	{start: "hoppa till innehåll", words: 5},
	{start: "hoppa till huvudinnehåll", words: 5},
	{start: "gå till innehåll", words: 5},
	{start: "bild:", words: 20},
	{start: "läs också", words: 30},
	{start: "läs även", words: 30},
	{start: "läs mer", words: 12},
	{start: "prenumerera på", words: 30},
	{start: "anmäl dig till", has: "nyhetsbrev", words: 40},
	{start: "dela artikeln", words: 6},
	{start: "artikeln fortsätter", words: 6},
	{start: "annons", words: 2},
	{start: "vi använder kakor", words: 80},
	{start: "vi använder cookies", words: 80},
	{start: "alla rättigheter", words: 12},

	// Hungarian.
	{start: "ugrás a tartalom", words: 5},
	{start: "tovább a tartalom", words: 5},
	{start: "fotó:", words: 20},
	{start: "kép:", words: 20},
	{start: "forrás:", words: 8},
	{start: "olvassa el", words: 30},
	{start: "kapcsolódó cikk", words: 6},
	{start: "iratkozzon fel", words: 40},
	{start: "iratkozz fel", words: 40},
	{start: "cikk megosztása", words: 5},
	{start: "hirdetés", words: 2},
	{start: "minden jog fenntartva", words: 12},
	{start: "sütiket használunk", words: 80},
	{start: "ez az oldal sütiket", words: 80},
}

// labels stand before a colon, and the headline of another article behind it.
var labels = lookup(`
	more | read more | read on | read next | read also | also read | also see | see also | see more | read
	related | related story | related coverage | related stories | more coverage | more news | further reading
	watch | watch now | listen | live updates | don't miss | must read | must-read | recommended | just for subscribers
	for subscribers | subscriber exclusive | photos | gallery | photo gallery | in pictures | podcast | interactive | graphic
	from the archives | get the latest | more to read | story continues | updated live blog | live blog
	lire | en images | à voir | vea también | ver también | más información | по теме | les videre | se også | se även | läs vidare
	lásd még | bővebben`)

// listHeads stand above the headlines of other articles.
var listHeads = lookup(`
	recent articles | related articles | related stories | related content | related topics | related links | more stories | most read | most popular stories
	you may also like | you might also like | recommended for you | editors' picks | trending now | les også | läs också | läs även | lire aussi | à lire aussi
	lea también | lee también | te puede interesar | читайте также | смотрите также | kapcsolódó cikkek`)

// menu are the entries of menus and footers.
var menu = lookup(`
	home | homepage | news | latest | latest news | breaking news | world | world news | local | local news | national | international | us | uk
	politics | business | money | economy | markets | finance | tech | technology | science | health | sport | sports | culture | arts
	arts & leisure | entertainment | lifestyle | life | style | travel | food | opinion | opinions | commentary | editorial | columns | columnists
	video | videos | news videos | photos | pictures | podcasts | weather | obituaries | classifieds | jobs | cars | real estate | education
	environment | climate | features | magazine | movies | music | books | games | tv | crosswords | puzzles | horoscopes | e-paper | epaper | archive | archives
	about | about us | about me | contact | contact us | help | faq | faqs | support | feedback | careers | work with us | press | press room | sitemap | site map
	advertise | advertise with us | advertising | terms | terms of use | terms of service | terms & conditions | terms and conditions | privacy | privacy policy
	privacy notice | cookie policy | cookies | legal | accessibility | copyright | imprint | disclaimer | corrections | ad choices | do not sell my info
	log in | login | log out | sign in | sign up | sign out | register | subscribe | subscribe now | my account | account | newsletters | newsletter | rss | rss feed | rss feeds
	menu | search | close | share | tweet | print | email | comments | facebook | twitter | instagram | youtube | linkedin | whatsapp | pinterest | reddit | flipboard | tiktok | telegram
	copy link | link copied | follow us | international edition | us edition | uk edition | edition | shop | store | events | community | topics | sections | more
	accueil | actualités | politique | monde | économie | contact | mentions légales | rechercher | connexion | s'abonner
	inicio | noticias | política | mundo | economía | deportes | cultura | opinión | contacto | aviso legal | buscar | iniciar sesión
	главная | новости | политика | экономика | спорт | культура | общество | мир | контакты | о проекте | о нас | поиск | войти | реклама
	hjem | forside | nyheter | sport | kultur | økonomi | kontakt | kontakt oss | om oss | søk | logg inn | personvern
	hem | ekonomi | kultur | kontakta oss | sök | logga in
	főoldal | címlap | hírek | belföld | külföld | gazdaság | kapcsolat | rólunk | impresszum | keresés | belépés`)

// agencies are the outlets that sign their lines with their name alone.
var agencies = lookup(`
	ap | the associated press | associated press | reuters | afp | agence france-presse | upi | united press international | bloomberg | bloomberg news
	cnn | cnn business | cnn politics | cnbc | bbc | bbc news | npr | abc news | cbs news | nbc news | usa today | usa today sports | usa today network | pa media | press association | dpa
	efe | europa press | xinhua | kyodo | kyodo news | tass | тасс | риа новости | интерфакс | рбк | ntb | nrk | tt | mti | svt | ritzau`)

// pictureAgencies stand behind the name of a photographer.
var pictureAgencies = lookup(`
	getty | getty images | reuters | ap | ap photo | afp | shutterstock | alamy | bloomberg | cnn | epa | epa-efe | zuma | usa today | sipa | redux | gc images
	wireimage | pa | tass | scanpix | ntb | tt | mti | imago | the new york times | the washington post`)

func lookup(list string) map[string]bool {
	m := map[string]bool{}
	for entry := range strings.SplitSeq(strings.ReplaceAll(list, "\n", "|"), "|") {
		if entry = strings.TrimSpace(entry); entry != "" {
			m[entry] = true
		}
	}
	return m
}

// phrasesByWord holds phrases by the letters they start with.
var phrasesByWord = func() map[string][]phrase {
	m := map[string][]phrase{}
	for _, p := range phrases {
		m[firstWord(p.start)] = append(m[firstWord(p.start)], p)
	}
	return m
}()

// firstWord returns the letters that s starts with, or its first rune if that is none.
func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case end < 0:
		return s
	case end == 0:
		_, end = utf8.DecodeRuneInString(s)
	}
	return s[:end]
}

// matchesPhrase reports whether s, a folded line of so many words, is one of phrases.
func matchesPhrase(s string, words int, end bool) bool {
	for _, p := range phrasesByWord[firstWord(s)] {
		if words <= p.words && (end || p.place == anywhere) && startsWith(s, p.start) && hasOne(s[len(p.start):], p.has) {
			return true
		}
	}
	return false
}

// startsWith reports whether s starts with the words of start.
func startsWith(s, start string) bool {
	if !strings.HasPrefix(s, start) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[len(start):])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func hasOne(s, list string) bool {
	if list == "" {
		return true
	}
	for part := range strings.SplitSeq(list, "|") {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}
