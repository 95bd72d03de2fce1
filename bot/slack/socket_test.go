package slack

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"verbatim/bot/slack/slacktest"
)

// hurried is the pace of tests in which a connection is to be given up soon.
var hurried = socketPace{
	hello: time.Second, ping: 20 * time.Millisecond, silence: 500 * time.Millisecond, overlap: time.Minute,
	write: time.Second, first: time.Millisecond, held: time.Minute,
}

// hurry starts the bot at the hurried pace.
func hurry(t *testing.T) *running {
	t.Helper()
	r := prepare(t)
	r.pace.socket = hurried
	r.start(t)
	return r
}

func TestAnotherConnectionIsOpenedWhileTheOldIsRead(t *testing.T) {
	for _, reason := range []string{"warning", "refresh_requested"} {
		t.Run(reason, func(t *testing.T) {
			r := hurry(t)
			old := r.slack.Socket(t)
			old.Disconnect(reason)
			behind := old.Send(r.home.Message("U1", "D1", "", moonAsked))
			next := r.slack.Socket(t)
			late := old.Deliver(t, r.home.Message("U2", "D2", "", moonAsked))
			if ack := r.slack.Ack(t, behind); ack.Socket != old || late.Socket != old {
				t.Error("what came on the old connection is not acknowledged there")
			}
			connected := func(when string) {
				t.Helper()
				if o := r.vitals.Chat("slack").Outage(); o.Down > 0 {
					t.Errorf("%s it is not connected: %+v", when, o)
				}
			}
			connected("while both are there")
			if ack := next.Deliver(t, r.home.Message("U3", "D3", "", moonAsked)); ack.Socket != next {
				t.Error("what came on the new connection is not acknowledged there")
			}
			old.Cut()
			<-old.Gone
			connected("once the old connection is over")
			for _, channel := range []string{"D1", "D2", "D3"} {
				r.slack.Await(t, slacktest.To(channel, ""))
			}
		})
	}
}

func TestAnOldConnectionIsLeftInTheEnd(t *testing.T) {
	r := prepare(t)
	r.pace.socket = hurried
	r.pace.socket.overlap = 10 * time.Millisecond
	r.start(t)
	old := r.slack.Socket(t)
	old.Disconnect("refresh_requested")
	<-old.Gone
	r.slack.Socket(t)
}

func TestWhyElseSlackDisconnectsIsTold(t *testing.T) {
	r := hurry(t)
	for range 3 {
		r.slack.Socket(t).Disconnect("too_many_websockets")
	}
	r.slack.Socket(t)
	r.stop()
	if !strings.Contains(r.Log.String(), "too_many_websockets") {
		t.Errorf("the log does not tell why: %s", &r.Log)
	}
}

func TestWithSocketModeSwitchedOffItEnds(t *testing.T) {
	s := slacktest.New(t)
	c := Config{AppToken: slacktest.AppToken, API: s.API()}
	m := &socketMode{log: slog.New(slog.DiscardHandler), open: c.openSocket(), ready: func() {}, socketPace: hurried}
	ended := make(chan error, 1)
	go func() { ended <- m.run(t.Context()) }()
	s.Socket(t).Disconnect("link_disabled")
	if err := <-ended; err == nil || !strings.HasPrefix(err.Error(), "SLACK_APP_TOKEN: Slack says link_disabled: Socket Mode is switched off") {
		t.Errorf("the error is %v", err)
	}
}

func TestADeadConnectionIsReplaced(t *testing.T) {
	r := hurry(t)
	dead := r.slack.Socket(t)
	dead.Freeze()
	r.slack.Socket(t).Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	r.slack.Await(t, slacktest.To("D1", ""))
}

func TestAConnectionThatIsNotGreetedIsReplaced(t *testing.T) {
	opened := make(chan bool, 10)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		opened <- true
		for err == nil { // answers pings, says nothing
			_, _, err = conn.ReadMessage()
		}
	}))
	defer server.Close()
	pace := hurried
	pace.hello = 100 * time.Millisecond
	ctx, stop := context.WithCancel(t.Context())
	m := &socketMode{log: slog.New(slog.DiscardHandler), open: func(context.Context) (string, error) {
		return "ws" + strings.TrimPrefix(server.URL, "http"), nil
	}, socketPace: pace}
	ended := make(chan error, 1)
	go func() { ended <- m.run(ctx) }()
	<-opened
	<-opened
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestACutConnectionIsReplacedAndWhatItLostComesAgain(t *testing.T) {
	r := hurry(t)
	m := r.home.Message("U1", "D1", "", moonAsked)
	r.slack.Socket(t).SendAndLoseAck(m)
	r.slack.Socket(t).Deliver(t, m)
	r.slack.Await(t, slacktest.To("D1", ""))
	again := r.home.Message("U1", "D1", "", moonAsked)
	r.slack.Sockets()[0].SendAndCut(again)
	r.slack.Socket(t).Deliver(t, again)
	r.slack.Await(t, slacktest.To("D1", ""))
	r.stop()
	if n := r.count("chat.postMessage"); n != 2 {
		t.Errorf("two messages have %d answers", n)
	}
}

func TestWhatIsNotKnownIsAcknowledgedAndWhatCannotBeReadPassedOver(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.SendRaw(`{"type":`)
	socket.SendRaw(`{"envelope_id": 5}`)
	socket.SendRaw(`[]`)
	socket.SendRaw(`{"type":"greeting"}`)
	socket.Deliver(t, slacktest.Request{Type: "frobnicated", Payload: map[string]any{"type": "new"}})
	ack := socket.Deliver(t, slacktest.Request{Type: eventPayload, Payload: map[string]any{"event": []int{5}}})
	if len(ack.Payload) > 0 {
		t.Errorf("the acknowledgement holds %s", ack.Payload)
	}
	socket.Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	r.slack.Await(t, slacktest.To("D1", ""))
}

func TestWhatComesFromElsewhereIsAcknowledgedAndDropped(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Mention("U1", "C1", "", moonAsked).With("authorizations.0.team_id", "T9"))
	socket.Deliver(t, slacktest.FromOtherSide(r.home.Mention("U1", "C1", "", moonAsked), "T9"))
	r.slack.Await(t, slacktest.To("C1", ""))
	r.stop()
	if n := r.count("chat.postMessage"); n != 1 {
		t.Errorf("there are %d answers, one is wanted", n)
	}
}

func TestSlackIsAskedAgainUntilItIsThere(t *testing.T) {
	r := prepare(t)
	r.pace.socket = hurried
	r.slack.Fail("apps.connections.open", 2, slacktest.Fault{Status: 503})
	r.slack.Fail("apps.connections.open", 1, slacktest.Fault{Error: "internal_error"})
	r.slack.Fail("auth.test", 1, slacktest.Fault{Status: 500})
	r.start(t)
	r.slack.Socket(t)
}

// A message of 40,000 characters, each third a mention, comes with what each of these is.
func TestAHugeEnvelopeEndsNoConnection(t *testing.T) {
	r := hurry(t)
	socket := r.slack.Socket(t)
	m := r.home.Mention("U1", "C1", "", moonAsked).With("event.blocks", []any{strings.Repeat("x", 4<<20)})
	if ack := socket.Deliver(t, m); ack.Socket != socket {
		t.Error("it is acknowledged on another connection")
	}
	r.slack.Await(t, slacktest.To("C1", m.Field("event.ts").(string)))
}
