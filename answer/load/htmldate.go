package load

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dateNames are what pages call the day they were published, the surest first.
var dateNames = []string{
	"json-ld", "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date",
	"article.published", "publish-date", "publish_date", "publishdate", "publication_date", "published_date", "pubdate", "pub_date",
	"citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
	"article:published", "release_date", "originalpublicationdate", "date", "time", "address",
}

// pageDate returns the day a page says it was published, as Article.Published
// has it: in a form for machines, in its address or, if it is not told there,
// beside its title, which stands in title. Other dates that a page shows are
// not looked at: many are of the day it was shown.
func pageDate(doc *html.Node, address string, title *html.Node) string {
	best, published := len(dateNames), ""
	if d := dateInAddress(address); d != "" {
		best, published = slices.Index(dateNames, "address"), d
	}
	for n := range doc.Descendants() {
		name, value := statedDate(n)
		if rank := slices.Index(dateNames, name); rank >= 0 && rank < best {
			if d := parseDate(value); d != "" {
				best, published = rank, d
			}
		}
	}
	if published == "" && title != nil {
		return dateBeside(doc, title)
	}
	return published
}

// addressDate is a day as addresses have it: /2019/03/12/, /2019-03-12-crane.
var addressDate = regexp.MustCompile(`/((?:19|20)\d\d[/-][01]?\d[/-][0-3]?\d)(?:\D|$)`)

func dateInAddress(address string) string {
	if m := addressDate.FindStringSubmatch(address); m != nil {
		return parseDay(m[1])
	}
	return ""
}

// statedDate returns the name and the date that n states in a form for machines.
func statedDate(n *html.Node) (name, value string) {
	if n.DataAtom != atom.Meta && attr(n, "itemprop") == "datePublished" {
		return "time", cmp.Or(attr(n, "datetime"), attr(n, "content"), shortText(n))
	}
	switch n.DataAtom {
	case atom.Meta:
		name = attr(n, "property") + attr(n, "name")
		if name == "" {
			name = attr(n, "itemprop")
		}
		return strings.ToLower(name), attr(n, "content")
	case atom.Time:
		if hasAttr(n, "pubdate") || hasAnyClass(n, publishedClasses) {
			return "time", attr(n, "datetime")
		}
	case atom.Abbr:
		if hasAnyClass(n, publishedClasses) {
			return "time", attr(n, "title")
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" {
			return "address", dateInAddress(attr(n, "href"))
		}
	case atom.Script:
		if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			return "json-ld", datePublished(n.FirstChild.Data)
		}
	}
	return "", ""
}

// publishedClasses are the classes of an element that states the day of publication.
var publishedClasses = []string{"published", "entry-date", "dt-published", "post-date", "date-published"}

func hasAnyClass(n *html.Node, classes []string) bool {
	return slices.ContainsFunc(classes, func(c string) bool { return hasClass(n, c) })
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
