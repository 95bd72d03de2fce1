package slack

import (
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

// tooLong is a wait that Slack asks for, longer than a request is tried.
var tooLong = slacktest.Fault{Status: 429, RetryAfter: int(2 * tryingTime / time.Second)}

func TestWhatSlackDoesNotTakeForLongIsSentLater(t *testing.T) {
	r := prepare(t)
	r.pace.again, r.pace.trying = time.Millisecond, time.Millisecond
	r.start(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Command("U1", "C1", "/ask", moonAsked))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	r.slack.Fail("chat.postMessage", 3, slacktest.Fault{Status: 503})
	socket.Deliver(t, r.home.Press("U1", private, "Share in channel"))
	if c := r.slack.Await(t, slacktest.Method("chat.postMessage")); !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("what is shared in the end is %s", c.Shown())
	}
	r.stop()
	r.start(t)
	r.slack.Socket(t)
	r.stop()
	if n := r.count("chat.postMessage"); n != 1 {
		t.Errorf("it is shared %d times", n)
	}
}

func TestWhatIsStillNotSentAtTheEndIsAfterARestart(t *testing.T) {
	r := begin(t)
	r.slack.Fail("chat.postMessage", 1, tooLong)
	r.slack.Socket(t).Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	r.slack.AwaitRefused(t, slacktest.Method("chat.postMessage"))
	r.stop()
	r.start(t)
	r.slack.Await(t, slacktest.To("D1", ""))
}

func TestWhoIsInAnotherWorkspaceIsTold(t *testing.T) {
	r := begin(t)
	foreign := r.slack.Install("T9")
	socket := r.slack.Socket(t)
	for _, q := range []slacktest.Request{
		foreign.Command("U1", "C1", "/ask", moonAsked),
		foreign.Shortcut(findSource, "U1", "C1", "", "U2", "The moon is 384,400 kilometres away"),
	} {
		socket.Deliver(t, q)
		if c := r.slack.Await(t, slacktest.Method("response_url")); !c.Ephemeral || !strings.Contains(c.Shown(), string(bot.NotHere)) {
			t.Errorf("the person is told %v: %s", c, c.Shown())
		}
	}
	socket.Deliver(t, foreign.Mention("U1", "C1", "", moonAsked))
	r.stop()
	if n := strings.Count(r.Log.String(), "workspace=T9"); n != 1 {
		t.Errorf("the log tells of it %d times: %s", n, &r.Log)
	}
}
