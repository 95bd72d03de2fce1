package slack

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/slack-go/slack"

	"verbatim/bot/adapter"
)

const (
	tryTime         = 30 * time.Second // for one request with its response
	tryingTime      = 5 * time.Minute  // for all tries of a request, the waiting that Slack asks for included
	longestResponse = 4 << 20          // bytes
)

// courier sends requests to Slack, and again while they did not arrive, were not taken, or
// met a fault in which Slack does not act: what may have been said is not repeated.
type courier struct {
	first, each, total time.Duration // pauses begin with first; each is for one try
	held               *holds
}

var network = adapter.Network()

// plainClient tries once.
func plainClient() *http.Client {
	return &http.Client{Transport: network, Timeout: tryTime, CheckRedirect: adapter.NoRedirect}
}

// client tries again, as courier does, for so long. It is for one token.
func client(trying time.Duration) *http.Client {
	return &http.Client{Transport: courier{firstPause, tryTime, trying, newHolds()}, CheckRedirect: adapter.NoRedirect}
}

// uploader is a client for large files.
func uploader() *http.Client {
	return &http.Client{Transport: courier{firstPause, uploadTime, uploadTime, newHolds()}, CheckRedirect: adapter.NoRedirect}
}

// errTruncated is of a message that Slack has cut: the person does not see all of it.
var errTruncated = errors.New("message_truncated: Slack has cut what was sent")

func (c courier) RoundTrip(req *http.Request) (*http.Response, error) {
	about := limited(req)
	return adapter.Try(req.Context(), adapter.Pauses(c.first, longestPause), c.total, func() (*http.Response, error) {
		if err := c.wait(req.Context(), about); err != nil {
			return nil, err
		}
		resp, err := c.try(req)
		var busy *backoff.RetryAfterError
		if errors.As(err, &busy) {
			c.held.hold(about, busy.Duration, time.Now())
		}
		return resp, err
	})
}

// wait returns when it is a request's turn, with an error where that would be too late.
func (c courier) wait(ctx context.Context, about string) error {
	by := time.Now().Add(c.total)
	if end, ok := ctx.Deadline(); ok && end.Before(by) {
		by = end
	}
	long, ok := c.held.turn(about, time.Now(), by)
	if !ok {
		return backoff.Permanent(adapter.Unsent{Cause: context.DeadlineExceeded})
	}
	if long > 0 && !adapter.Pause(ctx, long) {
		return backoff.Permanent(adapter.Unsent{Cause: ctx.Err()})
	}
	return nil
}

// try sends a request once and reads its response.
func (c courier) try(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), c.each)
	defer cancel()
	var connected atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }})
	once := req.Clone(ctx)
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}
		once.Body = body
	}
	resp, err := network.RoundTrip(once)
	if err != nil && (!connected.Load() || harmless(req)) {
		return nil, adapter.Unsent{Cause: err}
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := settle(resp); err != nil {
		return nil, err
	}
	return resp, nil
}

// repeatable are the methods of Slack's that may be done twice: they look something up, or
// put the same into the same place.
var repeatable = []string{
	"assistant.threads.setSuggestedPrompts", "chat.update", "conversations.open", "files.info", "usergroups.list",
	"usergroups.users.list", "users.info", "views.publish",
}

// harmless reports whether a request may be sent again where it may have arrived.
func harmless(req *http.Request) bool { return slices.Contains(repeatable, path.Base(req.URL.Path)) }

// broken are the statuses with which Slack fails before it acts, as far as is known. With
// others, such as that of a gateway that no longer waits, it may have acted.
var broken = []int{http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable}

// settle reads the body of a response, and returns what it says went wrong.
func settle(resp *http.Response) error {
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return adapter.Unsent{Cause: &backoff.RetryAfterError{Duration: retryAfter(resp)}}
	case slices.Contains(broken, resp.StatusCode):
		return adapter.Unsent{Cause: fmt.Errorf("status %s from Slack", resp.Status)}
	}
	body, err := io.ReadAll(http.MaxBytesReader(nil, resp.Body, longestResponse))
	if err != nil {
		return err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return warned(body)
}

// warned looks for what slack-go does not look for when it posts.
func warned(body []byte) error {
	var said slack.SlackResponse
	if json.Unmarshal(body, &said) != nil {
		return nil // a response_url may answer just ok
	}
	const cut = "message_truncated"
	switch {
	case said.Error == "ratelimited" || said.Error == "rate_limited":
		return adapter.Unsent{Cause: said.Err()}
	case slices.Contains(strings.Split(said.Warning, ","), cut) || slices.Contains(said.ResponseMetadata.Warnings, cut):
		return errTruncated
	}
	return said.Err() // which slack-go does not look for at a response_url
}

// retryAfter returns how long Slack asks to wait: at least a second.
func retryAfter(resp *http.Response) time.Duration {
	seconds, err := strconv.Atoi(strings.TrimSpace(resp.Header.Get("Retry-After")))
	if err != nil || seconds < 1 {
		seconds = 1
	}
	return time.Duration(min(seconds, int(time.Hour/time.Second))) * time.Second
}
