package load

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
)

// write puts files into a new folder and returns its path.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// all gathers what a load yields.
func all(seq iter.Seq[Item]) (articles []*answer.Article, errs []string, notes []string) {
	for it := range seq {
		switch {
		case it.Article != nil:
			articles = append(articles, it.Article)
		case it.Err != nil:
			errs = append(errs, it.Err.Error())
		default:
			notes = append(notes, it.Name+": "+it.Note)
		}
	}
	return articles, errs, notes
}

// one loads a file that holds one article.
func one(t *testing.T, name, content string) *answer.Article {
	t.Helper()
	articles, errs, _ := all(Upload(t.Context(), name, strings.NewReader(content), Options{}))
	if len(errs) > 0 || len(articles) != 1 {
		t.Fatalf("loading %s: %d articles, %q", name, len(articles), errs)
	}
	return articles[0]
}

func ids(articles []*answer.Article) string {
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, " ")
}

// marked returns the furniture of an article, line breaks as slashes.
func marked(a *answer.Article) []string {
	var out []string
	for _, s := range a.Furniture {
		out = append(out, strings.ReplaceAll(s.Of(a.Text), "\n", "/"))
	}
	return out
}

func TestEachKeepsTheOrderAndGoesOnAfterRefusals(t *testing.T) {
	dir := write(t, map[string]string{"b.txt": "Bees hum.", "a.txt": "Ants walk.", "empty.txt": ""})
	names := []string{filepath.Join(dir, "b.txt"), filepath.Join(dir, "none.txt"), filepath.Join(dir, "empty.txt"), filepath.Join(dir, "a.txt")}
	articles, errs, _ := all(Each(t.Context(), names, Options{}))
	if got := ids(articles); got != "b.txt a.txt" {
		t.Errorf("articles %s", got)
	}
	if len(errs) != 2 || !strings.HasPrefix(errs[0], names[1]+": there is no such file") || !strings.HasPrefix(errs[1], names[2]+": is empty") {
		t.Errorf("errors %q", errs)
	}
}

func TestEachReadsAsManyBytesAsSizeSays(t *testing.T) {
	names := []string{"testdata"}
	var read int64
	for it := range Each(t.Context(), names, Options{}) {
		read += it.Bytes
	}
	if want := Size(names); read != want || want == 0 {
		t.Errorf("read %d bytes of %d", read, want)
	}
}

func TestEachEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for it := range Each(ctx, []string{"testdata", "testdata"}, Options{}) {
		if n++; n == 2 && !errors.Is(it.Err, context.Canceled) {
			t.Errorf("after the cancellation came %+v", it)
		}
		cancel()
	}
	if n != 2 {
		t.Errorf("%d items, of which one after the cancellation", n)
	}
}

func TestEachStopsWhenTheCallerDoes(t *testing.T) {
	for range Each(t.Context(), []string{"testdata/harbour.jsonl", "testdata", "no such file"}, Options{}) {
		break // a further yield would panic
	}
}

func TestStdinIsTakenForWhatItIs(t *testing.T) {
	for _, test := range []struct{ name, input, want string }{
		{"text", "Bees hum.", "stdin"},
		{"lines", `{"text": "Bees hum."}` + "\n" + ` {"id": "x", "text": "Ants walk."}`, "stdin:1 x"},
		{"markdown", "---\ntitle: Bees\n---\nBees hum.", "stdin"},
		{"html", "\n<!DOCTYPE html>" + readFile(t, "testdata/harbour.html"), "stdin"},
		{"zip", zipOf(t, "bees.txt", "Bees hum.", "ants.txt", "Ants walk."), "bees.txt ants.txt"},
	} {
		articles, errs, _ := all(Each(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(test.input)}))
		if got := ids(articles); got != test.want || len(errs) > 0 {
			t.Errorf("%s: %s %q", test.name, got, errs)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"a.txt", "", "is empty"},
		{"a.txt", "\ufeff", "is empty"},
		{"a.txt", " \n\t\u00a0\u200b\n", "nothing but white space"},
		{"a.txt", "caf\xe9 au lait", "is not UTF-8 text (byte 3); save it as UTF-8"},
		{"a.md", "caf\xe9 au lait", "is not UTF-8 text (byte 3); save it as UTF-8"},
		{"a.txt", "\xff\xfeB\x00e\x00", "is UTF-16 text; save it as UTF-8"},
		{"a.txt", "bees\x00hum", "zero byte at 4"},
		{"a.txt", "%PDF-1.4\n\xff", "is a PDF; name it .pdf"},
		{"a.txt", zipOf(t, "b.txt", "b"), "is a zip archive"},
		{"a.txt", strings.Repeat("x", 201), "is larger than 200 B"},
		{"a.png", "\x89PNG", "is of a kind that is not read yet; " + kindsRead + " are"},
		{"a.zip", "no archive", "is no zip archive, or one cut short"},
		{"a.html", "<html><body></body></html>", "has no text that reads as an article"},
		{"a.md", "---\ntitle: [\n---\nBees hum.", "its front matter is not YAML"},
		{"a.jsonl", `{"id": "` + strings.Repeat("x", 100) + `", "text": "Bees hum.", "title": "` + strings.Repeat("x", 300) + `"}`, "a.jsonl:1: is larger than 200 B"},
	} {
		articles, errs, _ := all(Upload(t.Context(), test.name, strings.NewReader(test.content), Options{MaxArticle: 200}))
		if len(articles) > 0 || len(errs) != 1 || !strings.Contains(errs[0], test.want) || strings.Contains(errs[0], "\n") {
			t.Errorf("%s %.20q: %d articles, %q", test.name, test.content, len(articles), errs)
		}
	}
}

