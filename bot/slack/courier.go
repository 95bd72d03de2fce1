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
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/cenkalti/backoff/v5"
)

const (
	tryTime         = 30 * time.Second // for one request with its response
	tryingTime      = 5 * time.Minute  // for all tries of a request, the waiting that Slack asks for included
	longestResponse = 4 << 20          // bytes
)

// courier sends requests to Slack, and again for as long as it is certain that they did
// not arrive or were not taken: what may have arrived is not repeated, so that nothing is
// said twice.
type courier struct {
	first, total time.Duration
}

func newCourier() courier { return courier{firstPause, tryingTime} }

// plainClient tries once.
func plainClient() *http.Client {
	return &http.Client{Timeout: tryTime, CheckRedirect: noRedirect}
}

// noRedirect keeps tokens from where a redirect leads.
func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// unsent is an error of a request that Slack has not acted on.
type unsent struct{ error }

func (u unsent) Unwrap() error { return u.error }

// errTruncated is of a message that Slack has cut: the person does not see all of it.
var errTruncated = errors.New("Slack has cut the message (message_truncated)")

func (c courier) RoundTrip(req *http.Request) (*http.Response, error) {
	var last error
	resp, err := backoff.Retry(req.Context(), func() (*http.Response, error) {
		var resp *http.Response
		resp, last = try(req)
		if last != nil && !errors.As(last, new(unsent)) {
			return nil, backoff.Permanent(last)
		}
		return resp, last
	}, backoff.WithBackOff(reconnect(c.first)), backoff.WithMaxElapsedTime(c.total))
	if err != nil && errors.As(last, new(unsent)) {
		return nil, last
	}
	return resp, err
}

// try sends a request once and reads its response.
func try(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), tryTime)
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
	resp, err := http.DefaultTransport.RoundTrip(once)
	if err != nil && !connected.Load() {
		return nil, unsent{err}
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return settled(resp)
}

// settled returns a response with its body read, or what it says went wrong.
func settled(resp *http.Response) (*http.Response, error) {
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return nil, unsent{&backoff.RetryAfterError{Duration: retryAfter(resp)}}
	case resp.StatusCode >= http.StatusInternalServerError:
		return nil, unsent{fmt.Errorf("Slack answers %s", resp.Status)}
	}
	body, err := io.ReadAll(http.MaxBytesReader(nil, resp.Body, longestResponse))
	if err != nil {
		return nil, err
	}
	if truncated(body) {
		return nil, errTruncated
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// truncated looks for the warning in a response; slack-go does not look when it posts.
func truncated(body []byte) bool {
	var said struct {
		Warning  string `json:"warning"`
		Metadata struct {
			Warnings []string `json:"warnings"`
		} `json:"response_metadata"`
	}
	if json.Unmarshal(body, &said) != nil {
		return false
	}
	const warning = "message_truncated"
	return slices.Contains(strings.Split(said.Warning, ","), warning) || slices.Contains(said.Metadata.Warnings, warning)
}

// retryAfter returns how long Slack asks to wait: at least a second.
func retryAfter(resp *http.Response) time.Duration {
	seconds, err := strconv.Atoi(strings.TrimSpace(resp.Header.Get("Retry-After")))
	if err != nil || seconds < 1 {
		seconds = 1
	}
	return time.Duration(min(seconds, int(time.Hour/time.Second))) * time.Second
}
