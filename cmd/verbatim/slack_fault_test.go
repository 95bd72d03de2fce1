package main

import (
	"net/http"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// With nothing but the message that shows them, buttons work after a restart, and so does
// a follow-up.
func TestTalksGoOnAfterARestart(t *testing.T) {
	t.Parallel()
	for _, overHTTP := range []bool{false, true} {
		s := inSlack(t, overHTTP)
		s.start(t)
		k := s.talk(t)
		thread := k.asks(aboutSpying)
		first := k.hears(inThread(k.channel, thread), "Ren Zhengfei")
		k.tells(k.team.Command(k.asker, k.channel, "/ask", aboutBackdoors))
		alone := k.hears(onlyTo(k.asker, k.channel), onBackdoors)
		k.tells(k.team.HomeOpened(k.asker, "home"))

		s.stop(t)
		s.start(t)
		k.pressesAll(first, thread)
		k.presses(k.asker, alone, "Share in channel")
		k.hears(inThread(k.channel, ""), "shared an answer to", onBackdoors)
		k.hears(func(c slacktest.Call) bool { return c.Args["delete_original"] == true })
		k.writes(k.asker, thread, aboutBackdoors)
		k.hears(inThread(k.channel, thread), onBackdoors)
		s.settle(t)
	}
}

// What was acknowledged is answered, even by the next process.
func TestAKilledProgramAnswersAfterwards(t *testing.T) {
	t.Parallel()
	for _, overHTTP := range []bool{false, true} {
		s := inSlack(t, overHTTP)
		s.start(t)
		k := s.talk(t)
		s.slack.Fail("chat.postMessage", 1, slacktest.Fault{Hold: make(chan struct{})})
		m := k.team.Mention(k.asker, k.channel, "", aboutBackdoors)
		k.tells(m)
		s.slack.AwaitHeld(t)
		s.program.Process.Kill()
		s.program.Wait() // the kill is its error

		s.start(t)
		k.hears(inThread(k.channel, m.TS()), onBackdoors)
		k.tells(m) // once more, as Slack does that had no acknowledgement
		s.settle(t)
	}
}

func TestSocketsComeAndGo(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	s.start(t)
	k := s.talk(t)
	asked := func(send func(slacktest.Request)) slacktest.Request {
		t.Helper()
		m := k.team.Mention(k.asker, k.channel, "", aboutBackdoors)
		send(m)
		return m
	}
	answered := func(m slacktest.Request) {
		t.Helper()
		k.hears(inThread(k.channel, m.TS()), onBackdoors)
	}
	again := func(m slacktest.Request) {
		m.Attempt, m.Reason = m.Attempt+1, "timeout"
		k.tells(m)
	}

	for _, reason := range []string{"warning", "refresh_requested"} {
		old := s.socket
		old.Disconnect(reason)
		behind := asked(func(r slacktest.Request) { old.Send(r) }) // right behind it
		answered(behind)
		s.socket = s.slack.Socket(t)
		answered(asked(func(r slacktest.Request) { old.Deliver(t, r) })) // the old one still counts
		answered(asked(k.tells))
		again(behind)
		old.Cut()
		answered(asked(k.tells))
	}

	m := asked(func(r slacktest.Request) { s.socket.SendAndLoseAck(r) })
	s.socket = s.slack.Socket(t)
	again(m)
	again(m)
	answered(m)

	m = asked(k.tells)
	s.socket.Cut()
	s.socket = s.slack.Socket(t)
	again(m)
	answered(m)

	m = asked(func(r slacktest.Request) { s.socket.SendAndCut(r) })
	s.socket = s.slack.Socket(t)
	again(m)
	answered(m)

	for _, odd := range []string{"not JSON", "[1]", `"text"`, "null", "{}", `{"type": "events_api", "envelope_id": "e"}`, `{"type": "hello"}`} {
		s.socket.SendRaw(odd)
	}
	k.tells(slacktest.Request{Type: "something_new", Payload: map[string]any{"a": 1}})
	k.tells(slacktest.Request{Type: "events_api", Payload: map[string]any{"type": "event_callback", "event": "odd"}})
	k.tells(slacktest.Request{Type: "interactive", Payload: map[string]any{"type": "view_submission"}})
	answered(asked(k.tells))
	s.settle(t)
}

func TestSlackFails(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	s.start(t)
	const post = "chat.postMessage"
	for _, test := range []struct {
		name   string
		method string
		times  int
		fault  slacktest.Fault
		hold   func(k *talk, thread string)
	}{
		{"it asks to wait", post, 1, slacktest.Fault{Status: http.StatusTooManyRequests, RetryAfter: 1}, func(k *talk, thread string) {
			s.slack.AwaitRefused(t, func(c slacktest.Call) bool { return c.Method == post && c.Channel == k.channel })
			k.hears(inThread(k.channel, thread), onBackdoors)
		}},
		{"it is out of order", post, 2, slacktest.Fault{Status: http.StatusBadGateway}, func(k *talk, thread string) {
			k.hears(inThread(k.channel, thread), onBackdoors)
		}},
		{"it cuts what is long", post, 1, slacktest.Fault{Warning: "message_truncated"}, func(k *talk, thread string) {
			k.hears(inThread(k.channel, thread), onBackdoors)
			k.hears(onlyTo(k.asker, k.channel), "Something went wrong")
		}},
		{"its answer is lost", post, 1, slacktest.Fault{Lost: true}, func(k *talk, thread string) {
			k.hears(inThread(k.channel, thread), onBackdoors)
			k.hears(onlyTo(k.asker, k.channel), "Something went wrong")
		}},
		{"it refuses", post, 1, slacktest.Fault{Error: "restricted_action"}, func(k *talk, thread string) {
			k.hears(onlyTo(k.asker, k.channel), "Something went wrong")
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			k := s.talk(t)
			s.slack.Fail(test.method, test.times, test.fault)
			test.hold(k, k.asks(aboutBackdoors))
		})
	}
	t.Run("it lets the bot into no channel", func(t *testing.T) {
		k := s.talk(t)
		k.tells(k.team.Command(k.asker, k.channel, "/ask", aboutBackdoors))
		alone := k.hears(onlyTo(k.asker, k.channel), onBackdoors)
		s.slack.Fail(post, 1, slacktest.Fault{Error: "not_in_channel"})
		k.presses(k.asker, alone, "Share in channel")
		k.hears(func(c slacktest.Call) bool {
			return c.Method == "response_url" && c.Channel == k.channel && !c.Ephemeral
		}, "shared an answer to", onBackdoors)
		k.hears(func(c slacktest.Call) bool { return c.Args["delete_original"] == true && c.Channel == k.channel })
	})
	t.Run("it is slow in one conversation", func(t *testing.T) {
		slow, quick := s.talk(t), s.talk(t)
		release := make(chan struct{})
		s.slack.Fail(post, 1, slacktest.Fault{Hold: release})
		thread := slow.asks(aboutBackdoors)
		s.slack.AwaitHeld(t)
		slow.writes(slow.asker, thread, "hello")
		slow.tells(slow.team.Mention(slow.asker, slow.channel, thread, aboutSpying))
		quick.hears(inThread(quick.channel, quick.asks(aboutBackdoors)), onBackdoors)
		close(release)
		slow.hears(inThread(slow.channel, thread), onBackdoors)
		slow.hears(inThread(slow.channel, thread), "Ren Zhengfei")
	})
	s.settle(t)
}