// What is made of a great many short lines takes many times its size to store, and would make
// every question slow that has a word of it.
func TestAnArticleHasOnlySoManySentences(t *testing.T) {
	const line = "Bees hum.\n\n"
	for name, content := range map[string]string{
		"a.txt":   strings.Repeat(line, maxSentences+1),
		"b.jsonl": `{"text": "` + strings.Repeat("x\\n", maxSentences+1) + `"}`,
	} {
		articles, errs, _ := all(Upload(t.Context(), name, strings.NewReader(content), Options{}))
		if len(articles) > 0 || len(errs) != 1 || !strings.Contains(errs[0], "more than 300,000 sentences, the most that are read as one article; split it") {
			t.Errorf("%s: %d articles, %q", name, len(articles), errs)
		}
	}
	if a := one(t, "c.txt", strings.Repeat(line, maxSentences)); len(a.Text) != maxSentences*len(line) {
		t.Errorf("an article of %d bytes", len(a.Text))
	}
}

func TestUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := write(t, map[string]string{"a.txt": "Ants walk."})
	if err := os.Chmod(filepath.Join(dir, "a.txt"), 0); err != nil {
		t.Fatal(err)
	}
	_, errs, _ := all(Each(t.Context(), []string{filepath.Join(dir, "a.txt")}, Options{}))
	if len(errs) != 1 || !strings.Contains(errs[0], "may not be read") {
		t.Errorf("errors %q", errs)
	}
}

func TestTextIsKeptToTheByte(t *testing.T) {
	const content = "\r\n  Bees\u00a0hum. \r\n\r\n\tE\u0301te\u0301\u202e x\n"
	for _, name := range []string{"a.txt", "a.md"} {
		if a := one(t, name, "\ufeff"+content); a.Text != content {
			t.Errorf("%s became %q", name, a.Text)
		}
	}
}

func TestTextArticle(t *testing.T) {
	a := one(t, "harbour.txt", readFile(t, "testdata/harbour.txt"))
	want := answer.Article{
		ID: "harbour.txt", Title: "Harbour master resigns over lost crane", Author: "Jane Doe and Joe van Bloggs",
		Source: "Reuters", Published: "2019-03-03", Lang: text.English,
	}
	got := *a
	got.Text, got.Furniture = "", nil
	if !equalFields(got, want) {
		t.Errorf("got %+v", got)
	}
	wantMarked := "Skip to main content|By Jane Doe and Joe van Bloggs, Reuters/Published: Sunday, 3 March 2019 10:15 GMT|Sign up to our newsletter for more news of the coast."
	if m := strings.Join(marked(a), "|"); m != wantMarked {
		t.Errorf("marked %q", m)
	}
}

func equalFields(a, b answer.Article) bool {
	return a.ID == b.ID && a.Title == b.Title && a.Author == b.Author && a.Source == b.Source &&
		a.URL == b.URL && a.Published == b.Published && a.Lang == b.Lang && a.Text == b.Text
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
}
