package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"verbatim/bot/adapter"
)

// impatient returns an api that gives up soon, of a server that answers with h.
func impatient(t *testing.T, h http.HandlerFunc) (a *api, asked *atomic.Int32) {
	t.Helper()
	asked = &atomic.Int32{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		body, err := io.ReadAll(r.Body)
		if err != nil || string(body) != `{"content":"who?"}` || r.Header.Get("Authorization") != "Bot canary" {
			t.Errorf("it got %q, %v, %v", body, r.Header, err)
		}
		h(w, r)
	}))
	t.Cleanup(s.Close)
	a = newAPI(Config{Token: "canary", API: s.URL})
	a.first, a.total = time.Millisecond, 200*time.Millisecond
	return a, asked
}

var posted = request{method: http.MethodPost, path: "/channels/1/messages", body: map[string]string{"content": "who?"}}

func TestRequestsAreRepeatedWhereThatDoesNoHarm(t *testing.T) {
	status := func(n int) http.HandlerFunc { return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(n) } }
	cut := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	page := func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>\n<body>wait</body></html>") }
	limited := func(after string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprintf(w, `{"message":"slow","retry_after":%s,"global":false}`, after)
		}
	}
	for _, c := range []struct {
		name          string
		answer        http.HandlerFunc
		once          bool
		again, unsent bool
		says          string
	}{
		{"taken", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "{}") }, false, false, false, ""},
		{"refused", status(http.StatusForbidden), false, false, false, "status 403"},
		{"redirected", status(http.StatusFound), false, false, false, "status 302"},
		{"a page", page, false, false, false, "is no JSON"},
		{"cut", cut, false, true, true, "EOF"},
		{"cut, to be sent once", cut, true, false, false, "EOF"},
		{"500", status(500), false, true, true, "status 500"},
		{"502", status(502), false, true, true, "status 502"},
		{"502, to be sent once", status(502), true, false, false, "status 502"},
		{"limited", limited("0.01"), true, true, true, "retry after"},
		{"limited for long", limited("3600"), false, false, true, "retry after"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, asked := impatient(t, c.answer)
			q := posted
			q.once = c.once
			var out struct{}
			err := a.do(t.Context(), q, &out)
			if again := asked.Load() > 1; again != c.again || errors.As(err, new(adapter.Unsent)) != c.unsent {
				t.Errorf("it was sent %d times: %v", asked.Load(), err)
			}
			said := fmt.Sprint(err)
			if !strings.Contains(said, c.says) || c.says == "" && err != nil || strings.ContainsAny(said, "\n") || strings.Contains(said, "canary") {
				t.Errorf("the error is %q", said)
			}
		})
	}
}

func TestWhereNobodyListensTheErrorTellsNoToken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	a := newAPI(Config{Token: "canary", API: "http://" + l.Addr().String()})
	a.first, a.total = time.Millisecond, 10*time.Millisecond
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	err = a.do(t.Context(), request{method: http.MethodPost, path: "/interactions/1/canary/callback", open: true, once: true}, nil)
	if !errors.As(err, new(adapter.Unsent)) || strings.Contains(err.Error(), "canary") {
		t.Errorf("the error is %v", err)
	}
}

func TestALimitHoldsBackItsRouteAndAGlobalOneAll(t *testing.T) {
	for _, global := range []bool{false, true} {
		t.Run(fmt.Sprint(global), func(t *testing.T) {
			a, asked := impatient(t, func(w http.ResponseWriter, r *http.Request) {
				if strings.Contains(r.URL.Path, "/1/") {
					w.WriteHeader(http.StatusTooManyRequests)
					fmt.Fprintf(w, `{"retry_after":3600,"global":%v}`, global)
				}
			})
			if err := a.do(t.Context(), posted, nil); !errors.As(err, new(adapter.Unsent)) {
				t.Fatalf("the error is %v", err)
			}
			within := func(long time.Duration, q request) error {
				ctx, cancel := context.WithTimeout(t.Context(), long)
				defer cancel()
				return a.do(ctx, q, nil)
			}
			if err := within(50*time.Millisecond, posted); !errors.As(err, new(adapter.Unsent)) || asked.Load() != 1 {
				t.Errorf("after %d requests the error is %v", asked.Load(), err)
			}
			other := posted
			other.path = "/channels/2/messages"
			long := time.Minute // which it does not take
			if global {
				long = 50 * time.Millisecond
			}
			if err := within(long, other); errors.As(err, new(adapter.Unsent)) != global {
				t.Errorf("of another route the error is %v", err)
			}
		})
	}
}

func TestNoLimitIsKeptForEver(t *testing.T) {
	l := newLimits()
	for i := range 10 * manyRoutes {
		leave, err := l.enter(t.Context(), fmt.Sprint("POST/interactions/", i), false)
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
	if n := len(l.routes); n > manyRoutes {
		t.Errorf("%d routes are kept", n)
	}
}

func TestRoutes(t *testing.T) {
	for path, want := range map[string]string{
		"/channels/12/messages":                 "GET/channels/12/messages",
		"/channels/12/messages/34/threads":      "GET/channels/12/messages//threads",
		"/guilds/12/members/34?x=1":             "GET/guilds/12/members/",
		"/webhooks/12/token/messages/@original": "GET/webhooks/12/token/messages/@original",
		"/gateway/bot":                          "GET/gateway/bot",
	} {
		if got := routeOf("GET", path); got != want {
			t.Errorf("%s is of %s, want %s", path, got, want)
		}
	}
}

func TestAUsedUpRouteIsNotTriedBeforeItsTime(t *testing.T) {
	a, asked := impatient(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-RateLimit-Remaining", "0")
		w.Header().Set("X-RateLimit-Reset-After", "3600")
	})
	if err := a.do(t.Context(), posted, nil); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if err := a.do(ctx, posted, nil); !errors.As(err, new(adapter.Unsent)) || asked.Load() != 1 {
		t.Errorf("after %d requests the error is %v", asked.Load(), err)
	}
}

// Discord keeps out for a while whoever goes on with what it refuses: 10,000 times in ten
// minutes, whichever server's fault that is.
func TestTooManyRefusalsHoldTheWholeBotBack(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		scope  string
		counts bool
	}{
		"not allowed":           {status: http.StatusForbidden, counts: true},
		"a bad token":           {status: http.StatusUnauthorized, counts: true},
		"too much":              {status: http.StatusTooManyRequests, scope: "user", counts: true},
		"too much, with others": {status: http.StatusTooManyRequests, scope: "shared"},
		"not there":             {status: http.StatusNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			a, asked := impatient(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("X-RateLimit-Scope", c.scope)
				w.WriteHeader(c.status)
				io.WriteString(w, `{"retry_after":0}`)
			})
			a.total = 0 // each is sent until its time is over
			a.limits.refusals = rate.NewLimiter(rate.Every(time.Hour), 3)
			q := posted
			for i := range 5 {
				q.path = fmt.Sprintf("/channels/%d/messages", i)
				ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
				if err := a.do(ctx, q, nil); err == nil {
					t.Error("it is not refused")
				}
				cancel()
			}
			if n := asked.Load(); c.counts && n > 4 || !c.counts && n < 5 {
				t.Errorf("%d requests are sent", n)
			}
		})
	}
}

func TestWhatIsRefusedInTenMinutesIsLessThanDiscordAllows(t *testing.T) {
	if most := refusalsAtOnce + refusalsASecond*600; most > 9000 {
		t.Errorf("it may be %d requests", most)
	}
}
