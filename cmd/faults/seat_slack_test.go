package faults

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

// slackChat is a Slack with the ledger of what is said there.
type slackChat struct {
	testing.TB
	server *slacktest.Server
	*ledger[slacktest.Call]

	mu     sync.Mutex
	socket *slacktest.Socket
	onWay  sync.RWMutex // held by commands and presses on their way, which Slack does not send again
}

func newSlackChat(t testing.TB, server *slacktest.Server) *slackChat {
	c := &slackChat{TB: t, server: server, ledger: newLedger[slacktest.Call]()}
	server.Watch(func(call slacktest.Call) {
		if place := inSlack(call); place != "" {
			c.sees(place, call.Channel+" "+call.TS, call.Text, call)
		}
	})
	return c
}

// inSlack is the place of what a call shows; empty where it shows nothing to read.
func inSlack(c slacktest.Call) string {
	switch {
	case c.Args["delete_original"] == true:
		return ""
	case c.Method == "views.publish":
		return "home of " + c.User
	case c.Ephemeral:
		return alone(c.Channel, c.User)
	case c.Method == "chat.postMessage", c.Method == "chat.update", c.Method == "response_url":
		return c.Channel + " " + c.Thread
	}
	return ""
}

func alone(channel, user string) string { return channel + " for " + user }

// current is the connection on which Slack sends now.
func (c *slackChat) current() *slacktest.Socket {
	c.mu.Lock()
	defer c.mu.Unlock()
	if open := c.server.Sockets(); len(open) > 0 {
		c.socket = open[len(open)-1]
	}
	return c.socket
}

// tell delivers a request until it is acknowledged, as Slack does.
func (c *slackChat) tell(r slacktest.Request) {
	if r.Type != "events_api" {
		c.onWay.RLock()
		defer c.onWay.RUnlock()
	}
	for {
		on := c.current()
		r.ID = on.Send(r)
		if on.Acked(c, r.ID) {
			return
		}
		c.awaitSocket(on)
		r.ID, r.Attempt, r.Reason = "", r.Attempt+1, "timeout"
	}
}

// awaitSocket returns once there is another connection than one.
func (c *slackChat) awaitSocket(than *slacktest.Socket) {
	for c.current() == than && c.Context().Err() == nil {
		time.Sleep(blink)
	}
}

// blink is how soon it is looked again whether something has happened that nothing tells of.
const blink = 5 * time.Millisecond

// cut ends every connection.
func (c *slackChat) cut() {
	c.onWay.Lock()
	defer c.onWay.Unlock()
	for _, s := range c.server.Sockets() {
		s.Cut()
	}
	c.server.Socket(c)
}

// slackSeat is a person in a Slack.
type slackSeat struct {
	*slackChat
	team          *slacktest.Workspace
	user, channel string
	last          slacktest.Request
}

// ask tells something that is to be answered in one of some places, and returns the answer.
func (s *slackSeat) ask(r slacktest.Request, places ...string) (said, bool) {
	s.last = r
	q := s.asks(places...)
	s.tell(r)
	c, ok := s.await(q, fmt.Sprintf("%s in %s: %v", r.Type, places, r.Field("event.text")))
	return said{strings.ReplaceAll(c.Shown(), "\n", " "), c}, ok
}

func (s *slackSeat) mention(text string) (said, bool) {
	m := s.team.Mention(s.user, s.channel, "", text)
	return s.ask(m, s.channel+" "+m.TS(), alone(s.channel, s.user)) // where a person is told what went wrong
}

func (s *slackSeat) goOn(in said, text string) (said, bool) {
	thread := in.place.(slacktest.Call).Thread
	return s.ask(s.team.Message(s.user, s.channel, thread, text), s.channel+" "+thread)
}

func (s *slackSeat) direct(text string) (said, bool) {
	return s.ask(s.team.Message(s.user, "D"+s.user, "", text), "D"+s.user+" ")
}

func (s *slackSeat) command(name, option, value string) (said, bool) {
	name, text, _ := strings.Cut(name, " ")
	if option == "question" {
		text = value
	} else if option != "" {
		text += fmt.Sprintf(" %s:%q", option, value)
	}
	return s.ask(s.team.Command(s.user, s.channel, "/"+name, strings.TrimSpace(text)), alone(s.channel, s.user))
}

func (s *slackSeat) press(on said, label string) (said, bool) {
	c := on.place.(slacktest.Call)
	buttons := slacktest.Buttons(c)
	at := slices.IndexFunc(buttons, func(b slacktest.Button) bool { return b.Label == label })
	if at < 0 {
		s.object("there is no button %q in %q", label, c.Shown())
		return said{}, false
	}
	press := s.team.PressButton(s.user, c, buttons[at])
	if label == "Share in channel" { // or the person is told why not
		return s.ask(press, c.Channel+" ", alone(c.Channel, s.user))
	}
	return s.ask(press, inSlack(c))
}

func (s *slackSeat) load(name, content string) (said, bool) {
	file := s.team.Keep(name, content)
	return s.ask(s.team.WithFiles(s.team.Message(s.user, "D"+s.user, "", "add"), file), "D"+s.user+" ")
}

func (s *slackSeat) again() {
	if s.last.Type != "events_api" {
		return // Slack sends nothing else again
	}
	r := s.last
	r.ID, r.Attempt, r.Reason = "", 1, "timeout"
	s.tell(r)
}

func (s *slackSeat) object(format string, args ...any) { s.errs("in Slack: "+format, args...) }
