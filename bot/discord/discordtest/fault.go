package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"testing"
)

// Fault is a way in which Discord fails.
type Fault struct {
	Status     int             // an HTTP status instead of an answer
	RetryAfter float64         // seconds, told with status 429
	Global     bool            // it is the limit of all routes together
	Code       int             // Discord's number of an error, told with the status
	HTML       bool            // a page comes instead of JSON
	Hold       <-chan struct{} // done and answered only when this is closed, if the app still waits
	Lost       bool            // done, but the connection is cut instead of an answer
}

// Fail answers the next calls of a route, so many of them, with a fault. The routes are
// called as in Call; "socket" is the opening of a connection to the gateway, and "any" is
// every route that has no fault of its own. Faults of the same route follow one another.
func (s *Server) Fail(route string, times int, f Fault) {
	s.change(func() {
		for range times {
			s.faults[route] = append(s.faults[route], f)
		}
	})
}

// answer keeps a call, has it done and answers it, unless there is a fault for it.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, c *Call, do func() (any, *refusal)) {
	f := s.nextFault(c.Route)
	if f.Hold != nil && !s.hold(r, f) {
		return // nobody waits for it any more: it is not done
	}
	var said []byte
	var refused *refusal
	s.change(func() {
		if f.Status == 0 {
			said, refused = s.done(do)
		} else {
			refused = &refusal{f.Status, f.Code, http.StatusText(f.Status)}
		}
		if refused != nil {
			c.Status, c.Err = refused.status, fmt.Sprint(refused.status, " ", refused.message)
		}
		c.made = s.made
		s.calls = append(s.calls, c)
		if s.watch != nil && c.Err == "" {
			s.watch(*c)
		}
	})
	if c.Err == "" && c.tell != nil {
		c.tell()
	}
	switch {
	case f.Lost:
		panic(http.ErrAbortHandler)
	case f.HTML:
		page(w, f.Status)
	case f.Status == http.StatusTooManyRequests:
		limit(w, f)
	case refused != nil:
		refuse(w, refused)
	default:
		say(w, c, said)
	}
}

// done does something, and returns what is answered as it is at that moment.
func (s *Server) done(do func() (any, *refusal)) ([]byte, *refusal) {
	answer, refused := do()
	if answer == nil || refused != nil {
		return nil, refused
	}
	said, err := json.Marshal(answer)
	if err != nil {
		s.t.Error(err)
	}
	return said, nil
}

// hold waits for the end of a fault, and reports whether the app still waits too.
func (s *Server) hold(r *http.Request, f Fault) bool {
	s.change(func() { s.held++ })
	defer s.change(func() { s.held-- })
	select {
	case <-f.Hold:
		return true
	case <-s.over:
	case <-r.Context().Done():
	}
	return false
}

// say answers what was done.
func say(w http.ResponseWriter, c *Call, said []byte) {
	h := w.Header()
	h.Set("X-RateLimit-Bucket", c.Route+c.Channel)
	h.Set("X-RateLimit-Limit", "100000")
	h.Set("X-RateLimit-Remaining", "99999")
	h.Set("X-RateLimit-Reset-After", "1.000")
	if said == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	h.Set("Content-Type", "application/json")
	w.Write(said) // the app may have gone
}

// page is what stands before Discord when it is out of order.
func page(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/html; charset=UTF-8")
	if status != 0 {
		w.WriteHeader(status)
	}
	fmt.Fprint(w, "<!DOCTYPE html><html><head><title>Please wait</title></head><body><h1>error code: 1015</h1></body></html>")
}

// limit tells the app to wait.
func limit(w http.ResponseWriter, f Fault) {
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Retry-After", strconv.FormatFloat(f.RetryAfter, 'f', 3, 64))
	h.Set("X-RateLimit-Scope", "user")
	if f.Global {
		h.Set("X-RateLimit-Global", "true")
		h.Set("X-RateLimit-Scope", "global")
	}
	w.WriteHeader(f.Status)
	json.NewEncoder(w).Encode(object{"message": "You are being rate limited.", "retry_after": f.RetryAfter, "global": f.Global})
}

// AwaitHeld returns once a call is held up by a fault.
func (s *Server) AwaitHeld(t testing.TB) {
	t.Helper()
	s.await(t, "a call that is held up", func() bool { return s.held > 0 })
}

func (s *Server) nextFault(route string) (f Fault) {
	s.change(func() {
		for _, name := range []string{route, "any"} {
			if waiting := s.faults[name]; len(waiting) > 0 {
				f, s.faults[name] = waiting[0], waiting[1:]
				return
			}
		}
	})
	return f
}
