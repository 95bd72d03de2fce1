package faults

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// discordChat is a Discord with the ledger of what is said there.
type discordChat struct {
	testing.TB
	server *discordtest.Server
	*ledger[discordtest.Call]
	cuts int
}

func newDiscordChat(t testing.TB, server *discordtest.Server) *discordChat {
	c := &discordChat{TB: t, server: server, ledger: newLedger[discordtest.Call]()}
	server.Watch(func(call discordtest.Call) {
		if call.Says() {
			c.sees(inDiscord(call), call.ID, call.Content, call)
		}
	})
	return c
}

// inDiscord is the place of what a call shows.
func inDiscord(c discordtest.Call) string {
	if c.Interaction != "" {
		return pressed + c.Interaction
	}
	return c.Channel
}

// cut ends every connection in one of the ways after which the session goes on.
func (c *discordChat) cut() {
	ways := []func(*discordtest.Socket){(*discordtest.Socket).Cut, (*discordtest.Socket).Reconnect, func(s *discordtest.Socket) { s.Close(4000) }}
	c.cuts++
	for _, s := range c.server.Sockets() {
		ways[c.cuts%len(ways)](s)
	}
	c.server.Socket(c)
}

// discordSeat is a person in a Discord.
type discordSeat struct {
	*discordChat
	person  *discordtest.Person
	channel string
	last    discordtest.Event
}

// ask tells something that is to be answered in one of some places, and returns the answer.
func (s *discordSeat) ask(e discordtest.Event, places ...string) (said, bool) {
	s.last = e
	q := s.asks(places...)
	s.server.Tell(e)
	c, ok := s.await(q, fmt.Sprintf("%s in %s: %v", e.Name, places, e.Data["content"]))
	return said{asRead.Replace(c.Shown()), c}, ok
}

// asRead takes out what Discord draws instead of showing.
var asRead = strings.NewReplacer("**", "", "\\", "", "\n> ", " ", "\n", " ")

func (s *discordSeat) mention(text string) (said, bool) {
	m := s.server.Mention(s.person, s.channel, text)
	return s.ask(m, m.ID(), s.server.Direct(s.person)) // where a person is told what went wrong
}

func (s *discordSeat) goOn(in said, text string) (said, bool) {
	thread := in.place.(discordtest.Call).Channel
	return s.ask(s.server.Message(s.person, thread, text), thread)
}

func (s *discordSeat) direct(text string) (said, bool) {
	channel := s.server.Direct(s.person)
	return s.ask(s.server.Message(s.person, channel, text), channel)
}

func (s *discordSeat) command(name, option, value string) (said, bool) {
	var options []discordtest.Option
	if option != "" {
		options = []discordtest.Option{{Name: option, Value: value}}
	}
	if name == "ask" {
		options = append(options, discordtest.Option{Name: "private", Value: true})
	}
	return s.give(name, options...)
}

func (s *discordSeat) give(name string, options ...discordtest.Option) (said, bool) {
	e := s.server.Command(s.person, s.channel, name, options...)
	return s.ask(e, pressed+e.ID())
}

func (s *discordSeat) press(on said, label string) (said, bool) {
	c := on.place.(discordtest.Call)
	for _, b := range discordtest.Buttons(c) {
		if strings.HasPrefix(b.Label, label) { // of several quotes each has its number behind it
			e := s.server.PressButton(s.person, c, b)
			return s.ask(e, pressed+e.ID())
		}
	}
	s.object("there is no button %q among %v in %q", label, discordtest.Buttons(c), c.Shown())
	return said{}, false
}

func (s *discordSeat) load(name, content string) (said, bool) {
	return s.give("articles add", discordtest.Option{Name: "file", Value: discordtest.File{Name: name, Content: []byte(content)}})
}

func (s *discordSeat) again() { s.server.Tell(s.last) }

func (s *discordSeat) object(format string, args ...any) { s.errs("in Discord: "+format, args...) }
