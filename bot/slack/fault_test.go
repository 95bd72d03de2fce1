package slack

import (
	"log/slog"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

func TestWhatSlackDoesNotTakeIsSentAgain(t *testing.T) {
	for name, fault := range map[string]slacktest.Fault{
		"busy":   {Status: 429, RetryAfter: 1},
		"broken": {Status: 503},
	} {
		t.Run(name, func(t *testing.T) {
			r := begin(t)
			r.slack.Fail("chat.postMessage", 1, fault)
			r.slack.Socket(t).Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
			r.slack.AwaitRefused(t, slacktest.Method("chat.postMessage"))
			r.slack.Await(t, slacktest.To("D1", ""))
		})
	}
}

// count returns how often a method was done or refused until all is answered.
func (r *running) count(method string) (n int) {
	for _, c := range r.slack.Calls() {
		if c.Method == method {
			n++
		}
	}
	return n
}

func TestWhatMayHaveArrivedIsNotSentAgain(t *testing.T) {
	r := begin(t)
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Lost: true})
	r.slack.Socket(t).Deliver(t, r.home.Mention("U1", "C1", "", moonAsked))
	r.slack.Await(t, slacktest.Method("chat.postEphemeral")) // the person is told
	r.stop()
	if n := r.count("chat.postMessage"); n != 1 {
		t.Errorf("the answer is sent %d times", n)
	}
}

func TestACutMessageIsAFailure(t *testing.T) {
	r := begin(t)
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Warning: "message_truncated"})
	r.slack.Socket(t).Deliver(t, r.home.Mention("U1", "C1", "", moonAsked))
	if c := r.slack.Await(t, slacktest.Method("chat.postEphemeral")); !strings.Contains(c.Shown(), string(bot.WentWrong)) {
		t.Errorf("the person is told %q", c.Shown())
	}
	r.stop()
	if !strings.Contains(r.Log.String(), "message_truncated") {
		t.Errorf("the log does not tell of it: %s", &r.Log)
	}
}

func TestWhatIsDeliveredAgainIsAnsweredOnce(t *testing.T) {
	r := begin(t)
	m := r.home.Message("U1", "D1", "", moonAsked)
	socket := r.slack.Socket(t)
	for range 3 {
		socket.Deliver(t, m)
	}
	r.slack.Await(t, slacktest.To("D1", ""))
	r.stop()
	r.start(t)
	r.slack.Socket(t).Deliver(t, m)
	r.stop()
	if n := r.count("chat.postMessage"); n != 1 {
		t.Errorf("there are %d answers", n)
	}
}

func TestWhatWasNotAnsweredIsAfterARestart(t *testing.T) {
	r := prepare(t)
	r.pace.drain = 0
	r.start(t)
	socket := r.slack.Socket(t)
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Hold: make(chan struct{})})
	socket.Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	r.slack.AwaitHeld(t)
	socket.Deliver(t, r.home.Message("U1", "D1", "", "help"))
	r.stop() // with an answer on its way, and a question behind it
	r.start(t)
	if c := r.slack.Await(t, slacktest.To("D1", "")); !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the first question is answered with %s", c.Shown())
	}
	if c := r.slack.Await(t, slacktest.To("D1", "")); strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the second question is answered with %s", c.Shown())
	}
}

func TestWhatTheLogTellsHoldsNoWordOfAMessage(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Error: "invalid_blocks"})
	socket.Deliver(t, r.home.Mention("U1", "C1", "", moonAsked))
	socket.SendRaw(`{"type": "events_api", "payload": {"event": "canary`)
	socket.Deliver(t, r.home.Event(map[string]any{"type": "message", "text": []string{"canary"}}))
	r.slack.Await(t, slacktest.Method("chat.postEphemeral"))
	r.stop()
	for _, secret := range []string{"canary", "moon", "U1"} {
		if strings.Contains(r.Log.String(), secret) {
			t.Errorf("the log holds %q: %s", secret, &r.Log)
		}
	}
}

func TestRunSaysAtOnceWhatIsWrong(t *testing.T) {
	r := prepare(t)
	good := []string{r.home.Token}
	for _, c := range []struct {
		name, want string
		config     Config
	}{
		{"no bot token", "SLACK_BOT_TOKEN is missing", Config{AppToken: slacktest.AppToken}},
		{"no app token", "SLACK_APP_TOKEN is missing", Config{BotTokens: good}},
		{"no signing secret", "SLACK_SIGNING_SECRET is missing", Config{BotTokens: good, HTTP: ":0"}},
		{"a wrong bot token", "SLACK_BOT_TOKEN: Slack says invalid_auth", Config{BotTokens: []string{"xoxb-canary"}, AppToken: slacktest.AppToken}},
		{"a wrong second bot token", "SLACK_BOT_TOKEN (number 2): Slack says invalid_auth", Config{BotTokens: append(good, "xoxb-canary"), AppToken: slacktest.AppToken}},
		{"a wrong app token", "SLACK_APP_TOKEN: Slack says invalid_auth", Config{BotTokens: good, AppToken: "xapp-canary"}},
		{"a bot token for an app token", "SLACK_APP_TOKEN: Slack says not_allowed_token_type", Config{BotTokens: good, AppToken: r.home.Token}},
		{"a port in use", "--slack-http: listen", Config{BotTokens: good, SigningSecret: "s", HTTP: strings.TrimPrefix(r.slack.URL, "http://")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.config.API = r.slack.API()
			log := r.Logger()
			err := Run(t.Context(), log, bot.New(log, r.Tenants()), c.config)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "canary") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestRunDoubtsTheAddressWhereThereIsNoSlack(t *testing.T) {
	r := prepare(t)
	r.slack.Fail("auth.test", 1, slacktest.Fault{Status: 404})
	log := slog.New(slog.DiscardHandler)
	err := Run(t.Context(), log, bot.New(log, r.Tenants()), Config{BotTokens: []string{r.home.Token}, AppToken: slacktest.AppToken, API: r.slack.API()})
	if err == nil || err.Error() != "SLACK_BOT_TOKEN: Slack answers with status 404: --slack-api may be wrong" {
		t.Errorf("the error is %v", err)
	}
}

// Who asks where the bot may not post, or no longer, is told so where it may.
func TestWhereTheBotMayNotPostThePersonIsToldInADirectMessage(t *testing.T) {
	for _, refused := range []string{"not_in_channel", "channel_not_found", "is_archived", "restricted_action", "restricted_action_thread_locked"} {
		t.Run(refused, func(t *testing.T) {
			r := begin(t)
			r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Error: refused})
			r.slack.Fail("chat.postEphemeral", 1, slacktest.Fault{Error: refused})
			r.slack.Socket(t).Deliver(t, r.home.Mention("U1", "C1", "", moonAsked))
			r.slack.AwaitRefused(t, slacktest.Method("chat.postEphemeral"))
			if c := r.slack.Await(t, slacktest.To("U1", "")); !strings.Contains(c.Shown(), string(bot.WentWrong)) {
				t.Errorf("the person is told %q", c.Shown())
			}
		})
	}
}
