package slack

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"net"
	"net/http"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"

	"verbatim/bot/adapter"
)

const (
	lookingTime    = 15 * time.Second // for one look at Slack
	clockTolerance = time.Minute      // Slack's signatures are refused at five
	secretLength   = 32               // hexadecimal digits of a signing secret
)

// Examine looks at everything that Slack needs from an operator, and tells of each thing
// as soon as it is known. It changes nothing, and no token is in what it tells.
func Examine(ctx context.Context, c Config) iter.Seq[adapter.Finding] {
	return func(yield func(adapter.Finding) bool) {
		if len(c.BotTokens) == 0 {
			c.BotTokens = []string{""}
		}
		var apps []string // those of the bot tokens
		for i, token := range c.BotTokens {
			found, app := c.examineBot(ctx, c.botTokenName(i), token)
			apps = append(apps, app)
			for _, f := range found {
				if !yield(f) {
					return
				}
			}
		}
		if c.HTTP == "" {
			yield(c.examineSocket(ctx, apps))
			return
		}
		_ = yield(c.examineSecret()) && yield(c.examineAddress(ctx))
	}
}

// examineBot looks at a bot token, and at what Slack says to it. It also returns the id of
// the token's app, where Slack tells it.
func (c Config) examineBot(ctx context.Context, name, token string) (found []adapter.Finding, app string) {
	install := "take the Bot User OAuth Token of the app's page OAuth & Permissions"
	if problem := problemOfToken(name, token, "xoxb-", install); problem != "" {
		return []adapter.Finding{
			adapter.Found("bot token", adapter.Wrong, problem),
			adapter.Found("scopes", adapter.Skipped, "without a bot token"),
			examineClock(nil),
		}, ""
	}
	ctx, cancel := context.WithTimeout(ctx, lookingTime)
	defer cancel()
	var header http.Header
	api := c.looker(token, slack.OptionOnResponseHeaders(func(_ string, h http.Header) { header = h }))
	who, err := api.AuthTestContext(ctx)
	if err != nil {
		return []adapter.Finding{
			adapter.Found("bot token", adapter.Wrong, explain(adapter.Bare(err), name).Error()),
			adapter.Found("scopes", adapter.Skipped, "without an answer to the bot token"),
			examineClock(header),
		}, ""
	}
	is := adapter.Found("bot token", adapter.OK, fmt.Sprintf("the bot is %s in %s (%s)", who.User, who.Team, who.TeamID))
	found = []adapter.Finding{is, examineScopes(header), examineClock(header)}
	bot, err := api.GetBotInfoContext(ctx, slack.GetBotInfoParameters{Bot: who.BotID})
	if err != nil {
		return found, "" // which is no fault: the bot itself asks nothing of that kind
	}
	return found, bot.AppID
}

// looker asks Slack once, and waits for nothing.
func (c Config) looker(token string, more ...slack.Option) *slack.Client {
	return slack.New(token, append(more, slack.OptionAPIURL(c.api()), slack.OptionHTTPClient(plainClient()))...)
}

// kinds are Slack's tokens, by how they begin.
var kinds = []struct{ prefix, is string }{
	{"xoxb-", "a bot token"}, {"xoxp-", "a user's token"}, {"xapp-", "an app-level token"},
	{"xoxe.xoxb-", "a bot token that expires (switch token rotation off)"}, {"xoxe", "a token for configurations"}, {"xox", "a token of another kind"},
}

// problemOfToken returns what is wrong with a token before Slack is asked; empty for nothing.
func problemOfToken(name, token, prefix, mend string) string {
	if token == "" {
		return fmt.Sprintf("%s is not set: %s", name, mend)
	}
	if strings.HasPrefix(token, prefix) {
		return ""
	}
	is := "no token of Slack's"
	for _, k := range kinds {
		if strings.HasPrefix(token, k.prefix) {
			is = k.is
			break
		}
	}
	return fmt.Sprintf("%s is %s, and has to begin with %s: %s", name, is, prefix, mend)
}

// examineScopes compares what the bot may do with what the manifest asks for.
func examineScopes(h http.Header) adapter.Finding {
	granted := h.Values("X-OAuth-Scopes")
	if len(granted) == 0 {
		return adapter.Found("scopes", adapter.Skipped, "Slack does not tell them")
	}
	var missing []string
	has := strings.FieldsFunc(strings.Join(granted, ","), func(r rune) bool { return r == ',' || r == ' ' })
	for _, scope := range botScopes {
		if !slices.Contains(has, scope) {
			missing = append(missing, scope)
		}
	}
	if len(missing) > 0 {
		return adapter.Found("scopes", adapter.Wrong, strings.Join(missing, ", ")+" missing: add it on the app's page OAuth & Permissions, then install the app again there")
	}
	return adapter.Found("scopes", adapter.OK, fmt.Sprint("all ", len(botScopes), " are there"))
}

