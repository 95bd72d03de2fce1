package slack

import (
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// holds keep back what Slack would not take for now: of one token, the requests of a method
// for a channel, once one of them has met a limit. They come one behind the other after that;
// all at once, each but the first would meet the limit again.
type holds struct {
	mu   sync.Mutex
	next map[string]time.Time // when another request may be sent, by what the limit is about
}

// oneEach is how often Slack takes something in a channel.
const oneEach = time.Second

// manyHolds is how many are kept before those that are over are let go.
const manyHolds = 200

func newHolds() *holds { return &holds{next: map[string]time.Time{}} }

// turn returns how long a request has to wait, which it then is to do; false where that would
// be for longer than until a time.
func (h *holds) turn(about string, now, by time.Time) (wait time.Duration, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	next, held := h.next[about]
	switch {
	case !held:
		return 0, true
	case !next.After(now):
		delete(h.next, about)
		return 0, true
	case next.After(by):
		return 0, false
	}
	h.next[about] = next.Add(oneEach)
	return next.Sub(now), true
}

// hold notes that nothing else is to be sent for a while.
func (h *holds) hold(about string, long time.Duration, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, held := h.next[about]; !held && len(h.next) >= manyHolds {
		h.letGo(now)
	}
	if until := now.Add(long); until.After(h.next[about]) {
		h.next[about] = until
	}
}

func (h *holds) letGo(now time.Time) {
	for about, next := range h.next {
		if !next.After(now) {
			delete(h.next, about)
		}
	}
}

// limited returns what a limit is about that a request may meet.
func limited(req *http.Request) string {
	if req.GetBody == nil || req.Header.Get("Content-Type") != form {
		return req.URL.Path
	}
	body, err := req.GetBody()
	if err != nil {
		return req.URL.Path
	}
	defer body.Close()
	read, _ := io.ReadAll(body) // from memory
	fields, _ := url.ParseQuery(string(read))
	return req.URL.Path + " " + fields.Get("channel")
}
