package discord

import (
	"context"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"verbatim/bot/adapter"
)

// Discord takes 50 requests a second of a bot, those for interactions not counted. A few at
// once and then so many stay below that in any second.
const (
	requestsASecond = 40
	requestsAtOnce  = 5
)

// Discord keeps an address out for a while from which 10,000 requests come in ten minutes that
// it refuses as not allowed or as too much. A server in which the bot may do nothing, and
// where many ask it, would have all others wait for that.
const (
	refusalsASecond = 10
	refusalsAtOnce  = 2000
)

// limits hold requests back for as long as Discord wants that: one at a time on each
// route, and none while the route or the whole bot is to wait.
type limits struct {
	all      *rate.Limiter
	refusals *rate.Limiter

	mu     sync.Mutex
	routes map[string]*route
	until  time.Time // before which the whole bot is to send nothing
}

// route is what a limit of Discord's is about: a method and a path, for each channel,
// server and interaction on its own.
type route struct {
	turn  chan struct{} // holds one value while a request is under way
	users int           // requests that wait or are under way
	until time.Time     // before which no other is to be sent
}

func newLimits() *limits {
	return &limits{
		all: rate.NewLimiter(requestsASecond, requestsAtOnce), refusals: rate.NewLimiter(refusalsASecond, refusalsAtOnce),
		routes: map[string]*route{},
	}
}

// routeOf names the route of a request: in a path what stands first is told apart, and
// other numbers are not.
func routeOf(method, path string) string {
	path, _, _ = strings.Cut(path, "?")
	parts := strings.Split(path, "/")
	for i := 3; i < len(parts); i++ {
		if strings.Trim(parts[i], "0123456789") == "" {
			parts[i] = ""
		}
	}
	return method + strings.Join(parts, "/")
}

// enter returns when a request may be sent, and what is to be called when it is answered,
// or the error of ctx.
func (l *limits) enter(ctx context.Context, name string, counted bool) (leave func(), err error) {
	r := l.join(name)
	select {
	case r.turn <- struct{}{}:
	case <-ctx.Done():
		l.part(r)
		return nil, ctx.Err()
	}
	leave = func() {
		<-r.turn
		l.part(r)
	}
	for wait := l.wait(r, counted); err == nil && wait > 0; wait = l.wait(r, counted) {
		if !adapter.Pause(ctx, wait) {
			err = ctx.Err()
		}
	}
	if err == nil && counted {
		err = l.all.Wait(ctx)
	}
	if err != nil {
		leave()
		return nil, err
	}
	return leave, nil
}

// manyRoutes is how many are kept before those that hold nothing back are let go.
const manyRoutes = 200

func (l *limits) join(name string) *route {
	l.mu.Lock()
	defer l.mu.Unlock()
	r := l.routes[name]
	if r == nil {
		if len(l.routes) >= manyRoutes {
			l.letGo()
		}
		r = &route{turn: make(chan struct{}, 1)}
		l.routes[name] = r
	}
	r.users++
	return r
}

func (l *limits) part(r *route) {
	l.mu.Lock()
	defer l.mu.Unlock()
	r.users--
}

func (l *limits) letGo() {
	now := time.Now()
	for name, r := range l.routes {
		if r.users == 0 && !r.until.After(now) {
			delete(l.routes, name)
		}
	}
}

// wait returns how long a request has to wait yet.
func (l *limits) wait(r *route, counted bool) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	until := r.until
	if counted && l.until.After(until) {
		until = l.until
	}
	return time.Until(until)
}

// hold holds the requests of a route back, or with an empty name those of the whole bot.
func (l *limits) hold(name string, long time.Duration) {
	until := time.Now().Add(long)
	l.mu.Lock()
	defer l.mu.Unlock()
	if r := l.routes[name]; r != nil {
		r.until = later(r.until, until)
	} else if name == "" {
		l.until = later(l.until, until)
	}
}

// refused notes that a request was refused, and holds the whole bot back where too many are.
func (l *limits) refused() {
	if long := l.refusals.Reserve().Delay(); long > 0 {
		l.hold("", long)
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
