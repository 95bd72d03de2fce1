// Socket Mode has a loop of its own here. The one of slack-go drops a connection as soon
// as Slack says that it will end, with the events still on it; sends a late
// acknowledgement on a connection that does not know the envelope; leaves envelopes of an
// unknown kind unacknowledged, so that they come again; and comes back without a pause
// when it is cut off again and again.

package slack

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"

	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

// socketPace is how long things take on a socket.
type socketPace struct {
	hello   time.Duration // the most before Slack greets
	ping    time.Duration // between pings of ours
	silence time.Duration // after which a connection is dead
	overlap time.Duration // for which an old connection is read beside the new one
	write   time.Duration // the most for a message to be sent
	first   time.Duration // the first pause before another connection; each further one is longer
	held    time.Duration // after which a connection is thought to be good, even where nothing came on it
}

var usualSocketPace = socketPace{
	hello: 10 * time.Second, ping: 10 * time.Second, silence: 30 * time.Second, overlap: 30 * time.Second,
	write: 5 * time.Second, first: firstPause, held: 30 * time.Second,
}

// mostOld is how many connections are read to their end beside the newest. Slack has no
// more than ten for an app.
const mostOld = 3

// socketMode keeps a connection to Slack open.
type socketMode struct {
	log  *slog.Logger
	open func(context.Context) (address string, err error)
	take func(d delivery, acknowledge func()) bool

	ready func()       // is called when Slack greets
	link  *vitals.Link // is up from then on
	socketPace

	all sync.WaitGroup // what is done on connections
	old []*socket      // those that are read beside the newest, the oldest first
}

// openSocket returns what asks Slack for the address of a new socket, with a ticket in it.
func (c Config) openSocket() func(context.Context) (string, error) {
	api := slack.New("", slack.OptionAppLevelToken(c.AppToken), slack.OptionAPIURL(c.api()), slack.OptionHTTPClient(plainClient()))
	return func(ctx context.Context) (string, error) {
		_, address, err := api.StartSocketModeContext(ctx)
		return address, adapter.Bare(err)
	}
}

// run keeps a connection open until ctx ends, and returns an error when Slack will not have one.
func (m *socketMode) run(ctx context.Context) error {
	defer m.all.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	pauses := adapter.Pauses(m.first, longestPause)
	for ctx.Err() == nil {
		began := time.Now()
		useful, err := m.connect(ctx)
		if ctx.Err() != nil {
			break
		}
		if hopeless(err) {
			return explain(err, "SLACK_APP_TOKEN")
		}
		wait := m.wait(pauses, time.Since(began) >= m.held, useful, err)
		vitals.Of(ctx).Failed(err)
		m.log.Info("another connection to Slack is opened", "why", why(err), "in", wait.Round(time.Millisecond))
		adapter.Pause(ctx, wait)
	}
	return nil
}

// wait returns how long it is until another connection: longer and longer where none is
// good for anything. One that held, or on which something was acknowledged, was good.
func (m *socketMode) wait(pauses *backoff.ExponentialBackOff, held, useful bool, err error) time.Duration {
	var busy *slack.RateLimitedError
	if errors.As(err, &busy) {
		return busy.RetryAfter + pauses.NextBackOff()
	}
	if held || useful {
		pauses.Reset()
	}
	if held {
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
// for that, and the old one is still read for a while. It reports whether it was useful.
func (m *socketMode) connect(ctx context.Context) (useful bool, err error) {
	address, err := m.open(ctx)
	if err != nil {
		return false, err
	}
	dialer := websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: m.hello}
	conn, resp, err := dialer.DialContext(ctx, address, nil)
	if err != nil && resp != nil {
		return false, errors.New("the socket is refused: " + resp.Status)
	}
	if err != nil {
		return false, adapter.Bare(err)
	}
	s := &socket{conn: conn, mode: m, until: time.Now().Add(m.hello), left: make(chan error, 1), over: make(chan struct{})}
	m.all.Go(s.read)
	m.all.Go(func() { s.ping(ctx) })
	err = <-s.left
	if err == nil {
		m.keep(s)
	}
	return s.wasUseful(), err
}

// keep has an old connection read to its end, and ends the oldest where they are too many:
// what was not acknowledged there comes again.
func (m *socketMode) keep(s *socket) {
	m.old = slices.DeleteFunc(append(m.old, s), (*socket).ended)
	if len(m.old) > mostOld {
		m.old[0].conn.Close()
		m.old = m.old[1:]
	}
}
