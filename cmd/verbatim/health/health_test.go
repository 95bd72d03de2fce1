package health

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"verbatim/bot/vitals"
	"verbatim/store"
)

// open returns a database in which something was written, and where it is.
func open(t *testing.T, o store.Options) (*store.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "verbatim.db")
	db, err := store.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() }) // which a test may have done
	if err := put(db, 0); err != nil {
		t.Fatal(err)
	}
	return db, path
}

// put writes the next value, of 100 KiB.
func put(db *store.DB, next int) error {
	return db.Tenant("someone").Update(func(tx *store.Tx) error {
		return tx.Put(fmt.Appendf(nil, "%06d", next), make([]byte, 100<<10))
	})
}

func TestADatabaseThatIsOfNoUseIsTold(t *testing.T) {
	damage := fmt.Errorf("article secret.txt: %w", store.ErrCorrupt)
	for _, test := range []struct {
		name string
		do   func(*vitals.Vitals, *store.DB)
		want string
	}{
		{"sound", func(*vitals.Vitals, *store.DB) {}, "ok"},
		{"closed", func(_ *vitals.Vitals, db *store.DB) { db.Close() }, "cannot be read"},
		{"damage was come upon", func(v *vitals.Vitals, _ *store.DB) { v.Damaged() }, "run verbatim check"},
		{"the last write failed", func(v *vitals.Vitals, _ *store.DB) { v.Stored(errors.New("secret")) }, "cannot be read and written"},
		{"the last write went well", func(v *vitals.Vitals, _ *store.DB) { v.Stored(damage); v.Stored(nil) }, "ok"},
		{"the last write found no room", func(v *vitals.Vitals, _ *store.DB) { v.Stored(store.ErrFull) }, "ok"}, // which the disk tells
	} {
		t.Run(test.name, func(t *testing.T) {
			v := vitals.New()
			db, _ := open(t, store.Options{})
			test.do(v, db)
			holds(t, Database(v, db), test.want, test.want == "ok")
		})
	}
}

// holds holds a check to say something, and nothing secret.
func holds(t *testing.T, c Check, want string, good bool) {
	t.Helper()
	ready, says := new(looks).at(t.Context(), []Check{c})
	if ready != good || !strings.Contains(says, want) || strings.Contains(says, "secret") || strings.Count(says, "\n") != 1 {
		t.Errorf("it is ready: %t, and says %q, want %q", ready, says, want)
	}
}

func TestAFullDiskIsTold(t *testing.T) {
	v := vitals.New()
	db, path := open(t, store.Options{})
	holds(t, Disk(v, db, path), "iB free", true)
	v.Stored(fmt.Errorf("secret: %w", store.ErrFull))
	holds(t, Disk(v, db, path), "full", false)

	limited, path := open(t, store.Options{MaxSize: 8 << 20})
	v = vitals.New()
	holds(t, Disk(v, limited, path), "iB free", true)
	var err error
	for next := 1; err == nil; next++ {
		err = put(limited, next)
	}
	if !errors.Is(err, store.ErrFull) {
		t.Fatal(err)
	}
	holds(t, Disk(v, limited, path), "--max-size", false)
}

// A bot that is sent nothing as long as it is not ready would never find out that it can write again.
func TestAWriteThatFailedIsNotToldForEver(t *testing.T) {
	for _, failed := range []error{store.ErrFull, errors.New("secret")} {
		synctest.Test(t, func(t *testing.T) {
			v := vitals.New()
			db, path := open(t, store.Options{})
			v.Stored(failed)
			both := []Check{Database(v, db), Disk(v, db, path)}
			if ready, says := new(looks).at(t.Context(), both); ready {
				t.Errorf("at once after %v it says %s", failed, says)
			}
			time.Sleep(lasts)
			if ready, says := new(looks).at(t.Context(), both); !ready {
				t.Errorf("long after %v it says %s", failed, says)
			}
		})
	}
}

