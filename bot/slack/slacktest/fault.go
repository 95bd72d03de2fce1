package slacktest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strconv"
	"testing"
)

// Fault is a way in which Slack fails.
type Fault struct {
	Status     int             // an HTTP status instead of 200
	RetryAfter int             // seconds, told with the status
	Error      string          // refused: {"ok": false, "error": Error}
	Warning    string          // done, and answered with this warning
	Hold       <-chan struct{} // done and answered only when this is closed, if the app still waits
	Lost       bool            // done, but the connection is cut instead of an answer
}

// Fail answers the next calls of a method, so many of them, with a fault. "response_url",
// "upload" and "download" are methods here. Faults of the same method follow one another.
func (s *Server) Fail(method string, times int, f Fault) {
	s.change(func() {
		for range times {
			s.faults[method] = append(s.faults[method], f)
		}
	})
}

// answer keeps a call, has it done and answers it, unless there is a fault for it.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, c *Call, do func() (map[string]any, string)) {
	f := s.nextFault(c.Method)
	if f.Hold != nil && !s.hold(f, r) {
		return // nobody waits for it any more: it is not done
	}
	reply := map[string]any{}
	s.change(func() {
		if c.Err = f.refusal(); c.Err == "" {
			var told map[string]any
			told, c.Err = do()
			maps.Copy(reply, told)
		}
		c.made = s.made
		s.calls = append(s.calls, c)
		if s.watch != nil && c.Err == "" {
			s.watch(*c)
		}
	})
	if f.Lost {
		panic(http.ErrAbortHandler)
	}
	if f.Warning != "" {
		reply["warning"] = f.Warning
		reply["response_metadata"] = map[string]any{"warnings": []string{f.Warning}}
	}
	reply["ok"] = c.Err == ""
	if c.Err != "" {
		reply["error"] = c.Err
	}
	f.write(w, reply)
}

// hold waits until a fault lets a call go on, and reports false when the app waits no more.
func (s *Server) hold(f Fault, r *http.Request) bool {
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

// refusal returns why a call is not done; empty where it is.
func (f Fault) refusal() string {
	if f.Status != 0 {
		return fmt.Sprint("status ", f.Status)
	}
	return f.Error
}

// write answers a call.
func (f Fault) write(w http.ResponseWriter, reply map[string]any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if f.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(f.RetryAfter))
	}
	switch {
	case f.Status != 0:
		w.WriteHeader(f.Status)
		return
	case reply["error"] == usedURL:
		w.WriteHeader(http.StatusNotFound)
	}
	json.NewEncoder(w).Encode(reply) // the app may have gone
}

// AwaitHeld returns once a call is held up by a fault.
func (s *Server) AwaitHeld(t testing.TB) {
	t.Helper()
	s.await(t, "a call that is held up", func() bool { return s.held > 0 })
}

func (s *Server) nextFault(method string) (f Fault) {
	s.change(func() {
		if waiting := s.faults[method]; len(waiting) > 0 {
			f, s.faults[method] = waiting[0], waiting[1:]
		}
	})
	return f
}
