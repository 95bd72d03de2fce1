package load

import (
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/answer"
)

// checkLoad loads content under a name and checks what must hold of every article.
func checkLoad(t *testing.T, name, content string) []*answer.Article {
	t.Helper()
	var articles []*answer.Article
	for it := range Upload(t.Context(), name, strings.NewReader(content), Options{MaxArticle: 1 << 16}) {
		if (it.Article == nil) == (it.Err == nil) {
			t.Fatalf("an item of %+v", it)
		}
		if it.Err != nil {
			if strings.ContainsAny(it.Err.Error(), "\n\r") {
				t.Errorf("error in two lines: %q", it.Err)
			}
			continue
		}
		checkArticle(t, it.Article)
		articles = append(articles, it.Article)
	}
	return articles
}

func checkArticle(t *testing.T, a *answer.Article) {
	t.Helper()
	if a.ID == "" || checkText(a.Text) != nil || !utf8.ValidString(a.ID+a.Title+a.Author+a.Source+a.URL+a.Published+a.Text) {
		t.Fatalf("an article of %+v", a)
	}
	end, kept := -1, a.Text
	for _, s := range a.Furniture {
		if s.Start <= end || s.Empty() || s.End > len(a.Text) || !utf8.RuneStart(a.Text[s.Start]) || s.End < len(a.Text) && !utf8.RuneStart(a.Text[s.End]) {
			t.Fatalf("furniture %v of %q", a.Furniture, a.Text)
		}
		end = s.End
	}
	for _, s := range a.Furniture {
		kept = strings.Replace(kept, s.Of(a.Text), "", 1)
	}
	if strings.TrimSpace(kept) == "" {
		t.Fatalf("all of %q is furniture", a.Text)
	}
}

func FuzzText(f *testing.F) {
	f.Add(readFile(f, "testdata/harbour.txt"))
	f.Add("\ufeffRead more\r\n\r\n—\u00a0\nHome | News |\n")
	f.Fuzz(func(t *testing.T, content string) {
		for _, a := range checkLoad(t, "a.txt", content) {
			if a.Text != strings.TrimPrefix(content, "\ufeff") {
				t.Errorf("%q became %q", content, a.Text)
			}
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add(readFile(f, "testdata/harbour.md"))
	f.Add("---\na: &a [*a]\n...\n> ![a](b)\n\n<!-- x")
	f.Fuzz(func(t *testing.T, content string) {
		for _, a := range checkLoad(t, "a.md", content) {
			if a.Text != strings.TrimPrefix(content, "\ufeff") {
				t.Errorf("%q became %q", content, a.Text)
			}
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add(readFile(f, "testdata/harbour.jsonl"))
	f.Add(`{"text": "\ud800", "id": [1, {"a": null}]}`)
	f.Fuzz(func(t *testing.T, content string) { checkLoad(t, "a.jsonl", content) })
}

func FuzzHTML(f *testing.F) {
	f.Add(readFile(f, "testdata/harbour.html"))
	f.Add(`<meta charset=utf-16><table><p>` + body)
	f.Fuzz(func(t *testing.T, content string) { checkLoad(t, "a.html", content) })
}

func FuzzDate(f *testing.F) {
	f.Add("Published: Friday 1 March 2019, 10:15")
	f.Fuzz(func(t *testing.T, s string) {
		d := parseDate(s)
		if d != "" && parseDate(d) != d {
			t.Errorf("%q is %q, which is %q", s, d, parseDate(d))
		}
	})
}
