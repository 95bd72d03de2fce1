package slack

import (
	"strings"
	"testing"

	"verbatim/bot/slack/slacktest"
)

const (
	tideText  = "“The tide at Wells rises 7 metres,” said Bo Reed, a harbour master."
	tideAsked = "How far does the tide at Wells rise?"
	tideWords = "7 metres"
)

// The question comes before the article that answers it, and before a restart.
func TestWhatFoundNothingIsAnsweredOnceLoaded(t *testing.T) {
	r := prepare(t)
	r.slack.SetUser("U2", map[string]any{"is_admin": true})
	r.start(t)
	asked := r.home.Mention("U1", "C1", "", tideAsked)
	r.slack.Socket(t).Deliver(t, asked)
	r.await(t, "C1", "do not answer")
	r.stop()
	r.start(t)
	r.slack.Socket(t).Deliver(t, r.home.WithFiles(r.home.Message("U2", "D2", "", "add"), r.home.Keep("tide.txt", tideText)))
	if c := r.await(t, "C1", tideWords); c.Method != "chat.postMessage" || c.Thread != asked.TS() {
		t.Errorf("it is answered by %v", c)
	}
	r.stop()
	if now := r.slack.Standing("C1"); len(now) != 2 {
		t.Errorf("it is answered %d times: %v", len(now)-1, now)
	}
}

func TestAQuoteThatIsTakenOutIsRecalled(t *testing.T) {
	r := begin(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.WithFiles(r.home.Message("U1", "D1", "", "add"), r.home.Keep("tide.txt", tideText)))
	loaded := r.await(t, "D1", "Loaded")
	socket.Deliver(t, r.home.Mention("U2", "C1", "", tideAsked))
	answered := r.await(t, "C1", tideWords)
	socket.Deliver(t, r.home.Press("U1", loaded, "Undo"))
	recalled := r.slack.Await(t, slacktest.Method("chat.update"))
	if recalled.Channel != "C1" || recalled.TS != answered.TS || strings.Contains(recalled.Shown(), tideWords) {
		t.Errorf("what is recalled is %v: %s", recalled, recalled.Shown())
	}
}
