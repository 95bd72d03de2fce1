package load

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/template"

	"golang.org/x/net/html/charset"

	"verbatim/answer"
)

var tellPages = flag.Bool("pages", false, "tell how each of the pages is read")

// sites are the kinds of site that pages are made after, and how each tells
// when a page was published: not at all if empty. Rules were made while looking
// at those of the first half only.
var sites = []struct{ template, dated, charset string }{
	{"newspaper", "data", ""}, {"broadcaster", "data", ""}, {"paywall", "meta", ""}, {"amp", "data", ""}, {"wire", "meta", ""},
	{"wordpress-classic", "time", ""}, {"elementor", "meta", ""}, {"medium", "meta", ""}, {"ghost", "meta", ""}, {"wix", "meta", ""}, {"jekyll", "time", ""},
	{"docusaurus", "", ""}, {"readthedocs", "", ""}, {"readme", "", ""}, {"confluence", "", ""},
	{"phpbb", "text", ""}, {"archive", "text", ""}, {"uswds", "meta", ""}, {"typo3", "time", ""}, {"newsroom", "text", ""},
	{"table-layout", "text", "windows"}, {"print", "meta", "iso"}, {"sharepoint", "text", ""},

	{"agency", "meta", ""}, {"magazine", "meta", ""}, {"live", "data", ""}, {"regional", "meta", ""}, {"urldate", "address", ""},
	{"wordpress-blocks", "time", ""}, {"drupal", "meta", ""}, {"substack", "data", ""}, {"squarespace", "meta", ""}, {"blogger", "time", ""}, {"tumblr", "text", ""},
	{"sphinx", "", ""}, {"mkdocs", "", ""}, {"mediawiki", "", ""}, {"tailwind", "text", ""},
	{"discourse", "meta", ""}, {"govuk", "data", ""}, {"ministry", "meta", ""}, {"joomla", "time", ""}, {"listicle", "data", ""},
	{"table-portal", "text", "iso"}, {"mailing", "", ""}, {"university", "text", ""},
}

// charsets are those that pages of a language were in before all were in UTF-8.
var charsets = map[string]map[string]string{
	"windows": {"hu": "windows-1250", "ru": "windows-1251"},
	"iso":     {"hu": "iso-8859-2", "ru": "koi8-r"},
}

// story is what stands on a page, and around it.
type story struct {
	fields map[string]string
	Blocks []block
}

// block is a paragraph ("p"), a heading ("h"), a quotation ("q") or a list ("l").
type block struct {
	Kind, Text string
	Items      []string
}

func (b block) String() string { return b.Text + strings.Join(b.Items, "\n") }

func readStory(t testing.TB, path string) story {
	head, body, _ := strings.Cut(readFile(t, path), "\n\n")
	s := story{fields: map[string]string{}}
	for ln := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(ln, ": ")
		s.fields[key] = value
	}
	for p := range strings.SplitSeq(strings.TrimSpace(body), "\n\n") {
		if h, ok := strings.CutPrefix(p, "## "); ok {
			s.Blocks = append(s.Blocks, block{Kind: "h", Text: h})
		} else if q, ok := strings.CutPrefix(p, "> "); ok {
			s.Blocks = append(s.Blocks, block{Kind: "q", Text: q})
		} else if strings.HasPrefix(p, "- ") {
			s.Blocks = append(s.Blocks, block{Kind: "l", Items: strings.Split(strings.TrimPrefix(p, "- "), "\n- ")})
		} else {
			s.Blocks = append(s.Blocks, block{Kind: "p", Text: p})
		}
	}
	return s
}

// data is what a template has of a story.
func (s story) data(charset string) map[string]any {
	d := map[string]any{"Blocks": s.Blocks, "Charset": charset, "ISO": s.fields["date"], "Slashed": strings.ReplaceAll(s.fields["date"], "-", "/")}
	for key, value := range s.fields {
		d[strings.ToUpper(key[:1])+key[1:]] = value
	}
	for _, key := range []string{"Menu", "Related", "Tags", "Comments", "Share"} {
		d[key] = strings.Split(d[key].(string), " | ")
	}
	return d
}

// shown returns the story as a kind of site shows it: forums have posts only, and a paywall hides most.
func (s story) shown(site string) story {
	switch site {
	case "paywall":
		s.Blocks = s.Blocks[:3]
	case "phpbb", "discourse":
		var posts []block
		for _, b := range s.Blocks {
			if b.Kind == "p" {
				posts = append(posts, b)
			}
		}
		s.Blocks = posts
	}
	return s
}

