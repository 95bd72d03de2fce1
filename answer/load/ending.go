package load

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markEnd marks what pages put below an article: who wrote it, where to read
// on, and the lists and menus that go on to the end of the page.
func (l *layout) markEnd() {
	l.markLists()
	for i := len(l.lines) - 1; i > l.body && i >= len(l.lines)-closingLines; i-- {
		if l.lines[i].furniture {
			continue
		}
		if !l.isAuthorNote(i) && !l.isContact(i) && !l.isPromotion(i) && !l.isSignature(i) {
			break
		}
		l.lines[i].furniture = true
	}
}

// markLists marks the lines below the last line of prose that follow "Recent
// articles", or a menu: they are the headlines and entries of what those open.
func (l *layout) markLists() {
	for i := max(l.end, len(l.lines)-closingLines); i > 0 && i < len(l.lines); i++ {
		if !l.lines[i].furniture {
			continue
		}
		s := fold(l.of(i))
		bars := strings.Contains(s, "|")
		if !bars && !opensList(s) {
			continue
		}
		for j := i + 1; j < len(l.lines) && (l.lines[j].furniture || l.isEntry(j, bars)); j++ {
			l.lines[j].furniture = true
		}
	}
}

// isEntry reports whether line i may be an entry of a menu, or the headline of another article.
func (l *layout) isEntry(i int, ofMenu bool) bool {
	words := l.lines[i].words
	return words <= 20 && (ofMenu || words >= 4) && !endsSentence(l.of(i))
}

// opensList reports whether a folded line of furniture is the head of a list of other articles.
func opensList(s string) bool {
	s = strings.TrimRight(s, ": ")
	return labels[s] || listHeads[s] || strings.HasPrefix(s, "more from ") || strings.HasPrefix(s, "more on ")
}

// authorRoles are what those who write articles are.
var authorRoles = lookup(`
	reporter | reporters | writer | editor | journalist | columnist | correspondent | contributor | author | blogger | producer | freelance | freelancer
	intern | critic | cover | covers | covering | reports | writes | professor | lecturer | fellow | researcher | director | founder | podcast | host
	journaliste | rédacteur | rédactrice | periodista | redactor | redactora | журналист | корреспондент | обозреватель | редактор | journalisten | redaktør | redaktör | skribent
	újságíró | szerkesztő`)

// authorVerbs follow the name in a line about an author.
var authorVerbs = lookup(`is | are | was | has | cover | covers | writes | reports | works | est | couvre | es | cubre | är | er`)

// isAuthorNote reports whether line i says who the author is: it starts with a
// full name that the text above does not speak of, and says what that person does.
func (l *layout) isAuthorNote(i int) bool {
	s := strings.TrimLeft(l.of(i), "•*·–—- ")
	if l.lines[i].words > 120 || strings.ContainsAny(s, `"“”„«`) {
		return false
	}
	words := strings.Fields(s)
	n := leadingName(words)
	if n+1 < len(words) && words[n] == "and" {
		n += 1 + leadingName(words[n+1:])
	}
	if n < 2 || n >= len(words) || !authorVerbs[strings.ToLower(words[n])] || !strings.Contains(s, "@") && !l.newcomer(words[n-1], i) {
		return false
	}
	for _, w := range words[n:min(len(words), n+25)] {
		if authorRoles[strings.ToLower(strings.TrimFunc(w, notLetter))] {
			return true
		}
	}
	return false
}

// isContact reports whether line i says how to reach who wrote the text: a
// reporter, somebody the text does not speak of, or an account to follow.
func (l *layout) isContact(i int) bool {
	s := l.of(i)
	if l.lines[i].words > 60 || !strings.Contains(s, "@") || strings.ContainsAny(s, `"“”„«`) {
		return false
	}
	if hasOne(strings.ToLower(s), "reporter|follow |twitter|instagram|contact her|contact him|reach her|reach him|email her|email him") {
		return true
	}
	words := strings.Fields(s)
	n := leadingName(words[1:])
	return contactVerbs[strings.ToLower(words[0])] && n >= 2 && l.newcomer(words[n], i)
}

var contactVerbs = lookup(`contact | reach | email | e-mail | call`)

// newcomer reports whether name is not in the prose above line i.
func (l *layout) newcomer(name string, i int) bool {
	name = strings.TrimFunc(name, notLetter)
	return !strings.Contains(l.text[l.lines[l.body].Start:l.lines[i].Start], name)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// leadingName returns how many of the first words make up a person's name: two
// to four with a capital, none of them a sentence's first word that is no name.
func leadingName(words []string) int {
	n := 0
	for n < len(words) && n < 5 && isNameWord(words[n]) {
		n++
		if strings.HasSuffix(words[n-1], ",") {
			break
		}
	}
	if n > 0 && notNames[strings.ToLower(strings.TrimFunc(words[0], notLetter))] {
		return 0
	}
	return n
}

// isNameWord reports whether w may be of a name: Jane, O'Neill, J., McCaskill.
func isNameWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	rest := strings.TrimRight(w[n:], ",.:")
	return strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("'’-.", r) }) < 0
}

// notNames are capitalised words that sentences and headings start with.
var notNames = lookup(`
	a | an | the | this | that | these | those | it | he | she | they | we | i | you | who | what | when | where | why | how | if | as | at | by | for | from
	in | on | to | of | with | and | but | or | so | yet | not | no | all | every | each | his | her | their | our | my | its | there | here
	after | before | while | during | since | last | next | new | more | most | many | some | one | two | three | according | president | prime | however`)

// invitations start the sentences that send a reader to another page of the same outlet.
var invitations = []string{
	"Head to our", "Check out our", "See our", "Visit our", "Read our", "Listen to our", "Follow our", "Browse our", "Explore our",
	"Join our", "Download our", "Take a look at our", "Sign up for our", "Sign up to our", "Subscribe to our", "Find our", "Don't miss our",
	"Don’t miss our", "Keep up with our", "Catch up with our", "Go to our", "Watch our",
}

// isPromotion reports whether line i sends the reader on.
func (l *layout) isPromotion(i int) bool {
	s := l.of(i)
	if l.lines[i].words > 110 || strings.ContainsAny(s, `"“”„«`) {
		return false
	}
	for _, inv := range invitations {
		if at := strings.Index(s, inv); at == 0 || at > 1 && (endsSentence(strings.TrimRight(s[:at], " ")) || bulleted(s) && at < 5) {
			return true
		}
	}
	return false
}

// isSignature reports whether line i is a dash and the name of who wrote the lines above.
// Under a quotation it would be who said it.
func (l *layout) isSignature(i int) bool {
	s := l.of(i)
	name := strings.TrimLeft(s, "-–—−")
	if name == s || l.lines[i].words > 6 || i == 0 || !l.lines[i-1].prose {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(l.of(i - 1)); strings.ContainsRune(`"”’»`, r) {
		return false
	}
	words := strings.Fields(name)
	return len(words) >= 2 && leadingName(words) == len(words)
}
