package slack

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

// shelve gives the workspace articles whose list takes more posts than a response_url.
func (r *running) shelve(t *testing.T) {
	t.Helper()
	library, err := answer.Open(r.DB.Tenant("slack:T1"))
	if err != nil {
		t.Fatal(err)
	}
	r.Libraries["slack:T1"] = library
	for i := range 20 {
		link := "https://example.org/" + strings.Repeat("&", 990) // each six characters of JSON
		a := &answer.Article{ID: fmt.Sprintf("%02d.txt", i), Title: fmt.Sprint("Title ", i, strings.Repeat("&", 190)), URL: link, Lang: "en", Text: fmt.Sprintf("The moon has %d sides.", i)}
		if _, err := library.Add(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
}

// slacktest holds all that one person is shown to be where it shows.
func TestWhatOnePersonIsToldShowsWhereThereIsNoThread(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Mention("U1", "C1", "", "settings follow-ups everyone"))
	if c := r.slack.Await(t, slacktest.Method("chat.postEphemeral")); c.Thread != "" {
		t.Errorf("a refusal is shown in the thread %s, which nobody has begun", c.Thread)
	}
	socket.Deliver(t, r.home.Command("U1", "C1", "/ask", moonAsked))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	socket.Deliver(t, r.home.Press("U1", private, "Share in channel"))
	shared := r.slack.Await(t, slacktest.Method("chat.postMessage"))
	r.slack.Await(t, slacktest.Method("response_url")) // takes away what was private
	socket.Deliver(t, r.home.Press("U2", shared, "In context"))
	if c := r.slack.Await(t, slacktest.Method("response_url")); !c.Ephemeral || c.Thread != "" {
		t.Errorf("the context is shown in the thread %s, which nobody has begun", c.Thread)
	}
}

func TestWhatAResponseURLTakesNoMoreIsPosted(t *testing.T) {
	for name, fault := range map[string]slacktest.Fault{
		"used up": {Status: 404},
		"too old": {Error: "expired_url"},
	} {
		t.Run(name, func(t *testing.T) {
			r := begin(t)
			r.slack.Fail("response_url", 1, fault)
			r.slack.Socket(t).Deliver(t, r.home.Command("U1", "C1", "/ask", moonAsked))
			if c := r.slack.Await(t, slacktest.Method("chat.postEphemeral")); c.User != "U1" || !strings.Contains(c.Shown(), moonWords) {
				t.Errorf("the answer is %v: %s", c, c.Shown())
			}
		})
	}
}

func TestWhatAResponseURLHasNoRoomForIsPostedWhereTheBotIs(t *testing.T) {
	r := prepare(t)
	r.shelve(t)
	r.start(t)
	r.slack.Socket(t).Deliver(t, r.home.Command("U1", "C1", "/articles", ""))
	r.slack.AwaitCount(t, responseUses-1, slacktest.Method("response_url"))
	r.slack.Await(t, slacktest.Method("chat.postEphemeral"))
	r.stop()
	if log := r.Log.String(); strings.Contains(log, "not sent") {
		t.Errorf("some of it is not sent: %s", log)
	}
}

func TestWhereThereIsNoRoomThePersonIsTold(t *testing.T) {
	r := prepare(t)
	r.shelve(t)
	r.start(t)
	r.slack.Fail("chat.postEphemeral", 1, slacktest.Fault{Error: "not_in_channel"})
	r.slack.Socket(t).Deliver(t, r.home.Command("U1", "C1", "/articles", ""))
	var last slacktest.Call
	for range responseUses {
		last = r.slack.Await(t, slacktest.Method("response_url"))
	}
	if !strings.Contains(last.Shown(), string(bot.CutShort)) {
		t.Errorf("what comes last is %s", last.Shown())
	}
}

// In a direct message of two others the bot can answer what is pressed there, and post nothing.
func TestAPressInADirectMessageOfOthersIsAnswered(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	absent := slacktest.Fault{Error: "channel_not_found"}
	socket.Deliver(t, r.home.Command("U1", "D5", "/ask", moonAsked))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	r.slack.Fail("chat.postMessage", 3, absent)
	socket.Deliver(t, r.home.Press("U1", private, "Share in channel"))
	shared := r.slack.Await(t, slacktest.Method("response_url"))
	r.slack.Await(t, slacktest.Method("response_url")) // takes away what was private
	socket.Deliver(t, r.home.Press("U1", shared, "In context"))
	if c := r.slack.Await(t, slacktest.Method("response_url")); c.Ephemeral || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the asker gets %v: %s", c, c.Shown())
	}
	socket.Deliver(t, r.home.Press("U2", shared, "In context"))
	if c := r.slack.Await(t, slacktest.Method("response_url")); !c.Ephemeral || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the other gets %v: %s", c, c.Shown())
	}
}

func TestASourceFoundForAReplyIsSharedInItsThread(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Shortcut(findSource, "U1", "C1", "5.0", "U2", "The moon is 384,400 kilometres away"))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	if private.Thread != "5.0" {
		t.Errorf("the source is shown in %q", private.Thread)
	}
	socket.Deliver(t, r.home.Press("U1", private, "Share in channel"))
	if c := r.slack.Await(t, slacktest.Method("chat.postMessage")); c.Thread != "5.0" {
		t.Errorf("it is shared in %q", c.Thread)
	}
}

func TestAReplyThatIsBrokenOffDoesNotBeginAnew(t *testing.T) {
	r := prepare(t)
	r.shelve(t)
	r.pace.drain = 0
	r.start(t)
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{})
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Hold: make(chan struct{})})
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Message("U1", "D1", "", "articles"))
	r.slack.AwaitHeld(t)
	r.stop()
	r.start(t)
	r.slack.Socket(t).Deliver(t, r.home.Message("U2", "D1", "", "help")) // is answered after what waits there
	r.slack.Await(t, func(c slacktest.Call) bool { return c.Channel == "D1" && strings.Contains(c.Text, "/ask") })
	r.stop()
	if n := r.count("chat.postMessage"); n != 2 {
		t.Errorf("there are %d posts, want the first part and the help", n)
	}
}
