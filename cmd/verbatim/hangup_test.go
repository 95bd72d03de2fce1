//go:build unix

package main

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"verbatim/bot/slack/slacktest"
)

// What nohup started goes on when its terminal is gone.
func TestAHangupThatIsIgnoredEndsNothing(t *testing.T) {
	signal.Ignore(syscall.SIGHUP)
	defer signal.Reset(syscall.SIGHUP)
	c := new(cobra.Command)
	c.SetContext(t.Context())
	if endAtHangup(c); c.Context() != t.Context() {
		t.Error("the command ends with its terminal")
	}
}

// A reload that comes before serve is there yet, from a service manager that is quick, does
// not end it.
func TestAHangupDuringTheStartIsHeeded(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	file := s.home + "/verbatim.yaml"
	if err := syscall.Mkfifo(file, 0o600); err != nil {
		t.Fatal(err)
	}
	c := program(t, s.home, "serve", "--slack-api", s.slack.API(), "--config", file)
	s.program = &exec.Cmd{Path: c.Path, Args: c.Args, Env: append(c.Env, "SLACK_BOT_TOKEN="+s.tokens[0], "SLACK_APP_TOKEN="+slacktest.AppToken)}
	s.log = &logbook{changed: make(chan struct{})}
	s.program.Stderr = s.log
	if err := s.program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.program.Process.Kill() })
	configure := func(line string, meanwhile func()) {
		t.Helper()
		f, err := os.OpenFile(file, os.O_WRONLY, 0) // once the program reads it
		if err != nil {
			t.Fatal(err)
		}
		meanwhile()
		f.WriteString(line)
		f.Close()
	}
	configure("debug: false\n", func() {
		if err := s.program.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
	})
	s.socket = s.slack.Socket(t)
	configure("debug: true\n", func() {})
	s.log.await(t, `configuration reloaded" changed=(debug)`)
	s.stop(t)
}
