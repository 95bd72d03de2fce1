package load

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestAddress(t *testing.T) {
	pages := map[string]struct{ contentType, body string }{
		"/crane":    {"text/html; charset=utf-8", readFile(t, "testdata/harbour.html")},
		"/latin":    {"text/html; charset=iso-8859-1", "<html><body><article><p>" + strings.Repeat("Le caf\xe9 du port est ferm\xe9 depuis dimanche, dit le maire. ", 8) + "</p></article></body></html>"},
		"/a.txt":    {"text/plain", "Ants walk."},
		"/b.jsonl":  {"text/plain", `{"text": "Bees hum."}`},
		"/c.md":     {"application/octet-stream", "# Cats\n\nCats purr."},
		"/d.zip":    {"application/zip", zipOf(t, "dogs.txt", "Dogs bark.")},
		"/bare":     {"", "Owls see."},
		"/e.pdf":    {"application/pdf", "%PDF-1.4"},
		"/large":    {"text/plain", strings.Repeat("x", 1<<16)},
		"/nothing":  {"text/plain", ""},
		"/json.php": {"application/json", `{"id": "j", "text": "Jays call."}`},
	}
	var agent string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent() + r.Header.Get("Cookie")
		p, ok := pages[r.URL.Path]
		var hops int
		switch n, _ := fmt.Sscanf(r.URL.Path, "/hop/%d", &hops); {
		case n == 1 && hops > 1:
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
			http.Redirect(w, r, fmt.Sprintf("/hop/%d", hops-1), http.StatusFound)
		case n == 1:
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
		{"/hop/5", "URL", ""},
		{"/hop/6", "", "redirects more than 5 times"},
		{"/e.pdf", "", "is application/pdf, which is not read yet"},
		{"/large", "", "is larger than 64 KiB"},
		{"/nothing", "", "is empty"},
		{"/gone", "", "the server answers 404 Not Found"},
	} {
		name := server.URL + test.path
		articles, errs, _ := all(Each(t.Context(), []string{name}, Options{MaxArticle: 1<<16 - 1}))
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
	if agent != userAgent {
		t.Errorf("sent %q", agent)
	}
}

func TestAddressInAnotherCharset(t *testing.T) {
	page := "<html><body><article><p>" + strings.Repeat("Le caf\xe9 du port est ferm\xe9 depuis dimanche, dit le maire. ", 8) + "</p></article></body></html>"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		_, _ = w.Write([]byte(page))
	}))
	defer server.Close()
	articles, errs, _ := all(Each(t.Context(), []string{server.URL}, Options{}))
	if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "Le café du port est fermé") {
		t.Errorf("%d articles, %q", len(articles), errs)
	}
}

func TestAddressThatCannotBe(t *testing.T) {
	dead := httptest.NewServer(http.NotFoundHandler())
	dead.Close()
	for name, want := range map[string]string{
		"ftp://coast.example/a.txt": "is not an address of the web",
		"http://":                   "is not an address of the web",
		"http://%zz/":               "is not an address of the web",
		dead.URL:                    "cannot be reached",
	} {
		_, errs, _ := all(Each(t.Context(), []string{name}, Options{}))
		if len(errs) != 1 || !strings.Contains(errs[0], want) {
			t.Errorf("%s: %q", name, errs)
		}
	}
}

func TestServerThatFallsSilent(t *testing.T) {
	for _, started := range []bool{false, true} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if started {
				_, _ = w.Write([]byte("Ants"))
				_ = http.NewResponseController(w).Flush()
			}
			<-r.Context().Done()
		}))
		var errs []string
		l := newLoader(t.Context(), Options{}, func(it Item) bool {
			errs = append(errs, it.Err.Error())
			return true
		})
		l.patience = 50 * time.Millisecond
		l.named(server.URL)
		if len(errs) != 1 || !strings.Contains(errs[0], "the server does not answer") {
			t.Errorf("started %v: errors %q", started, errs)
		}
		server.Close()
	}
}
