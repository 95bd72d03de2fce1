package load

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	mdtext "github.com/yuin/goldmark/text"
	"go.yaml.in/yaml/v3"

	"verbatim/answer"
	"verbatim/answer/text"
)

// maxFrontMatter is the most bytes of front matter that are read.
const maxFrontMatter = 64 << 10

// readMarkdown reads Markdown, kept to the byte as plain text is. Its front
// matter gives the fields, else its first heading the title; front matter,
// comments, lines of images and the targets of links are furniture. Code and
// tables stay: they can be quoted. What is nested beyond reason is read as plain text.
func readMarkdown(data []byte, s source) (*answer.Article, error) {
	t, err := utf8Text(data)
	if err != nil {
		return nil, err
	}
	a := &answer.Article{ID: s.id, URL: s.url, Text: t}
	front := frontMatter(t)
	lang, err := readFrontMatter(a, front.Of(t))
	if err != nil {
		return nil, err
	}
	a.Lang = language(lang, t[front.End:])
	m := marks{source: []byte(t)[front.End:], at: front.End, spans: []text.Span{front}}
	if !nestsTooDeep(t) {
		m.block(goldmark.DefaultParser().Parse(mdtext.NewReader(m.source)))
	}
	if a.Title == "" {
		a.Title = m.title
	}
	return complete(a, m.spans...)
}

// deepest is how many quotation marks may open a line: the parser's time goes
// with the square of their number, and nobody quotes that deep.
const deepest = 50

// nestsTooDeep reports whether a line of t opens more quotations in one another than are parsed.
func nestsTooDeep(t string) bool {
	for ln := range strings.Lines(t) {
		marks := ln[:len(ln)-len(strings.TrimLeft(ln, "> \t-*+"))]
		if strings.Count(marks, ">") > deepest {
			return true
		}
	}
	return false
}

// frontMatter returns the block between lines of three dashes that t starts with, dashes included.
func frontMatter(t string) text.Span {
	first, _, ok := strings.Cut(t, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return text.Span{}
	}
	for at := len(first) + 1; at < min(len(t), maxFrontMatter); {
		ln, _, _ := strings.Cut(t[at:], "\n")
		at = min(at+len(ln)+1, len(t))
		if ln = strings.TrimRight(ln, " \t\r"); ln == "---" || ln == "..." {
			return text.Span{End: at}
		}
	}
	return text.Span{}
}

// readFrontMatter sets the fields of a from front matter, and returns the
// language it states. Values other than strings, dates, numbers and lists of
// them are passed over.
func readFrontMatter(a *answer.Article, front string) (lang string, err error) {
	body := strings.TrimRight(strings.TrimLeft(front, "-"), "-. \t\r\n")
	var values map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(body), &values); err != nil {
		return "", fmt.Errorf("its front matter is not YAML (%s); mend it, or take it out", oneLine(strings.TrimPrefix(err.Error(), "yaml: ")))
	}
	for key, v := range values {
		if lower := strings.ToLower(key); lower == "lang" || lower == "language" {
			lang = v.Value
		}
		setKey(a, key, flatYAML(&v))
	}
	return lang, nil
}

func flatYAML(n *yaml.Node) string {
	if n.Kind != yaml.SequenceNode {
		return scalarYAML(n)
	}
	var parts []string
	for _, e := range n.Content {
		if s := scalarYAML(e); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func scalarYAML(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" {
		return ""
	}
	return n.Value
}

// marks gathers what the structure of a Markdown text tells.
type marks struct {
	source []byte
	at     int // of source in the text
	title  string
	spans  []text.Span // furniture
}

// block looks at the blocks in n.
func (m *marks) block(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			if m.title == "" {
				m.title = m.inline(c)
			}
		case *ast.LinkReferenceDefinition:
			m.furniture(c)
		case *ast.HTMLBlock:
			if !saysSomething(m.rawOf(c)) {
				m.furniture(c)
			}
		case *ast.Paragraph:
			if onlyImages(c, m.source) {
				m.furniture(c)
			}
		default:
			m.block(c)
		}
	}
}

func (m *marks) furniture(n ast.Node) {
	for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
		m.spans = append(m.spans, text.Span{Start: m.at + s.Start, End: m.at + s.Stop})
	}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		m.spans = append(m.spans, text.Span{Start: m.at + h.ClosureLine.Start, End: m.at + h.ClosureLine.Stop})
	}
}

func (m *marks) rawOf(n ast.Node) []byte {
	return n.Lines().Value(m.source)
}

// saysSomething reports whether there are words in raw HTML outside of its tags.
func saysSomething(raw []byte) bool {
	for {
		before, rest, ok := bytes.Cut(raw, []byte("<"))
		if len(bytes.TrimSpace(before)) > 0 {
			return true
		}
		if !ok {
			return false
		}
		closer := []byte(">")
		if bytes.HasPrefix(rest, []byte("!--")) {
			closer = []byte("-->")
		}
		_, raw, _ = bytes.Cut(rest, closer)
	}
}

// onlyImages reports whether all that n holds are images, linked or not.
func onlyImages(n ast.Node, source []byte) bool {
	images := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			images++
		case *ast.Link:
			if !onlyImages(c, source) {
				return false
			}
			images++
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(source))) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return images > 0
}

// inline returns the words of n without their marks.
func (m *marks) inline(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(m.source))
			if t.SoftLineBreak() {
				b.WriteByte(' ')
			}
		} else {
			b.WriteString(m.inline(c))
		}
	}
	return b.String()
}
