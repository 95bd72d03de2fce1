package main

import (
	"context"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// signingSecret is what requests over HTTP are signed with.
const signingSecret = "0123456789abcdef0123456789abcdef"

// serving is the program, answering in a Slack of the test's.
type serving struct {
	slack    *slacktest.Server
	team     *slacktest.Workspace
	overHTTP bool
	home     string
	tokens   []string // of bots
	args     []string // beside those that lead to the test's Slack

	program *exec.Cmd
	log     *logbook
	socket  *slacktest.Socket // in Socket Mode
	address string            // over HTTP: where it listens

	channels int
	expected map[string]int // how many calls are awaited in each channel
}

// inSlack returns the program in a new home, not started, with the bot in workspace T1.
func inSlack(t testing.TB, overHTTP bool) *serving {
	s := &serving{slack: slacktest.New(t), overHTTP: overHTTP, home: t.TempDir(), expected: map[string]int{}}
	s.team = s.slack.Install("T1")
	s.tokens = []string{s.team.Token}
	return s
}

// start starts the program and returns when Slack can reach it.
func (s *serving) start(t testing.TB) {
	t.Helper()
	s.launch(t)
	if s.overHTTP {
		s.address = "http://" + s.log.await(t, `listening for Slack" address=(\S+)`) + "/slack/events"
	} else {
		s.socket = s.slack.Socket(t)
	}
}

// launch starts the program and returns at once.
func (s *serving) launch(t testing.TB) {
	t.Helper()
	args := append([]string{"serve", "--slack-api", s.slack.API()}, s.args...)
	if s.overHTTP {
		args = append(args, "--slack-http", "127.0.0.1:0")
	}
	c := program(t, s.home, args...)
	s.program = &exec.Cmd{Path: c.Path, Args: c.Args, Env: append(c.Env, "SLACK_BOT_TOKEN="+strings.Join(s.tokens, ","))} // with no limit of time
	if s.overHTTP {
		s.program.Env = append(s.program.Env, "SLACK_SIGNING_SECRET="+signingSecret)
	} else {
		s.program.Env = append(s.program.Env, "SLACK_APP_TOKEN="+slacktest.AppToken)
	}
	s.log = &logbook{changed: make(chan struct{})}
	s.program.Stderr = s.log
	if err := s.program.Start(); err != nil {
		t.Fatal(err)
	}
	ended := s.program
	t.Cleanup(func() { ended.Process.Kill() })
}

// stop has the program end, which answers first what it has taken, and holds what it
// logged to be without anything secret.
func (s *serving) stop(t testing.TB) {
	t.Helper()
	if err := s.program.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	err := s.program.Wait()
	logged := s.log.String()
	if err != nil {
		t.Errorf("it ends with %v: %s", err, logged)
	}
	for _, secret := range append([]string{"canary", signingSecret, "/hook/", "xoxb-", "xapp-"}, s.tokens...) {
		if strings.Contains(logged, secret) {
			t.Errorf("it logs %q: %s", secret, logged)
		}
	}
	if t.Failed() {
		t.Log(logged)
	}
}

// tell delivers a request, which the program has to acknowledge.
func (s *serving) tell(t testing.TB, r slacktest.Request) {
	t.Helper()
	if !s.overHTTP {
		s.socket.Deliver(t, r)
		return
	}
	if status, said := slacktest.Post(t, s.address, signingSecret, r); status != 200 || said != "" {
		t.Fatalf("the program answers %d, %q", status, said)
	}
}

// settle stops the program and holds it to have said no more than was awaited.
func (s *serving) settle(t testing.TB) {
	t.Helper()
	s.stop(t)
	said := map[string][]slacktest.Call{}
	for _, c := range s.slack.Calls() {
		if c.Channel != "" {
			said[c.Channel] = append(said[c.Channel], c)
		}
	}
	for channel, calls := range said {
		if len(calls) != s.expected[channel] {
			t.Errorf("in %s it said %d things, want %d: %v", channel, len(calls), s.expected[channel], calls)
		}
	}
}

// logbook keeps what the program logs.
type logbook struct {
	mu      sync.Mutex
	text    strings.Builder
	changed chan struct{}
}

var _ io.Writer = (*logbook)(nil)

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	close(l.changed)
	l.changed = make(chan struct{})
	return l.text.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// await returns what the first group of an expression matches, once something logged does.
func (l *logbook) await(t testing.TB, expression string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	wanted := regexp.MustCompile(expression)
	for {
		l.mu.Lock()
		found, changed := wanted.FindStringSubmatch(l.text.String()), l.changed
		l.mu.Unlock()
		if found != nil {
			return found[1]
		}
		select {
		case <-changed:
		case <-ctx.Done():
			t.Fatalf("it does not log %s, but %s", expression, l)
		}
	}
}
