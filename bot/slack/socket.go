// Socket Mode has a loop of its own here. The one of slack-go drops a connection as soon
// as Slack says that it will end, with the events still on it; sends a late
// acknowledgement on a connection that does not know the envelope; leaves envelopes of an
// unknown kind unacknowledged, so that they come again; and comes back without a pause
// when it is cut off again and again.

package slack

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"
)

// socketPace is how long things take on a socket.
type socketPace struct {
	hello   time.Duration // the most before Slack greets
	ping    time.Duration // between pings of ours
	silence time.Duration // after which a connection is dead
	overlap time.Duration // for which an old connection is read beside the new one
	write   time.Duration // the most for a message to be sent
	first   time.Duration // the first pause before another connection; each further one is longer
	held    time.Duration // after which a connection is thought to be good, and pauses begin anew
}

var usualSocketPace = socketPace{
	hello: 10 * time.Second, ping: 10 * time.Second, silence: 30 * time.Second, overlap: 30 * time.Second,
	write: 5 * time.Second, first: firstPause, held: 30 * time.Second,
}

// longestEnvelope is more than any that Slack sends.
const longestEnvelope = 1 << 20 // bytes

// socketMode keeps a connection to Slack open.
type socketMode struct {
	log  *slog.Logger
	open func(context.Context) (address string, err error)
	take func(d delivery, acknowledge func()) bool
	socketPace
}

// openSocket returns what asks Slack for the address of a new socket, with a ticket in it.
func (c Config) openSocket() func(context.Context) (string, error) {
	api := slack.New("", slack.OptionAppLevelToken(c.AppToken), slack.OptionAPIURL(c.api()), slack.OptionHTTPClient(plainClient()))
	return func(ctx context.Context) (string, error) {
		_, address, err := api.StartSocketModeContext(ctx)
		return address, bare(err)
	}
}

// run keeps a connection open until ctx ends, and returns an error when Slack will not have one.
func (m *socketMode) run(ctx context.Context) error {
	var all sync.WaitGroup
	defer all.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	pauses := reconnect(m.first)
	for ctx.Err() == nil {
		began := time.Now()
		err := m.connect(ctx, &all)
		if ctx.Err() != nil {
			break
		}
		if hopeless(err) {
			return explain(err, "SLACK_APP_TOKEN")
		}
		wait := m.wait(pauses, time.Since(began), err)
		m.log.Info("another connection to Slack is opened", "why", why(err), "in", wait.Round(time.Millisecond))
		pause(ctx, wait)
	}
	return nil
}

// wait returns how long it is until another connection: longer and longer where none is
// good for anything.
func (m *socketMode) wait(pauses *backoff.ExponentialBackOff, held time.Duration, err error) time.Duration {
	var busy *slack.RateLimitedError
	if errors.As(err, &busy) {
		return busy.RetryAfter + pauses.NextBackOff()
	}
	if held >= m.held || err == nil {
		pauses.Reset()
	}
	if held >= m.held {
		return 0
	}
	return pauses.NextBackOff()
}

func why(err error) string {
	if err == nil {
		return "Slack asks for it"
	}
	return err.Error()
}

// connect opens a connection and returns when another is wanted: with nil when Slack asks
// for that, and the old one is still read for a while.
func (m *socketMode) connect(ctx context.Context, all *sync.WaitGroup) error {
	address, err := m.open(ctx)
	if err != nil {
		return err
	}
	dialer := websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: m.hello}
	conn, resp, err := dialer.DialContext(ctx, address, nil)
	if err != nil && resp != nil {
		return errors.New("the socket is refused: " + resp.Status)
	}
	if err != nil {
		return bare(err)
	}
	s := &socket{conn: conn, mode: m, until: time.Now().Add(m.hello), left: make(chan error, 1), over: make(chan struct{})}
	all.Go(s.read)
	all.Go(func() { s.ping(ctx) })
	return <-s.left
}

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
			s.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseNormalClosure, ""), time.Now().Add(s.mode.write))
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
		s.mode.log.Warn("Slack sent something that cannot be read", "error", unreadable(err))
		return s.alive()
	}
	s.greeted = s.greeted || e.Type == "hello" || e.ID != "" // what brings envelopes is good, greeting or not
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
	}
}
