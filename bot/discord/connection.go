package discord

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/url"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"

	"verbatim/bot"
)

const (
	longestEvent = 64 << 20 // bytes; that of a great server is some

	// keepSession is a code to close a connection with whose session is to be resumed:
	// another than 1000 and 1001, which end it.
	keepSession = 4900

	// Discord takes 120 messages in 60 seconds; a few are left for what has to be sent.
	messagesAMinute = 100
)

// What a message at the gateway is.
const (
	opEvent     = 0
	opBeat      = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAnswer    = 11
)

// connect opens a connection, and returns why it has ended.
func (s *shard) connect(ctx context.Context) error {
	address, err := s.address(ctx)
	if err != nil {
		return err
	}
	dialer := websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: s.hello}
	conn, resp, err := dialer.DialContext(ctx, address, nil)
	if err != nil {
		s.session.address = "" // it may be gone; the session may not
	}
	if err != nil && resp != nil {
		return errors.New("the gateway refuses: " + resp.Status)
	}
	if err != nil {
		return bare(err)
	}
	c := &connection{
		shard: s, conn: conn, over: make(chan struct{}), until: time.Now().Add(s.hello),
		beats: rate.NewLimiter(rate.Every(time.Minute/messagesAMinute), messagesAMinute/10),
	}
	var all sync.WaitGroup
	defer all.Wait()
	defer close(c.over)
	all.Go(func() { c.endWith(ctx) })
	return c.read(&all)
}

// address returns where to connect: where the session is to be resumed, or when it is time
// for a new session, where Discord says.
func (s *shard) address(ctx context.Context) (string, error) {
	at := s.session.address
	if s.session.id == "" {
		if err := s.turns[s.number%len(s.turns)].Wait(ctx); err != nil {
			return "", err
		}
	}
	if s.session.id == "" || at == "" {
		e, err := s.ask(ctx)
		if err != nil {
			return "", err
		}
		if reset := time.Duration(e.Starts.ResetAfter) * time.Millisecond; s.session.id == "" && e.Starts.Remaining == 0 && reset > 0 {
			s.log.Warn("Discord takes no new session for now", "shard", s.number, "until", time.Now().Add(reset).Round(time.Second))
			pause(ctx, reset)
		}
		at = e.URL
	}
	u, err := url.Parse(at)
	if err != nil || u.Host == "" {
		return "", errors.New("Discord gives no address of a gateway")
	}
	u.RawQuery = url.Values{"v": {discordgo.APIVersion}, "encoding": {"json"}}.Encode()
	return u.String(), nil
}

// connection is one connection of a shard.
type connection struct {
	*shard
	conn *websocket.Conn
	over chan struct{} // closed when this one has ended

	until    time.Time // by when Discord has to give a sign of life, or of a session
	every    time.Duration
	answered time.Time // the last heartbeat
	ready    bool

	owed   atomic.Bool // an answer to a heartbeat has not come yet
	silent atomic.Bool // and did not come before the next was due

	writing sync.Mutex
	beats   *rate.Limiter
}

// read takes what comes until the connection ends, and returns why it did.
func (c *connection) read(all *sync.WaitGroup) (err error) {
	defer c.conn.Close()
	c.conn.SetReadLimit(longestEvent)
	c.conn.SetCloseHandler(func(int, string) error { return nil }) // which else answers with the same code
	for err == nil {
		var data []byte
		if err = c.conn.SetReadDeadline(c.deadline()); err != nil {
			break
		}
		if _, data, err = c.conn.ReadMessage(); err == nil {
			err = c.understand(data, all)
		}
	}
	if closedWith(err) == 0 {
		c.close(keepSession)
	}
	if c.silent.Load() {
		return errSilent
	}
	return err
}

// deadline returns until when what comes next is waited for. Nothing but the answer to a
// heartbeat puts it off.
func (c *connection) deadline() time.Time {
	alive := c.answered.Add(c.every + c.answer)
	if c.answered.IsZero() || !c.ready && c.until.Before(alive) {
		return c.until
	}
	return alive
}

// endWith ends the connection, and with it the session, with ctx.
func (c *connection) endWith(ctx context.Context) {
	select {
	case <-c.over:
	case <-ctx.Done():
		c.close(websocket.CloseNormalClosure)
		c.conn.Close()
	}
}

func (c *connection) close(code int) {
	c.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(c.write)) // a failure closes it too
}

