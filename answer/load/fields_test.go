package load

import (
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/answer"
)

// body is running text about a crane and a harbour.
const body = "The harbour master of Port Ellery resigned on Sunday after a crane that was bought in May was found to be missing from the quay.\n\nNobody knows where the crane went, and the council has asked everybody to look for it."

func TestSeeds(t *testing.T) {
	want := map[string]struct{ title, marked string }{
		"000_7ef2c87d8ad7c7d7.txt": {"\"We're not spies,\" claims Huawei, as firm urges the US to \"press the reset button\"", "Skip to main content"},
		"001_2e2cbdb3f6984a59.txt": {"Huawei offers to sign ‘no spying’ deal for UK", "Huawei logo in a server room|Image credit: Alexey Novikov |" +
			"|Sign up to the E&T News e-mail to get great stories like this delivered to your inbox every day.//Recent articles"},
		"002_bc62cfc10ff16d13.txt": {"Huawei Deny Spying Risk", ""},
		"003_ff8f16013be83914.txt": {"Huawei: US has no evidence for security claims", "(Image credit: Huawei) (Image credit: Huawei)|" +
			"  • MWC (Mobile World Congress) is the world's largest…and media."},
		"004_445ba2664ba4056b.txt": {"Huawei calls for cybersecurity cooperation", "News Videos/International Edition…/Contact Us|" +
			"Advertise\u00a0\u00a0|\u00a0\u00a0 RSS Feed…chinapost search"},
	}
	seen := 0
	for it := range Each(t.Context(), []string{"../../seeds"}, Options{}) {
		if it.Article == nil {
			continue
		}
		seen++
		a, w := it.Article, want[it.Article.ID]
		if a.Title != w.title || a.Author+a.Source+a.URL+a.Published != "" || a.Lang != "en" {
			t.Errorf("%s: %q by %q in %q at %q on %q", a.ID, a.Title, a.Author, a.Source, a.URL, a.Published)
		}
		if got := strings.Join(marked(a), "|"); !matchesEllipsis(got, w.marked) {
			t.Errorf("%s: marked %q", a.ID, got)
		}
	}
	if seen != len(want) {
		t.Errorf("%d seeds", seen)
	}
}

// matchesEllipsis reports whether s is want, in which … stands for anything that has none of its neighbours.
func matchesEllipsis(s, want string) bool {
	parts := strings.Split(want, "…")
	for i, p := range parts {
		at := strings.Index(s, p)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		s = s[at+len(p):]
	}
	return s == ""
}

func TestHeadline(t *testing.T) {
	for _, test := range []struct{ name, head, want string }{
		{"alone", "Crane lost in harbour", "Crane lost in harbour"},
		{"below a way around the page", "Skip to content\n\nCrane lost in harbour", "Crane lost in harbour"},
		{"below a caption", "A yellow bridge by night\n\nCrane lost in harbour\n\nPhoto: Jane Doe", "Crane lost in harbour"},
		{"above a subtitle", "Crane lost in harbour\n\nThe crane was bought in May and nobody knows where it went", "Crane lost in harbour"},
		{"in a question", "Where is the crane of the harbour?", "Where is the crane of the harbour?"},
		{"that ends in a quotation", `Council asks everybody to look for "the crane"`, `Council asks everybody to look for "the crane"`},
		{"that ends in an abbreviation", "Crane lost in the U.S.", "Crane lost in the U.S."},
		{"that breaks off", "The harbour master, the council, and a crane that nobody knows where to look for ...", "The harbour master, the council, and a crane that nobody knows where to look for ..."},
		{"with white space in it", "Crane  lost\tin harbour", "Crane lost in harbour"},
		{"none: nothing in common", "Yellow submarines sail at dawn", ""},
		{"none: a sentence", "The crane is lost.", ""},
		{"none: a name", "Jane Doe", ""},
		{"none: a date", "March 3, 2019", ""},
		{"none: a menu", "Contact us", ""},
	} {
		if a := one(t, "a.txt", test.head+"\n\n"+body); a.Title != test.want {
			t.Errorf("%s: %q", test.name, a.Title)
		}
	}
	if a := one(t, "a.txt", body); a.Title != "" {
		t.Errorf("a body alone has the title %q", a.Title)
	}
	if a := one(t, "a.txt", "Crane lost\nin harbour\n\nThe crane is lost.\n\nIt is yellow."); a.Title != "Crane lost" && a.Title != "" {
		t.Errorf("short sentences have the title %q", a.Title)
	}
}

func TestHeadlineOverHandWrappedText(t *testing.T) {
	const wrapped = `Crane lost in harbour

The harbour master of Port Ellery resigned on Sunday after
a crane that was bought in May was found to be missing from
the quay. Nobody knows where the crane went, and the council
has asked everybody who lives by the coast to look for it in
their gardens
and sheds.

Read more
`
	a := one(t, "a.txt", wrapped)
	if a.Title != "Crane lost in harbour" || strings.Join(marked(a), "|") != "Read more" {
		t.Errorf("title %q, marked %q", a.Title, marked(a))
	}
}

