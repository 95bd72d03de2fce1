package load

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that are paragraphs of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Body: true, atom.Blockquote: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Figure: true, atom.Figcaption: true, atom.Hr: true,
}

// pageText returns the text of n as a browser shows it: paragraphs with a blank
// line between them, and runs of white space as one space.
func pageText(n *html.Node) string {
	var w pageWriter
	w.node(n)
	w.end()
	return w.out.String()
}

type pageWriter struct {
	out  strings.Builder
	para strings.Builder    // the paragraph at hand; a line break in it is one that shows
	skip map[atom.Atom]bool // the elements whose text is left out
}

func (w *pageWriter) node(n *html.Node) {
	if n.Type == html.TextNode {
		w.text(n.Data)
		return
	}
	tag := atom.Lookup([]byte(n.Data)) // DataAtom is not set in elements that the extractor made
	if w.skip[tag] {
		return
	}
	if blocks[tag] {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	switch {
	case tag == atom.Br:
		w.para.WriteByte('\n')
	case tag == atom.Td || tag == atom.Th:
		w.para.WriteByte(' ')
	case blocks[tag]:
		w.end()
	}
}

func (w *pageWriter) text(s string) {
	for _, r := range s {
		if unicode.IsSpace(r) {
			r = ' '
		}
		w.para.WriteRune(r)
	}
}

// end ends the paragraph at hand; two line breaks in it end one as well.
func (w *pageWriter) end() {
	gap := "\n\n"
	for ln := range strings.SplitSeq(w.para.String(), "\n") {
		if ln = oneLine(ln); ln == "" {
			gap = "\n\n"
			continue
		}
		if w.out.Len() > 0 {
			w.out.WriteString(gap)
		}
		w.out.WriteString(ln)
		gap = "\n"
	}
	w.para.Reset()
}
