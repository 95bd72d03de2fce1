package slack

import (
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/bot/adapter"
	"verbatim/bot/slack/slacktest"
)

const goodSecret = "0123456789abcdef0123456789abcdef"

// examined returns what is found, by what was looked at.
func examined(t *testing.T, c Config) map[string]adapter.Finding {
	t.Helper()
	found := map[string]adapter.Finding{}
	for f := range Examine(t.Context(), c) {
		found[f.Check] = f
		if strings.Contains(f.Detail, "canary") {
			t.Errorf("%s: it tells a secret: %s", f.Check, f.Detail)
		}
	}
	return found
}

func TestExamineTellsWhatIsWrong(t *testing.T) {
	const app = slacktest.AppToken
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, test := range []struct {
		name   string
		config Config
		slack  func(s *slacktest.Server, w *slacktest.Workspace)
		check  string
		status string
		says   string
	}{
		{"all is well", Config{AppToken: app}, nil, "bot token", adapter.OK, "verbatim in Workspace T1 (T1)"},
		{"all is well", Config{AppToken: app}, nil, "scopes", adapter.OK, "all 13"},
		{"all is well", Config{AppToken: app}, nil, "socket", adapter.OK, "hello"},
		{"all is well", Config{AppToken: app}, nil, "clock", adapter.OK, ""},
		{"no bot token", Config{BotTokens: []string{""}}, nil, "bot token", adapter.Wrong, "OAuth & Permissions"},
		{"no bot token", Config{BotTokens: []string{""}}, nil, "scopes", adapter.Skipped, ""},
		{"a user's token", Config{BotTokens: []string{"xoxp-canary"}}, nil, "bot token", adapter.Wrong, "a user's token"},
		{"an app's token", Config{BotTokens: []string{app}}, nil, "bot token", adapter.Wrong, "an app-level token"},
		{"a bot token that expires", Config{BotTokens: []string{"xoxe.xoxb-canary"}}, nil, "bot token", adapter.Wrong, "switch token rotation off"},
		{"tokens of two apps", Config{AppToken: app}, func(_ *slacktest.Server, w *slacktest.Workspace) {
			w.Change(func(w *slacktest.Workspace) { w.App = "A9OTHER" })
		}, "socket", adapter.Wrong, "SLACK_BOT_TOKEN of the app A9OTHER"},
		{"something else", Config{BotTokens: []string{"canary"}}, nil, "bot token", adapter.Wrong, "no token of Slack's"},
		{"an old bot token", Config{BotTokens: []string{"xoxb-canary"}}, nil, "bot token", adapter.Wrong, "invalid_auth"},
		{"Slack is down", Config{}, func(s *slacktest.Server, _ *slacktest.Workspace) {
			s.Fail("auth.test", 1, slacktest.Fault{Status: http.StatusServiceUnavailable})
		}, "bot token", adapter.Wrong, "503"},
		{"a scope is missing", Config{}, func(_ *slacktest.Server, w *slacktest.Workspace) {
			w.Change(func(w *slacktest.Workspace) { w.Scopes = []string{"chat:write", "commands"} })
		}, "scopes", adapter.Wrong, "app_mentions:read, assistant:write, channels:history, files:read, files:write, groups:history, im:history, im:write, mpim:history, usergroups:read, users:read missing"},
		{"no app token", Config{}, nil, "socket", adapter.Wrong, "connections:write"},
		{"a bot token as app token", Config{AppToken: "xoxb-canary"}, nil, "socket", adapter.Wrong, "a bot token"},
		{"an old app token", Config{AppToken: "xapp-canary"}, nil, "socket", adapter.Wrong, "invalid_auth"},
		{"over HTTP", Config{HTTP: "127.0.0.1:0", SigningSecret: goodSecret}, nil, "signing secret", adapter.OK, ""},
		{"over HTTP", Config{HTTP: "127.0.0.1:0", SigningSecret: goodSecret}, nil, "address", adapter.OK, ""},
		{"no secret", Config{HTTP: "127.0.0.1:0"}, nil, "signing secret", adapter.Wrong, "Basic Information"},
		{"a secret that is none of Slack's", Config{HTTP: "127.0.0.1:0", SigningSecret: "canary"}, nil, "signing secret", adapter.OK, "32 hexadecimal digits"},
		{"the address is taken", Config{HTTP: taken.Addr().String(), SigningSecret: goodSecret}, nil, "address", adapter.OK, "is taken"},
		{"no address", Config{HTTP: "192.0.2.1:3000", SigningSecret: goodSecret}, nil, "address", adapter.Wrong, "--slack-http"},
	} {
		t.Run(test.name+"/"+test.check, func(t *testing.T) {
			s := slacktest.New(t)
			w := s.Install("T1")
			if test.slack != nil {
				test.slack(s, w)
			}
			c := test.config
			c.API = s.API()
			if c.BotTokens == nil {
				c.BotTokens = []string{w.Token}
			}
			f := examined(t, c)[test.check]
			if f.Status != test.status || !strings.Contains(f.Detail, test.says) {
				t.Errorf("it says %q, %q; want %q, with %q", f.Status, f.Detail, test.status, test.says)
			}
		})
	}
}

func TestExamineLooksAtEveryToken(t *testing.T) {
	s := slacktest.New(t)
	first, second := s.Install("T1"), s.Install("T2")
	var told []string
	for f := range Examine(t.Context(), Config{API: s.API(), BotTokens: []string{first.Token, second.Token, "xoxb-canary"}, AppToken: slacktest.AppToken}) {
		told = append(told, f.Check+" "+f.Status)
	}
	want := []string{
		"bot token ok", "scopes ok", "clock ok", "bot token ok", "scopes ok", "clock ok",
		"bot token wrong", "scopes skipped", "clock ok", "socket ok",
	}
	if !slices.Equal(told, want) {
		t.Errorf("it tells %q", told)
	}
}

// A proxy that lets requests through and WebSockets not is common.
func TestExamineTellsOfASocketThatDoesNotOpen(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	for name, answer := range map[string]http.HandlerFunc{
		"refused":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
		"hijacked": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		t.Run(name, func(t *testing.T) {
			proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.HasSuffix(r.URL.Path, "/apps.connections.open") {
					w.Write([]byte(`{"ok": true, "url": "ws://` + r.Host + `/link?ticket=canary"}`))
					return
				}
				answer(w, r)
			}))
			defer proxy.Close()
			f := examined(t, Config{API: proxy.URL + "/", BotTokens: []string{w.Token}, AppToken: slacktest.AppToken})["socket"]
			if f.Status != adapter.Wrong || !strings.Contains(f.Detail, "firewall") {
				t.Errorf("it says %q, %q", f.Status, f.Detail)
			}
		})
	}
}

func TestTheClockIsComparedWithSlacks(t *testing.T) {
	for ahead, want := range map[time.Duration]string{
		0: adapter.OK, 30 * time.Second: adapter.OK, -30 * time.Second: adapter.OK, 2 * time.Minute: adapter.Wrong, -2 * time.Minute: adapter.Wrong,
	} {
		h := http.Header{"Date": {time.Now().Add(-ahead).UTC().Format(http.TimeFormat)}}
		f := examineClock(h)
		if f.Status != want {
			t.Errorf("%s ahead it says %v", ahead, f)
		}
		if behind := strings.Contains(f.Detail, "behind"); behind != (ahead < -clockTolerance) {
			t.Errorf("%s ahead it says %q", ahead, f.Detail)
		}
	}
	if f := examineClock(nil); f.Status != adapter.Skipped {
		t.Errorf("without a date it says %v", f)
	}
}