func TestCredits(t *testing.T) {
	const head = "Crane lost in harbour\n\n"
	for _, test := range []struct{ name, text, author, source, published string }{
		{"byline", head + "By Jane Doe\n\n", "Jane Doe", "", ""},
		{"byline and outlet", head + "By Jane O'Neill-Doe, J. van Bloggs and Ann Lee, The Associated Press\n\n", "Jane O'Neill-Doe, J. van Bloggs and Ann Lee", "The Associated Press", ""},
		{"byline of an outlet", head + "By Reuters\n\n", "", "Reuters", ""},
		{"with bars", head + "By Jane Doe | March 3, 2019 | 4 min read\n\n", "Jane Doe", "", "2019-03-03"},
		{"in French", head + "Par Jeanne Doe\nPublié le 3 mars 2019\n\n", "Jeanne Doe", "", "2019-03-03"},
		{"in Russian", head + "Автор: Анна Ли\n3 марта 2019\n\n", "Анна Ли", "", "2019-03-03"},
		{"with an address", head + "Jane Doe jdoe@coast.example\n\n", "Jane Doe", "", ""},
		{"with an outlet behind", head + "Jane Doe, Reuters\n\n", "Jane Doe", "Reuters", ""},
		{"with a day", head + "By Jane Doe, 3 March 2019\n\n", "Jane Doe", "", "2019-03-03"},
		{"with a day that has a comma", head + "By Jane Doe, staff writer, March 3, 2019\n\n", "Jane Doe", "", "2019-03-03"},
		{"with an office", head + "By Jane Doe, staff writer\n\n", "Jane Doe", "", ""},
		{"an agency", head + "AP\n\n", "", "AP", ""},
		{"keys", "Title: Lost crane\nAuthor: Jane Doe\nSource: The Coast\nDate: 3 March 2019\n\n", "Jane Doe", "The Coast", "2019-03-03"},
		{"dateline", head + "ELLERY, March 3, 2019 (Reuters) - ", "", "Reuters", "2019-03-03"},
		{"dateline without a year", head + "ELLERY, March 3 - ", "", "", ""},
		{"agency before the body", head + "(AP) ", "", "AP", ""},

		{"no byline: a heading", head + "By The Numbers\n\n", "", "", ""},
		{"no byline: a sentence", head + "By the time it was found it was gone\n\n", "", "", ""},
		{"no byline: two names", head + "Jane Doe, Ann Lee\n\n", "", "", ""},
		{"no byline: a name", head + "Jane Doe\n\n", "", "", ""},
		{"no date: it is the page's", "Home\n\nMarch 3, 2019\n\nAbout us\n\n" + head, "", "", ""},
		{"no date: it is in a sentence", head + "What we know since March 3, 2019\n\n", "", "", ""},
	} {
		a := one(t, "a.txt", test.text+body)
		if a.Author != test.author || a.Source != test.source || a.Published != test.published {
			t.Errorf("%s: by %q in %q on %q", test.name, a.Author, a.Source, a.Published)
		}
	}
}

func TestGivenFieldsStay(t *testing.T) {
	a := one(t, "a.jsonl", `{"title": "Given", "author": "Ann Lee", "date": "2018", "text": "Crane lost in harbour\n\nBy Jane Doe\nMarch 3, 2019\n\n`+strings.ReplaceAll(body, "\n", `\n`)+`"}`)
	if a.Title != "Given" || a.Author != "Ann Lee" || a.Published != "2018" {
		t.Errorf("title %q by %q on %q", a.Title, a.Author, a.Published)
	}
}

func TestNamesAboveABodyWhoseTitleIsKnown(t *testing.T) {
	a := one(t, "a.jsonl", `{"title": "Crane lost", "text": "Jane Doe and Ann Lee\n\nThe Port Ellery Coast\n\n`+strings.ReplaceAll(body, "\n", `\n`)+`"}`)
	if a.Author != "Jane Doe and Ann Lee" || strings.Join(marked(a), "|") != "Jane Doe and Ann Lee//The Port Ellery Coast" {
		t.Errorf("by %q, marked %q", a.Author, marked(a))
	}
}

// What is far too long for a field is cut, and never in the middle of a letter.
func TestFieldsAreBounded(t *testing.T) {
	long := strings.Repeat("é", maxField)
	a, err := complete(&answer.Article{ID: "a", Title: long, Author: long, Source: long, URL: "https://example.org/" + long, Text: "Some words."})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{a.Title, a.Author, a.Source} {
		if len(f) > maxField || !strings.HasPrefix(long, f) || f == "" || !utf8.ValidString(f) {
			t.Errorf("it is %d bytes", len(f))
		}
	}
	if a.URL != "" {
		t.Errorf("an address of %d bytes is left", len(a.URL))
	}
}