// readPage makes a page of a story and loads it.
func (s story) readPage(t *testing.T, pages *template.Template, site, charsetName string) *answer.Article {
	t.Helper()
	name := charsets[charsetName][s.fields["lang"]]
	if name == "" && charsetName != "" {
		name = "windows-1252"
	}
	var page bytes.Buffer
	if err := pages.ExecuteTemplate(&page, site, s.data(name)); err != nil {
		t.Fatal(err)
	}
	content := page.String()
	if name != "" {
		enc, _ := charset.Lookup(name)
		var err error
		if content, err = enc.NewEncoder().String(content); err != nil {
			t.Fatal(err)
		}
	}
	articles, errs, _ := all(Upload(t.Context(), site+".html", strings.NewReader(content), Options{}))
	if len(articles) != 1 {
		t.Errorf("%s: %q", site, errs)
		return &answer.Article{}
	}
	return articles[0]
}

// pageScore is how well pages are read: the mean F of their words, and the shares of right titles and dates.
type pageScore struct{ n, f, titles, dated, dates float64 }

func (p pageScore) String() string {
	return fmt.Sprintf("%.0f pages: F %.3f, titles %.3f, dates %.3f of %.0f", p.n, p.f/p.n, p.titles/p.n, p.dates/p.dated, p.dated)
}

func (p *pageScore) add(q pageScore) {
	p.n, p.f, p.titles, p.dated, p.dates = p.n+q.n, p.f+q.f, p.titles+q.titles, p.dated+q.dated, p.dates+q.dates
}

func scorePage(s story, a *answer.Article, dated bool) pageScore {
	var want strings.Builder
	for _, b := range s.Blocks {
		want.WriteString(b.String() + "\n")
	}
	p := pageScore{n: 1, f: wordF(want.String(), quotable(a))}
	if a.Title == s.fields["title"] {
		p.titles = 1
	}
	if dated {
		p.dated = 1
		if a.Published == s.fields["date"] {
			p.dates = 1
		}
	}
	return p
}

// quotable returns the text of a without its furniture.
func quotable(a *answer.Article) string {
	var b strings.Builder
	at := 0
	for _, s := range a.Furniture {
		b.WriteString(a.Text[at:s.Start] + "\n")
		at = s.End
	}
	return b.String() + a.Text[at:]
}

// wordF is the harmonic mean of which share of want's words got has, and the other way round.
func wordF(want, got string) float64 {
	left, shared := map[string]int{}, 0
	w, g := strings.Fields(strings.ToLower(want)), strings.Fields(strings.ToLower(got))
	for _, word := range w {
		left[word]++
	}
	for _, word := range g {
		if left[word] > 0 {
			left[word]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(max(len(w)+len(g), 1))
}

// leastPage is how badly a single page may be read.
const leastPage = 0.85

// TestPages holds how well pages are read of sites of many kinds, each in two languages.
func TestPages(t *testing.T) {
	pages := template.Must(template.ParseGlob("testdata/pages/*.tmpl"))
	paths, err := filepath.Glob("testdata/pages/stories/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var english, others []story
	for _, path := range paths {
		if s := readStory(t, path); s.fields["lang"] == "en" {
			english = append(english, s)
		} else {
			others = append(others, s)
		}
	}
	var halves [2]pageScore
	for i, site := range sites {
		for _, s := range []story{english[i%len(english)], others[i%len(others)]} {
			s = s.shown(site.template)
			a := s.readPage(t, pages, site.template, site.charset)
			p := scorePage(s, a, site.dated != "")
			halves[i*2/len(sites)].add(p)
			if p.f < leastPage {
				t.Errorf("%s in %s: F %.3f", site.template, s.fields["lang"], p.f)
			}
			if *tellPages {
				fmt.Fprintf(os.Stderr, "%-18s %s F %.3f title %.0f date %.0f/%.0f %q %s\n", site.template, s.fields["lang"], p.f, p.titles, p.dates, p.dated, a.Title, a.Published)
			}
		}
	}
	both := halves[0]
	both.add(halves[1])
	t.Logf("looked at: %s; held out: %s; all: %s", halves[0], halves[1], both)
	if both.f < 0.88*both.n || both.titles < 0.8*both.n || both.dates < 0.8*both.dated {
		t.Errorf("%s", both)
	}
}
