// Package adapter is what the bot needs on every chat, whichever that is: the way of a
// message from its arrival to its answer, words in pieces that fit, files and faults. The
// policies and limits of a chat stay with the chat's own package.
package adapter

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/cenkalti/backoff/v5"

	"verbatim/bot/vitals"
)

// Unsent is an error of a request that may be sent again without harm: it did not arrive or
// was not taken, for certain, or can be taken only once.
type Unsent struct{ Cause error }

func (u Unsent) Error() string { return u.Cause.Error() }

func (u Unsent) Unwrap() error { return u.Cause }

// Bare returns an error of package http without the address, which may hold a secret.
func Bare(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// Unreadable says what is wrong with JSON, by the error of reading it, without a word of it.
func Unreadable(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return "it is no JSON object"
	case errors.As(err, &kind):
		return "the field " + kind.Field + " is of another kind"
	}
	return "it is no JSON"
}

// Pauses returns the pauses between tries. Each is twice as long as the one before, up to
// the longest, and all are spread so that bots do not come together.
func Pauses(first, longest time.Duration) *backoff.ExponentialBackOff {
	return &backoff.ExponentialBackOff{InitialInterval: first, RandomizationFactor: 0.5, Multiplier: 2, MaxInterval: longest}
}

// Pause waits, and reports false when ctx ends before.
func Pause(ctx context.Context, long time.Duration) bool {
	timer := time.NewTimer(long)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// Network returns what keeps connections to a chat for many conversations, and none for so
// long that the chat might just be closing it: what is sent then may have arrived.
// One on which nothing comes any more is closed within a quarter of a minute: many requests
// may share it, and each would wait in vain, and the next after it, until the system gives the
// connection up.
// Its answers with status 429 are counted for the chat that a request's context is for.
func Network() http.RoundTripper {
	const silence = 7 * time.Second
	return counting{transport(silence)}
}

// transport asks the other side of a connection of HTTP/2 for a sign of life after a silence,
// and waits as long for one.
func transport(silence time.Duration) *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = t.MaxIdleConns
	t.IdleConnTimeout = 20 * time.Second
	t.HTTP2 = &http.HTTP2Config{SendPingTimeout: silence, PingTimeout: silence}
	return t
}

// counting counts the requests that are held back.
type counting struct{ *http.Transport }

func (c counting) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := c.Transport.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusTooManyRequests {
		vitals.Of(req.Context()).Count(vitals.Throttled)
	}
	return resp, err
}

// Try tries something until it is done, with pauses between and for so long altogether. What
// is not Unsent is not tried again. The error is that of the last try, where that was Unsent.
func Try[T any](ctx context.Context, pauses backoff.BackOff, total time.Duration, try func() (T, error)) (T, error) {
	var last error
	done, err := backoff.Retry(ctx, func() (done T, err error) {
		done, last = try()
		if last != nil && !errors.As(last, new(Unsent)) {
			return done, backoff.Permanent(last)
		}
		return done, last
	}, backoff.WithBackOff(pauses), backoff.WithMaxElapsedTime(total))
	if err != nil && errors.As(last, new(Unsent)) {
		return done, last
	}
	return done, err
}
