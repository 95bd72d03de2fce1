package slack

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/slack/slacktest"
	"verbatim/store"
)

func TestWhereTooMuchWaitsThePersonIsTold(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	hold := make(chan struct{})
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Hold: hold})
	for i := range waitingToBeAnswered + 5 { // one is being sent, 100 wait
		socket.Deliver(t, r.home.Mention(fmt.Sprint("U", i), "C1", "5.0", moonAsked))
	}
	c := r.slack.Await(t, slacktest.Method("chat.postEphemeral"))
	if c.Thread != "5.0" || !strings.Contains(c.Shown(), string(bot.Busy)) {
		t.Errorf("the person is told %v", c)
	}
	socket.Deliver(t, r.home.Mention("U1", "C2", "", moonAsked))
	r.slack.Await(t, slacktest.To("C2", "")) // while C1 still waits
	close(hold)
	r.slack.AwaitCount(t, 1+waitingToBeAnswered, slacktest.To("C1", "5.0"))
}

func TestAPanicEndsNothingElse(t *testing.T) {
	r := prepare(t)
	whole := r.Tenants()
	broken := bot.Tenants{Memory: whole.Memory, Library: func(name string) (*answer.Library, error) {
		if name == "slack:T1" {
			return nil, nil // which panics as soon as it is asked
		}
		return whole.Library(name)
	}}
	other := r.slack.Install("T2")
	log := r.Logger()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, log, bot.New(log, broken), Config{
			BotTokens: []string{r.home.Token, other.Token}, AppToken: slacktest.AppToken, API: r.slack.API(),
		})
	}()
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	if c := r.slack.Await(t, slacktest.To("D1", "")); !strings.Contains(c.Shown(), string(bot.WentWrong)) {
		t.Errorf("the person is told %q", c.Shown())
	}
	socket.Deliver(t, other.Message("U1", "D2", "", moonAsked))
	if c := r.slack.Await(t, slacktest.To("D2", "")); c.Token != other.Token || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the other workspace gets %v: %s", c, c.Shown())
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if log := r.Log.String(); !strings.Contains(log, "runtime/debug.Stack") || strings.Contains(log, "moon") {
		t.Errorf("the log wants the stack, and no word of a message: %s", log)
	}
}

// Even where what is remembered of a workspace cannot be opened.
func TestAPanicBeforeAMessageIsNotedEndsNothingElse(t *testing.T) {
	r := prepare(t)
	r.home.Change(func(w *slacktest.Workspace) { w.OrgWide, w.Enterprise = true, "E1" })
	whole := r.Tenants()
	broken := bot.Tenants{Library: whole.Library, Memory: func(name string) *store.Tenant {
		if name == "slack:T9" {
			panic("canary")
		}
		return whole.Memory(name)
	}}
	log := r.Logger()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, log, bot.New(log, broken), Config{BotTokens: []string{r.home.Token}, AppToken: slacktest.AppToken, API: r.slack.API()})
	}()
	socket := r.slack.Socket(t)
	socket.Send(r.home.Message("U1", "D1", "", moonAsked).With("authorizations.0.team_id", "T9"))
	socket.Deliver(t, r.home.Message("U2", "D2", "", moonAsked).With("authorizations.0.team_id", "T8"))
	r.slack.Await(t, slacktest.To("D2", ""))
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if log := r.Log.String(); !strings.Contains(log, "runtime/debug.Stack") || strings.Contains(log, "canary") {
		t.Errorf("the log wants the stack, and no value: %s", log)
	}
}

// listeningAt finds in a log where the bot listens.
var listeningAt = regexp.MustCompile(`listening for Slack.* address=(\S+)`)

func TestOverHTTPAllIsTheSame(t *testing.T) {
	r := prepare(t)
	lines, out := io.Pipe()
	log := slog.New(slog.NewTextHandler(out, nil))
	at := make(chan string, 1)
	go func() {
		var seen []byte
		buf := make([]byte, 4096)
		for {
			n, err := lines.Read(buf)
			if err != nil {
				return
			}
			seen = append(seen, buf[:n]...)
			if m := listeningAt.FindSubmatch(seen); m != nil {
				at <- string(m[1])
				io.Copy(io.Discard, lines)
				return
			}
		}
	}()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, log, bot.New(log, r.Tenants()), Config{
			BotTokens: []string{r.home.Token}, SigningSecret: secret, HTTP: "127.0.0.1:0", API: r.slack.API(),
		})
	}()
	address := "http://" + <-at + eventsPath
	post := func(q slacktest.Request) {
		t.Helper()
		if status, said := slacktest.Post(t, address, secret, q); status != http.StatusOK || said != "" {
			t.Errorf("it is answered %d %q", status, said)
		}
	}
	message := r.home.Message("U1", "D1", "", moonAsked)
	for range 3 {
		post(message)
	}
	r.slack.Await(t, slacktest.To("D1", ""))
	post(r.home.Command("U1", "C1", "/ask", moonAsked))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	post(r.home.Press("U1", private, "Share in channel"))
	r.slack.Await(t, slacktest.To("C1", ""))
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n := r.count("chat.postMessage"); n != 2 {
		t.Errorf("there are %d posts, two are wanted", n)
	}
}

func TestWhatCannotBeReadIsToldWithoutAWordOfIt(t *testing.T) {
	for payload, want := range map[string]string{
		`[]`:                "it is no JSON object",
		`{`:                 "it is no JSON",
		`{"team_id":["a"]}`: "the field team_id is of another kind",
	} {
		if _, err := ours.read(commandPayload, []byte(payload)); err == nil || adapter.Unreadable(err) != want {
			t.Errorf("of %s it says %q", payload, adapter.Unreadable(err))
		}
	}
}