// gatewayMessage is what comes at the gateway.
type gatewayMessage struct {
	Op   int             `json:"op"`
	Seq  int64           `json:"s"`
	Type string          `json:"t"`
	Data json.RawMessage `json:"d"`
}

// understand does what a message asks for. An error ends the connection.
func (c *connection) understand(data []byte, all *sync.WaitGroup) error {
	var m gatewayMessage
	if err := json.Unmarshal(data, &m); err != nil {
		c.log.Warn("Discord sent something that cannot be read", "error", unreadable(err))
		return nil
	}
	switch m.Op {
	case opHello:
		return c.greet(m.Data, all)
	case opAnswer:
		c.answered = time.Now()
		c.owed.Store(false)
	case opBeat:
		if c.beats.Allow() {
			return c.heartbeat()
		}
	case opReconnect:
		return errReconnect
	case opInvalid:
		if string(m.Data) == "true" {
			return errReconnect
		}
		return errInvalid
	case opEvent:
		return c.event(m)
	}
	return nil
}

// greet begins heartbeats, and a session or the rest of one.
func (c *connection) greet(data []byte, all *sync.WaitGroup) error {
	var hello struct {
		Every int `json:"heartbeat_interval"` // milliseconds
	}
	if err := json.Unmarshal(data, &hello); err != nil || hello.Every <= 0 {
		return errors.New("Discord does not say how often it wants a heartbeat")
	}
	if c.every > 0 {
		return nil
	}
	c.every = min(time.Duration(hello.Every)*time.Millisecond, c.beat)
	c.answered, c.until = time.Now(), time.Now().Add(c.shard.ready)
	all.Go(c.keepBeating)
	if c.session.id != "" {
		return c.say(opResume, map[string]any{"token": c.token, "session_id": c.session.id, "seq": c.session.seq.Load()})
	}
	return c.introduce()
}

// introduce asks for a new session.
func (c *connection) introduce() error {
	c.asked = neededIntents | contentIntent
	if c.contentless.Load() {
		c.asked = neededIntents
	}
	c.session.seq.Store(0)
	activity := map[string]any{"name": bot.Presence, "state": bot.Presence, "type": discordgo.ActivityTypeCustom}
	return c.say(opIdentify, map[string]any{
		"token": c.token, "intents": c.asked, "shard": [2]int{c.number, c.of},
		"properties": map[string]string{"os": "linux", "browser": "verbatim", "device": "verbatim"},
		"presence":   map[string]any{"since": nil, "activities": []any{activity}, "status": "online", "afk": false},
	})
}

// keepBeating sends heartbeats, the first after a part of the time.
func (c *connection) keepBeating() {
	timer := time.NewTimer(rand.N(c.every))
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			if c.owed.Swap(true) {
				c.silent.Store(true)
				c.close(keepSession)
				c.conn.Close()
				return
			}
			c.heartbeat() // a failure is seen where it is read
			timer.Reset(c.every)
		case <-c.over:
			return
		}
	}
}

func (c *connection) heartbeat() error {
	if seq := c.session.seq.Load(); seq > 0 {
		return c.say(opBeat, seq)
	}
	return c.say(opBeat, nil)
}

func (c *connection) say(op int, data any) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	err := c.conn.SetWriteDeadline(time.Now().Add(c.write))
	if err == nil {
		err = c.conn.WriteJSON(map[string]any{"op": op, "d": data})
	}
	return err
}

// event hands an event over, and notes what is to be resumed behind it.
func (c *connection) event(m gatewayMessage) error {
	switch m.Type {
	case "READY":
		var begun struct {
			ID      string `json:"session_id"`
			Address string `json:"resume_gateway_url"`
		}
		if err := json.Unmarshal(m.Data, &begun); err != nil {
			return errors.New("Discord begins a session that cannot be read")
		}
		c.session.id, c.session.address = begun.ID, begun.Address
		c.ready = true
	case "RESUMED":
		c.ready = true
	}
	if !c.hand(m) {
		return errTooMuch
	}
	if m.Seq > 0 {
		c.session.seq.Store(m.Seq)
	}
	return nil
}

// hand hands an event over. One that makes the bot panic is passed over.
func (c *connection) hand(m gatewayMessage) (taken bool) {
	defer func() {
		if p := recover(); p != nil {
			c.log.Error("panic", "event", m.Type, "stack", string(debug.Stack()))
			taken = true
		}
	}()
	return c.take(c.number, m.Type, m.Data)
}
