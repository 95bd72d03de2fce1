package load

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// How far from a title its date is looked for, in pieces of text: above it
// stand a page's own date and menus, below it the author and what introduces
// the article.
const (
	dateAbove = 3
	dateBelow = 12
)

// piece is a run of text within one element.
type piece struct {
	text string
	day  string // that a time element around it states
}

// dateBeside returns the day that stands nearest below the title of a page, or
// just above it, or the one day that all its time elements state.
func dateBeside(doc, title *html.Node) string {
	var p pieces
	p.node(doc, title, "")
	if d := firstDay(p.list[p.below:min(p.below+dateBelow, len(p.list))]); d != "" {
		return d
	}
	if d := firstDay(p.list[max(0, p.above-dateAbove):p.above]); d != "" {
		return d
	}
	return p.onlyDay()
}

func (p *pieces) onlyDay() string {
	day := ""
	for _, of := range p.list {
		switch of.day {
		case "", day:
		default:
			if day != "" {
				return ""
			}
			day = of.day
		}
	}
	return day
}

// pieces are those of a page in order, and where its title is among them.
type pieces struct {
	list         []piece
	above, below int // the pieces of the title are list[above:below]
}

// notOfArticle are the elements that hold nothing of an article.
var notOfArticle = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Nav: true, atom.Footer: true, atom.Aside: true,
	atom.Head: true, atom.Select: true, atom.Button: true,
}

func (p *pieces) node(n, title *html.Node, day string) {
	if notOfArticle[n.DataAtom] && n != title {
		return
	}
	if s := strings.TrimSpace(n.Data); n.Type == html.TextNode && s != "" {
		p.list = append(p.list, piece{s, day})
	}
	if n.DataAtom == atom.Time {
		day = parseDay(attr(n, "datetime"))
	}
	if n == title {
		p.above = len(p.list)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c, title, day)
	}
	if n == title {
		p.below = len(p.list)
	}
}

// firstDay returns the first day in list that does not say it is of a change.
// It ends where the article has begun.
func firstDay(list []piece) string {
	prose, changed := 0, false
	for _, p := range list {
		words := countWords(p.text)
		if readsAsProse(p.text, words) {
			if prose++; prose == 2 {
				return ""
			}
			continue
		}
		changed = saysChanged(p.text) || changed && words < mostDateWords
		if d := cmp.Or(p.day, findDay(p.text)); d != "" && !changed {
			return d
		} else if d != "" {
			changed = false
		}
	}
	return ""
}

// changes are the words that a date of a change stands behind.
var changes = set(`updated update modified edited actualisé modifié jour actualizado обновлено изменено oppdatert uppdaterad frissítve aktualisiert`)

func saysChanged(s string) bool {
	first, _, _ := strings.Cut(fold(s), " ")
	return changes[strings.TrimRight(first, ":")] || strings.HasPrefix(fold(s), "last ") || strings.HasPrefix(fold(s), "mis à jour")
}

// mostDateWords is how many words a date has at most, as in "8 de febrero de 2020".
const mostDateWords = 5

// findDay returns the first day that stands in a line which says little else.
func findDay(s string) string {
	words := strings.Fields(s)
	if len(words) > 16 {
		return ""
	}
	for i := range words {
		for n := min(mostDateWords, len(words)-i); n > 0; n-- {
			if d := parseDay(strings.Join(words[i:i+n], " ")); len(d) == len("2019-03-12") {
				return d
			}
		}
	}
	return ""
}
