// Package slacktest is a Slack for tests: a local server that speaks the Web API and Socket
// Mode over real HTTP and WebSocket. It keeps what an app sends and holds each message and
// view to Slack's limits, fails as Slack does when it is told to, and makes the payloads
// that Slack makes.
package slacktest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// AppToken is the one token with which a socket is opened.
const AppToken = "xapp-1-A0VERBATIM-canary"

// patience is how long anything is awaited before a test fails. No test that passes
// depends on it.
const patience = time.Minute

// Server is Slack. It may be used from many goroutines.
type Server struct {
	URL string // without a closing slash

	t    testing.TB
	http *httptest.Server

	mu         sync.Mutex
	changed    chan struct{} // closed, and another put in its place, whenever what follows changes
	made       int           // how many names and times were given out
	workspaces map[string]*Workspace
	users      map[string]map[string]any
	calls      []*Call
	faults     map[string][]Fault
	files      map[string]*File
	downloads  int
	groups     map[string][]string
	triggers   map[string]string // whose each is; empty where it is used up
	replied    map[string]bool   // by the time of a message: whether it has replies
	held       int               // calls that wait, for a fault
	hooks      map[string]*hook
	tickets    map[string]bool
	sockets    []*Socket
	acks       map[string]Ack
	watch      func(Call)
	over       chan struct{} // closed at the end of the test
}

// New starts a server that ends with the test. What leaves the app and breaks a limit of
// Slack's is an error of the test.
func New(t testing.TB) *Server {
	s := &Server{
		t:          t,
		changed:    make(chan struct{}),
		workspaces: map[string]*Workspace{},
		users:      map[string]map[string]any{},
		faults:     map[string][]Fault{},
		hooks:      map[string]*hook{},
		replied:    map[string]bool{},
		files:      map[string]*File{},
		groups:     map[string][]string{},
		triggers:   map[string]string{},
		tickets:    map[string]bool{},
		acks:       map[string]Ack{},
		over:       make(chan struct{}),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/{method}", s.serveAPI)
	mux.HandleFunc("POST /hook/{id}", s.serveHook)
	mux.HandleFunc("GET /link/", s.serveSocket)
	mux.HandleFunc("GET /files-pri/{id}/{name...}", s.serveFile)
	mux.HandleFunc("POST /upload/{id}", s.takeFile)
	mux.HandleFunc("/signin", func(http.ResponseWriter, *http.Request) { t.Error("the app follows where a file leads") })
	s.http = httptest.NewServer(mux)
	s.URL = s.http.URL
	t.Cleanup(s.close)
	return s
}

// API is the address of the Web API, with its closing slash.
func (s *Server) API() string { return s.URL + "/api/" }

func (s *Server) close() {
	close(s.over)
	for _, c := range s.Sockets() {
		c.Cut()
	}
	s.http.Close()
}

// change does f with all that the server holds, and wakes those who await something.
func (s *Server) change(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
	close(s.changed)
	s.changed = make(chan struct{})
}

// await returns once f, which sees all that the server holds, reports true. The test
// fails if that takes too long; what says what it waits for.
func (s *Server) await(t testing.TB, what string, f func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for {
		s.mu.Lock()
		met, changed := f(), s.changed
		s.mu.Unlock()
		if met {
			return
		}
		select {
		case <-changed:
		case <-ctx.Done():
			calls := s.Calls()
			t.Fatalf("waited in vain for %s; what came last: %v", what, calls[max(0, len(calls)-20):])
		}
	}
}

// name returns what no other thing of this server is called.
func (s *Server) name(prefix string) (name string) {
	s.change(func() { name = s.nameLocked(prefix) })
	return name
}

func (s *Server) nameLocked(prefix string) string {
	s.made++
	return fmt.Sprintf("%s%08d", prefix, s.made)
}

// stamp returns a message's time, which no other message has.
func (s *Server) stamp() (ts string) {
	s.change(func() { ts = s.stampLocked() })
	return ts
}

func (s *Server) stampLocked() string {
	s.made++
	return fmt.Sprintf("%d.%06d", time.Now().Unix(), s.made)
}
