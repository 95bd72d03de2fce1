package slacktest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"

	"verbatim/bot/slack/slacktest"
)

// A client that others wrote takes this server for Slack.
func TestAClientOfOthersTakesItForSlack(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	api := slack.New(w.Token, slack.OptionAPIURL(s.API()), slack.OptionAppLevelToken(slacktest.AppToken))
	who, err := api.AuthTest()
	if err != nil || who.TeamID != "T1" || who.UserID != w.User || who.BotID != w.Bot {
		t.Fatalf("auth.test tells of %v, %v", who, err)
	}
	events := connect(t, api)
	socket := s.Socket(t)

	mention := w.Mention("U1", "C1", "", "is 1 < 2?")
	envelope := socket.Send(mention)
	e := next(t, events, socketmode.EventTypeEventsAPI)
	said, ok := e.Data.(slackevents.EventsAPIEvent).InnerEvent.Data.(*slackevents.AppMentionEvent)
	if !ok || said.Text != "<@"+w.User+"> is 1 &lt; 2?" || said.Channel != "C1" || said.User != "U1" {
		t.Fatalf("it got %v", e.Data)
	}
	events.Ack(*e.Request)
	if s.Ack(t, envelope).Socket != socket {
		t.Error("the acknowledgement came on another socket")
	}

	button := slack.NewButtonBlockElement("more", "state", slack.NewTextBlockObject("plain_text", "More", false, false))
	_, ts, err := api.PostMessage("C1", slack.MsgOptionText("Yes.", false), slack.MsgOptionTS(mention.TS()),
		slack.MsgOptionBlocks(slack.NewActionBlock("", button)))
	if err != nil {
		t.Fatal(err)
	}
	posted := s.Await(t, slacktest.To("C1", mention.TS()))
	if posted.TS != ts || posted.Text != "Yes." || posted.Shown() != "[More]" {
		t.Errorf("what it posted is kept as %v, %q", posted, posted.Shown())
	}
	socket.Send(w.Press("U2", posted, "More"))
	pressed := next(t, events, socketmode.EventTypeInteractive).Data.(slack.InteractionCallback)
	if got := pressed.ActionCallback.BlockActions[0]; got.Value != "state" || pressed.Container.MessageTs != ts || pressed.User.ID != "U2" {
		t.Errorf("the press came as %v", pressed)
	}
	if err := slack.PostWebhook(pressed.ResponseURL, &slack.WebhookMessage{Text: "More."}); err != nil {
		t.Error(err)
	}
	if shown := s.Await(t, slacktest.Method("response_url")); !shown.Ephemeral || shown.User != "U2" {
		t.Errorf("what went to the response URL is kept as %v", shown)
	}

	socket.Cut()
	s.Socket(t).SendAndLoseAck(w.Command("U1", "C1", "/ask", "why?"))
	e = next(t, events, socketmode.EventTypeSlashCommand)
	if c := e.Data.(slack.SlashCommand); c.Text != "why?" || c.TeamID != "T1" {
		t.Errorf("the command came as %v", c)
	}
	events.Ack(*e.Request)
	s.Socket(t).Disconnect("refresh_requested")
	s.Socket(t)
}

func TestItFailsWhenToldTo(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	api := slack.New(w.Token, slack.OptionAPIURL(s.API()))
	post := func() error {
		_, _, err := api.PostMessage("C1", slack.MsgOptionText("Yes.", false))
		return err
	}
	s.Fail("chat.postMessage", 1, slacktest.Fault{Status: 429, RetryAfter: 7})
	if limited := (*slack.RateLimitedError)(nil); !errors.As(post(), &limited) || limited.RetryAfter != 7*time.Second {
		t.Error("it was not told to wait")
	}
	s.Fail("chat.postMessage", 1, slacktest.Fault{Error: "is_archived"})
	if err := post(); err == nil || err.Error() != "is_archived" {
		t.Errorf("it was told %v", err)
	}
	s.Fail("chat.postMessage", 1, slacktest.Fault{Lost: true})
	if post() == nil {
		t.Error("the answer was not lost")
	}
	hold := make(chan struct{})
	s.Fail("chat.postMessage", 1, slacktest.Fault{Hold: hold})
	slow := make(chan error)
	go func() { slow <- post() }()
	s.AwaitHeld(t)
	if err := post(); err != nil {
		t.Error("one slow answer holds up the next")
	}
	close(hold)
	if err := <-slow; err != nil {
		t.Error(err)
	}
	if done := len(s.Calls()); done != 3 {
		t.Errorf("%d posts were done, want 3", done)
	}
	w.Change(func(w *slacktest.Workspace) { w.Scopes = nil })
	if err := post(); err == nil || err.Error() != "missing_scope" {
		t.Errorf("without a scope it was told %v", err)
	}
}

// connect runs the library's own Socket Mode until the test ends.
func connect(t *testing.T, api *slack.Client) *socketmode.Client {
	client := socketmode.New(api)
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	go func() { defer close(over); client.RunContext(ctx) }()
	t.Cleanup(func() { cancel(); <-over })
	return client
}

func next(t *testing.T, c *socketmode.Client, kind socketmode.EventType) socketmode.Event {
	t.Helper()
	for {
		select {
		case e := <-c.Events:
			if e.Type == kind {
				return e
			}
		case <-t.Context().Done():
			t.Fatalf("no %s came", kind)
		}
	}
}
