package discordtest

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"errors"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// Socket is a connection of the app to the gateway.
type Socket struct {
	Gone <-chan struct{} // closed when the connection has ended, whoever ended it

	// Set once the connection is ready.
	Intents     int
	Shard       [2]uint64
	Resumed     bool // it goes on with an earlier session
	AtResumeURL bool // it was made where READY said

	server   *Server
	conn     *websocket.Conn
	session  *session
	lock     sync.Mutex // held while something is written
	gone     chan struct{}
	frozen   chan struct{} // closed when the server plays dead
	freeze   func()
	taken    bool
	ready    bool
	compress bool
	beats    int // heartbeats that came
	closed   int // the code with which the app closed it
	presence json.RawMessage
	sent     []time.Time // when the app sent something
}

func newSocket(s *Server, conn *websocket.Conn, resuming bool) *Socket {
	gone, frozen := make(chan struct{}), make(chan struct{})
	return &Socket{
		Gone: gone, AtResumeURL: resuming, server: s, conn: conn,
		gone: gone, frozen: frozen, freeze: sync.OnceFunc(func() { close(frozen) }),
	}
}

// read does what the app asks for until the connection ends.
func (c *Socket) read() {
	code := 0
	for {
		_, said, err := c.conn.ReadMessage()
		if closed := (*websocket.CloseError)(nil); errors.As(err, &closed) {
			code = closed.Code
		}
		if err != nil {
			break
		}
		select {
		case <-c.frozen:
			<-c.server.over
			return
		default:
		}
		var payload struct {
			Op int
			D  json.RawMessage
		}
		if err := json.Unmarshal(said, &payload); err != nil {
			c.Close(4002)
			continue
		}
		if !c.tooMuch(len(said)) {
			c.hear(payload.Op, payload.D)
		}
	}
	c.server.change(func() { c.closed = code })
	if c.session != nil {
		c.session.part(c, code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway)
	}
}

// tooMuch ends the connection of an app that sends too much.
func (c *Socket) tooMuch(bytes int) bool {
	if bytes > mostSent {
		c.server.t.Errorf("the app sends a payload of %d bytes, of at most %d", bytes, mostSent)
		c.Close(4002)
		return true
	}
	now := time.Now()
	for len(c.sent) > 0 && now.Sub(c.sent[0]) > sessionWindow {
		c.sent = c.sent[1:]
	}
	if c.sent = append(c.sent, now); len(c.sent) > mostPayloads {
		c.server.t.Errorf("the app sends more than %d payloads in %s", mostPayloads, sessionWindow)
		c.Close(4008)
		return true
	}
	return false
}

// send sends an operation that has no number.
func (c *Socket) send(op int, d any) {
	c.write(object{"op": op, "d": d, "s": nil, "t": nil})
}

// write writes a payload, unless the server plays dead; where the connection has ended
// that is not noticed.
func (c *Socket) write(payload object) {
	c.lock.Lock()
	defer c.lock.Unlock()
	select {
	case <-c.frozen:
		return
	default:
	}
	text, err := json.Marshal(payload)
	if err != nil {
		c.server.t.Error(err)
		return
	}
	if !c.compress || len(text) < mostPlain {
		c.conn.WriteMessage(websocket.TextMessage, text)
		return
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(text)
	z.Close()
	c.conn.WriteMessage(websocket.BinaryMessage, packed.Bytes())
}

// mostPlain is from how many bytes on a payload is compressed, where that was asked for.
const mostPlain = 1000

// Socket returns a connection that is ready and was not returned before, once there is one.
func (s *Server) Socket(t testing.TB) *Socket {
	t.Helper()
	return s.nextSocket(t, "a connection that is ready", func(c *Socket) bool { return c.ready })
}

// Opened returns a connection that was not returned before, ready or not, once there is one.
func (s *Server) Opened(t testing.TB) *Socket {
	t.Helper()
	return s.nextSocket(t, "a connection", func(*Socket) bool { return true })
}

func (s *Server) nextSocket(t testing.TB, what string, match func(*Socket) bool) (found *Socket) {
	t.Helper()
	s.await(t, what, func() bool {
		for _, c := range s.sockets {
			if !c.taken && match(c) {
				c.taken, found = true, c
				return true
			}
		}
		return false
	})
	return found
}

// Sockets returns the connections that are open, oldest first.
func (s *Server) Sockets() []*Socket {
	s.mu.Lock()
	defer s.mu.Unlock()
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

// Opens returns how many connections were made so far.
func (s *Server) Opens() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sockets)
}

// AwaitBeat returns once another heartbeat came.
func (c *Socket) AwaitBeat(t testing.TB) {
	t.Helper()
	c.server.mu.Lock()
	before := c.beats
	c.server.mu.Unlock()
	c.server.await(t, "a heartbeat", func() bool { return c.beats > before })
}

// AwaitHeard returns once the app said in a heartbeat, on this connection or a later one of
// its session, that it has all that was told so far.
func (c *Socket) AwaitHeard(t testing.TB) {
	t.Helper()
	c.session.mu.Lock()
	last := c.session.gone + len(c.session.told)
	c.session.mu.Unlock()
	c.server.await(t, "a heartbeat with the last number", func() bool { return c.session.heard >= last })
}

// AwaitGone returns the code with which the app closed the connection, once it has ended; 0 where it did not say.
func (c *Socket) AwaitGone(t testing.TB) (code int) {
	t.Helper()
	c.server.await(t, "the end of a connection", func() bool {
		select {
		case <-c.Gone:
			code = c.closed
			return true
		default:
			return false
		}
	})
	return code
}

// Presence returns how the app says that it is there, as JSON.
func (c *Socket) Presence() string {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return string(c.presence)
}

// Cut ends the connection without a word, as a lost network does.
func (c *Socket) Cut() {
	if tcp, ok := c.conn.NetConn().(*net.TCPConn); ok {
		tcp.SetLinger(0)
	}
	c.conn.Close()
}
