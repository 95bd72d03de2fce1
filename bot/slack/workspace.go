package slack

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/slack-go/slack"

	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

// workspace is where a bot token is installed: one workspace, or all of an organisation.
type workspace struct {
	TeamID     string `json:"team_id"`
	User       string `json:"user_id"` // the bot
	Bot        string `json:"bot_id"`
	Enterprise string `json:"enterprise_id"`
	Everywhere bool   `json:"is_enterprise_install"`

	api     *slack.Client
	number  int    // of the token among those that are given
	address string // the Web API's
	token   string
}

type workspaces []*workspace

// errForeign is of a payload that comes from no workspace of ours. Its articles are nobody's.
var errForeign = errors.New("from a workspace that no token is of")

// of returns the workspace that a payload for a team is for, and through which it is answered.
func (all workspaces) of(t team) (*workspace, error) {
	for _, w := range all {
		if t.id != "" && t.id == w.TeamID {
			return w, nil
		}
	}
	for _, w := range all {
		if w.Everywhere && t.id != "" && t.enterprise != "" && t.enterprise == w.Enterprise {
			return w, nil
		}
	}
	return nil, errForeign
}

// author returns the workspace in whose name our bot wrote a message, and through which
// that is answered; nil where the message is not our bot's.
func (all workspaces) author(teamID, user string) (team, *workspace) {
	for _, w := range all {
		switch {
		case user == "" || user != w.User || teamID == "":
		case teamID == w.TeamID:
			return team{id: teamID}, w
		case w.Everywhere:
			return team{teamID, w.Enterprise}, w
		}
	}
	return team{}, nil
}

// identify asks Slack whose each token is, for as long as it takes to reach Slack. A token
// that Slack never took is an error at once. One that it takes no more is left out, since it
// is its own workspace's, unless there is no other. What is sent with them is tried for so long.
func identify(ctx context.Context, log *slog.Logger, c Config, trying time.Duration) (all workspaces, err error) {
	for i, token := range c.BotTokens {
		w, failed := c.owner(ctx, log, token)
		if failed != nil {
			failed = explain(failed, c.botTokenName(i))
		}
		switch {
		case outlived(failed):
			vitals.Of(ctx).Bar(i, failed)
			log.Error("Slack takes a token no more: nobody is answered there until there is another", "error", failed)
			err = failed
			continue
		case failed != nil:
			return nil, failed
		}
		w.number, w.address, w.token = i, c.api(), token
		w.api = slack.New(token, slack.OptionAPIURL(w.address), slack.OptionHTTPClient(client(trying)))
		all = append(all, w)
	}
	if len(all) > 0 {
		err = nil
	}
	return all, err
}

// owner asks Slack whose a token is, until it says so or does not take it.
func (c Config) owner(ctx context.Context, log *slog.Logger, token string) (*workspace, error) {
	return backoff.Retry(ctx, func() (*workspace, error) {
		return c.authTest(ctx, token)
	}, backoff.WithBackOff(adapter.Pauses(firstPause, longestPause)), backoff.WithMaxElapsedTime(0), backoff.WithNotify(func(err error, wait time.Duration) {
		vitals.Of(ctx).Failed(err)
		log.Warn("Slack cannot be reached", "error", err, "again", wait.Round(time.Millisecond))
	}))
}

func (c Config) botTokenName(i int) string {
	if len(c.BotTokens) == 1 {
		return "SLACK_BOT_TOKEN"
	}
	return "SLACK_BOT_TOKEN (number " + strconv.Itoa(i+1) + ")"
}

// api returns the Web API's address.
func (c Config) api() string {
	if c.API == "" {
		return slack.APIURL
	}
	return strings.TrimSuffix(c.API, "/") + "/"
}

// authTest is slack-go's, but that this tells whether the token is of a whole organisation.
func (c Config) authTest(ctx context.Context, token string) (*workspace, error) {
	ctx, cancel := context.WithTimeout(ctx, tryTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.api()+"auth.test", nil)
	if err != nil {
		return nil, backoff.Permanent(fmt.Errorf("the address of Slack's API: %w", adapter.Bare(err)))
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := plainClient().Do(req)
	if err != nil {
		return nil, adapter.Bare(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusTooManyRequests {
		return nil, &backoff.RetryAfterError{Duration: retryAfter(resp)}
	}
	if resp.StatusCode != http.StatusOK {
		return nil, lasting(slack.StatusCodeError{Code: resp.StatusCode, Status: resp.Status})
	}
	var said struct {
		slack.SlackResponse
		workspace
	}
	if err := json.NewDecoder(http.MaxBytesReader(nil, resp.Body, longestResponse)).Decode(&said); err != nil {
		return nil, fmt.Errorf("the answer to auth.test cannot be read: %w", err)
	}
	if err := said.Err(); err != nil {
		return nil, lasting(err)
	}
	return &said.workspace, nil
}

// ids tells the workspaces for the log, and the organisations of which all are meant.
func (all workspaces) ids() string {
	var ids []string
	for _, w := range all {
		ids = append(ids, cmp.Or(w.TeamID, w.Enterprise))
	}
	return strings.Join(ids, ", ")
}
