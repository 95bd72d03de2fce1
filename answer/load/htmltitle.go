package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// More bytes and more nodes than a title has.
const (
	longestTitle = 400
	mostNodes    = 200
)

// leastHeadline is how many words a heading has that is more than the name of a site or a section.
const leastHeadline = 3

// pageTitle returns the title of a page as the page shows it, and the element
// that does. Pages state titles with the name of the site before or behind
// them: the piece of such a title that stands on the page by itself is the
// article's, the longest if there are several. Where there is none, it is the
// one first-rank heading, which the page may state in other words. Without that
// it returns no title, and the first heading.
func pageTitle(doc *html.Node) (title string, at *html.Node) {
	stated, site := statedTitles(doc)
	heading, top, first := false, (*html.Node)(nil), []*html.Node(nil)
	for n := range doc.Descendants() {
		head := headings[n.DataAtom]
		if head && top == nil {
			top = n
		}
		if n.DataAtom == atom.H1 {
			first = append(first, n)
		}
		if !head && (heading || !titleLike[n.DataAtom]) {
			continue
		}
		shown := shortText(n)
		better := head && !heading || len(shown) > len(title)
		if better && shown != "" && shown != site && isPieceOfAny(stated, shown) {
			title, at, heading = shown, n, head
		}
	}
	if len(first) == 1 && !heading {
		if shown := shortText(first[0]); shown != site && countWords(shown) >= leastHeadline {
			return shown, first[0]
		}
	}
	if at == nil {
		at = top
	}
	return title, at
}

var (
	headings = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true}
	// titleLike are the elements that pages without headings show a title in.
	titleLike = map[atom.Atom]bool{atom.B: true, atom.Strong: true, atom.Font: true, atom.Td: true, atom.Div: true, atom.P: true, atom.Span: true}
)

// statedTitles returns what a page says its title is, and its site, in its head.
func statedTitles(doc *html.Node) (titles []string, site string) {
	for n := range doc.Descendants() {
		switch property := attr(n, "property"); {
		case n.DataAtom == atom.Title && n.Parent.DataAtom == atom.Head:
			titles = append(titles, shortText(n))
		case n.DataAtom == atom.Meta && property == "og:title":
			titles = append(titles, oneLine(attr(n, "content")))
		case n.DataAtom == atom.Meta && property == "og:site_name":
			site = oneLine(attr(n, "content"))
		}
	}
	return titles, site
}

// titleMarks stand between a title and the name of a site, with spaces around all but the first.
var titleMarks = []string{": ", " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " : ", " » ", " « ", " / "}

func isPieceOfAny(titles []string, s string) bool {
	for _, t := range titles {
		if isPiece(t, s) {
			return true
		}
	}
	return false
}

// isPiece reports whether s is title, or what stands in it between two marks, or a mark and an end.
func isPiece(title, s string) bool {
	before, after, found := strings.Cut(title, s)
	return found && (before == "" || endsWithMark(before)) && (after == "" || startsWithMark(after))
}

func endsWithMark(s string) bool {
	for _, m := range titleMarks {
		if strings.HasSuffix(s, m) {
			return true
		}
	}
	return false
}

func startsWithMark(s string) bool {
	for _, m := range titleMarks {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

// withoutSite returns title without the name of the site at its start or end.
func withoutSite(title, site string) string {
	for _, m := range titleMarks {
		title = strings.TrimPrefix(strings.TrimSuffix(title, m+site), site+m)
	}
	return title
}

// shortText returns the text of n in one line, or nothing if that is longer than titles are.
func shortText(n *html.Node) string {
	var b strings.Builder
	nodes := 0
	for d := range n.Descendants() {
		if nodes++; nodes > mostNodes || b.Len() > 2*longestTitle {
			return ""
		}
		if d.Type == html.TextNode {
			b.WriteString(d.Data[:min(len(d.Data), 2*longestTitle+1)])
		}
	}
	if s := oneLine(b.String()); len(s) <= longestTitle {
		return s
	}
	return ""
}
