package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prune takes out of doc what stands within an article's own lines and is not
// of them: the signs that headings are linked and edited by, and the marks of
// footnotes.
func prune(doc *html.Node) {
	var marks []*html.Node
	for n := range doc.Descendants() {
		if isMark(n) {
			marks = append(marks, n)
		}
	}
	for _, n := range marks {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isMark(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A:
		return inHeading(n) && (hasClass(n, "headerlink") || hasClass(n, "anchor") || linkSigns[shortText(n)])
	case atom.Span:
		return hasClass(n, "mw-editsection")
	case atom.Sup:
		s := shortText(n)
		return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") && len(s) <= len("[note 99]")
	}
	return false
}

// linkSigns are the texts of links from a heading to itself.
var linkSigns = map[string]bool{"¶": true, "#": true, "§": true, "🔗": true}

func inHeading(n *html.Node) bool {
	for p := range n.Ancestors() {
		switch p.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return true
		}
	}
	return false
}

func hasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}
