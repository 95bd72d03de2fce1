package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/cenkalti/backoff/v5"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

const (
	tryTime         = 20 * time.Second // for one request with its response
	tryingTime      = 5 * time.Minute  // for all tries of a request, the waiting that Discord asks for included
	longestResponse = 8 << 20          // bytes
	shortestPause   = 100 * time.Millisecond
)

const (
	usualAPI  = "https://discord.com"
	userAgent = "DiscordBot (verbatim, 1)" // the form that Discord asks for
)

var network = adapter.Network()

// api sends requests to Discord, and again for as long as that does no harm. It has the
// place of discordgo's, which keeps a bucket for each interaction for ever, sleeps on
// after the end of its context, and gives up at a status 500.
type api struct {
	base, token  string
	own          string // the address that an operator has given; empty for Discord's
	limits       *limits
	first, total time.Duration
}

func newAPI(c Config) *api {
	base := c.API
	if base == "" {
		base = usualAPI
	}
	base = strings.TrimSuffix(base, "/") + "/api/v" + discordgo.APIVersion
	return &api{base, c.Token, c.API, newLimits(), firstPause, tryingTime}
}

// request is what is asked of Discord.
type request struct {
	method, path string
	body         any
	files        []bot.Attachment // that go with the body
	once         bool             // it is not to be sent again where it may have arrived
	open         bool             // its path says who sends it: it needs no token, and is not counted
}

// do sends a request and reads the answer into out, which may be nil, and takes it as it
// is where that is a []byte. The error is refused
// where Discord says no, and unsent where the request may be sent again without harm.
func (a *api) do(ctx context.Context, q request, out any) error {
	body, err := encode(q.body)
	if err != nil {
		return err
	}
	answer, err := adapter.Try(ctx, adapter.Pauses(a.first, longestPause), a.total, func() ([]byte, error) { return a.try(ctx, q, body) })
	if err != nil || out == nil {
		return err
	}
	if raw, ok := out.(*[]byte); ok {
		*raw = answer
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return errors.New("what Discord answers is no JSON: --discord-api may be wrong")
	}
	return nil
}

func encode(body any) ([]byte, error) {
	if body == nil {
		return nil, nil
	}
	return json.Marshal(body)
}

// try sends a request once, when its turn has come.
func (a *api) try(ctx context.Context, q request, body []byte) ([]byte, error) {
	name := routeOf(q.method, q.path)
	leave, err := a.limits.enter(ctx, name, !q.open)
	if err != nil {
		return nil, backoff.Permanent(adapter.Unsent{Cause: err})
	}
	defer leave()
	ctx, cancel := context.WithTimeout(ctx, q.time())
	defer cancel()
	resp, answer, arrived, err := a.send(ctx, q, body)
	if err == nil && resp.StatusCode >= http.StatusInternalServerError {
		err = fmt.Errorf("status %d from Discord", resp.StatusCode)
	}
	if err == nil && countsAsRefused(resp) {
		a.limits.refused()
	}
	switch {
	case errors.As(err, new(unwritten)):
		return nil, err
	case err != nil && arrived && q.once:
		return nil, adapter.Bare(err)
	case err != nil:
		return nil, adapter.Unsent{Cause: adapter.Bare(err)}
	case resp.StatusCode == http.StatusTooManyRequests:
		return nil, a.heldBack(name, resp, answer)
	}
	a.usedUp(name, resp)
	if resp.StatusCode >= http.StatusMultipleChoices {
		return nil, refusal(resp, answer)
	}
	return answer, nil
}

// countsAsRefused reports whether Discord counts a response against the address that sends so
// much of what it refuses. What others have used up it does not.
func countsAsRefused(resp *http.Response) bool {
	switch resp.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
		return true
	case http.StatusTooManyRequests:
		return resp.Header.Get("X-RateLimit-Scope") != "shared"
	}
	return false
}

// usedUp holds a route back whose requests are used up for now, as Discord tells beforehand.
func (a *api) usedUp(name string, resp *http.Response) {
	if resp.Header.Get("X-RateLimit-Remaining") == "0" {
		a.limits.hold(name, headerSeconds(resp, "X-RateLimit-Reset-After"))
	}
}

func refusal(resp *http.Response, answer []byte) error {
	var r refused
	if json.Unmarshal(answer, &r) != nil {
		r = refused{}
	}
	r.Status = resp.StatusCode
	return r
}

// send sends a request and reads the response; arrived reports whether it may have.
func (a *api) send(ctx context.Context, q request, body []byte) (resp *http.Response, answer []byte, arrived bool, err error) {
	var connected atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }})
	content := q.content(ctx, body)
	req, err := http.NewRequestWithContext(ctx, q.method, a.base+q.path, content)
	if err != nil {
		return nil, nil, false, err
	}
	req.ContentLength = content.size
	req.Header.Set("User-Agent", userAgent)
	if !q.open {
		req.Header.Set("Authorization", "Bot "+a.token)
	}
	if body != nil {
		req.Header.Set("Content-Type", content.kind)
	}
	resp, err = network.RoundTrip(req) // which follows no redirect, with a token or without
	if err != nil {
		return nil, nil, connected.Load(), err
	}
	defer resp.Body.Close()
	answer, err = io.ReadAll(http.MaxBytesReader(nil, resp.Body, longestResponse))
	return resp, answer, true, err
}

// heldBack holds back what Discord wants held back, and returns the error that has the
// request sent again after that.
func (a *api) heldBack(name string, resp *http.Response, answer []byte) error {
	var said struct {
		After  float64 `json:"retry_after"` // seconds
		Global bool    `json:"global"`
	}
	readable := json.Unmarshal(answer, &said) == nil
	long := max(seconds(said.After), headerSeconds(resp, "Retry-After"), shortestPause)
	if said.Global || !readable || resp.Header.Get("X-RateLimit-Global") == "true" {
		a.limits.hold("", long)
	} else {
		a.limits.hold(name, long)
	}
	return adapter.Unsent{Cause: &backoff.RetryAfterError{Duration: long}}
}

func headerSeconds(resp *http.Response, name string) time.Duration {
	n, err := strconv.ParseFloat(strings.TrimSpace(resp.Header.Get(name)), 64)
	if err != nil {
		return 0
	}
	return seconds(n)
}

// seconds returns a time of at most a day.
func seconds(n float64) time.Duration {
	const day = 24 * 60 * 60
	if !(n > 0) {
		return 0
	}
	return time.Duration(min(n, day) * float64(time.Second))
}
