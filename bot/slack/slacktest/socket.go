package slacktest

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"
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
