package slack

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/bot/adapter"
)

// Where many wait for one channel, each that met its limit by itself and came back with all
// others would meet it again and again.
func TestALimitHoldsBackAllThatIsForTheSameChannel(t *testing.T) {
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.FormValue("channel") == "C1" {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	}))
	defer s.Close()
	network := client(tryingTime)
	post := func(channel string) error {
		return posted(t.Context(), network, s.URL+"/api/chat.postMessage", url.Values{"channel": {channel}})
	}
	if err := post("C1"); !errors.As(err, new(adapter.Unsent)) {
		t.Fatalf("the error is %v", err)
	}
	for range 10 {
		if err := post("C1"); !errors.As(err, new(adapter.Unsent)) {
			t.Errorf("the error is %v", err)
		}
	}
	if err := post("C2"); err != nil {
		t.Error("in another channel:", err)
	}
	if n := asked.Load(); n != 2 {
		t.Errorf("there are %d requests, want one to each channel", n)
	}
}

func posted(ctx context.Context, network *http.Client, to string, body url.Values) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, strings.NewReader(body.Encode()))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", form)
	resp, err := network.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func TestThoseWhoWaitComeOneBehindTheOther(t *testing.T) {
	h := newHolds()
	now := time.Now()
	by := now.Add(time.Hour)
	h.hold("C1", 10*time.Second, now)
	h.hold("C1", time.Second, now) // which is over before
	for _, want := range []time.Duration{10 * time.Second, 11 * time.Second, 12 * time.Second} {
		if wait, ok := h.turn("C1", now, by); wait != want || !ok {
			t.Errorf("it waits %v, want %v", wait, want)
		}
	}
	if _, ok := h.turn("C1", now, now.Add(5*time.Second)); ok {
		t.Error("it waits for longer than it may")
	}
	if wait, ok := h.turn("C1", now, by); wait != 13*time.Second || !ok {
		t.Errorf("the next one waits %v", wait)
	}
	if wait, ok := h.turn("C2", now, by); wait != 0 || !ok {
		t.Errorf("another waits %v", wait)
	}
	if wait, ok := h.turn("C1", now.Add(15*time.Second), by); wait != 0 || !ok {
		t.Errorf("after that it waits %v", wait)
	}
}

func TestNoHoldIsKeptForEver(t *testing.T) {
	h := newHolds()
	now := time.Now()
	for i := range 10 * manyHolds {
		h.hold(strconv.Itoa(i), time.Second, now.Add(time.Duration(i)*time.Second))
	}
	if n := len(h.next); n > manyHolds {
		t.Errorf("%d are kept", n)
	}
}
