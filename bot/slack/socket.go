package slack

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"

	"verbatim/bot/adapter"
)

// longestEnvelope is more than any that Slack sends. It is not to be met by what a person can
// write: it ends the connection, and again as often as the envelope comes.
const longestEnvelope = 32 << 20 // bytes

// socket is one connection.
type socket struct {
	conn *websocket.Conn
	mode *socketMode
	left chan error    // gets one value when another connection is wanted
	over chan struct{} // closed when this one has ended

	until   time.Time // what is alive by then, is
	greeted bool
	leaving bool

	writing sync.Mutex
	useful  bool // an envelope was acknowledged on it
}

// read takes what comes until the connection ends.
func (s *socket) read() {
	defer close(s.over)
	defer s.conn.Close()
	s.conn.SetReadLimit(longestEnvelope)
	s.conn.SetPongHandler(func(string) error { return s.alive() })
	s.conn.SetPingHandler(func(data string) error {
		s.conn.WriteControl(websocket.PongMessage, []byte(data), time.Now().Add(s.mode.write)) // a failure ends the connection, which is seen here
		return s.alive()
	})
	err := s.conn.SetReadDeadline(s.until)
	for err == nil {
		var message []byte
		if _, message, err = s.conn.ReadMessage(); err == nil {
			err = s.understand(message)
		}
	}
	if s.greeted {
		s.mode.link.Closed()
	}
	if !s.leaving {
		s.left <- err
	}
}

// alive notes that something came. A connection that has not greeted, or is about to end,
// gets no more time by that.
func (s *socket) alive() error {
	if s.greeted && !s.leaving {
		s.until = time.Now().Add(s.mode.silence)
	}
	return s.conn.SetReadDeadline(s.until)
}

// ping asks the other side for a sign of life, and ends the connection with ctx.
func (s *socket) ping(ctx context.Context) {
	tick := time.NewTicker(s.mode.ping)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(s.mode.write)) // a failure is seen where it is read
		case <-s.over:
			return
		case <-ctx.Done():
			s.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseNormalClosure, ""), time.Now().Add(adapter.LastMoment))
			s.conn.Close()
			return
		}
	}
}

// envelope is what comes on a socket.
type envelope struct {
	ID      string          `json:"envelope_id"`
	Type    string          `json:"type"`
	Reason  string          `json:"reason"` // of a disconnect
	Payload json.RawMessage `json:"payload"`
}

// understand does what a message asks for. An error ends the connection.
func (s *socket) understand(message []byte) error {
	var e envelope
	if err := json.Unmarshal(message, &e); err != nil {
		s.mode.log.Warn("Slack sent something that cannot be read", "error", adapter.Unreadable(err))
		return s.alive()
	}
	if !s.greeted && (e.Type == "hello" || e.ID != "") { // what brings envelopes is good, greeting or not
		s.greeted = true
		s.mode.worked.Store(true)
		s.mode.link.Opened()
		s.mode.ready()
	}
	switch {
	case e.Type == "disconnect":
		return s.disconnect(e.Reason)
	case e.ID != "" && known(e.Type):
		if !s.mode.take(delivery{e.Type, e.Payload}, func() { s.acknowledge(e.ID) }) {
			s.mode.log.Warn("too much waits for the disk: an envelope is left to come again")
		}
	case e.ID != "":
		s.acknowledge(e.ID)
	}
	return s.alive()
}

func known(kind string) bool {
	return kind == eventPayload || kind == interactionPayload || kind == commandPayload
}

// disconnect has another connection opened while this one is read to its end, where Slack
// asks for that.
func (s *socket) disconnect(reason string) error {
	switch reason {
	case "warning", "refresh_requested":
	case "link_disabled":
		return slack.SlackErrorResponse{Err: reason}
	default:
		return errors.New("disconnected by Slack: " + strconv.Quote(reason))
	}
	if !s.leaving {
		s.leaving = true
		s.until = time.Now().Add(s.mode.overlap)
		s.left <- nil
	}
	return s.alive()
}

// acknowledge says that an envelope has come, on the connection on which it came. Where
// that fails the envelope comes again, and is known.
func (s *socket) acknowledge(id string) {
	s.writing.Lock()
	defer s.writing.Unlock()
	err := s.conn.SetWriteDeadline(time.Now().Add(s.mode.write))
	if err == nil {
		err = s.conn.WriteJSON(map[string]string{"envelope_id": id})
	}
	if err != nil {
		s.mode.log.Debug("an acknowledgement is not sent", "error", err)
		return
	}
	s.useful = true
}

// wasUseful reports whether an envelope was acknowledged on a connection.
func (s *socket) wasUseful() bool {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.useful
}

func (s *socket) ended() bool {
	select {
	case <-s.over:
		return true
	default:
		return false
	}
}