func TestAChatThatIsAwayIsTold(t *testing.T) {
	v := vitals.New()
	chat := v.Chat("discord")
	clean := func(s string) string { return strings.ReplaceAll(s, "secret", "[redacted]") }
	if len(Chats(v, clean)) > 0 {
		t.Error("a chat is checked in which nobody wants the bot")
	}
	chat.Begin(t.Context())
	tells := func(want string, good bool) {
		t.Helper()
		holds(t, Chats(v, clean)[0], want, good)
	}
	tells("discord: no connection for 0s\n", false)
	links := []*vitals.Link{chat.Link(), chat.Link()}
	links[0].Opened()
	tells("discord: 1 of 2 connections are there", false)
	links[1].Opened()
	tells("discord: connected\n", true)
	for _, step := range []struct {
		part int
		why  error
		news bool
	}{{1, errors.New("revoked:\n\tsecret"), true}, {1, errors.New("revoked too"), false}, {0, nil, false}} {
		if chat.Bar(step.part, step.why) != step.news {
			t.Errorf("%+v is not taken as it is", step)
		}
	}
	tells("discord: connected, but revoked too\n", false)
	chat.Bar(0, errors.New("secret"))
	tells("discord: connected, but [redacted] revoked too\n", false)
	chat.Bar(0, nil)
	chat.Bar(1, nil)
	tells("discord: connected\n", true)
	chat.Failed(errors.New("cut:\n\tsecret"))
	links[1].Closed()
	tells(": cut: [redacted]\n", false)
	chat.End()
	if len(Chats(v, clean)) > 0 {
		t.Error("a chat is checked that the bot has left")
	}
}

func TestWhatHangsIsNotWaitedFor(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	release := make(chan struct{})
	var l looks
	var begun atomic.Int32
	slow := []Check{{"disk", func() (string, error) { begun.Add(1); <-release; return "free", nil }}}
	for range 10 {
		if ready, says := l.at(ctx, slow); ready || says != "disk: no answer within 2s\n" {
			t.Errorf("it is ready: %t, and says %q", ready, says)
		}
	}
	close(release)
	if ready, says := l.at(t.Context(), slow); !ready || says != "disk: free\n" {
		t.Errorf("once the disk answers it says %q", says)
	}
	if n := begun.Load(); n > 2 { // the one that hung, and another once that was over
		t.Errorf("%d looks were begun at what hangs", n)
	}
}

func TestPages(t *testing.T) {
	good := Check{"sky", func() (string, error) { return "clear", nil }}
	bad := Check{"sea", func() (string, error) { return "", errors.New("rough") }}
	for _, test := range []struct {
		method, path string
		checks       []Check
		status       int
		says         string
	}{
		{"GET", "/healthz", []Check{bad}, 200, "ok\n"},
		{"GET", "/readyz", []Check{good}, 200, "sky: clear\n"},
		{"GET", "/readyz", []Check{good, bad}, 503, "sky: clear\nsea: rough\n"},
		{"GET", "/metrics", nil, 200, ""},
		{"POST", "/readyz", nil, 405, ""},
		{"GET", "/", nil, 404, ""},
	} {
		w := httptest.NewRecorder()
		Handler(vitals.New(), func() []Check { return test.checks }).ServeHTTP(w, httptest.NewRequest(test.method, test.path, nil))
		if w.Code != test.status || test.says != "" && w.Body.String() != test.says {
			t.Errorf("%s %s is answered with %d: %s", test.method, test.path, w.Code, w.Body)
		}
	}
}

func TestAsk(t *testing.T) {
	red := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, r.URL.Path, http.StatusServiceUnavailable)
	}))
	defer red.Close()
	at := red.Listener.Addr().String()
	_, port, _ := strings.Cut(at, ":")
	for _, address := range []string{at, ":" + port, "0.0.0.0:" + port} {
		if ready, says, err := Ask(t.Context(), address); ready || says != "/readyz\n" || err != nil {
			t.Errorf("%s says %q, %t, %v", address, says, ready, err)
		}
	}
	for _, address := range []string{"", "8080", "localhost", "[::1"} {
		if _, _, err := Ask(t.Context(), address); err == nil || !strings.Contains(err.Error(), "--http") {
			t.Errorf("%q is taken: %v", address, err)
		}
	}
}
