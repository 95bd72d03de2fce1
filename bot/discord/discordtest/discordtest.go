// Package discordtest is a Discord for tests: a local server that speaks the gateway and the
// REST API over real WebSocket and HTTP. It keeps what an app sends and holds each message,
// answer and command to Discord's limits, fails as Discord does when it is told to, and makes
// the payloads that Discord makes.
package discordtest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"
	"time"
)

const (
	App   = "1100000000000000001" // the application's id
	Bot   = "1100000000000000002" // the bot's id as a user; of new applications it is the same, of old ones it is not
	Token = "MTEwMDAwMDAwMDAwMDAwMDAwMg.Gcanary.canary-canary-canary-canary-canary"
)

// patience is how long anything is awaited before a test fails. No test that passes
// depends on it.
const patience = 2 * time.Minute

// Server is Discord. It may be used from many goroutines.
type Server struct {
	t    testing.TB
	http *httptest.Server

	mu           sync.Mutex
	changed      chan struct{} // closed, and another put in its place, whenever what follows changes
	made         uint64        // how many ids were given out
	portal       portal
	guilds       map[string]*Guild
	channels     map[string]*channel
	messages     map[string]object // by id; the bot's own and those of people
	nonces       map[string]string // the message that was made with a nonce in a channel
	commands     map[string][]object
	interactions map[string]*interaction // by token
	files        map[string]File         // that are attached, by id
	moved        map[string]string       // where files are sent on to, by name
	calls        []*Call
	faults       map[string][]Fault
	held         int // calls that wait, for a fault
	scripts      map[Moment][]func(*Socket)
	sessions     []*session
	sockets      []*Socket
	watch        func(Call)
	over         chan struct{} // closed at the end of the test
}

// object is a JSON object.
type object = map[string]any

// portal is what the application's owner has set at Discord.
type portal struct {
	token   string
	content bool // the message-content intent may be asked for
	shards  int  // how many Discord recommends
	beat    time.Duration
	starts  int           // sessions that may still be begun
	reset   time.Duration // until there are more

	application object // what else is set
}

// New starts a server that ends with the test. What leaves the app and breaks a limit of
// Discord's is an error of the test. The application may have the message-content intent.
func New(t testing.TB) *Server {
	s := &Server{
		t:            t,
		changed:      make(chan struct{}),
		portal:       portal{token: Token, content: true, shards: 1, beat: 41250 * time.Millisecond, starts: 999, reset: 24 * time.Hour},
		guilds:       map[string]*Guild{},
		channels:     map[string]*channel{},
		messages:     map[string]object{},
		nonces:       map[string]string{},
		commands:     map[string][]object{},
		interactions: map[string]*interaction{},
		files:        map[string]File{},
		moved:        map[string]string{},
		faults:       map[string][]Fault{},
		scripts:      map[Moment][]func(*Socket){},
		over:         make(chan struct{}),
	}
	mux := http.NewServeMux()
	for _, r := range routes {
		for _, version := range []string{"/api/v9", "/api/v10"} {
			mux.HandleFunc(r.method+" "+version+r.path, s.serve(r))
		}
	}
	mux.HandleFunc("/api/", s.unknownRoute)
	mux.HandleFunc("GET "+filesPath+"{id}/{name}", s.serveFile)
	mux.HandleFunc("/gateway/", s.serveGateway)
	mux.HandleFunc("/resume/", s.serveGateway)
	s.http = httptest.NewServer(mux)
	t.Cleanup(s.close)
	return s
}

// URL is the server's address, without a closing slash: what --discord-api takes.
func (s *Server) URL() string { return s.http.URL }

// SetToken has Discord take another token instead of Token.
func (s *Server) SetToken(token string) { s.change(func() { s.portal.token = token }) }

// AllowContent says whether the application may have the message-content intent.
func (s *Server) AllowContent(may bool) { s.change(func() { s.portal.content = may }) }

// SetApplication sets fields of what Discord tells of the application.
func (s *Server) SetApplication(fields map[string]any) {
	s.change(func() { s.portal.application = fields })
}

// Recommend says how many shards Discord recommends.
func (s *Server) Recommend(shards int) { s.change(func() { s.portal.shards = shards }) }

// AllowStarts says how many sessions may still be begun, and for how long no others.
func (s *Server) AllowStarts(remaining int, reset time.Duration) {
	s.change(func() { s.portal.starts, s.portal.reset = remaining, reset })
}

// BeatEvery says how often each new connection is to send a heartbeat.
func (s *Server) BeatEvery(d time.Duration) { s.change(func() { s.portal.beat = d }) }

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

// ID returns an id that nothing else of this server has. Later ones are greater.
func (s *Server) ID() (id string) {
	s.change(func() { id = s.newID() })
	return id
}

// firstID is an id of the year 2026: milliseconds since 2015, shifted by 22 bits.
const firstID = 363_000_000_000 << 22

func (s *Server) newID() string {
	s.made++
	return strconv.FormatUint(firstID+s.made<<22, 10)
}

// secret returns a name that begins with a prefix, and that no log may hold.
func (s *Server) secret(prefix string) string {
	s.made++
	return fmt.Sprintf("%s-canary-%08d", prefix, s.made)
}
