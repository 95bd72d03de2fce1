package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// loopback are the rules under which the servers of the tests may be asked.
func loopback(t *testing.T) *Rules { return ruled(t, "+127.0.0.1") }

// serve starts a server with what stands at its paths.
func serve(t *testing.T, at map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h, ok := at[r.URL.Path]; ok {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) }
}

func answers(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }
}

func leadsTo(address string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
		w.Header().Set("Location", address)
		w.WriteHeader(http.StatusFound)
	}
}

// fetch gets an address and reads it to its end.
func fetch(ctx context.Context, c *Client, address string) (string, error) {
	page, err := c.Get(ctx, address)
	if err != nil {
		return "", err
	}
	defer page.Close()
	body, err := io.ReadAll(page)
	return string(body), err
}

func TestGet(t *testing.T) {
	var seen *http.Request
	server := serve(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			seen = r
			w.Header().Set("Content-Type", "text/plain; charset=x")
			_, _ = io.WriteString(w, "Ants walk.")
		},
		"/b": leadsTo("/deep/c"), "/deep/c": leadsTo("../a?d=e"),
	})
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1")
	page, err := New(loopback(t)).Get(t.Context(), server.URL+"/b")
	if err != nil {
		t.Fatal(err)
	}
	defer page.Close()
	if body, err := io.ReadAll(page); string(body) != "Ants walk." || err != nil {
		t.Errorf("read %q, %v", body, err)
	}
	if page.URL.String() != server.URL+"/a?d=e" || page.ContentType != "text/plain; charset=x" {
		t.Errorf("at %s of %s", page.URL, page.ContentType)
	}
	if seen.UserAgent() != userAgent || seen.Header.Get("Cookie")+seen.Referer() != "" || seen.Header.Get("Accept") != accept {
		t.Errorf("sent %v", seen.Header)
	}
}

func TestRefusedByTheServer(t *testing.T) {
	at := map[string]http.HandlerFunc{
		"/gone": answers(http.StatusGone), "/away": leadsTo("ftp://coast.example/"), "/ann": leadsTo("http://ann:crane@127.0.0.1/"),
		"/none": answers(http.StatusFound), "/far": leadsTo("http://%zz/"), "/long": leadsTo("/" + strings.Repeat("a", longestAddress)),
		"/robots.txt": says("User-agent: verbatim\nDisallow: /kept"), "/round": leadsTo("/kept/a"),
		"/short": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "9")
			_, _ = w.Write([]byte("Ants"))
		},
		"/packed": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write([]byte("Ants"))
		},
	}
	for i := range maxRedirects + 1 {
		at[fmt.Sprint("/hop", i+1)] = leadsTo(fmt.Sprint("/hop", i))
	}
	at["/hop0"] = says("Ants walk.")
	server := serve(t, at)
	closed := httptest.NewServer(nil)
	closed.Close()
	for _, test := range []struct{ at, want string }{
		{"/hop5", ""},
		{"/hop6", errRedirects.Error()},
		{"/gone", "the server answers 410 Gone; open it in a browser"},
		{"/none", "the server answers 302 Found; open it in a browser"},
		{"/away", errAddress.Error()},
		{"/far", errAddress.Error()},
		{"/long", errAddress.Error()},
		{"/ann", errCredentials.Error()},
		{"/kept", errRobots.Error()},
		{"/round", errRobots.Error()},
		{"/short", errBroken.Error()},
		{"/packed", errBroken.Error()},
		{closed.URL, errUnreachable.Error()},
	} {
		address := server.URL + test.at
		if strings.Contains(test.at, "://") {
			address = test.at
		}
		_, err := fetch(t.Context(), New(loopback(t)), address)
		if (err == nil) != (test.want == "") || err != nil && (!strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "127.0.0.1")) {
			t.Errorf("%s: %v", test.at, err)
		}
	}
}

func TestRobotsOfASite(t *testing.T) {
	for _, test := range []struct {
		name   string
		robots http.HandlerFunc
		want   error
	}{
		{"none", answers(http.StatusNotFound), nil},
		{"not for us", answers(http.StatusForbidden), nil},
		{"failing", answers(http.StatusServiceUnavailable), errNoRobots},
		{"busy", answers(http.StatusTooManyRequests), errNoRobots},
		{"elsewhere", leadsTo("/elsewhere"), errRobots},
		{"going round", leadsTo("/robots.txt"), nil},
		{"on a private host", leadsTo("http://127.0.0.2/"), errNotPublic},
		{"no end to it", says(strings.Repeat("# and so on\n", maxRobots/8) + "User-agent: *\nDisallow: /"), nil},
	} {
		asked := 0
		server := serve(t, map[string]http.HandlerFunc{
			"/a": says("Ants walk."), "/b": says("Bees hum."), "/elsewhere": says("User-agent: *\nDisallow: /"),
			"/robots.txt": func(w http.ResponseWriter, r *http.Request) { asked++; test.robots(w, r) },
		})
		c := New(loopback(t))
		for _, path := range []string{"/a", "/b"} {
			if _, err := fetch(t.Context(), c, server.URL+path); err != test.want {
				t.Errorf("%s: %s: %v", test.name, path, err)
			}
		}
		if asked != 1 && test.name != "going round" {
			t.Errorf("%s: asked %d times", test.name, asked)
		}
	}
}

func TestBomb(t *testing.T) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = z.Write(make([]byte, 1<<20))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	server := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bytes.Repeat(packed.Bytes(), maxBody>>20+1))
	}})
	page, err := New(loopback(t)).Get(t.Context(), server.URL+"/")
	if err != nil {
		t.Fatal(err)
	}
	defer page.Close()
	if n, err := io.Copy(io.Discard, page); err != errLarge || n > maxBody {
		t.Errorf("%d bytes of %d: %v", n, packed.Len(), err)
	}
}

func TestServerThatFallsSilent(t *testing.T) {
	falls := func(before string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, before)
			if before != "" {
				_ = http.NewResponseController(w).Flush()
			}
			<-r.Context().Done()
		}
	}
	server := serve(t, map[string]http.HandlerFunc{"/a": falls(""), "/b": falls("Ants")})
	for _, path := range []string{"/a", "/b"} {
		c := New(loopback(t))
		c.patience = 50 * time.Millisecond
		if _, err := fetch(t.Context(), c, server.URL+path); err != errSilent {
			t.Errorf("%s: %v", path, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := fetch(ctx, New(loopback(t)), server.URL+"/a"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestCertificateNobodyKnows(t *testing.T) {
	server := httptest.NewUnstartedServer(says("Ants walk."))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	if _, err := fetch(t.Context(), New(loopback(t)), server.URL); err != errCertificate {
		t.Errorf("%v", err)
	}
}
