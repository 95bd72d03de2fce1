// The gateway has a loop of its own here. The one of discordgo hangs in Open and in Close
// when Discord is silent or asks for another connection at once; closes with a code that
// ends the session, and then resumes it; does not know where a session is to be resumed;
// identifies without a pause after an invalid session, and for ever with a bad token; and
// hands events over out of order.

package discord

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/cenkalti/backoff/v5"
	"golang.org/x/sync/errgroup"
	"golang.org/x/time/rate"

	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

// gatewayPace is how long things take at the gateway.
type gatewayPace struct {
	hello    time.Duration // the most before Discord greets, and to connect
	ready    time.Duration // the most from there until a session is there
	beat     time.Duration // the most between heartbeats of ours, whatever Discord says
	answer   time.Duration // the most until a heartbeat is answered
	write    time.Duration // the most for something to be sent
	identify time.Duration // between two new sessions
	invalid  time.Duration // the least pause after an invalid session; the most is five times that
	first    time.Duration // the first pause before another connection; each further one is longer
	held     time.Duration // after which a connection is thought to be good, and pauses begin anew
}

// A dead connection is noticed after beat and answer, and another is there before 90 seconds are over.
var usualGatewayPace = gatewayPace{
	hello: 10 * time.Second, ready: 30 * time.Second, beat: 45 * time.Second, answer: 20 * time.Second,
	write: 5 * time.Second, identify: 5100 * time.Millisecond, invalid: time.Second,
	first: firstPause, held: 30 * time.Second,
}

const (
	neededIntents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	contentIntent = discordgo.IntentMessageContent
)

// gateway keeps connections to Discord open, one for each shard.
type gateway struct {
	log    *slog.Logger
	token  string
	shards int // 0 for as many as Discord recommends
	ask    func(context.Context) (*entrance, error)
	take   func(shard int, kind string, data []byte) bool
	work   context.Context // under which an event is taken
	gatewayPace

	contentless atomic.Bool     // the application may not have the message-content intent
	turns       []*rate.Limiter // for new sessions: of the shards with the same remainder
}

// entrance is where the gateway is, and what Discord takes there.
type entrance struct {
	URL    string `json:"url"`
	Shards int    `json:"shards"`
	Starts struct {
		Remaining  int `json:"remaining"`
		ResetAfter int `json:"reset_after"` // milliseconds
		AtOnce     int `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

func newGateway(log *slog.Logger, c Config, a *api, chat *chat, p gatewayPace) *gateway {
	soon := *a
	soon.total = p.hello
	ask := func(ctx context.Context) (*entrance, error) {
		e := &entrance{}
		return e, soon.do(ctx, request{method: http.MethodGet, path: "/gateway/bot"}, e)
	}
	return &gateway{log: log, token: c.Token, shards: c.Shards, ask: ask, take: chat.take, work: chat.work, gatewayPace: p}
}

// run keeps the connections open until ctx ends, and returns an error when Discord will
// not have one.
func (g *gateway) run(ctx context.Context) error {
	e, err := backoff.Retry(ctx, func() (*entrance, error) {
		e, err := g.ask(ctx)
		if final := explain(err); final != nil {
			err = backoff.Permanent(final)
		}
		return e, err
	}, backoff.WithBackOff(adapter.Pauses(g.first, longestPause)), backoff.WithMaxElapsedTime(0), backoff.WithNotify(func(err error, wait time.Duration) {
		vitals.Of(ctx).Failed(err)
		g.log.Warn("Discord cannot be reached", "error", err, "again", wait.Round(time.Millisecond))
	}))
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return err
	}
	for range max(1, e.Starts.AtOnce) {
		g.turns = append(g.turns, rate.NewLimiter(rate.Every(g.identify), 1))
	}
	all, ctx := errgroup.WithContext(ctx)
	shards := cmp.Or(g.shards, e.Shards, 1)
	for n := range shards {
		s := &shard{gateway: g, number: n, of: shards, link: vitals.Of(ctx).Link()}
		all.Go(func() error {
			defer s.link.Remove()
			return s.run(ctx)
		})
	}
	return all.Wait()
}

// shard keeps one connection open, for a share of the servers.
type shard struct {
	*gateway
	number, of int
	session    session
	asked      discordgo.Intent // in the last IDENTIFY
	begun      bool             // a session was ready before
	link       *vitals.Link
}

// session is what can be resumed on another connection. The zero session is none.
type session struct {
	id, address string
	seq         atomic.Int64 // of the last event that was taken
}

var (
	errReconnect = errors.New("asked for by Discord")
	errInvalid   = errors.New("the session is no longer valid")
	errSilent    = errors.New("it answers no heartbeat")
	errTooMuch   = errors.New("too much waits for the disk")
)

func (s *shard) run(ctx context.Context) error {
	pauses := adapter.Pauses(s.first, longestPause)
	for ctx.Err() == nil {
		began := time.Now()
		err := s.connect(ctx)
		if ctx.Err() != nil {
			break
		}
		if err := s.settle(err); err != nil {
			return err
		}
		wait := s.wait(pauses, time.Since(began), err)
		vitals.Of(ctx).Failed(err)
		s.log.Info("another connection to Discord is opened", "shard", s.number, "why", err, "in", wait.Round(time.Millisecond))
		adapter.Pause(ctx, wait)
	}
	return nil
}

// settle sees to what the end of a connection means for the next one. It returns an error
// where there can be none.
func (s *shard) settle(why error) error {
	code := closedWith(why)
	if code == noSuchIntents && s.asked&contentIntent != 0 {
		if s.contentless.CompareAndSwap(false, true) {
			s.log.Warn("without the message-content intent: in servers the bot reads only what mentions it, so that follow-ups and new posts want a mention; it is switched on under Bot in the application's settings")
		}
		return nil
	}
	if errors.Is(why, errInvalid) || endsSession(code) {
		s.session.id = ""
	}
	final := explain(why)
	var r refused
	if s.begun && errors.As(why, &r) && r.Status != http.StatusUnauthorized {
		return nil // what has worked will again, whatever stands in between for now
	}
	return final
}

// wait returns how long it is until another connection: longer and longer where none is
// good for anything.
func (s *shard) wait(pauses *backoff.ExponentialBackOff, held time.Duration, why error) time.Duration {
	if held >= s.held {
		pauses.Reset()
	}
	wait := pauses.NextBackOff()
	if errors.Is(why, errInvalid) {
		return max(wait, s.invalid+rand.N(4*s.invalid))
	}
	return wait
}
