package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store/storetest"
)

// part is an archive of an export in memory.
type part struct {
	bytes.Buffer
	closed bool
}

func (p *part) Close() error {
	p.closed = true
	return nil
}

// export returns the archives of an export, each at most so many bytes.
func export(t *testing.T, l *answer.Library, most int64) (parts []*part) {
	t.Helper()
	n, err := l.Export(t.Context(), most, func(n int) (io.WriteCloser, error) {
		parts = append(parts, &part{})
		if n != len(parts) {
			t.Errorf("part %d is called %d", len(parts), n)
		}
		return parts[n-1], nil
	})
	if size, serr := l.Size(t.Context()); err != nil || serr != nil || n != size {
		t.Fatalf("exported %d of %d articles: %v, %v", n, size, err, serr)
	}
	for i, p := range parts {
		if !p.closed || most > 0 && int64(p.Len()) > most {
			t.Errorf("part %d has %d bytes of %d, closed: %t", i+1, p.Len(), most, p.closed)
		}
	}
	return parts
}

func library(t *testing.T) *answer.Library {
	t.Helper()
	l, err := answer.Open(storetest.Open(t).Tenant("t"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// store loads what an upload yields, and puts it into its collections.
func store(t *testing.T, l *answer.Library, name string, r io.Reader) {
	t.Helper()
	for item := range Upload(t.Context(), name, r, Options{}) {
		if item.Err != nil || item.Article == nil {
			t.Fatalf("%s: %v %s", item.Name, item.Err, item.Note)
		}
		_, err := l.Add(t.Context(), item.Article)
		for _, collection := range item.Collections {
			err = errors.Join(err, l.Collect(t.Context(), collection, item.Article.ID))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// articlesIn returns the articles of a library, in the order they were loaded.
func articlesIn(t *testing.T, l *answer.Library) (all []answer.Article) {
	t.Helper()
	for a, err := range l.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *a)
	}
	return all
}

func TestAnExportLoadedGivesTheSameLibrary(t *testing.T) {
	from := library(t)
	store(t, from, "page.html", strings.NewReader(readFile(t, "testdata/harbour.html")))
	store(t, from, "news.txt", strings.NewReader("News\nSport\nWeather\n\nThe harbour is deep\nBy Jane Doe\n\nThe harbour is deep enough for ferries, they say.\r\n\r\nSubscribe to our newsletter\n"))
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		if _, err := from.Add(t.Context(), randomArticle(random, n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(from.Collect(t.Context(), "Près", "article 3", "article 4"), from.Collect(t.Context(), "All of it", "article 3", "news.txt")); err != nil {
		t.Fatal(err)
	}
	want := articlesIn(t, from)
	if !slices.ContainsFunc(want, func(a answer.Article) bool { return len(a.Furniture) > 0 }) {
		t.Error("no article has furniture: the test shows less than it should")
	}
	for _, most := range []int64{0, 3000, 100_000} {
		parts := export(t, from, most)
		if one := most != 3000; one != (len(parts) == 1) {
			t.Errorf("%d parts of at most %d bytes", len(parts), most)
		}
		to := library(t)
		for i, p := range parts {
			store(t, to, fmt.Sprintf("part-%d.zip", i+1), &p.Buffer)
		}
		got := articlesIn(t, to)
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || !reflect.DeepEqual(got[i], want[i]) {
				t.Fatalf("article %d of %d became another: %+v, want %+v", i, len(want), got[i], want[i])
			}
		}
		if c, err := to.CollectionsOf(t.Context(), "article 3"); err != nil || !slices.Equal(c, []string{"All of it", "Près"}) {
			t.Errorf("collections %q, %v", c, err)
		}
	}
}

// randomArticle returns an article such as one that was loaded and then corrected by hand:
// no rule would read its fields and furniture off its text.
func randomArticle(random *rand.Rand, n int) *answer.Article {
	scraps := []string{"Menu", "Subscribe now", "By Jane Doe", "2019-03-04", "The harbour is deep. ", "\n", "\r\n\n", "\t", "é", "\u2028", "<b>&", `"\"`, "\x01\x1b", "🙂"}
	a := &answer.Article{ID: fmt.Sprint("article ", n), Text: "x"}
	for range random.IntN(60) {
		a.Text += scraps[random.IntN(len(scraps))]
	}
	for _, f := range []*string{&a.Title, &a.Author, &a.Source, &a.URL} {
		if random.IntN(2) == 0 {
			*f = []string{"The Coast", "https://coast.example/é?a=1&b=<2>", "“Hm” \"no\""}[random.IntN(3)]
		}
	}
	a.Published = []string{"", "2019", "2019-03", "2019-03-04"}[random.IntN(4)]
	a.Lang = []text.Lang{"", text.English, text.Russian}[random.IntN(3)]
	if random.IntN(3) == 0 {
		a.Furniture = []text.Span{{Start: 0, End: 1}}
	}
	return a
}

func TestAnExportThatFailsSaysWhy(t *testing.T) {
	l := library(t)
	store(t, l, "a.txt", strings.NewReader(randomWords(4000)))
	parts := 0
	open := func(int) (io.WriteCloser, error) { parts++; return &part{}, nil }
	if n, err := l.Export(t.Context(), 2000, open); err == nil || !strings.Contains(err.Error(), "a.txt") || n != 0 {
		t.Errorf("an article larger than a part: %d exported, %v", n, err)
	}
	full := errors.New("disk full")
	if _, err := l.Export(t.Context(), 0, func(int) (io.WriteCloser, error) { return nil, full }); !errors.Is(err, full) {
		t.Errorf("a part that cannot be opened: %v", err)
	}
	if _, err := l.Export(t.Context(), 0, func(int) (io.WriteCloser, error) { return &fullDisk{full}, nil }); !errors.Is(err, full) {
		t.Errorf("a part that cannot be written: %v", err)
	}
	parts = 0
	if n, err := library(t).Export(t.Context(), 0, open); n != 0 || err != nil || parts != 0 {
		t.Errorf("an empty library: %d articles in %d parts, %v", n, parts, err)
	}
}

func randomWords(n int) string {
	random := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "%x ", random.Uint32())
	}
	return b.String()
}

type fullDisk struct{ error }

func (d *fullDisk) Write([]byte) (int, error) { return 0, d.error }
func (d *fullDisk) Close() error              { return nil }

func TestFurnitureThatDoesNotFitIsReadOffTheText(t *testing.T) {
	const body = "News\nSport\nWeather\n\nThe harbour is deep\n\nThe harbour is deep enough for ferries, é, they say.\n"
	read := one(t, "a.jsonl", fmt.Sprintf(`{"text": %q}`, body))
	if len(read.Furniture) == 0 || read.Title == "" {
		t.Fatalf("nothing is read off the text: %+v", read)
	}
	at := strings.Index(body, "é")
	for furniture, stored := range map[string]bool{
		`[]`: true, `[[0, 4]]`: true, `[[0, 4], [5, 10]]`: true, fmt.Sprintf(`[[%d, %d]]`, at, at+2): true,
		`null`: false, `"menu"`: false, `[[4, 0]]`: false, `[[-1, 4]]`: false, `[[0, 400]]`: false, `[[5, 10], [0, 4]]`: false,
		`[[0, 5], [4, 8]]`: false, `[["a", 2]]`: false, fmt.Sprintf(`[[%d, %d]]`, at, at+1): false,
	} {
		a := one(t, "a.jsonl", fmt.Sprintf(`{"text": %q, "furniture": %s, "collections": 7}`, body, furniture))
		if kept := a.Title == ""; kept != stored || !stored && !slices.Equal(a.Furniture, read.Furniture) {
			t.Errorf("%s: %+v", furniture, a)
		}
	}
}
