package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
	"verbatim/bot/slack/slacktest"
)

// everywhere is the program in Slack and in Discord at once, set up by files as an operator
// does that.
type everywhere struct {
	*serving
	discord *discordtest.Server
	guild   *discordtest.Guild
	folder  string // of the configuration
}

func newEverywhere(t *testing.T) *everywhere {
	e := &everywhere{serving: inSlack(t, false), discord: discordtest.New(t), folder: t.TempDir()}
	e.guild = e.discord.Join("Home")
	e.tokens = nil // but those in files
	e.args = []string{"--discord-api", e.discord.URL(), "--config", e.path("verbatim.yaml")}
	e.write(t, "slack", e.team.Token)
	e.write(t, "discord", discordtest.Token+"\n")
	e.configure(t)
	return e
}

func (e *everywhere) path(name string) string { return filepath.Join(e.folder, name) }

func (e *everywhere) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(e.path(name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// configure writes the configuration, with some lines beside the usual.
func (e *everywhere) configure(t *testing.T, lines ...string) {
	t.Helper()
	usual := []string{"slack-bot-token-file: " + e.path("slack"), "discord-token-file: " + e.path("discord")}
	e.write(t, "verbatim.yaml", strings.Join(append(usual, lines...), "\n"))
}

func (e *everywhere) start(t *testing.T) *discordtest.Socket {
	t.Helper()
	e.serving.start(t)
	s := e.discord.Socket(t)
	e.discord.AwaitCommands(t, discordCommands...)
	return s
}

func (e *everywhere) signal(t *testing.T, s syscall.Signal) {
	t.Helper()
	if err := e.program.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// asksDiscord asks in a new channel, and returns the thread in which the answer belongs.
func (e *everywhere) asksDiscord(about string) (thread string) {
	e.channels++
	m := e.discord.Mention(e.guild.Person("Ada"), e.guild.Channel(fmt.Sprint("channel-", e.channels)), about)
	e.discord.Tell(m)
	return m.ID()
}

func TestAReloadTakesWhatHasChanged(t *testing.T) {
	t.Parallel()
	e := newEverywhere(t)
	other := e.slack.Install("T2")
	e.start(t)
	answers := func() {
		t.Helper()
		k := e.talk(t)
		k.hears(inThread(k.channel, k.asks(aboutBackdoors)), onBackdoors)
		e.discord.Await(t, discordtest.To(e.asksDiscord(aboutBackdoors)))
	}
	answers()

	e.write(t, "slack", other.Token)
	e.configure(t, "deny-host: example.org", "db: other.db")
	e.signal(t, syscall.SIGHUP)
	if got := e.log.await(t, `configuration reloaded" changed="([^"]*)`); got != "db, deny-host, slack-bot-token" {
		t.Errorf("changed are %s", got)
	}
	if got := e.log.await(t, `wait for the next start" settings=(.*)`); got != "db" {
		t.Errorf("waiting are %s", got)
	}
	e.socket, e.team = e.slack.Socket(t), other
	answers()

	e.configure(t, "slack-htpp: :1")
	e.signal(t, syscall.SIGHUP)
	e.log.await(t, `(the configuration is wrong, .*slack-htpp: there is no such setting; did you mean slack-http\?)`)
	answers()

	e.configure(t, "http: 127.0.0.1") // which would keep it from its next start
	e.signal(t, syscall.SIGHUP)
	e.log.await(t, `(the configuration is wrong, .*http: it needs an address)`)

	e.write(t, "slack", "xoxb-revoked-canary")
	e.configure(t, "log-format: json", "debug: true")
	e.signal(t, syscall.SIGHUP)
	e.log.await(t, `"msg":"configuration reloaded","changed":"(db, debug, deny-host, log-format, slack-bot-token)"`)
	e.log.await(t, `(a chat does not work as it is configured now, .*SLACK_BOT_TOKEN: Slack says invalid_auth)`)
	e.socket = e.slack.Socket(t)
	answers()
	if n := e.discord.Opens(); n != 1 {
		t.Errorf("Discord, of which nothing has changed, was connected to %d times", n)
	}
	e.settle(t)
}

// Whatever hangs, the end comes in time for those who wait for it, and costs nobody an answer.
func TestWhatHangsIsAnsweredAfterTheNextStart(t *testing.T) {
	t.Parallel()
	e := newEverywhere(t)
	e.start(t)
	k := e.talk(t)
	never := make(chan struct{})
	e.slack.Fail("chat.postMessage", 1, slacktest.Fault{Hold: never})
	thread := k.asks(aboutBackdoors)
	e.slack.AwaitHeld(t)
	e.discord.Fail("thread", 1, discordtest.Fault{Hold: never})
	there := e.asksDiscord(aboutBackdoors)
	e.discord.AwaitHeld(t)
	e.stop(t)

	e.start(t)
	k.hears(inThread(k.channel, thread), onBackdoors)
	e.discord.Await(t, discordtest.To(there))
	e.settle(t)
}

func TestASecondSignalEndsAtOnce(t *testing.T) {
	t.Parallel()
	e := newEverywhere(t)
	e.start(t)
	k := e.talk(t)
	e.slack.Fail("chat.postMessage", 1, slacktest.Fault{Hold: make(chan struct{})})
	k.asks(aboutBackdoors)
	e.slack.AwaitHeld(t)
	e.signal(t, syscall.SIGTERM)
	e.log.await(t, `(told to end)`)
	ended := make(chan error)
	go func() { ended <- e.program.Wait() }()
	impatient := time.NewTicker(100 * time.Millisecond)
	defer impatient.Stop()
	for done := false; !done; { // the first of them may come before the program lets go of the signal
		e.program.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
			done = true
		case <-impatient.C:
		}
	}
	if w := e.program.ProcessState.Sys().(syscall.WaitStatus); w.Signal() != syscall.SIGTERM {
		t.Errorf("it ends with %v", e.program.ProcessState)
	}
}

func TestTheEndDoesNotWaitForWhatHangs(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	begun := make(chan struct{})
	go func() { <-begun; stop() }()
	err := inTime(ctx, 0, func() error { close(begun); select {} })
	if !errors.Is(err, errHangs) {
		t.Errorf("it ends with %v", err)
	}
	want := errors.New("of its own")
	if err := inTime(t.Context(), 0, func() error { return want }); err != want {
		t.Errorf("it ends with %v, not with the error of what it does", err)
	}
}
