package load

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dateNames are what pages call the day they were published, the surest first.
// The dates that stand in the text of a page are not looked at: many are of the
// day it was shown.
var dateNames = []string{
	"json-ld", "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date",
	"article.published", "publish-date", "publish_date", "publishdate", "publication_date", "published_date", "pubdate", "pub_date",
	"citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
	"article:published", "release_date", "originalpublicationdate", "date", "time",
}

// pageDate returns the day a page says it was published, as Article.Published has it.
func pageDate(doc *html.Node) string {
	best, published := len(dateNames), ""
	for n := range doc.Descendants() {
		name, value := statedDate(n)
		if rank := slices.Index(dateNames, name); rank >= 0 && rank < best {
			if d := parseDate(value); d != "" {
				best, published = rank, d
			}
		}
	}
	return published
}

// statedDate returns the name and the date that n states in a form for machines.
func statedDate(n *html.Node) (name, value string) {
	switch n.DataAtom {
	case atom.Meta:
		name = attr(n, "property") + attr(n, "name")
		if name == "" {
			name = attr(n, "itemprop")
		}
		return strings.ToLower(name), attr(n, "content")
	case atom.Time:
		if attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate") {
			return "time", attr(n, "datetime")
		}
	case atom.Script:
		if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			return "json-ld", datePublished(n.FirstChild.Data)
		}
	}
	return "", ""
}

// datePublished returns the first value of that name in a script of linked
// data. Many such scripts are not quite JSON, so they are not read as it.
func datePublished(script string) string {
	_, rest, _ := strings.Cut(script, `"datePublished"`)
	_, rest, _ = strings.Cut(rest, `"`)
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}
