package main

import (
	"errors"
	"os/exec"
	"regexp"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// Whoever runs the bot learns whether it can answer: by a command, as a container does.
func TestHealthTellsWhetherItCanAnswer(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	s.args = []string{"--http", "127.0.0.1:0"}
	s.start(t)
	k := s.talk(t)
	k.hears(inThread(k.channel, k.asks(aboutBackdoors)), onBackdoors)
	address := s.log.await(t, `telling how well it is" address=(\S+)`)
	tells := func(status int, lines string) {
		t.Helper()
		c := program(t, s.home, "health", "--http", address)
		said, err := c.Output()
		if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if got := c.ProcessState.ExitCode(); got != status || !regexp.MustCompile("^(?:"+lines+")$").Match(said) {
			t.Errorf("it ends with %d and says %s; want %d and %s", got, said, status, lines)
		}
	}

	const others = `database: ok\ndisk: \S+ [KMGT]iB free\n`
	tells(done, `slack: connected\n`+others)
	release := make(chan struct{})
	s.slack.Fail("apps.connections.open", 1, slacktest.Fault{Hold: release})
	s.socket.Cut()
	s.slack.AwaitHeld(t)
	tells(failed, `slack: no connection for \d+s: .+\n`+others)
	close(release)
	s.socket = s.slack.Socket(t)
	k.hears(inThread(k.channel, k.asks(aboutBackdoors)), onBackdoors)
	tells(done, `slack: connected\n`+others)
	s.settle(t)
	tells(failed, ``)
}
