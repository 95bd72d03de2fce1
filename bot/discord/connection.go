package discord

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"

	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

const (
	longestEvent = 64 << 20 // bytes; that of a great server is some

	// keepSession is a code to close a connection with whose session is to be resumed:
	// another than 1000 and 1001, which end it.
	keepSession = 4900

	// Discord takes 120 messages in 60 seconds; a few are left for what has to be sent.
	messagesAMinute = 100

	// mostVain is how many connections one after the other try to resume a session that none
	// of them has: with the pauses between, Discord has given it up by then.
	mostVain = 8
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
		return adapter.Bare(err)
	}
	c := &connection{
		shard: s, conn: conn, over: make(chan struct{}), until: time.Now().Add(s.hello),
		beats: rate.NewLimiter(rate.Every(time.Minute/messagesAMinute), messagesAMinute/10),
	}
	var all sync.WaitGroup
	defer all.Wait()
	defer close(c.over)
	all.Go(func() { c.endWith(ctx) })
	err = c.read(&all)
	if c.ready {
		c.link.Closed()
	}
	s.session.judge(c.ready)
	return err
}

// address returns where to connect: where the session is to be resumed, or when it is time
// for a new session, where Discord says.
func (s *shard) address(ctx context.Context) (string, error) {
	at := s.session.address
	if s.session.id == "" || at == "" {
		var err error
		if at, err = s.entrance(ctx); err != nil {
			return "", err
		}
	}
	u, err := url.Parse(at)
	if err != nil || u.Host == "" {
		return "", errors.New("no address of a gateway from Discord")
	}
	u.RawQuery = url.Values{"v": {discordgo.APIVersion}, "encoding": {"json"}}.Encode()
	return u.String(), nil
}

// entrance returns where Discord says to connect, when it is time for that.
func (s *shard) entrance(ctx context.Context) (string, error) {
	if s.session.id != "" {
		e, err := s.ask(ctx)
		return e.URL, err
	}
	turn := s.turns[s.number%len(s.turns)]
	if err := turn.Wait(ctx); err != nil {
		return "", err
	}
	e, err := s.ask(ctx)
	begin := s.of // at the start all shards begin
	if s.begun {
		begin = 1
	}
	wait := e.patience(begin)
	if err != nil || wait == 0 {
		return e.URL, err
	}
	s.log.Warn("Discord takes few new sessions for now, or none: the bot waits before it begins one", "shard", s.number,
		"left", e.Starts.Remaining, "until", time.Now().Add(wait).Round(time.Second))
	vitals.Of(ctx).Failed(errFewSessions)
	if !adapter.Pause(ctx, wait) {
		return "", ctx.Err()
	}
	return e.URL, turn.Wait(ctx)
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
	c.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(adapter.LastMoment)) // a failure closes it too
}
