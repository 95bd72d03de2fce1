package load

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"verbatim/answer"
	"verbatim/answer/text"
)

func TestPage(t *testing.T) {
	a := one(t, "harbour.html", readFile(t, "testdata/harbour.html"))
	want := answer.Article{
		ID: "harbour.html", Title: "Harbour master resigns over lost crane", Author: "Jane Doe", Source: "The Coast",
		URL: "https://coast.example/crane", Published: "2019-03-03", Lang: text.English, Text: a.Text,
	}
	if !equalFields(*a, want) {
		t.Errorf("got %+v", a)
	}
	for _, p := range []string{
		"resigned on Sunday after a crane that was bought in May was found to be missing",
		"\n\n“I counted them twice,” said Ann Lee, who has run the harbour for nine years. “There were four.”\n\n",
		"\n\nThe crane is 40 metres high.\n\nIt was painted yellow in June.\n\n",
	} {
		if !strings.Contains(a.Text, p) {
			t.Errorf("no %q in %q", p, a.Text)
		}
	}
	for _, p := range []string{"About us", "September 24", "Copyright"} {
		if strings.Contains(a.Text, p) {
			t.Errorf("%q in %q", p, a.Text)
		}
	}
}

func TestPageText(t *testing.T) {
	for _, test := range []struct{ page, want string }{
		{"<p>One\n two</p><p>three</p>", "One two\n\nthree"},
		{"<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"},
		{"<p>On<b>e</b> <i>two</i></p>", "One two"},
		{"<div>One<p>two</p>three</div>", "One\n\ntwo\n\nthree"},
		{"<table><tr><th>One</th><td>two</td></tr><tr><td>three</td></tr></table>", "One two\n\nthree"},
		{"<p> </p><p>\u00a0</p>", ""},
	} {
		doc, err := html.Parse(strings.NewReader(test.page))
		if err != nil {
			t.Fatal(err)
		}
		if got := pageText(doc); got != test.want {
			t.Errorf("%s became %q, want %q", test.page, got, test.want)
		}
	}
}

func TestPageDate(t *testing.T) {
	for _, test := range []struct{ page, want string }{
		{`<meta property="article:published_time" content="2019-03-03T10:15:00+01:00">`, "2019-03-03"},
		{`<meta name="date" content="2019-03-01"><meta name="DC.date.issued" content="2018-02-01">`, "2018-02-01"},
		{`<meta itemprop="datePublished" content="March 3, 2019">`, "2019-03-03"},
		{`<script type="application/ld+json">{"@graph": [{"dateModified": "2020-01-01", "datePublished" : "2019-03-03"}]}</script>`, "2019-03-03"},
		{`<time itemprop="datePublished" datetime="2019-03-03">today</time>`, "2019-03-03"},
		{`<time pubdate datetime="2019-03-03">today</time>`, "2019-03-03"},
		{`<div class="date">March 3, 2019</div><time datetime="2019-03-03">today</time>`, ""},
		{`<meta name="date" content="yesterday">`, ""},
	} {
		doc, err := html.Parse(strings.NewReader(test.page))
		if err != nil {
			t.Fatal(err)
		}
		if got := pageDate(doc, "", nil); got != test.want {
			t.Errorf("%s: %q, want %q", test.page, got, test.want)
		}
	}
}

func TestPageCharset(t *testing.T) {
	body := "<article><p>" + strings.Repeat("Le café du port est fermé depuis dimanche, dit le maire. ", 8) + "</p></article>"
	latin := strings.ReplaceAll(body, "é", "\xe9")
	for name, page := range map[string]string{
		"declared in the page": `<meta charset="iso-8859-1">` + latin,
		"not declared":         latin,
		"declared wrongly":     `<meta charset="iso-8859-1">` + body,
		"with a mark":          "\ufeff" + body,
	} {
		if a := one(t, "a.html", page); !strings.HasPrefix(a.Text, "Le café du port est fermé") {
			t.Errorf("%s: %.60q", name, a.Text)
		}
	}
}

func TestPageOfElementsInOneAnother(t *testing.T) {
	_, errs, _ := all(Upload(t.Context(), "a.html", strings.NewReader(strings.Repeat("<div>", 600)+"Bees hum."), Options{}))
	if want := "a.html: has elements in one another beyond reason; save its text as .txt"; len(errs) != 1 || errs[0] != want {
		t.Errorf("%q, want %q", errs, want)
	}
}

// Pages of a few lines are quoted as they stand, and not with their paragraphs glued to one another.
func TestShortPageKeepsItsParagraphs(t *testing.T) {
	const want = "The crane is blue, said Tom Reed of the harbour board.\n\nIt was bought in May by the council.\n\nNobody knows why."
	const lines = "<p>The crane is blue, said Tom Reed of the harbour board.</p><p>It was bought in May by the council.</p><p>Nobody knows why.</p>"
	const items = "<p>The crane is blue, said Tom Reed of the harbour board.</p><ul><li>It was bought in May by the council.</li><li>Nobody knows why.</li></ul>"
	for _, body := range []string{
		"<article>" + lines + "</article>",
		"<nav>Home</nav><article>" + lines + "</article><footer>Imprint</footer>",
		"<div>" + items + "</div>",
		"<script>var a</script><main>" + items + "</main><aside>More</aside>",
	} {
		a := one(t, "a.html", "<html><head><title>Town news</title></head><body>"+body+"</body></html>")
		if a.Text != want {
			t.Errorf("%s\n got %q\nwant %q", body, a.Text, want)
		}
	}
}
