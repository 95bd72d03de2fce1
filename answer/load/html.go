package load

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"verbatim/answer"
)

var errDeep = errors.New("has elements in one another beyond reason; save its text as .txt")

var errNoArticle = errors.New("has no text that reads as an article; save the article's text as .txt")

// readHTML reads a page: its text is that of the main article, a paragraph a
// line with a blank one between, and the fields are what the page says of itself.
func readHTML(data []byte, s source) (*answer.Article, error) {
	data, err := decodeHTML(data, s.charset)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil { // what is in memory can be read: so it is the parser that gives up
		return nil, errDeep
	}
	prune(doc)
	title, at := pageTitle(doc)
	published := pageDate(doc, s.url, at)
	found, err := extract(doc, s.url)
	if err != nil {
		return nil, err
	}
	t := unglued(doc, pageText(found.ContentNode))
	if checkText(t) != nil {
		return nil, errNoArticle
	}
	meta := found.Metadata
	if title == "" {
		title = withoutSite(oneLine(meta.Title), oneLine(meta.Sitename))
	}
	return complete(&answer.Article{
		ID: s.id, Title: title, Author: strings.ReplaceAll(meta.Author, ";", ","), Source: meta.Sitename,
		URL: meta.URL, Published: published, Lang: language("", t), Text: t,
	})
}

// decodeHTML returns data as UTF-8. The bytes decide before the declaration: what is valid UTF-8 is hardly ever anything else.
func decodeHTML(data []byte, contentType string) ([]byte, error) {
	if utf8.Valid(data) {
		return bytes.TrimPrefix(data, utf8BOM), nil
	}
	enc, _, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], contentType)
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("is not in the character set it says (%w); save it as UTF-8", err)
	}
	return out, nil
}

// extract finds the main text of a page. The extractor was not written for
// pages that mean harm: a panic in it is the page's fault.
func extract(doc *html.Node, address string) (found *trafilatura.ExtractResult, err error) {
	defer func() {
		if recover() != nil {
			found, err = nil, errNoArticle
		}
	}()
	o := trafilatura.Options{EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled}
	if isThread(doc) {
		o.Focus = trafilatura.FavorRecall // the extractor takes one post of many for the article
	}
	if u, err := url.Parse(address); err == nil && u.IsAbs() {
		o.OriginalURL = u
	}
	found, err = trafilatura.ExtractDocument(doc, o)
	if err != nil || found.ContentNode == nil {
		return nil, errNoArticle
	}
	return found, nil
}

// forums are how the software of forums names itself on its pages.
var forums = []string{"phpbb", "discourse", "xenforo", "vbulletin", "mybb", "smf", "flarum", "nodebb", "discussionforumposting"}

// isThread reports whether a page is the posts of a forum.
func isThread(doc *html.Node) bool {
	for n := range doc.Descendants() {
		var named string
		switch {
		case n.DataAtom == atom.Meta && attr(n, "name") == "generator":
			named = attr(n, "content")
		case n.DataAtom == atom.Html, n.DataAtom == atom.Body:
			named = attr(n, "id")
		default:
			named = attr(n, "itemtype")
		}
		if named = strings.ToLower(named); named != "" && slices.ContainsFunc(forums, func(f string) bool { return strings.Contains(named, f) }) {
			return true
		}
	}
	return false
}
