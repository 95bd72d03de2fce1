package load

import (
	"os"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
)

// readRaw returns the bytes of a file as they are.
func readRaw(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPDF(t *testing.T) {
	a := one(t, "notes.pdf", readRaw(t, "testdata/pdf/latex-notes-en.pdf"))
	want := answer.Article{
		ID: "notes.pdf", Title: "Harbour officials find a difficult but efficient way to shift the old ferry",
		Published: "2019-03-01", Lang: text.English, Text: a.Text,
	}
	if !equalFields(*a, want) {
		t.Errorf("got %+v", a)
	}
	for _, p := range []string{
		"\n\nWhat the surveyors saw\n\n",
		"\n\n1 The figures are those of the annual report, which the office sends to everybody who asks for it.\n\n",
	} {
		if !strings.Contains(a.Text, p) {
			t.Errorf("no %q in %q", p, a.Text)
		}
	}
	if got := marked(a); !slices.Equal(got, []string{"The Weekly Tide Number 12"}) {
		t.Errorf("marked %q", got)
	}
	checkArticle(t, a)
}

// What a browser prints around a page, and when it was printed, is not the article's.
func TestPrintedPage(t *testing.T) {
	a := one(t, "printed.pdf", readRaw(t, "testdata/pdf/chrome-soft-en.pdf"))
	if a.Published != "" || a.Title == "" {
		t.Errorf("got %+v", a)
	}
	if got := strings.Join(marked(a), "|"); !strings.HasPrefix(got, "11/22/26") || !strings.Contains(got, "http://coast.example") {
		t.Errorf("marked %q", got)
	}
}

func TestPDFFromStandardInput(t *testing.T) {
	in := strings.NewReader(readRaw(t, "testdata/pdf/rows-en.pdf"))
	articles, errs, _ := all(Each(t.Context(), []string{"-"}, Options{Stdin: in}))
	if len(articles) != 1 || len(errs) > 0 {
		t.Errorf("%d articles, %q", len(articles), errs)
	}
}
