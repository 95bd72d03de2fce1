package load

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer"
)

// readHead reads who wrote a, and when, from the lines between its headline, if
// that is in the text, and its body. A date above the headline is the page's.
func (l *layout) readHead(a *answer.Article, headline int) {
	body := min(l.bodyStart(), headLines)
	for i := headline + 1; i < body; i++ {
		if l.lines[i].furniture && !agencies[fold(l.of(i))] {
			if headline < 0 {
				return // a menu: what follows may belong to it
			}
			continue
		}
		if l.readCredits(a, l.of(i)) {
			l.lines[i].furniture = true
		}
	}
	if headline < 0 && a.Title != "" {
		l.readNameBlock(a, body)
	}
}

// readCredits reads a line that holds nothing but an author, a date or an
// outlet, or several with bars between them, and reports whether it is one.
func (l *layout) readCredits(a *answer.Article, s string) bool {
	if countWords(s) > 30 {
		return false
	}
	var found answer.Article
	for piece := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == '•' || r == '·' }) {
		piece = strings.TrimSpace(piece)
		switch folded := fold(piece); {
		case agencies[folded]:
			found.Source = piece
		case isAside(folded, countWords(folded)), folded == "":
		case parseDay(piece) != "":
			found.Published = parseDay(piece)
		case a.Author != "" && fold(a.Author) == folded:
			found.Author = a.Author
		case !readByline(&found, piece):
			return false
		}
	}
	fillFrom(a, &found)
	return found.Author != "" || found.Published != "" || found.Source != ""
}

// fillFrom sets the fields of a that are not known yet.
func fillFrom(a, from *answer.Article) {
	for _, f := range []func(*answer.Article) *string{keys["author"], keys["source"], keys["published"], keys["url"]} {
		if *f(a) == "" {
			*f(a) = *f(from)
		}
	}
}

// bylineWords stand before the name of an author.
var bylineWords = []string{
	"by", "written by", "story by", "words by", "report by", "reported by", "posted by", "author:", "by:",
	"par", "por", "av", "автор:", "текст:", "írta:", "szerző:", "text:", "tekst:",
}

// readByline reads "By Jane Doe and Joe Bloggs, staff writer", "By Jane Doe, March 1, 2019", "Jane Doe, Reuters" and
// "Jane Doe jdoe@example.com".
func readByline(a *answer.Article, s string) bool {
	rest, ok := cutByline(s)
	if !ok {
		rest = cutAddress(s)
	}
	parts := strings.Split(rest, ",")
	var names []string
	for i, part := range parts {
		part = strings.TrimSpace(part)
		if day := parseDay(strings.TrimSpace(strings.Join(parts[i:], ","))); ok && i > 0 && day != "" {
			a.Published = day
			break
		}
		switch {
		case agencies[fold(part)]:
			a.Source = part
		case isNames(strings.Fields(part)):
			names = append(names, part)
		case !ok || len(names) == 0 && a.Source == "":
			return false
		}
	}
	a.Author = strings.Join(names, ", ")
	return ok || len(names) > 0 && (a.Source != "" || rest != s)
}

// cutAddress returns s without the e-mail address it ends with.
func cutAddress(s string) string {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !strings.Contains(s[i:], "@") {
		return s
	}
	return strings.TrimRight(s[:i], ", ")
}

// cutByline returns what follows the word of a byline.
func cutByline(s string) (rest string, ok bool) {
	lower := strings.ToLower(s)
	for _, w := range bylineWords {
		if strings.HasPrefix(lower, w+" ") && len(lower) == len(s) {
			return strings.TrimSpace(s[len(w):]), true
		}
	}
	return "", false
}

var (
	nameParticles = lookup(`de | van | von | der | den | da | di | du | la | le | bin | al | el | ter | af | dos | del`)
	nameJoiners   = lookup(`and | & | et | y | og | och | és | и`)
)

// isNames reports whether words are the full names of one or more people: "Jane Doe and Joe van Bloggs".
func isNames(words []string) bool {
	n := 0 // words of the name at hand
	for i, w := range words {
		switch {
		case nameJoiners[strings.ToLower(w)]:
			if n < 2 {
				return false
			}
			n = 0
		case isNameWord(w) && !notNames[strings.ToLower(w)]:
			n++
		case !nameParticles[w] || i == 0:
			return false
		}
	}
	return 2 <= n && n <= 5
}

// readNameBlock reads two lines that start a text: the authors' names, and their outlet, office or address.
// Where the title is not known, a title and a subtitle would look the same.
func (l *layout) readNameBlock(a *answer.Article, body int) {
	if body < 2 || l.lines[0].furniture || l.lines[1].words > 6 || !isNames(strings.Fields(strings.ReplaceAll(l.of(0), ",", " and"))) {
		return
	}
	if !l.lines[1].furniture && !isTitleCase(l.of(1)) {
		return
	}
	l.lines[0].furniture, l.lines[1].furniture = true, true
	fillFrom(a, &answer.Article{Author: oneLine(l.of(0))})
}

// isTitleCase reports whether all words of s but small ones start with a capital or a digit.
func isTitleCase(s string) bool {
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "("))
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !smallWords[w] {
			return false
		}
	}
	return !endsSentence(s)
}

var smallWords = lookup(`and | of | for | to | the | de | la | &`)

// readDateline reads the place, date and agency that the body starts with, such as
// "LONDON, March 3, 2019 (Reuters) - ".
func (l *layout) readDateline(a *answer.Article) {
	i := l.bodyStart()
	if i >= len(l.lines) {
		return
	}
	s := l.of(i)
	if agency, _, ok := strings.Cut(strings.TrimPrefix(s, "("), ")"); ok && s[0] == '(' && agencies[fold(agency)] {
		fillFrom(a, &answer.Article{Source: agency})
		return
	}
	head, ok := datelineOf(s)
	if !ok {
		return
	}
	var found answer.Article
	if open := strings.IndexByte(head, '('); open >= 0 {
		if agency := strings.TrimRight(head[open+1:], ") "); agencies[fold(agency)] {
			found.Source = agency
		}
		head = head[:open]
	}
	for rest := head; found.Published == "" && rest != ""; {
		_, rest, _ = strings.Cut(rest, ", ")
		found.Published = parseDay(rest)
	}
	fillFrom(a, &found)
}

// datelineOf returns what stands before the first dash of s, if that is near and starts in capitals.
func datelineOf(s string) (string, bool) {
	near := s[:min(len(s), 80)]
	for _, dash := range []string{" - ", " — ", " – ", " -- ", "--"} {
		if head, _, ok := strings.Cut(near, dash); ok {
			place := firstWord(head)
			return head, len(place) >= 3 && place == strings.ToUpper(place)
		}
	}
	return "", false
}
