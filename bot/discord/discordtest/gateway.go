package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// The operations of the gateway.
const (
	opDispatch  = 0
	opHeartbeat = 1
	opIdentify  = 2
	opPresence  = 3
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// The intents that an app may ask for, and those that Discord has to allow first.
const (
	Guilds         = 1 << 0
	GuildMessages  = 1 << 9
	DirectMessages = 1 << 12
	MessageContent = 1 << 15

	neverAllowed = 1<<1 | 1<<8 // members and presences
)

const (
	mostSent      = 4096 // bytes of a payload that the app sends
	mostPayloads  = 120  // that it sends in sessionWindow
	sessionWindow = time.Minute
)

// session is what Discord remembers of a shard: it outlives connections.
type session struct {
	id      string
	intents int
	shard   [2]uint64
	heard   int // the number of the last dispatch that the app has, as it says in heartbeats

	mu     sync.Mutex // held while something is told, so that it goes out in order
	told   []object   // every dispatch behind the first gone ones; its place is its number, from 1
	gone   int        // how many were forgotten
	socket *Socket    // nil while there is no connection
	over   bool       // it cannot be resumed
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	if f := s.nextFault("socket"); f.Status != 0 {
		http.Error(w, "", f.Status)
		return
	}
	anyOrigin := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	conn, err := anyOrigin.Upgrade(w, r, nil)
	if err != nil {
		return // the app has gone
	}
	c := newSocket(s, conn, strings.HasPrefix(r.URL.Path, "/resume/"))
	if q := r.URL.Query(); q.Get("encoding") != "json" || q.Get("v") != "9" && q.Get("v") != "10" {
		s.t.Errorf("the gateway is asked for as %q", r.URL.RawQuery)
	}
	s.change(func() { s.sockets = append(s.sockets, c) })
	if act := s.nextAct(Hello); act != nil {
		act(c)
	} else {
		c.send(opHello, object{"heartbeat_interval": s.beat().Milliseconds(), "_trace": []any{"gateway"}})
	}
	c.read()
	conn.Close()
	s.change(func() { close(c.gone) })
}

func (s *Server) beat() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.portal.beat
}

// hear does what the app asks for on a connection.
func (c *Socket) hear(op int, d json.RawMessage) {
	switch op {
	case opHeartbeat:
		c.heartbeat(d)
	case opIdentify:
		c.identify(d)
	case opResume:
		c.resume(d)
	case opPresence:
		c.server.change(func() { c.presence = d })
	default:
		c.server.t.Errorf("the app sends the operation %d, which it has no need of", op)
	}
}

func (c *Socket) heartbeat(d json.RawMessage) {
	seq, _ := strconv.Atoi(string(d)) // null before the first dispatch
	c.server.change(func() {
		c.beats++
		if c.session != nil {
			c.session.heard = max(c.session.heard, seq)
		}
	})
	if act := c.server.nextAct(Heartbeat); act != nil {
		act(c)
		return
	}
	c.send(opAck, nil)
}

func (c *Socket) identify(d json.RawMessage) {
	var asked struct {
		Token    string
		Intents  int
		Shard    *[2]uint64
		Compress bool
		Presence json.RawMessage
	}
	if err := json.Unmarshal(d, &asked); err != nil {
		c.Close(4002)
		return
	}
	if asked.Shard == nil {
		asked.Shard = &[2]uint64{0, 1}
	}
	refused := 0
	c.server.change(func() {
		c.Intents, c.Shard, c.presence, c.compress = asked.Intents, *asked.Shard, asked.Presence, asked.Compress
		refused = c.server.refuses(asked.Token, asked.Intents, *asked.Shard)
	})
	if act := c.server.nextAct(Identify); act != nil {
		act(c)
		return
	}
	if refused != 0 {
		c.Close(refused)
		return
	}
	n := &session{intents: asked.Intents, shard: *asked.Shard}
	c.server.change(func() { n.id = c.server.secret("session") })
	c.server.welcome(n, c)
	if act := c.server.nextAct(Ready); act != nil {
		act(c)
	}
}

// refuses returns the code with which Discord closes the connection of who identifies so; 0 for none.
func (s *Server) refuses(token string, intents int, shard [2]uint64) int {
	switch {
	case strings.TrimPrefix(token, "Bot ") != s.portal.token:
		return 4004
	case shard[1] == 0 || shard[0] >= shard[1]:
		return 4010
	case intents&neverAllowed != 0, intents&MessageContent != 0 && !s.portal.content:
		return 4014
	}
	return 0
}

// welcome tells a new session of itself and of its servers, before anything else.
func (s *Server) welcome(n *session, c *Socket) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.socket, c.session = c, n
	var guilds []*Guild
	away := []any{}
	flags := 0
	s.change(func() {
		s.sessions = append(s.sessions, n)
		c.ready = true
		flags = s.flags()
		for _, g := range s.guilds {
			if n.hears(g.ID) {
				guilds = append(guilds, g)
				away = append(away, object{"id": g.ID, "unavailable": true})
			}
		}
	})
	n.say(Event{"READY", object{
		"v": 9, "user": botUser(), "guilds": away, "session_id": n.id, "session_type": "normal",
		"resume_gateway_url": s.gatewayURL("/resume/"), "shard": n.shard, "private_channels": []any{},
		"application": object{"id": App, "flags": flags}, "user_settings": object{}, "relationships": []any{}, "presences": []any{},
	}})
	for _, g := range guilds {
		n.say(Event{"GUILD_CREATE", s.guildObject(g)})
	}
}

func (s *Server) gatewayURL(path string) string {
	return "ws" + strings.TrimPrefix(s.URL(), "http") + path
}

func (c *Socket) resume(d json.RawMessage) {
	var asked struct {
		Token     string
		SessionID string `json:"session_id"`
		Seq       int
	}
	if err := json.Unmarshal(d, &asked); err != nil {
		c.Close(4002)
		return
	}
	if act := c.server.nextAct(Resume); act != nil {
		act(c)
		return
	}
	n := c.server.session(asked.SessionID)
	switch {
	case strings.TrimPrefix(asked.Token, "Bot ") != c.server.token():
		c.Close(4004)
	case n == nil || !n.resumable(asked.Seq):
		c.Invalidate(false)
	default:
		c.server.change(func() { c.Intents, c.Shard, c.Resumed = n.intents, n.shard, true })
		c.rejoin(n, asked.Seq)
		c.server.change(func() { c.ready = true })
		if act := c.server.nextAct(Resumed); act != nil {
			act(c)
		}
	}
}

func (s *Server) token() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.portal.token
}

func (s *Server) session(id string) *session {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.IndexFunc(s.sessions, func(n *session) bool { return n.id == id }); i >= 0 {
		return s.sessions[i]
	}
	return nil
}
