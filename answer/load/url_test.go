package load

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"verbatim/answer/load/web"
)

// loopback are the rules under which the servers of the tests may be asked.
func loopback(t *testing.T) *web.Rules {
	t.Helper()
	r := &web.Rules{}
	if err := r.Allow("127.0.0.1"); err != nil {
		t.Fatal(err)
	}
	return r
}

// latin is a page whose server has to say in which character set it is.
var latin = "<html><body><article><p>" + strings.Repeat("Le caf\xe9 du port est ferm\xe9 depuis dimanche, dit le maire. ", 8) + "</p></article></body></html>"

func TestAddress(t *testing.T) {
	pages := map[string]struct{ contentType, body string }{
		"/crane":      {"text/html; charset=utf-8", readFile(t, "testdata/harbour.html")},
		"/latin":      {"text/html; charset=iso-8859-1", latin},
		"/a.txt":      {"text/plain", "Ants walk."},
		"/b.jsonl":    {"text/plain", `{"text": "Bees hum."}`},
		"/c.md":       {"application/octet-stream", "# Cats\n\nCats purr."},
		"/d.zip":      {"application/zip", zipOf(t, "dogs.txt", "Dogs bark.")},
		"/bare":       {"", "Owls see."},
		"/e.bin":      {"application/x-crane", "\x7fcrane"},
		"/large":      {"text/plain", strings.Repeat("x", 1<<16)},
		"/nothing":    {"text/plain", ""},
		"/json.php":   {"application/json", `{"id": "j", "text": "Jays call."}`},
		"/robots.txt": {"text/plain", "User-agent: *\nDisallow: /kept"},
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, ok := pages[r.URL.Path]
		switch {
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/a.txt", http.StatusFound)
		case !ok:
			http.NotFound(w, r)
		default:
			w.Header()["Content-Type"] = []string{p.contentType}
			_, _ = w.Write([]byte(p.body))
		}
	}))
	defer server.Close()

	for _, test := range []struct{ path, id, err string }{
		{"/crane", "URL", ""},
		{"/latin", "URL", ""},
		{"/a.txt", "URL", ""},
		{"/b.jsonl", "URL:1", ""},
		{"/c.md", "URL", ""},
		{"/d.zip", "dogs.txt", ""},
		{"/bare", "URL", ""},
		{"/json.php", "j", ""},
		{"/moved", "URL", ""},
		{"/kept/a", "", "the site asks programs not to read that page"},
		{"/e.bin", "", "is application/x-crane, which is not read yet"},
		{"/large", "", "is larger than 64 KiB"},
		{"/nothing", "", "is empty"},
		{"/gone", "", "the server answers 404 Not Found"},
	} {
		name := server.URL + test.path
		articles, errs, _ := all(Each(t.Context(), []string{name}, Options{MaxArticle: 1<<16 - 1, Web: loopback(t)}))
		if got := strings.ReplaceAll(ids(articles), name, "URL"); got != test.id {
			t.Errorf("%s: articles %s, %q", test.path, got, errs)
		}
		if test.err != "" && (len(errs) != 1 || !strings.HasPrefix(errs[0], name+": ") || !strings.Contains(errs[0], test.err)) {
			t.Errorf("%s: errors %q", test.path, errs)
		}
		for _, a := range articles {
			if a.URL == "" {
				t.Errorf("%s: no URL", test.path)
			}
		}
	}
}

func TestAddressInAnotherCharset(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		_, _ = w.Write([]byte(latin))
	}))
	defer server.Close()
	articles, errs, _ := all(Each(t.Context(), []string{server.URL}, Options{Web: loopback(t)}))
	if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "Le café du port est fermé") {
		t.Errorf("%d articles, %q", len(articles), errs)
	}
}

// Without a word of the operator a host that is not public is not asked, on the command line as well.
func TestAddressOfThisMachine(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("asked") }))
	defer server.Close()
	for name, want := range map[string]string{
		server.URL:                  "is of no host that can be found on the public web",
		"ftp://coast.example/a.txt": "is not an address of the web",
	} {
		_, errs, _ := all(Each(t.Context(), []string{name}, Options{}))
		if len(errs) != 1 || !strings.HasPrefix(errs[0], name+": "+want) {
			t.Errorf("%s: %q", name, errs)
		}
	}
}
