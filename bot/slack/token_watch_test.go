package slack

import (
	"strings"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

// Of two tokens one is revoked while the socket stands: the bot knows which without being asked
// anything, and when that is over.
func TestATokenThatIsRevokedIsNoticed(t *testing.T) {
	r := prepare(t)
	r.pace.tokens = time.Millisecond
	second := r.slack.Install("T2")
	r.tokens = []string{second.Token}
	r.start(t)
	r.slack.Socket(t)
	chat := r.vitals.Chat("slack")
	asked := func(c slacktest.Call) bool { return c.Method == "auth.test" && c.Token == second.Token }

	r.slack.Fail("auth.test", 4, slacktest.Fault{Status: 503}) // which says nothing of a token
	for range 2 {
		r.slack.AwaitRefused(t, asked)
	}
	if all := chat.Barred(); len(all) > 0 {
		t.Errorf("while Slack is not well: %v", all)
	}
	second.Change(func(w *slacktest.Workspace) { w.Refused = "token_revoked" })
	for range 2 { // before the second it knows what the first said
		r.slack.AwaitRefused(t, asked)
	}
	if all := chat.Barred(); len(all) != 1 || !strings.HasPrefix(all[0].Error(), "SLACK_BOT_TOKEN (number 2): Slack says token_revoked: ") {
		t.Errorf("once it is revoked: %v", all)
	}
	before := 0
	for _, c := range r.slack.Calls() {
		if asked(c) {
			before++
		}
	}
	second.Change(func(w *slacktest.Workspace) { w.Refused = "" })
	r.slack.AwaitCount(t, before+2, asked)
	if all := chat.Barred(); len(all) > 0 {
		t.Errorf("once it is taken again: %v", all)
	}
	r.stop()
	for says, times := range map[string]int{"a token no more": 1, "a token again": 1} {
		if n := strings.Count(r.Log.String(), says); n != times {
			t.Errorf("the log tells %d times of %s: %s", n, says, &r.Log)
		}
	}
}

// Nor does one that was revoked before keep the bot out of the workspaces of the others, as it
// would after the next restart.
func TestATokenThatIsNotTakenAtTheStartLeavesTheOthersAlone(t *testing.T) {
	r := prepare(t)
	r.pace.tokens = time.Millisecond
	second := r.slack.Install("T2")
	second.Change(func(w *slacktest.Workspace) { w.Refused = "account_inactive" })
	r.tokens = []string{second.Token}
	r.start(t)
	r.slack.Socket(t).Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	r.slack.Await(t, slacktest.To("D1", ""))
	if all := r.vitals.Chat("slack").Barred(); len(all) != 1 || !strings.HasPrefix(all[0].Error(), "SLACK_BOT_TOKEN (number 2): Slack says account_inactive: ") {
		t.Errorf("it is known that %v", all)
	}
}
