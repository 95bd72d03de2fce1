package load

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Of a page with little text the extractor takes all of an element as one paragraph, with
// nothing between what stood in several: “Town newsThe crane is blue.” No page says so.

// fewParagraphs is how many a text has at most in which some may be glued.
const fewParagraphs = 20

// unglued returns the text that was extracted from doc, or, where paragraphs are glued in it,
// that of the page's article as it stands.
func unglued(doc *html.Node, extracted string) string {
	if strings.Count(extracted, "\n\n") >= fewParagraphs {
		return extracted
	}
	page := pageText(doc)
	whole := withoutSpace(page)
	shown := map[string]bool{}
	for p := range strings.SplitSeq(page, "\n\n") {
		shown[withoutSpace(p)] = true
	}
	for p := range strings.SplitSeq(extracted, "\n\n") {
		if bare := withoutSpace(p); !shown[bare] && strings.Contains(whole, bare) && !withinAny(shown, bare) {
			return ownText(doc)
		}
	}
	return extracted
}

func withinAny(shown map[string]bool, bare string) bool {
	for p := range shown {
		if strings.Contains(p, bare) {
			return true
		}
	}
	return false
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// aside are the elements that hold nothing of an article.
var aside = map[atom.Atom]bool{
	atom.Head: true, atom.Title: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true, atom.Select: true,
}

// ownText returns the text of the first article of a page, else of its main element, else of all of it.
func ownText(doc *html.Node) string {
	root := doc
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Article || n.DataAtom == atom.Main && root == doc {
			root = n
		}
		if root.DataAtom == atom.Article {
			break
		}
	}
	var w pageWriter
	w.skip = aside
	w.node(root)
	w.end()
	return w.out.String()
}
