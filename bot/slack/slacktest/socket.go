package slacktest

import (
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// pingEvery is how often the server pings each socket.
const pingEvery = time.Second

// Socket is a connection of the app in Socket Mode.
type Socket struct {
	Gone <-chan struct{} // closed when the connection has ended, whoever ended it

	server *Server
	conn   *websocket.Conn
	write  sync.Mutex
	taken  bool
	frozen chan struct{} // closed when the server plays dead
	freeze func()
	losing bool // acknowledgements are lost on the way
}

// Ack is what the app said to an envelope.
type Ack struct {
	Payload json.RawMessage // empty where it only acknowledged
	Socket  *Socket         // on which it came
	At      time.Time
}

// openConnection hands out the address of a socket.
func (s *Server) openConnection(c *Call) (map[string]any, string) {
	switch {
	case !strings.HasPrefix(c.Token, "xapp-"):
		return nil, "not_allowed_token_type"
	case c.Token != AppToken:
		return nil, "invalid_auth"
	}
	ticket := s.nameLocked("ticket-canary-")
	s.tickets[ticket] = true
	return map[string]any{"url": "ws" + strings.TrimPrefix(s.URL, "http") + "/link/?app_id=A0VERBATIM&ticket=" + ticket}, ""
}

func (s *Server) serveSocket(w http.ResponseWriter, r *http.Request) {
	ticket := r.URL.Query().Get("ticket")
	good := false
	s.change(func() { good = s.tickets[ticket]; delete(s.tickets, ticket) })
	if !good {
		http.Error(w, "", http.StatusForbidden)
		return
	}
	anyOrigin := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	conn, err := anyOrigin.Upgrade(w, r, nil)
	if err != nil {
		return // the app has gone
	}
	gone, frozen := make(chan struct{}), make(chan struct{})
	c := &Socket{Gone: gone, server: s, conn: conn, frozen: frozen, freeze: sync.OnceFunc(func() { close(frozen) })}
	conn.SetPingHandler(c.pong)
	open := 0
	s.change(func() { s.sockets = append(s.sockets, c); open = len(s.openLocked()) })
	c.send(map[string]any{
		"type": "hello", "num_connections": open, "connection_info": map[string]any{"app_id": "A0VERBATIM"},
		"debug_info": map[string]any{"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060},
	})
	go c.ping()
	c.read()
	conn.Close()
	s.change(func() { close(gone) })
}

// read takes acknowledgements until the connection ends.
func (c *Socket) read() {
	for {
		var said struct {
			Envelope string          `json:"envelope_id"`
			Payload  json.RawMessage `json:"payload"`
		}
		if err := c.conn.ReadJSON(&said); err != nil {
			return
		}
		select {
		case <-c.frozen:
			<-c.server.over
			return
		default:
		}
		lost := false
		c.server.change(func() {
			if lost = c.losing; !lost {
				c.server.acks[said.Envelope] = Ack{said.Payload, c, time.Now()}
			}
		})
		if lost {
			return
		}
	}
}

func (c *Socket) ping() {
	tick := time.NewTicker(pingEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			c.conn.WriteControl(websocket.PingMessage, []byte("ping"), time.Now().Add(pingEvery))
		case <-c.frozen:
			return
		case <-c.Gone:
			return
		}
	}
}

// pong answers a ping of the app's.
func (c *Socket) pong(data string) error {
	select {
	case <-c.frozen:
	default:
		c.conn.WriteControl(websocket.PongMessage, []byte(data), time.Now().Add(pingEvery))
	}
	return nil
}

// send writes a message; where the connection has ended that is not noticed.
func (c *Socket) send(message any) {
	c.write.Lock()
	defer c.write.Unlock()
	c.conn.WriteJSON(message)
}

// Socket returns a connection that was not returned before, once there is one.
func (s *Server) Socket(t testing.TB) (c *Socket) {
	t.Helper()
	s.await(t, "a socket", func() bool {
		for _, c = range s.openLocked() {
			if !c.taken {
				c.taken = true
				return true
			}
		}
		return false
	})
	return c
}

// Sockets returns the connections that are open, oldest first.
func (s *Server) Sockets() []*Socket {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.openLocked()
}

func (s *Server) openLocked() []*Socket {
	var open []*Socket
	for _, c := range s.sockets {
		select {
		case <-c.Gone:
		default:
			open = append(open, c)
		}
	}
	return open
}

// Send sends a request in an envelope and returns the envelope's id.
func (c *Socket) Send(r Request) string {
	if r.ID == "" {
		r.ID = c.server.name("envelope-")
	}
	c.send(map[string]any{
		"envelope_id": r.ID, "type": r.Type, "payload": r.Payload,
		"accepts_response_payload": r.Type != "events_api",
		"retry_attempt":            r.Attempt, "retry_reason": r.Reason,
	})
	return r.ID
}

// Deliver sends a request and returns what the app said to it.
func (c *Socket) Deliver(t testing.TB, r Request) Ack {
	t.Helper()
	return c.server.Ack(t, c.Send(r))
}

// Ack returns what the app said to an envelope, once it did.
func (s *Server) Ack(t testing.TB, envelope string) (a Ack) {
	t.Helper()
	s.await(t, "an acknowledgement", func() (ok bool) { a, ok = s.acks[envelope]; return ok })
	return a
}

// Acked reports whether the app acknowledges an envelope before the connection ends.
func (c *Socket) Acked(t testing.TB, envelope string) (acked bool) {
	t.Helper()
	c.server.await(t, "an acknowledgement", func() bool {
		select {
		case <-c.Gone:
			_, acked = c.server.acks[envelope]
			return true
		default:
			_, acked = c.server.acks[envelope]
			return acked
		}
	})
	return acked
}

// Disconnect tells the app that the connection is about to end: "warning" some seconds
// before, "refresh_requested" when another is to be opened, or "link_disabled". What the
// connection carries until then still counts.
func (c *Socket) Disconnect(reason string) {
	c.send(map[string]any{"type": "disconnect", "reason": reason, "debug_info": map[string]any{"host": "applink-1"}})
}

// SendRaw sends a text as it is.
func (c *Socket) SendRaw(text string) {
	c.write.Lock()
	defer c.write.Unlock()
	c.conn.WriteMessage(websocket.TextMessage, []byte(text))
}

// Cut ends the connection without a word, as a lost network does.
func (c *Socket) Cut() {
	if tcp, ok := c.conn.NetConn().(*net.TCPConn); ok {
		tcp.SetLinger(0)
	}
	c.conn.Close()
}

// SendAndCut sends a request and cuts the connection at once.
func (c *Socket) SendAndCut(r Request) {
	c.Send(r)
	c.conn.Close()
}

// SendAndLoseAck sends a request, and loses the connection with the acknowledgement on its way.
func (c *Socket) SendAndLoseAck(r Request) {
	c.server.change(func() { c.losing = true })
	c.Send(r)
}

// Freeze plays dead: the connection stays open, and nothing comes of it any more.
func (c *Socket) Freeze() { c.freeze() }
