package slack

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cenkalti/backoff/v5"

	"verbatim/bot/adapter"
)

// impatient is a courier that gives up soon.
var impatient = courier{first: time.Millisecond, each: tryTime, total: 100 * time.Millisecond, held: newHolds()}

// sent posts to a handler and returns how often that was asked, and the error.
func sent(t *testing.T, c courier, h http.HandlerFunc) (times int32, err error) {
	t.Helper()
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.ParseForm() != nil || r.PostForm.Get("text") != "who?" {
			t.Errorf("it got %v", r.PostForm)
		}
		h(w, r)
	}))
	defer s.Close()
	resp, err := (&http.Client{Transport: c, CheckRedirect: adapter.NoRedirect}).PostForm(s.URL, url.Values{"text": {"who?"}})
	if err == nil {
		resp.Body.Close()
	}
	return asked.Load(), err
}

func TestTheCourierTriesAgainOnlyWhatDidNotArrive(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer http.HandlerFunc
		again  bool
		unsent bool
	}{
		{"taken", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok")) }, false, false},
		{"refused", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(`{"ok":false,"error":"invalid_blocks"}`)) }, false, false},
		{"not found", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) }, false, false},
		{"redirected", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "http://127.0.0.1:1/")
			w.WriteHeader(http.StatusTemporaryRedirect)
		}, false, false},
		{"cut", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, false, false},
		{"shortened", func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte(`{"ok":true,"response_metadata":{"warnings":["message_truncated"]}}`))
		}, false, false},
		{"broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, true, true},
		{"waited for in vain, by a gateway", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGatewayTimeout) }, false, false},
		{"too much, in so many words", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(`{"ok":false,"error":"ratelimited"}`)) }, true, true},
		{"too much, for longer than it tries", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		}, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			times, err := sent(t, impatient, c.answer)
			if again := times > 1; again != c.again || errors.As(err, new(adapter.Unsent)) != c.unsent {
				t.Errorf("it was sent %d times: %v", times, err)
			}
		})
	}
}

// What does no harm done twice is, where its answer is lost: looking something up, or putting
// the same into the same place.
func TestTheCourierRepeatsWhatMayHaveArrivedWhereThatDoesNoHarm(t *testing.T) {
	for method, again := range map[string]bool{
		"users.info": true, "chat.update": true, "views.publish": true, "chat.postMessage": false, "chat.postEphemeral": false, "views.open": false,
	} {
		var asked atomic.Int32
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if asked.Add(1) == 1 {
				panic(http.ErrAbortHandler)
			}
			w.Write([]byte(`{"ok":true}`))
		}))
		resp, err := (&http.Client{Transport: impatient}).PostForm(s.URL+"/api/"+method, url.Values{"user": {"U1"}})
		if err == nil {
			resp.Body.Close()
		}
		if s.Close(); (err == nil) != again || again != (asked.Load() == 2) {
			t.Errorf("%s is sent %d times: %v", method, asked.Load(), err)
		}
	}
}

func TestTheCourierWaitsAsLongAsSlackAsks(t *testing.T) {
	for asked, want := range map[string]time.Duration{"7": 7 * time.Second, "": time.Second, "0": time.Second, "soon": time.Second, "999999": time.Hour} {
		w := httptest.NewRecorder()
		w.Header().Set("Retry-After", asked)
		w.WriteHeader(http.StatusTooManyRequests)
		var wait *backoff.RetryAfterError
		if err := settle(w.Result()); !errors.As(err, &wait) || wait.Duration != want || !errors.As(err, new(adapter.Unsent)) {
			t.Errorf("asked for %q it waits %v", asked, wait)
		}
	}
}

func TestTheCourierTriesAgainWhereNobodyListens(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + l.Addr().String() + "/services/canary"
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = (&http.Client{Transport: impatient}).Post(address, form, strings.NewReader("text=who"))
	if !errors.As(err, new(adapter.Unsent)) || strings.Contains(adapter.Bare(err).Error(), "canary") {
		t.Errorf("the error is %v", adapter.Bare(err))
	}
}
