package main

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// talk is a conversation in a channel of its own.
type talk struct {
	*testing.T
	*serving
	team         *slacktest.Workspace
	channel      string
	asker, other string
}

// Both ways in, the bot behaves the same; and it says nothing but what is told here.
func TestTalksInSlack(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name     string
		overHTTP bool
	}{{"Socket Mode", false}, {"HTTP", true}} {
		t.Run(way.name, func(t *testing.T) {
			s := inSlack(t, way.overHTTP)
			s.start(t)
			for _, talk := range talks {
				t.Run(talk.name, func(t *testing.T) { talk.hold(s.talk(t)) })
			}
			s.settle(t)
		})
	}
}

func (s *serving) talk(t *testing.T) *talk {
	s.channels++
	return &talk{t, s, s.team, fmt.Sprint("C", s.channels), fmt.Sprint("UASKER", s.channels), fmt.Sprint("UOTHER", s.channels)}
}

// direct is the channel in which the asker writes to the bot alone.
func (k *talk) direct() string { return "D" + k.asker }

func (k *talk) tells(r slacktest.Request) {
	k.Helper()
	k.tell(k.T, r)
}

// asks mentions the bot in the channel, and returns the thread in which the answer belongs.
func (k *talk) asks(text string) (thread string) {
	k.Helper()
	m := k.team.Mention(k.asker, k.channel, "", text)
	k.tells(m)
	return m.TS()
}

// writes writes in a thread without a mention.
func (k *talk) writes(user, thread, text string) {
	k.Helper()
	k.tells(k.team.Message(user, k.channel, thread, text))
}

func (k *talk) presses(user string, on slacktest.Call, label string) {
	k.Helper()
	k.tells(k.team.Press(user, on, label))
}

// hears returns the next thing that is said and matches; it has to hold the words, in its
// blocks and, but for labels, in the text beside them.
func (k *talk) hears(match func(slacktest.Call) bool, words ...string) slacktest.Call {
	k.Helper()
	c := k.slack.Await(k.T, match)
	k.expected[c.Channel]++
	for _, w := range words {
		if !strings.Contains(c.Shown(), w) {
			k.Errorf("it does not say %q: %s", w, c.Shown())
		}
		if !strings.HasPrefix(w, "[") && !strings.Contains(c.Text, w) {
			k.Errorf("the text beside the blocks does not say %q: %q", w, c.Text)
		}
	}
	return c
}

// inThread matches what everybody reads in a thread of a channel; empty for the channel itself.
func inThread(channel, thread string) func(slacktest.Call) bool {
	return func(c slacktest.Call) bool {
		return c.Method == "chat.postMessage" && c.Channel == channel && c.Thread == thread
	}
}

// onlyTo matches what one person alone reads in a channel.
func onlyTo(user, channel string) func(slacktest.Call) bool {
	return func(c slacktest.Call) bool {
		return c.Ephemeral && c.User == user && c.Channel == channel && c.Args["delete_original"] != true
	}
}
