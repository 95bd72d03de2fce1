package discordtest

import (
	"time"

	"github.com/gorilla/websocket"
)

// Moment is when something happens on a connection.
type Moment int

// In place of what Discord says at the first four, a script does what it wants; at the
// last two it comes behind it.
const (
	Hello     Moment = iota // when it is opened, in place of HELLO
	Identify                // in place of READY
	Resume                  // in place of what is told again, and of RESUMED
	Heartbeat               // in place of an acknowledgement
	Ready                   // behind READY and the servers
	Resumed                 // behind RESUMED
)

// At has the next connections that come to a moment, so many of them, do something else.
func (s *Server) At(m Moment, times int, act func(*Socket)) {
	s.change(func() {
		for range times {
			s.scripts[m] = append(s.scripts[m], act)
		}
	})
}

// Forget takes back what At wanted at a moment.
func (s *Server) Forget(m Moment) { s.change(func() { delete(s.scripts, m) }) }

func (s *Server) nextAct(m Moment) (act func(*Socket)) {
	s.change(func() {
		if waiting := s.scripts[m]; len(waiting) > 0 {
			act, s.scripts[m] = waiting[0], waiting[1:]
		}
	})
	return act
}

// Nothing is what a silent Discord does.
func (c *Socket) Nothing() {}

// Reconnect asks the app to connect again and resume.
func (c *Socket) Reconnect() { c.send(opReconnect, nil) }

// Invalidate tells the app that its session is invalid, and whether it may be resumed all the same.
func (c *Socket) Invalidate(resumable bool) {
	if c.session != nil {
		c.session.part(c, !resumable)
	}
	c.send(opInvalid, resumable)
}

// AskBeat asks for a heartbeat at once.
func (c *Socket) AskBeat() { c.send(opHeartbeat, nil) }

// Freeze plays dead: the connection stays open, and nothing comes of it any more.
func (c *Socket) Freeze() { c.freeze() }

// SendRaw sends a text as it is.
func (c *Socket) SendRaw(text string) {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.conn.WriteMessage(websocket.TextMessage, []byte(text))
}

// Close ends the connection with one of Discord's codes. Code 1006 stands for none: that
// is what the app then sees.
func (c *Socket) Close(code int) {
	if c.session != nil {
		c.session.part(c, endsSession[code])
	}
	if code != websocket.CloseAbnormalClosure {
		said := websocket.FormatCloseMessage(code, reasons[code])
		c.conn.WriteControl(websocket.CloseMessage, said, time.Now().Add(time.Second))
	}
	c.conn.Close()
}

// endsSession are the codes after which a session cannot be resumed.
var endsSession = map[int]bool{1000: true, 1001: true, 4004: true, 4007: true, 4009: true, 4010: true, 4011: true, 4012: true, 4013: true, 4014: true}

// reasons are what Discord says beside its codes.
var reasons = map[int]string{
	4000: "Unknown error.", 4002: "Error while decoding payload.", 4004: "Authentication failed.", 4007: "Invalid seq.",
	4008: "Rate limited.", 4009: "Session timed out.", 4010: "Invalid shard.", 4011: "Sharding required.",
	4012: "Invalid API version.", 4013: "Invalid intent(s).", 4014: "Disallowed intent(s).",
}