// examineClock compares Slack's clock with ours.
func examineClock(h http.Header) adapter.Finding {
	theirs, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return adapter.Found("clock", adapter.Skipped, "without an answer of Slack")
	}
	ahead, than := time.Since(theirs), "ahead of"
	if ahead < 0 {
		ahead, than = -ahead, "behind"
	}
	if ahead > clockTolerance {
		return adapter.Found("clock", adapter.Wrong, fmt.Sprintf("it is %s %s Slack's: set it by a time server, for at five minutes signatures fail", ahead.Round(time.Second), than))
	}
	return adapter.Found("clock", adapter.OK, "it agrees with Slack's")
}

// examineSocket opens a socket as Socket Mode does, up to Slack's greeting, and compares
// whose it is with the apps of the bot tokens, as far as Slack tells them.
func (c Config) examineSocket(ctx context.Context, apps []string) adapter.Finding {
	const name = "SLACK_APP_TOKEN"
	mend := "make an App-Level Token with connections:write on the app's page Basic Information; or use HTTP with --slack-http"
	if problem := problemOfToken(name, c.AppToken, "xapp-", mend); problem != "" {
		return adapter.Found("socket", adapter.Wrong, problem)
	}
	ctx, cancel := context.WithTimeout(ctx, lookingTime)
	defer cancel()
	_, address, err := c.looker("", slack.OptionAppLevelToken(c.AppToken)).StartSocketModeContext(ctx)
	if err != nil {
		return adapter.Found("socket", adapter.Wrong, explain(adapter.Bare(err), name).Error())
	}
	app, err := greeted(ctx, address)
	if err != nil {
		return adapter.Found("socket", adapter.Wrong, fmt.Sprintf("the token is taken, but the socket does not open: %v; a proxy or firewall may keep WebSockets out", adapter.Bare(err)))
	}
	for i, other := range apps {
		if app != "" && other != "" && other != app {
			return adapter.Found("socket", adapter.Wrong, fmt.Sprintf("%s is of the app %s, and %s of the app %s: take both from the same app's pages", name, app, c.botTokenName(i), other))
		}
	}
	return adapter.Found("socket", adapter.OK, "the app token opens a socket, and Slack says hello")
}

// greeted returns the id of the app to which Slack says hello on a socket, once it does.
func greeted(ctx context.Context, address string) (app string, err error) {
	conn, resp, err := websocket.DefaultDialer.DialContext(ctx, address, nil)
	if err != nil {
		if resp != nil {
			return "", errors.New("it answers " + resp.Status)
		}
		return "", err
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	var said struct {
		Type, Reason string
		Connection   struct {
			App string `json:"app_id"`
		} `json:"connection_info"`
	}
	if err := conn.ReadJSON(&said); err != nil {
		return "", errors.Join(ctx.Err(), err)
	}
	if said.Type != "hello" {
		return "", fmt.Errorf("it says %s %s", said.Type, said.Reason)
	}
	return said.Connection.App, nil
}

// examineSecret looks at the form of the signing secret: Slack offers nothing to try it on.
func (c Config) examineSecret() adapter.Finding {
	const take = "take the Signing Secret of the app's page Basic Information"
	if c.SigningSecret == "" {
		return adapter.Found("signing secret", adapter.Wrong, "SLACK_SIGNING_SECRET is not set: "+take)
	}
	if _, err := hex.DecodeString(c.SigningSecret); err != nil || len(c.SigningSecret) != secretLength {
		return adapter.Found("signing secret", adapter.OK, fmt.Sprintf("it is there, but not the %d hexadecimal digits that Slack gives: if requests are refused, %s", secretLength, take))
	}
	return adapter.Found("signing secret", adapter.OK, "it has the form of one; Slack's first request will tell")
}

// examineAddress listens for a moment where Slack's requests are to come in.
func (c Config) examineAddress(ctx context.Context) adapter.Finding {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", c.HTTP)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return adapter.Found("address", adapter.OK, c.HTTP+" is taken, which is right while verbatim serve runs")
	case err != nil:
		return adapter.Found("address", adapter.Wrong, fmt.Sprintf("%v: name another with --slack-http, as in :3000", err))
	}
	l.Close()
	return adapter.Found("address", adapter.OK, "the bot can listen at "+c.HTTP+"; Slack has to reach it at the manifest's address")
}
