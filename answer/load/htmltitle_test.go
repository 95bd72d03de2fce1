package load

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func parsePage(t *testing.T, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestPageTitle(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"the piece before the site's name", "<title>Crane lost | The Coast</title><h1>Crane lost</h1>", "Crane lost"},
		{"the piece behind it", "<title>The Coast: Crane lost</title><h1>The Coast</h1><h2>Crane lost at sea</h2><h3>Crane lost</h3>", "Crane lost"},
		{"with marks of its own", "<title>Crane lost - and found - The Coast</title><h1>The Coast</h1><h2>Crane lost - and found</h2>", "Crane lost - and found"},
		{"not the site", `<title>Ebb - The Coast of Ellery</title><meta property="og:site_name" content="The Coast of Ellery"><h1>The Coast of Ellery</h1><h2>Ebb</h2>`, "Ebb"},
		{"no headings", "<title>The Coast - Crane lost</title><td><font>The Coast</font></td><td><b>Crane lost</b></td>", "Crane lost"},
		{"a heading before what is none", "<title>Ebb | Crane lost</title><h2>Ebb</h2><p>Crane lost</p>", "Ebb"},
		{"in other words", "<title>Cranes: all you need</title><h1>How a crane was lost</h1>", "How a crane was lost"},
		{"a word within a word", "<title>Cranes lost</title><h2>Crane</h2><h2>lost</h2>", ""},
		{"a name is no title", "<title>Cranes: all you need</title><h1>The Coast</h1>", ""},
		{"two main headings", "<title>Cranes: all you need</title><h1>How a crane was lost</h1><h1>How it was found</h1>", ""},
		{"nothing", "<p>Cranes stand.</p>", ""},
	} {
		if got, _ := pageTitle(parsePage(t, test.page)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestWithoutSite(t *testing.T) {
	for _, test := range []struct{ title, site, want string }{
		{"Crane lost | The Coast", "The Coast", "Crane lost"},
		{"The Coast – Crane lost", "The Coast", "Crane lost"},
		{"Crane lost", "The Coast", "Crane lost"},
		{"Crane lost: why", "", "Crane lost: why"},
		{"The Coast", "The Coast", "The Coast"},
	} {
		if got := withoutSite(test.title, test.site); got != test.want {
			t.Errorf("%q of %q: %q", test.title, test.site, got)
		}
	}
}

func TestPageDateBesideTheTitle(t *testing.T) {
	const prose = "<p>The harbour master resigned on Sunday after a crane was found to be missing from the north quay of the port.</p>"
	for _, test := range []struct{ name, page, want string }{
		{"below", "<h1>Crane lost</h1><p>By Jane Doe, 3 March 2019</p>" + prose, "2019-03-03"},
		{"above", "<p>March 3, 2019</p><h1>Crane lost</h1>" + prose, "2019-03-03"},
		{"in numbers", "<h1>Crane lost</h1><p>Datum: 03.03.2019, 10:15 Uhr</p>" + prose, "2019-03-03"},
		{"for machines", `<h1>Crane lost</h1><time datetime="2019-03-03">on Sunday</time>` + prose, "2019-03-03"},
		{"behind that of a change", "<h1>Crane lost</h1><p>Updated</p><p>4 March 2019</p><p>Published 3 March 2019</p>" + prose, "2019-03-03"},
		{"only of a change", "<h1>Crane lost</h1><p>Last updated: 4 March 2019</p>" + prose, ""},
		{"of the page", "<p>4 March 2019</p><ul><li>Home</li><li>News</li><li>Sport</li></ul><h1>Crane lost</h1>" + prose, ""},
		{"in a menu", "<nav>4 March 2019</nav><h1>Crane lost</h1>" + prose, ""},
		{"in the text", "<h1>Crane lost</h1>" + prose + prose + "<p>4 March 2019</p>", ""},
		{"in a sentence", "<h1>Crane lost</h1><p>Nobody who lives by the coast has seen it anywhere since 4 March 2019, the council said.</p>" + prose, ""},
		{"the only one", `<h1>Crane lost</h1>` + prose + prose + `<time datetime="2019-03-03">Sunday</time>`, "2019-03-03"},
		{"one of several", `<h1>Crane lost</h1>` + prose + prose + `<time datetime="2019-03-03">Sunday</time><time datetime="2019-03-04">Monday</time>`, ""},
	} {
		doc := parsePage(t, test.page)
		_, at := pageTitle(doc)
		if got := pageDate(doc, "", at); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestPageDateInTheAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://coast.example/2019/03/12/crane":         "2019-03-12",
		"https://coast.example/news/2019-3-2-crane.html": "2019-03-02",
		"https://coast.example/2019/13/12/crane":         "",
		"https://coast.example/2019/03/crane":            "",
		"https://coast.example/story/20190312":           "",
	} {
		if got := pageDate(parsePage(t, "<p>Cranes stand.</p>"), address, nil); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestPrune(t *testing.T) {
	for page, want := range map[string]string{
		`<h2>Cranes<a class="headerlink" href="#x">¶</a></h2>`:                             "Cranes",
		`<h2>Cranes <a href="#x">#</a></h2>`:                                               "Cranes",
		`<h2>Cranes<span class="mw-editsection">[<a>edit</a>]</span></h2>`:                 "Cranes",
		`<p>Cranes stand.<sup class="reference"><a href="#1">[1]</a></sup> They turn.</p>`: "Cranes stand. They turn.",
		`<p>E = mc<sup>2</sup> <a href="#x">#</a></p>`:                                     "E = mc2 #",
		`<h2><a href="/cranes">Cranes</a></h2>`:                                            "Cranes",
	} {
		doc := parsePage(t, page)
		if prune(doc); pageText(doc) != want {
			t.Errorf("%s became %q, want %q", page, pageText(doc), want)
		}
	}
}
