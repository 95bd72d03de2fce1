package slack

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

// pauses finds in a log how long it was until another connection.
var pauses = regexp.MustCompile(`another connection.* in=(\S+)`)

// paused returns how long each pause was, of which there have to be so many.
func (r *running) paused(t *testing.T, n int) (all []time.Duration) {
	t.Helper()
	for _, found := range pauses.FindAllStringSubmatch(r.Log.String(), n) {
		long, err := time.ParseDuration(found[1])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, long)
	}
	if len(all) < n {
		t.Fatalf("the log tells of %d pauses: %s", len(all), &r.Log)
	}
	return all
}

func TestPausesGrowWhileConnectionsAreGoodForNothing(t *testing.T) {
	for name, end := range map[string]func(*slacktest.Socket){
		"cut":       (*slacktest.Socket).Cut,
		"refreshed": func(s *slacktest.Socket) { s.Disconnect("refresh_requested") },
	} {
		t.Run(name, func(t *testing.T) {
			r := hurry(t)
			for range 6 {
				end(r.slack.Socket(t))
			}
			r.slack.Socket(t)
			r.stop()
			if all := r.paused(t, 6); all[5] < 5*all[0] { // 16 to 48 ms after 0.5 to 1.5
				t.Errorf("the pauses are %v", all)
			}
		})
	}
}

func TestPausesBeginAnewWhereSomethingCame(t *testing.T) {
	r := hurry(t)
	for i := range 8 {
		socket := r.slack.Socket(t)
		socket.Deliver(t, r.home.Message("U1", "D1", fmt.Sprint(i, ".0"), "help"))
		socket.Cut()
	}
	r.slack.Socket(t)
	r.stop()
	if all := r.paused(t, 8); slices.Max(all) > 2*hurried.first {
		t.Errorf("the pauses are %v", all)
	}
}

func TestFewOldConnectionsAreReadAtOnce(t *testing.T) {
	r := hurry(t)
	for range 2 * mostOld {
		r.slack.Socket(t).Disconnect("refresh_requested")
	}
	r.slack.Socket(t)
	r.slack.AwaitSockets(t, 1+mostOld)
}

func TestItSaysThatItAnswersOnceItDoes(t *testing.T) {
	r := prepare(t)
	r.slack.Fail("apps.connections.open", 1, slacktest.Fault{Error: "internal_error"})
	r.start(t)
	r.slack.AwaitRefused(t, slacktest.Method("apps.connections.open"))
	if log := r.Log.String(); strings.Contains(log, "answering in Slack") {
		t.Errorf("it says so before: %s", log)
	}
	r.slack.Socket(t).Deliver(t, r.home.Message("U1", "D1", "", "help"))
	if log := r.Log.String(); !strings.Contains(log, "answering in Slack") {
		t.Errorf("it does not say so: %s", log)
	}
}

// A proxy may refuse for a while; before there was a connection that is the address's fault.
func TestWhatHasWorkedIsTriedAgainUnlessTheTokenIsBad(t *testing.T) {
	r := hurry(t)
	socket := r.slack.Socket(t)
	r.slack.Fail("apps.connections.open", 2, slacktest.Fault{Status: 403})
	r.slack.Fail("apps.connections.open", 1, slacktest.Fault{Status: 404})
	socket.Cut()
	r.slack.Socket(t)
}
