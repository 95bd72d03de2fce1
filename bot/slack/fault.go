package slack

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/slack-go/slack"
)

// The pauses between tries.
const (
	firstPause   = 500 * time.Millisecond
	longestPause = 30 * time.Second
)

// passing are the errors of Slack that another try may not meet.
var passing = []string{
	"accesslimited", "fatal_error", "internal_error", "ratelimited", "rate_limited", "request_timeout",
	"service_unavailable", "team_added_to_org",
}

// hopeless reports whether Slack refuses, and would again.
func hopeless(err error) bool {
	var refused slack.SlackErrorResponse
	var status slack.StatusCodeError
	switch {
	case errors.As(err, &refused):
		return !slices.Contains(passing, refused.Err)
	case errors.As(err, &status):
		return status.Code < 500 && status.Code != http.StatusTooManyRequests && status.Code != http.StatusRequestTimeout
	}
	return false
}

// lasting keeps backoff.Retry from trying again what is hopeless.
func lasting(err error) error {
	if hopeless(err) {
		return backoff.Permanent(err)
	}
	return err
}

// ends are the errors of Slack for a token that it took before.
var ends = []string{"account_inactive", "token_expired", "token_revoked"}

func outlived(err error) bool {
	var refused slack.SlackErrorResponse
	return errors.As(err, &refused) && slices.Contains(ends, refused.Err)
}

// remedies tell what mends an error of Slack.
var remedies = map[string]string{
	"invalid_auth":           "the token is not one that Slack knows; copy it again from the app's settings",
	"not_authed":             "the token is empty; copy it again from the app's settings",
	"account_inactive":       "the app is no longer in that workspace; install it again",
	"token_revoked":          "the token was revoked; install the app again and take the new one",
	"token_expired":          "the token has expired; take a new one from the app's settings",
	"not_allowed_token_type": "that is another kind of token; SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-",
	"missing_scope":          "the token lacks a scope; an app-level token needs connections:write",
	"link_disabled":          "Socket Mode is switched off; switch it on in the app's settings",
}

// explain says in one line what Slack has against what was given.
func explain(err error, given string) error {
	var refused slack.SlackErrorResponse
	var status slack.StatusCodeError
	switch {
	case errors.As(err, &status):
		return fmt.Errorf("%s: Slack answers with status %d: --slack-api may be wrong", given, status.Code)
	case !errors.As(err, &refused):
		return fmt.Errorf("%s: Slack cannot be used: %w", given, err)
	}
	remedy, ok := remedies[refused.Err]
	if !ok {
		remedy = "verbatim doctor may tell more"
	}
	return fmt.Errorf("%s: Slack says %w: %s", given, refused, remedy)
}
