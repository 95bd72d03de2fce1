package main

import (
	"net"
	"strings"
	"syscall"
	"testing"

	"verbatim/bot/discord/discordtest"
	"verbatim/bot/slack/slacktest"
	"verbatim/cmd/verbatim/health"
)

// Where one chat takes its token no more, the other goes on, now and after the next start,
// and the program ends once it is in none.
func TestAChatThatCannotGoOnTakesNoOtherAlong(t *testing.T) {
	t.Parallel()
	e := newEverywhere(t)
	at := freeAddress(t)
	e.configure(t, "http: "+at)
	e.start(t)
	k := e.talk(t)
	k.hears(inThread(k.channel, k.asks(aboutBackdoors)), onBackdoors)

	e.slack.Fail("apps.connections.open", 1, slacktest.Fault{Error: "invalid_auth"})
	e.socket.Cut()
	e.leavesSlackOut(t, at, 1)
	e.stop(t)

	e.slack.Fail("auth.test", 1, slacktest.Fault{Error: "token_revoked"})
	e.launch(t)
	e.discord.Socket(t)
	e.leavesSlackOut(t, at, 1)

	e.signal(t, syscall.SIGHUP) // the file is the same, and the token is one now
	e.socket = e.slack.Socket(t)
	k.hears(inThread(k.channel, k.asks(aboutBackdoors)), onBackdoors)

	e.slack.Fail("apps.connections.open", 1, slacktest.Fault{Error: "invalid_auth"})
	e.socket.Cut()
	e.leavesSlackOut(t, at, 2)
	e.discord.Sockets()[0].Close(4004)
	if err := e.program.Wait(); err == nil {
		t.Error("in no chat it goes on")
	}
}

// leavesSlackOut holds the program to say that Slack is left out, so often since its start,
// and to answer in Discord.
func (e *everywhere) leavesSlackOut(t *testing.T, at string, times int) {
	t.Helper()
	e.log.await(t, `(?s)`+strings.Repeat(`(a chat cannot go on.*chat=Slack).*`, times))
	e.discord.Await(t, discordtest.To(e.asksDiscord(aboutBackdoors)))
	ready, says, err := health.Ask(t.Context(), at)
	if err != nil || ready {
		t.Errorf("it says that it is well: %q, %v", says, err)
	}
}

// freeAddress is an address of this machine at which nothing listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
