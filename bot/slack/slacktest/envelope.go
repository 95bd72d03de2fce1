package slacktest

import (
	"fmt"
	"net"
	"testing"

	"github.com/gorilla/websocket"
)

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

// AwaitSockets returns once so many connections are open, and no more.
func (s *Server) AwaitSockets(t testing.TB, n int) {
	t.Helper()
	s.await(t, fmt.Sprint(n, " sockets"), func() bool { return len(s.openLocked()) == n })
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
